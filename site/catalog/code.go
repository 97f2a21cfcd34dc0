package catalog

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Code is a code as written, a range of codes, or a pattern for them.
type Code struct {
	Text    string // "6017", "-302"; of a range "120001-130000"; of a pattern "5xx"
	Range   bool
	Pattern bool
	Lo, Hi  int64 // bounds of a range or pattern, inclusive
}

// Kind is "single", "range" or "pattern".
func (c Code) Kind() string {
	switch {
	case c.Range:
		return "range"
	case c.Pattern:
		return "pattern"
	}
	return "single"
}

// maxCodeLen is the longest code in characters: what is longer is a sentence in the wrong column.
const maxCodeLen = 64

// ParseCode reads a plain text that is one code. It reports false for what cannot be one: nothing, no letter or digit, more
// than 64 characters, control characters.
func ParseCode(plain string) (Code, bool) {
	s := strings.TrimSpace(plain)
	if !strings.ContainsFunc(s, isAlphanumeric) && !hasSymbol(s) || utf8.RuneCountInString(s) > maxCodeLen || strings.ContainsFunc(s, unicode.IsControl) {
		return Code{}, false
	}
	if c, ok := parseRange(s); ok {
		return c, true
	}
	if c, ok := parsePattern(s); ok {
		return c, true
	}
	return Code{Text: s}, true
}

// hasSymbol tells whether a text has a pictograph, which may be a code as well as a letter may.
func hasSymbol(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.So, r) })
}

// rangeDashes separate the bounds of a range. The hyphen and the minus are more often part of a code, so between bounds
// without spaces around it they need bounds of much the same length.
var rangeDashes = []string{"～", "〜", "~", "–", "—", "―", "...", "..", "…", "至", "到", "から", "−", "-"}

// parseRange reads two whole numbers with a dash or wave between them, the second the greater.
func parseRange(s string) (Code, bool) {
	for _, dash := range rangeDashes {
		a, b, found := strings.Cut(s, dash)
		if !found {
			continue
		}
		spaced := strings.HasSuffix(a, " ") && strings.HasPrefix(b, " ")
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		if !isNumber(a) || !isNumber(b) {
			return Code{}, false
		}
		lo, _ := strconv.ParseInt(a, 10, 64)
		hi, _ := strconv.ParseInt(b, 10, 64)
		isHyphen := dash == "-" || dash == "−"
		if lo >= hi || len(a) > len(b) || isHyphen && !spaced && len(a) != len(b) && hi-lo > 100 {
			return Code{}, false
		}
		return Code{Text: a + "-" + b, Range: true, Lo: lo, Hi: hi}, true
	}
	return Code{}, false
}

// parsePattern reads a number whose last digits are x, X or *: 5xx, 40*.
func parsePattern(s string) (Code, bool) {
	digits := strings.TrimRight(s, "xX*")
	if n := len(s) - len(digits); digits == "" || n == 0 || n > 6 || !isNumber(digits) || strings.Contains(s[len(digits):], "*") && n > 1 {
		return Code{}, false
	} else if lo, err := strconv.ParseInt(digits+strings.Repeat("0", n), 10, 64); err == nil {
		hi, _ := strconv.ParseInt(digits+strings.Repeat("9", n), 10, 64)
		return Code{Text: s, Pattern: true, Lo: lo, Hi: hi}, true
	}
	return Code{}, false
}

// isNumber tells whether a text is 1 to 18 ASCII digits.
func isNumber(s string) bool {
	return s != "" && len(s) <= 18 && strings.Trim(s, "0123456789") == ""
}

// isSigned is isNumber with a minus allowed in front.
func isSigned(s string) bool { return isNumber(strings.TrimPrefix(s, "-")) }

// looksLikeCode tells whether a plain text has the shape of a code, where no header says so: a number, a range, a pattern,
// or a word without spaces that has a digit or is all capitals.
func looksLikeCode(plain string) bool {
	c, ok := ParseCode(plain)
	if !ok || c.Kind() != "single" {
		return ok
	}
	s := c.Text
	if !isASCII(s) { // full-width digits and other minus signs look like codes too
		s = dashes.Replace(norm.NFKC.String(s))
	}
	if strings.ContainsFunc(s, unicode.IsSpace) || !isASCII(s) || isDateOrTime(s) {
		return false
	}
	return strings.ContainsAny(s, "0123456789") ||
		len(s) > 1 && strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsLetter)
}

var dashes = strings.NewReplacer("−", "-", "–", "-", "‐", "-", "‑", "-")

// isDateOrTime tells whether a text is made like a date, a time or a version: three or more numbers with one kind of mark
// between them, or two with a colon.
func isDateOrTime(s string) bool {
	for _, mark := range []string{"-", ".", "/"} {
		if parts := strings.Split(s, mark); len(parts) >= 3 && allNumbers(parts) {
			return true
		}
	}
	return allNumbers(strings.Split(s, ":")) && strings.Contains(s, ":")
}

func allNumbers(parts []string) bool {
	for _, p := range parts {
		if !isNumber(p) {
			return false
		}
	}
	return true
}

// isIdentifier tells whether a text is one word as programs write them: ASCII letters, digits and . _ - : / # without
// spaces, with at least one letter.
func isIdentifier(s string) bool {
	if !isASCII(s) || !strings.ContainsFunc(s, unicode.IsLetter) || len(s) > maxCodeLen {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !isAlphanumeric(r) && !strings.ContainsRune("._-:/#", r) })
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
