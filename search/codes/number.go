package codes

import (
	"math"
	"strconv"
	"strings"
)

// maxDigits is how long a number may be and still be looked up; maxWord bounds a code that has letters.
const (
	maxDigits = 40
	maxWord   = 96
)

// number is an integer as it was written.
type number struct {
	minus, hex bool
	digits     string // without sign, 0x and thousands separators, with leading zeros
	text       string // as written, without thousands separators
}

// parseNumber reads a whole string as an integer: digits, with an optional minus, or hexadecimal digits after 0x.
func parseNumber(s string) (number, bool) {
	if hex, ok := cutHex(s); ok {
		return number{hex: true, digits: hex, text: s}, hexEnd(hex, 0) == len(hex) && len(hex) <= maxDigits
	}
	body, minus := strings.CutPrefix(s, "-")
	ok := body != "" && len(body) <= maxDigits && digitsEnd(body, 0) == len(body)
	return number{minus: minus, digits: body, text: s}, ok
}

// canon returns the one form that equal decimal numbers share.
func (n number) canon() string {
	digits := trimZeros(n.digits)
	switch {
	case digits == "":
		return "0"
	case n.minus:
		return "-" + digits
	}
	return digits
}

func (n number) negated() number {
	n.minus = !n.minus
	n.text = n.canon()
	return n
}

// int64 returns the value, if it fits.
func (n number) int64() (int64, bool) {
	if n.hex {
		v, err := strconv.ParseUint(n.digits, 16, 32)
		return int64(v), err == nil
	}
	v, err := strconv.ParseInt(n.canon(), 10, 64)
	return v, err == nil
}

// bits returns the value as 32 bits, negative numbers in two's complement, if it fits.
func (n number) bits() (uint32, bool) {
	v, ok := n.int64()
	return uint32(v), ok && v >= math.MinInt32 && v <= math.MaxUint32
}

// level says how far a spelling is from the published one.
type level int

const (
	asPublished level = iota
	asSpelled
	asValue
	asBits
)

// number returns the codes that a number spells, the closest spelling only.
func (s *Set) number(n number) ([]int32, level) {
	if l := s.exact[n.text]; len(l) > 0 {
		return l, asPublished
	}
	if l := s.spell[n.text]; len(l) > 0 {
		return l, asSpelled
	}
	if l := s.canonical(n); len(l) > 0 {
		return l, asValue
	}
	if v, ok := n.bits(); ok {
		return s.bits[v], asBits
	}
	return nil, asBits
}

// canonical returns the codes with the same value: the canonical spelling before those with leading zeros.
func (s *Set) canonical(n number) []int32 {
	if n.hex {
		return s.fold[squash(n.text)]
	}
	canon := n.canon()
	l := s.exact[canon]
	if more := s.value[canon]; len(more) > 0 {
		l = append(l[:len(l):len(l)], more...)
	}
	return l
}

// within returns the ranges that hold the number, the narrowest first.
func (s *Set) within(n number) []int32 {
	v, ok := n.int64()
	if !ok || len(s.spans) == 0 {
		return nil
	}
	var found []int32
	found = s.stab(found, v, n.hex)
	if bits, ok := n.bits(); ok {
		for _, twin := range []int64{int64(int32(bits)), int64(bits)} {
			if twin != v {
				found = s.stab(found, twin, true)
			}
		}
	}
	return found
}
