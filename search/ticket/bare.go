package ticket

import (
	"strings"

	"errbook/search/codes"
)

// bare knows lines in which no code can stand, because all codes have digits and the line has none.
type bare struct {
	lines    int  // without digits, so far
	asked    bool // whether every spelling of a code of the set has a digit
	numbered bool
}

// unasked is after how many such lines the set is asked. It takes as long as to read some lines, for a large set thousands.
const unasked = 100

// holds reports whether no code can stand in a line.
func (b *bare) holds(set *codes.Set, line string) bool {
	if b.asked && !b.numbered || hasDigit(line) {
		return false
	}
	if b.lines++; b.lines > unasked && !b.asked {
		b.asked, b.numbered = true, isNumbered(set)
	}
	return b.numbered
}

// isNumbered reports whether every code, and every other name of one, has a digit.
func isNumbered(set *codes.Set) bool {
	for i := range set.Len() {
		c := set.At(i)
		if !strings.ContainsAny(c.Text, digits) {
			return false
		}
		for _, a := range c.Aliases {
			if !strings.ContainsAny(a, digits) {
				return false
			}
		}
	}
	return true
}

const digits = "0123456789"

// hasDigit reports whether a line has a digit, or a character that may become one when it is normalised: any but those of ASCII,
// kana, Hangul and Han.
func hasDigit(line string) bool {
	for _, r := range line {
		switch {
		case r >= '0' && r <= '9':
			return true
		case r < 0x80, r >= 0x3001 && r <= 0x30ff, r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3:
		default:
			return true
		}
	}
	return false
}
