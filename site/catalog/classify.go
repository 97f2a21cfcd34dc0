package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// columnKinds is what a grid's columns hold. Code is the column of codes, or -1, and then reason says why the grid is no
// code table.
type columnKinds struct {
	roles   []Role
	code    int
	reason  string
	guessed bool // no header said which column holds the codes
}

// classify says what each column of a grid holds, by site.toml's word on its header, by the header's own words and by what
// the cells hold, weighed together: a header that says code above sentences heads no codes, and neither does one above
// bank codes, where nothing in the table describes an error.
func classify(headers []string, rows [][]string, given *givenRoles) columnKinds {
	c := classifier{headers: headers, rows: rows}
	k := columnKinds{code: -1}
	sure := -1
	for i, h := range headers {
		role, ok := given.role(h)
		if !ok {
			role = roleOf(h)
		} else if role == RoleCode && sure < 0 {
			sure = i
		}
		k.roles = append(k.roles, role)
	}
	c.roles = k.roles
	switch {
	case len(headers) < 2:
		k.reason = "it has only one column"
		return k
	case sure >= 0:
		k.code = sure
	default:
		k.code, k.guessed, k.reason = c.codeColumn()
	}
	if k.code >= 0 {
		c.settle(k.code)
	}
	return k
}

// classifier weighs one grid.
type classifier struct {
	headers []string
	rows    [][]string // plain texts
	roles   []Role
}

// codeColumn finds the column of codes.
func (c classifier) codeColumn() (code int, guessed bool, reason string) {
	best, bestScore := -1, 0.0
	reason = "no column holds codes"
	for i, role := range c.roles {
		if role != RoleCode {
			continue
		}
		score, why := c.score(i)
		if score > bestScore {
			best, bestScore = i, score
		} else if best < 0 && why != "" {
			reason = why
		}
	}
	if best >= 0 {
		return best, false, ""
	}
	if i := slices.Index(c.roles, RoleHTTP); i >= 0 && !slices.Contains(c.roles, RoleCode) && c.describes(i) && c.share(i) >= 0.5 {
		return i, false, ""
	}
	if i := c.guess(); i >= 0 {
		return i, true, ""
	}
	return -1, false, reason
}

// score says how well a column with a word for code in its header holds codes; 0 with a reason where it does not.
func (c classifier) score(i int) (float64, string) {
	key := plainKey(c.headers[i])
	share, weak, strong := c.share(i), weakCodeWords[key], isStrong(key)
	least := 0.5
	if weak {
		least = 0.8
	}
	switch {
	case share < least:
		return 0, fmt.Sprintf("most of what column %q holds does not look like codes; if it does hold them, give it the role code under columns in content/site.toml", c.headers[i])
	case i > 0 && (attributeWords[plainKey(c.headers[0])] || weak && c.namesThings(0)):
		return 0, "it lists properties"
	case !strong && c.isAboutOthers(i):
		return 0, "it lists codes of other things"
	case !strong && !c.describes(i):
		return 0, fmt.Sprintf("column %q may hold codes, but no column describes what they mean; if it is a table of codes, give %q the role code under columns in content/site.toml", c.headers[i], c.headers[i])
	case weak && c.isLayout():
		return 0, "it lays out fields"
	}
	score := share
	if strong {
		score++
	}
	if weak {
		score /= 2
	}
	return score, ""
}

// share is the part of a column's filled cells that hold codes, from 0 to 1. Under a header that says code, words without
// spaces count too.
func (c classifier) share(i int) float64 {
	codes, filled := 0, 0
	for _, row := range c.rows {
		if i >= len(row) || row[i] == "" {
			continue
		}
		filled++
		if holdsCodes(row[i]) {
			codes++
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(codes) / float64(filled)
}

// dotted is a code in classes, as mail servers have: 5.1.1.
var dotted = regexp.MustCompile(`^\d\.\d{1,3}\.\d{1,3}$`)

func holdsCodes(plain string) bool {
	cell, ok := readCodeCell(plain, false)
	if !ok {
		return false
	}
	return !slices.ContainsFunc(cell.codes, func(c Code) bool {
		return !looksLikeCode(c.Text) && !isIdentifier(c.Text) && !hasSymbol(c.Text) && !dotted.MatchString(c.Text)
	})
}

// describes tells whether a column other than that of the codes says what they mean: by its header, or by holding phrases.
func (c classifier) describes(code int) bool {
	for i, role := range c.roles {
		if i == code {
			continue
		}
		switch role {
		case RoleText, RoleCause, RoleSolution, RoleSymbol:
			return true
		}
		phrases, filled := 0, 0
		for _, row := range c.rows {
			if i < len(row) && row[i] != "" {
				filled++
				if isPhrase(row[i]) {
					phrases++
				}
			}
		}
		if filled > 0 && 5*phrases >= 2*filled {
			return true
		}
	}
	return false
}

// isPhrase tells a phrase from a name: it ends like a sentence, or has a word in lower case after the first, or, in scripts
// without spaces or case, is of eight characters or more.
func isPhrase(s string) bool {
	if strings.HasSuffix(s, "。") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "！") {
		return true
	}
	wide := 0
	for _, r := range s {
		if r > unicode.MaxLatin1 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai) {
			wide++
		}
	}
	if wide >= 8 {
		return true
	}
	fields := strings.Fields(s)
	for _, w := range fields[min(1, len(fields)):] {
		if r := []rune(w)[0]; unicode.IsLower(r) && len(w) > 3 {
			return true
		}
	}
	return false
}

// isLayout tells whether headers speak of types and lengths.
func (c classifier) isLayout() bool {
	return slices.ContainsFunc(c.headers, func(h string) bool { return layoutWords[plainKey(h)] })
}

// settle gives the other columns their roles once the column of codes is known: a column with the same numbers in another
// notation is an alias, another one of codes is kept by its header, and the first unknown one describes where no header
// does.
func (c classifier) settle(code int) {
	for i, role := range c.roles {
		switch {
		case i == code:
			c.roles[i] = RoleCode
		case c.isTwin(i, code):
			c.roles[i] = RoleAlias
		case role == RoleCode:
			c.roles[i] = RoleOther
		}
	}
	if slices.Contains(c.roles, RoleText) {
		return
	}
	for i, role := range c.roles {
		if role == RoleOther && c.describesAlone(i) {
			c.roles[i] = RoleText
			return
		}
	}
	if i := slices.Index(c.roles, RoleOther); i >= 0 {
		c.roles[i] = RoleText
	}
}

// describesAlone tells whether a column holds phrases.
func (c classifier) describesAlone(i int) bool {
	return slices.ContainsFunc(c.rows, func(row []string) bool { return i < len(row) && isPhrase(row[i]) })
}
