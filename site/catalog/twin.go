package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// isTwin tells whether a column holds the codes' numbers in another notation.
func (c classifier) isTwin(i, code int) bool {
	bare := c.notation(i) != c.notation(code)
	twins, filled := 0, 0
	for _, row := range c.rows {
		if i < len(row) && code < len(row) && row[i] != "" {
			filled++
			if areTwins(row[code], row[i]) || bare && sameNumber(row[code], c.notation(code), row[i], c.notation(i)) {
				twins++
			}
		}
	}
	return twins > 0 && 5*twins >= 4*filled
}

// notation is the base in which a column's header says that its numbers are written, or 10.
func (c classifier) notation(i int) int {
	if containsAny(headerKey(c.headers[i]), hexWords) {
		return 16
	}
	return 10
}

// sameNumber compares two numbers, each in its own base, with or without the mark of one.
func sameNumber(a string, baseA int, b string, baseB int) bool {
	x, okA := number(a, baseA)
	y, okB := number(b, baseB)
	return okA && okB && x == y
}

func number(s string, base int) (uint64, bool) {
	if base == 16 {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "h"), "H")
		if isHex(s) {
			s = s[2:]
		}
	}
	n, err := strconv.ParseUint(s, base, 32)
	return n, err == nil
}

// areTwins tells whether two texts are the same number in different notations: decimal and hexadecimal, signed and
// unsigned, as 32-bit numbers in two's complement where they are too large to be equal otherwise.
func areTwins(a, b string) bool {
	x, okA := bits(a)
	y, okB := bits(b)
	return okA && okB && a != b && x == y && (isHex(a) != isHex(b) || strings.HasPrefix(a, "-") != strings.HasPrefix(b, "-"))
}

func isHex(s string) bool {
	return strings.HasPrefix(s, "0x") || strings.HasPrefix(s, "0X")
}

// bits is a number as 32 bits; false for what is none or does not fit.
func bits(s string) (uint32, bool) {
	if n, err := strconv.ParseInt(s, 0, 64); err == nil && n >= -1<<31 && n < 1<<32 && !strings.Contains(s, "_") {
		return uint32(n), true
	}
	return 0, false
}

// readTwins reads a number with the same number beside it in brackets or after an equals sign.
func readTwins(s string) (codeCell, bool) {
	a, b := "", ""
	if m := bracketed.FindStringSubmatch(s); m != nil {
		a, b = m[1], m[2]
	} else if x, y, ok := strings.Cut(s, "="); ok {
		a, b = strings.TrimSpace(x), strings.TrimSpace(y)
	} else if parts := strings.Fields(s); len(parts) == 2 {
		a, b = parts[0], parts[1]
	}
	if !areTwins(a, b) {
		return codeCell{}, false
	}
	return codeCell{codes: []Code{{Text: a}}, aliases: []string{b}}, true
}

// twinsOrList makes one code of two that are the same number.
func twinsOrList(cell codeCell) codeCell {
	if len(cell.codes) == 2 && areTwins(cell.codes[0].Text, cell.codes[1].Text) {
		return codeCell{codes: cell.codes[:1], aliases: []string{cell.codes[1].Text}}
	}
	seen := map[string]bool{}
	cell.codes = slices.DeleteFunc(cell.codes, func(c Code) bool {
		was := seen[c.Text]
		seen[c.Text] = true
		return was
	})
	return cell
}

// readGlued reads a number to which its twin as a negative 32-bit number is glued: 3707-2146824581.
func readGlued(s string) (codeCell, bool) {
	m := glued.FindStringSubmatch(s)
	if m == nil {
		return codeCell{}, false
	}
	return codeCell{codes: []Code{{Text: m[1]}}, aliases: []string{"-" + m[2]}}, true
}
