package codes

import (
	"slices"
	"strconv"
	"strings"
)

// ReasonKind says in which way what was written stands for a code.
type ReasonKind string

// The kinds of reason. Who adds one gives it words in every language of the interface.
const (
	ReasonSpelling ReasonKind = "spelling"        // another spelling: ６０１７ for 6017
	ReasonRange    ReasonKind = "range"           // a number inside a range
	ReasonBits     ReasonKind = "twos-complement" // the same 32 bits: 0xFFFFFED2 for -302
	ReasonHex      ReasonKind = "hex"             // the same number in hexadecimal: 0x1781 for 6017
	ReasonSign     ReasonKind = "sign"            // the number with the other sign
	ReasonAlias    ReasonKind = "alias"           // another name of the code
	ReasonPrefix   ReasonKind = "prefix"          // what the code begins with
)

// Reason says why a code answers to something other than itself. Written is what was written; a range has the number as
// it was read, and its own bounds, instead.
type Reason struct {
	Kind    ReasonKind `json:"kind"`
	Written string     `json:"written,omitempty"`
	Number  string     `json:"number,omitempty"`
	Lo      string     `json:"lo,omitempty"`
	Hi      string     `json:"hi,omitempty"`
}

// Reason returns why what was found in a text is that code; nil where the code itself is written there.
func (s *Set) Reason(f Found) *Reason {
	c := s.list[f.Index]
	switch f.Match {
	case Range:
		return &Reason{Kind: ReasonRange, Number: strings.ReplaceAll(f.Read, ",", ""), Lo: strconv.FormatInt(c.Lo, 10), Hi: strconv.FormatInt(c.Hi, 10)}
	case Sign:
		return &Reason{Kind: ReasonSign, Written: f.Written}
	case Prefix:
		return &Reason{Kind: ReasonPrefix, Written: f.Written}
	}
	if f.Match != Exact || strings.TrimSpace(f.Written) == c.Text {
		return nil
	}
	return &Reason{Kind: spellingOf(c, f.Read), Written: f.Written}
}

// spellingOf tells in which way a text that leads to exactly a code spells it.
func spellingOf(c Code, read string) ReasonKind {
	read = strings.TrimSpace(Normalize(read))
	plain := Normalize(c.Text)
	if read == plain || squash(read) == squash(plain) {
		return ReasonSpelling
	}
	same := func(alias string) bool { return squash(Normalize(alias)) == squash(read) }
	if slices.ContainsFunc(c.Aliases, same) {
		return ReasonAlias
	}
	n, ok := parseNumber(strings.ReplaceAll(read, ",", ""))
	own, isNumber := parseNumber(plain)
	if !ok || !isNumber || !n.hex && !own.hex && n.canon() == own.canon() {
		return ReasonSpelling
	}
	a, okA := n.int64()
	b, okB := own.int64()
	switch {
	case !okA || !okB || a != b:
		return ReasonBits
	case n.hex != own.hex:
		return ReasonHex
	}
	return ReasonSpelling
}
