package catalog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// codeCell is what the cell of a code holds: mostly one code, at times several, with other names for it.
type codeCell struct {
	codes   []Code
	aliases []string // other spellings of the only code: its twin as another number, an identifier
	symbol  string   // the identifier that stands beside the number
	about   string   // words that stand beside the code, in brackets
}

// readCodeCell reads the plain text of a code's cell, with line breaks. Slashes join the parts of one code where twoLevel
// says so, else they separate codes. It reports false for a cell that holds no code.
func readCodeCell(plain string, twoLevel bool) (codeCell, bool) {
	s := strings.Trim(strings.TrimSpace(plain), "'\"“”‘’`")
	s = strings.TrimRight(s, "*†‡ \n")
	if c, ok := readList(s, twoLevel); ok {
		return c, true
	}
	s = strings.Join(strings.Fields(s), " ")
	for _, read := range []func(string) (codeCell, bool){readTwins, readNamed, readGlued} {
		if c, ok := read(s); ok {
			return c, true
		}
	}
	c, ok := ParseCode(s)
	return codeCell{codes: []Code{c}}, ok
}

// listMarks separate codes in a cell, the surest first.
var listMarks = []string{"\n", ",", "，", "、", ";", "；", " or ", " and ", " または ", "または", " 或 ", "或", " 또는 ", "|", "/"}

// readList reads several codes, each of which must look like one.
func readList(s string, twoLevel bool) (codeCell, bool) {
	for _, mark := range listMarks {
		if mark == "/" && twoLevel {
			continue
		}
		parts := strings.Split(s, mark)
		if len(parts) < 2 {
			continue
		}
		cell := codeCell{}
		for _, p := range parts {
			p = strings.TrimSpace(p)
			if !isListed(p) {
				return codeCell{}, false
			}
			inner, ok := readCodeCell(p, true)
			if !ok {
				return codeCell{}, false
			}
			cell.codes = append(cell.codes, inner.codes...)
		}
		return twinsOrList(cell), true
	}
	return codeCell{}, false
}

// isListed tells whether a part of a list can be a code: it looks like one, or is an identifier of several words.
func isListed(p string) bool {
	return looksLikeCode(p) || isIdentifier(p) && len(p) > 2 && !strings.ContainsAny(p, "/:")
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

var (
	bracketed  = regexp.MustCompile(`^(.+?)\s*[(（\[]\s*(.+?)\s*[)）\]]$`)
	namedFirst = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_.]*)\s*[=:：]?\s+(-?\d+|0[xX][0-9A-Fa-f]+)$|^([A-Za-z_][A-Za-z0-9_.]*)\s*[=：]\s*(-?\d+|0[xX][0-9A-Fa-f]+)$`)
	codeFirst  = regexp.MustCompile(`^(-?\d+|0[xX][0-9A-Fa-f]+)\s*[=:：\-–—]?\s+([A-Za-z_][A-Za-z0-9_.]*)$`)
	glued      = regexp.MustCompile(`^(\d{1,9})-(21[0-9]{8})$`)
)

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

// readNamed reads a number and an identifier, in either order, or a code with words about it in brackets.
func readNamed(s string) (codeCell, bool) {
	number, name := "", ""
	if m := namedFirst.FindStringSubmatch(s); m != nil {
		number, name = m[2]+m[4], m[1]+m[3]
	} else if m := codeFirst.FindStringSubmatch(s); m != nil {
		number, name = m[1], m[2]
	} else if m := bracketed.FindStringSubmatch(s); m != nil {
		number, name = m[1], m[2]
		if isSigned(name) && isIdentifier(number) {
			number, name = name, number
		}
		if !looksLikeCode(number) {
			return codeCell{}, false
		}
	}
	c, ok := ParseCode(number)
	if !ok || number == "" || isIdentifier(name) && !isSymbol(name) {
		return codeCell{}, false
	}
	if isSymbol(name) {
		return codeCell{codes: []Code{c}, symbol: name}, true
	}
	return codeCell{codes: []Code{c}, about: name}, true
}

// isSymbol tells whether an identifier names something: it has two letters side by side, so "S22" of "42 S22" is none.
func isSymbol(s string) bool {
	return isIdentifier(s) && twoLetters.MatchString(s)
}

var twoLetters = regexp.MustCompile(`[A-Za-z]{2}`)

// readGlued reads a number to which its twin as a negative 32-bit number is glued: 3707-2146824581.
func readGlued(s string) (codeCell, bool) {
	m := glued.FindStringSubmatch(s)
	if m == nil {
		return codeCell{}, false
	}
	return codeCell{codes: []Code{{Text: m[1]}}, aliases: []string{"-" + m[2]}}, true
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

// isTwoLevel tells whether a column's slashes join the parts of one code: nearly all its cells are pairs, or the same first
// part comes with several second ones.
func isTwoLevel(cells []string) bool {
	pairs, filled := 0, 0
	firsts := map[string]map[string]bool{}
	for _, c := range cells {
		if c == "" {
			continue
		}
		filled++
		a, b, ok := strings.Cut(c, "/")
		if !ok || strings.Contains(b, "/") || strings.ContainsFunc(c, unicode.IsSpace) {
			continue
		}
		pairs++
		if firsts[a] == nil {
			firsts[a] = map[string]bool{}
		}
		firsts[a][b] = true
	}
	for _, seconds := range firsts {
		if len(seconds) > 1 && 2*pairs >= filled {
			return true
		}
	}
	return pairs > 1 && 5*pairs >= 4*filled
}
