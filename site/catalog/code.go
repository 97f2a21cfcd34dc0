package catalog

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code is a code as written, or a range of them.
type Code struct {
	Text   string // "6017", "-302"; of a range "120001-130000"
	Range  bool
	Lo, Hi int64 // bounds of a range, inclusive
}

// Kind is "single" or "range".
func (c Code) Kind() string {
	if c.Range {
		return "range"
	}
	return "single"
}

// maxCodeLen is the longest code in characters: what is longer is a sentence in the wrong column.
const maxCodeLen = 64

var rangeForm = regexp.MustCompile(`^(\d{1,18})\s*(?:-|–|—|―|−|~|～|〜|\.\.\.?|…|至|到|から)\s*(\d{1,18})$`)

// ParseCode reads the plain text of a code's cell. It reports false for what cannot be a code: a text without any letter or
// digit, more than 64 characters, control characters.
func ParseCode(plain string) (Code, bool) {
	s := strings.TrimSpace(plain)
	if !strings.ContainsFunc(s, isAlphanumeric) || utf8.RuneCountInString(s) > maxCodeLen || strings.ContainsFunc(s, unicode.IsControl) {
		return Code{}, false
	}
	if m := rangeForm.FindStringSubmatch(s); m != nil {
		lo, _ := strconv.ParseInt(m[1], 10, 64)
		hi, _ := strconv.ParseInt(m[2], 10, 64)
		if lo < hi && len(m[1]) <= len(m[2]) {
			return Code{Text: m[1] + "-" + m[2], Range: true, Lo: lo, Hi: hi}, true
		}
	}
	return Code{Text: s}, true
}

// looksLikeCode tells whether a cell's plain text has the shape of a code, for tables whose header does not say: a number,
// or a word without spaces that has a digit or is all capitals.
func looksLikeCode(plain string) bool {
	c, ok := ParseCode(plain)
	if !ok || !c.Range && strings.ContainsFunc(c.Text, unicode.IsSpace) {
		return false
	}
	if c.Range || strings.ContainsAny(c.Text, "0123456789") {
		return isASCII(c.Text)
	}
	return isASCII(c.Text) && len(c.Text) > 1 && strings.ToUpper(c.Text) == c.Text && strings.ContainsFunc(c.Text, unicode.IsLetter)
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
