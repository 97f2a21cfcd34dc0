package page

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
)

// Slugs gives every code of a site its part of a URL, which is a file's name too.
//
// A slug keeps ASCII letters, digits, "-", "_" and "." as they are; every other byte is written "~" and two hexadecimal
// digits. So is a dot at either end or before an extension that the site uses itself, and the first letter of a name that
// Windows keeps for devices (CON, NUL). A code of more than 80 bytes is cut and ends in a hash of itself. Of codes that
// differ only in the case of their letters, which is one name on some file systems, the one that was published first keeps its
// slug, of the same day the first in byte order, and each other one gets "~" and a hash of itself. Two codes never have the same
// slug, whatever the file system.
type Slugs struct{ special map[string]string }

// NewSlugs makes the slugs of a site of which nothing was published yet, from all codes of all its catalogues, in any order.
func NewSlugs(codes []string) *Slugs { return NewPublishedSlugs(codes, nil) }

// NewPublishedSlugs is NewSlugs where some codes were published: added says on which day (YYYY-MM-DD).
func NewPublishedSlugs(codes []string, added map[string]string) *Slugs {
	day := func(code string) string { return cmp.Or(added[code], "9999-99-99") }
	s := &Slugs{special: map[string]string{}}
	byFold := map[string][]string{}
	for _, c := range codes {
		if base := slugOf(c); strings.ToLower(base) != strings.ToUpper(base) {
			byFold[strings.ToLower(base)] = append(byFold[strings.ToLower(base)], c)
		}
	}
	for _, same := range byFold {
		slices.SortFunc(same, func(a, b string) int { return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a, b)) })
		for _, c := range slices.Compact(same)[1:] {
			s.special[c] = slugOf(c) + "~" + shortHash(c)
		}
	}
	return s
}

// Of returns the slug of a code.
func (s *Slugs) Of(code string) string {
	if slug, ok := s.special[code]; ok {
		return slug
	}
	return slugOf(code)
}

const maxSlug = 80

var (
	deviceName   = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)`)
	ownExtension = regexp.MustCompile(`(?i)\.(html?|json|md|xml|txt)$`)
)

func slugOf(code string) string {
	if len(code) > maxSlug {
		return escapeSlug(strings.ToValidUTF8(code[:maxSlug/2], "")) + "~" + shortHash(code)
	}
	return escapeSlug(code)
}

func escapeSlug(code string) string {
	own := -1
	if m := ownExtension.FindStringIndex(code); m != nil {
		own = m[0]
	}
	device := deviceName.MatchString(code)
	var b strings.Builder
	for i := range len(code) {
		c := code[i]
		dotted := c == '.' && (i == 0 || i == len(code)-1 || i == own)
		if isSlugByte(c) && !dotted && !(i == 0 && device) {
			b.WriteByte(c)
		} else {
			b.WriteString("~" + strings.ToUpper(hex.EncodeToString([]byte{c})))
		}
	}
	return b.String()
}

func isSlugByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.'
}

// shortHash starts with a letter that is no hexadecimal digit, so that it cannot be taken for an escaped byte.
func shortHash(code string) string {
	sum := sha256.Sum256([]byte(code))
	return "x" + hex.EncodeToString(sum[:4])
}
