package catalog

import (
	"regexp"
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
	line := strings.Join(strings.Fields(s), " ")
	if c, ok := readNumberAndName(line); ok {
		return c, true
	}
	if c, ok := readList(s, twoLevel); ok {
		return c, true
	}
	s = line
	for _, read := range []func(string) (codeCell, bool){readTwins, readNamed, readGlued, readTitled} {
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

var (
	bracketed  = regexp.MustCompile(`^(.+?)\s*[(（\[]\s*(.+?)\s*[)）\]]$`)
	namedFirst = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_.]*)\s*[=:：]?\s+(-?\d+|0[xX][0-9A-Fa-f]+)$|^([A-Za-z_][A-Za-z0-9_.]*)\s*[=：]\s*(-?\d+|0[xX][0-9A-Fa-f]+)$`)
	codeFirst  = regexp.MustCompile(`^(-?\d+|0[xX][0-9A-Fa-f]+)\s*[=:：\-–—]?\s+([A-Za-z_][A-Za-z0-9_.]*)$`)
	titled     = regexp.MustCompile(`^(.*\d\S*)\s+[-–—:：]\s+(\pL.*)$|^([1-5]\d\d)\s+(\p{Lu}\S*(?:\s.*)?)$`)
	glued      = regexp.MustCompile(`^(\d{1,9})-(21[0-9]{8})$`)
)

// readNumberAndName reads a number and an identifier, in either order.
func readNumberAndName(s string) (codeCell, bool) {
	number, name := "", ""
	if m := namedFirst.FindStringSubmatch(s); m != nil {
		number, name = m[2]+m[4], m[1]+m[3]
	} else if m := codeFirst.FindStringSubmatch(s); m != nil {
		number, name = m[1], m[2]
	}
	c, ok := ParseCode(number)
	return codeCell{codes: []Code{c}, symbol: name}, ok && isSymbol(name)
}

// readNamed reads a code with a name for it, or words about it, in brackets.
func readNamed(s string) (codeCell, bool) {
	m := bracketed.FindStringSubmatch(s)
	if m == nil {
		return codeCell{}, false
	}
	code, name := m[1], m[2]
	if isSigned(name) && isIdentifier(code) {
		code, name = name, code
	}
	c, ok := ParseCode(code)
	switch {
	case !ok || !looksLikeCode(code) || isIdentifier(name) && !isSymbol(name):
		return codeCell{}, false
	case isSymbol(name):
		return codeCell{codes: []Code{c}, symbol: name}, true
	}
	return codeCell{codes: []Code{c}, about: name}, true
}

// readTitled reads codes with words after them: "402 - Request Failed", and of an HTTP status "404 Not Found".
func readTitled(s string) (codeCell, bool) {
	m := titled.FindStringSubmatch(s)
	if m == nil {
		return codeCell{}, false
	}
	codes := m[1] + m[3]
	c, ok := readList(codes, true)
	if one, isOne := ParseCode(codes); !ok && isOne && looksLikeCode(codes) {
		c, ok = codeCell{codes: []Code{one}}, true
	}
	c.about = m[2] + m[4]
	return c, ok
}

// isSymbol tells whether an identifier names something: it has two letters side by side, so "S22" of "42 S22" is none.
func isSymbol(s string) bool {
	return isIdentifier(s) && twoLetters.MatchString(s)
}

var twoLetters = regexp.MustCompile(`[A-Za-z]{2}`)

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
