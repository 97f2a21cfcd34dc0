package catalog

import (
	"maps"
	"slices"
	"strings"
)

// Role is what a column of a code table holds.
type Role string

// The roles that a column may have. A column of RoleOther is kept under its own header.
const (
	RoleCode     Role = "code"
	RoleAlias    Role = "alias"   // another spelling of the code: its hexadecimal twin, an old number
	RoleDetails  Role = "details" // what follows a description at length; no column, but the body below a heading or in a list
	RoleSymbol   Role = "symbol"
	RoleText     Role = "text"
	RoleCause    Role = "cause"
	RoleSolution Role = "solution"
	RoleSeverity Role = "severity"
	RoleHTTP     Role = "http"
	RoleOther    Role = "other"
)

// Roles lists the roles that site.toml may give to a column.
func Roles() []Role {
	return []Role{RoleCode, RoleAlias, RoleSymbol, RoleText, RoleCause, RoleSolution, RoleSeverity, RoleHTTP, RoleOther}
}

// givenRoles is what site.toml says of headers, in the form that headerKey gives, and which of it is heeded.
type givenRoles struct {
	roles map[string]Role
	words map[string]string // as site.toml has them
	used  map[string]bool
}

// newGivenRoles takes of words that are one header the first in byte order.
func newGivenRoles(columns map[string]Role) *givenRoles {
	g := &givenRoles{map[string]Role{}, map[string]string{}, map[string]bool{}}
	for _, word := range slices.Sorted(maps.Keys(columns)) {
		if key := headerKey(word); g.words[key] == "" {
			g.roles[key], g.words[key] = columns[word], word
		}
	}
	return g
}

// role tells what site.toml says of a header, and that the header is there.
func (g *givenRoles) role(header string) (Role, bool) {
	key := headerKey(header)
	r, ok := g.roles[key]
	g.used[key] = true
	return r, ok
}

// unused lists the words that head no column of any table, as site.toml has them.
func (g *givenRoles) unused() (words []string) {
	for key, word := range g.words {
		if !g.used[key] {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

// roleOf is the role that a header's own words give to its column.
func roleOf(header string) Role {
	key := plainKey(header)
	for _, role := range Roles() {
		if slices.Contains(headerWords[role], key) {
			return role
		}
	}
	if endsLikeCode(key) {
		return RoleCode
	}
	return RoleOther
}

// endsLikeCode tells whether a header is a compound with a word for code, and not one for a code of something else.
func endsLikeCode(key string) bool {
	if containsAny(key, otherCodes) && !isStrong(key) {
		return false
	}
	for _, ending := range codeEndings {
		if strings.HasSuffix(key, ending) {
			return true
		}
	}
	return false
}

// isStrong tells whether a header speaks of errors.
func isStrong(key string) bool {
	return containsAny(key, strongCodeWords)
}
