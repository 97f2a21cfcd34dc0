package catalog

import (
	"slices"
	"strings"
	"unicode"
)

// guess finds the column of codes where no header says so: the first whose cells all look like codes, each another one,
// beside a column that describes them. Below a header that speaks of errors, such as "Exception", names are codes too.
func (c classifier) guess() int {
	if c.isLayout() {
		return -1
	}
	for i, role := range c.roles {
		if role != RoleOther && role != RoleSymbol || c.isCountOrOther(i) || !c.describes(i) {
			continue
		}
		if c.allCodes(i) && c.hasEvidence(i) {
			return i
		}
	}
	return -1
}

// hasEvidence tells whether more than the look of a column's cells speaks for codes: its own header speaks of errors, another
// one of a meaning, a cause or a solution, no header says anything, or each cell has a letter and a number.
func (c classifier) hasEvidence(i int) bool {
	if isStrong(plainKey(c.headers[i])) || strings.Join(c.headers, "") == "" {
		return true
	}
	for j, role := range c.roles {
		if j != i && (role == RoleText || role == RoleCause || role == RoleSolution) {
			return true
		}
	}
	return !slices.ContainsFunc(c.rows, func(row []string) bool {
		return i < len(row) && row[i] != "" && (countDigits(row[i]) < 2 || !unicode.IsLetter([]rune(row[i])[0]))
	})
}

// isCountOrOther tells whether a header says that a column numbers the rows or names other things than errors.
func (c classifier) isCountOrOther(i int) bool {
	key := plainKey(c.headers[i])
	if countWords[key] || attributeWords[key] || ordinalWords[key] && !c.allNamed(i) {
		return true
	}
	return !isStrong(key) && containsAny(key, otherCodes)
}

// allNamed tells whether all cells of a column have letters and digits, as MSG001 does: a number of the row has none.
func (c classifier) allNamed(i int) bool {
	return !slices.ContainsFunc(c.rows, func(row []string) bool {
		return i < len(row) && row[i] != "" && (!strings.ContainsFunc(row[i], unicode.IsLetter) || !strings.ContainsAny(row[i], "0123456789"))
	})
}

func (c classifier) allCodes(i int) bool {
	names := containsAny(plainKey(c.headers[i]), errorWords)
	seen := map[string]bool{}
	years := true
	for _, row := range c.rows {
		if strings.Join(row, "") == "" {
			continue
		}
		if i >= len(row) || seen[row[i]] {
			return false
		}
		seen[row[i]] = true
		years = years && isYear(row[i])
		cell, ok := readCodeCell(row[i], false)
		if !ok || slices.ContainsFunc(cell.codes, func(c Code) bool { return !looksLikeCode(c.Text) && !(names && isIdentifier(c.Text)) }) {
			return false
		}
	}
	return len(seen) > 1 && !years
}

// isYear tells whether a text is a year of our time.
func isYear(s string) bool {
	return len(s) == 4 && isNumber(s) && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// namesThings tells whether a column names things by several words, most of them, and so what stands beside is their value.
func (c classifier) namesThings(i int) bool {
	if c.roles[i] != RoleOther || isStrong(plainKey(c.headers[i])) {
		return false
	}
	things, filled := 0, 0
	for _, row := range c.rows {
		if i < len(row) && row[i] != "" {
			filled++
			if strings.Contains(row[i], " ") && !holdsCodes(row[i]) {
				things++
			}
		}
	}
	return 2*things > filled
}

// isAboutOthers tells whether a column beside the codes names what else they may be codes of, a country or a bank, and none
// has a header that speaks of a meaning.
func (c classifier) isAboutOthers(code int) bool {
	others := false
	for i, role := range c.roles {
		switch role {
		case RoleText, RoleCause, RoleSolution, RoleSeverity:
			return false
		}
		others = others || i != code && role != RoleCode && containsAny(plainKey(c.headers[i]), otherCodes)
	}
	return others
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}
