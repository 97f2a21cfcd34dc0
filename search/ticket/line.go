package ticket

import (
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

// MaxLine is how many bytes of a line are read at once.
const MaxLine = 64 << 10

// LineEnd returns the length of the line that a text begins with, with its line feed. A line of more than MaxLine bytes is
// cut behind a space, or where it has none, between characters.
func LineEnd(text string) int {
	head := text[:min(len(text), MaxLine)]
	if i := strings.IndexByte(head, '\n'); i >= 0 {
		return i + 1
	}
	if len(head) == len(text) {
		return len(text)
	}
	if i := strings.LastIndexByte(head, ' '); i >= 0 {
		return i + 1
	}
	for n := len(head); n > len(head)-utf8.UTFMax; n-- {
		if utf8.RuneStart(text[n]) {
			return n
		}
	}
	return len(head)
}

// maxAround is how many bytes beside a number are looked at.
const maxAround = 80

// before returns what stands in the line before i, as it is compared: normalised, in lower case.
func before(line string, i int) string {
	from := max(0, i-maxAround)
	for from < i && !utf8.RuneStart(line[from]) {
		from++
	}
	return lower(line[from:i])
}

// after returns what stands in the line behind i, likewise.
func after(line string, i int) string {
	to := min(len(line), i+maxAround)
	for to > i && to < len(line) && !utf8.RuneStart(line[to]) {
		to--
	}
	return lower(line[i:to])
}

// lower normalises a text and puts it in lower case. Most texts of logs are so already.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; !isPrintable(c) || c >= 'A' && c <= 'Z' {
			return strings.ToLower(codes.Normalize(s))
		}
	}
	return s
}

// isPrintable reports whether a byte is an ASCII character that normalising leaves as it is.
func isPrintable(c byte) bool { return c >= ' ' && c < 0x7f }

// lastWord splits a text before its last word of ASCII letters, digits, underscores and apostrophes.
func lastWord(s string) (rest, word string) {
	i := len(s)
	for i > 0 && isWord(s[i-1]) {
		i--
	}
	return s[:i], s[i:]
}

// firstWord returns the word that a text begins with.
func firstWord(s string) string {
	i := 0
	for i < len(s) && isWord(s[i]) {
		i++
	}
	return s[:i]
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '\''
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func hasSuffix(s string, list []string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func hasPrefix(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
