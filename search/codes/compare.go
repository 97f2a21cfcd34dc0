package codes

import (
	"cmp"
	"strings"
)

// Compare puts codes in the order a reader expects: numbers by value with negative ones first (-302, 1, 9, 10), a range
// where it begins, then hexadecimal numbers, then all others letter by letter with the numbers inside them by value. It
// is a total order: the result is 0 only for equal strings.
func Compare(a, b string) int {
	ka, kb := orderOf(a), orderOf(b)
	return cmp.Or(
		cmp.Compare(ka.class, kb.class),
		compareValue(ka, kb),
		compareParts(ka.rest, kb.rest),
		cmp.Compare(len(a), len(b)),
		strings.Compare(a, b),
	)
}

// order is what a code is compared by.
type order struct {
	class  int // 0 begins with a decimal number, 1 with a hexadecimal one, 2 neither
	minus  bool
	digits string // without leading zeros, lower case
	rest   string
}

func orderOf(s string) order {
	if hex, ok := cutHex(s); ok {
		end := hexEnd(hex, 0)
		return order{class: 1, digits: strings.ToLower(trimZeros(hex[:end])), rest: hex[end:]}
	}
	body, minus := strings.CutPrefix(s, "-")
	end := digitsEnd(body, 0)
	if end == 0 {
		return order{class: 2, rest: s}
	}
	digits := trimZeros(body[:end])
	return order{minus: minus && digits != "", digits: digits, rest: body[end:]}
}

func compareValue(a, b order) int {
	if a.minus != b.minus {
		if a.minus {
			return -1
		}
		return 1
	}
	c := compareDigits(a.digits, b.digits)
	if a.minus {
		return -c
	}
	return c
}

func compareDigits(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// compareParts compares run by run: digits by value, anything else without regard to case.
func compareParts(a, b string) int {
	for a != "" && b != "" {
		da, db := digitsEnd(a, 0), digitsEnd(b, 0)
		if (da > 0) != (db > 0) {
			return cmp.Compare(db, da)
		}
		if da > 0 {
			if c := compareDigits(trimZeros(a[:da]), trimZeros(b[:db])); c != 0 {
				return c
			}
		} else {
			da, db = nonDigitsEnd(a), nonDigitsEnd(b)
			if c := strings.Compare(strings.ToLower(a[:da]), strings.ToLower(b[:db])); c != 0 {
				return c
			}
		}
		a, b = a[da:], b[db:]
	}
	return cmp.Compare(len(a), len(b))
}

// cutHex removes a leading 0x from a string that goes on with a hexadecimal digit.
func cutHex(s string) (string, bool) {
	if len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') && isHex(s[2]) {
		return s[2:], true
	}
	return s, false
}

func trimZeros(digits string) string {
	return strings.TrimLeft(digits, "0")
}

func digitsEnd(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func nonDigitsEnd(s string) int {
	i := 0
	for i < len(s) && !isDigit(s[i]) {
		i++
	}
	return i
}

func hexEnd(s string, i int) int {
	for i < len(s) && isHex(s[i]) {
		i++
	}
	return i
}
