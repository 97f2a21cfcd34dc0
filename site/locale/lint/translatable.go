package lint

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	word       = regexp.MustCompile(`[\p{L}\p{M}\p{N}_.:/#\-]+`)
	address    = regexp.MustCompile(`https?://[^\s)]+`)
	identifier = regexp.MustCompile(`^[A-Z0-9_.:/#\-]+$|[0-9_/]|[a-z][A-Z]|[A-Za-z][.:]+[A-Za-z]`)
)

// Translatable tells whether a text's words, as prose.PartsOf gives them, have anything that reads otherwise in another
// language: a word that is no identifier, no abbreviation and no address.
func Translatable(words string) bool {
	for _, w := range word.FindAllString(address.ReplaceAllString(words, " "), -1) {
		letters := strings.ContainsFunc(w, unicode.IsLetter)
		foreign := strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
		if foreign || letters && !identifier.MatchString(strings.Trim(w, ".:/-")) {
			return true
		}
	}
	return false
}
