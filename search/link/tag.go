package link

import "strings"

// The bounds of what is read as an address, a title and a tag.
const (
	maxAddress = 2000
	maxTitle   = 1000
	maxTag     = 4000
)

const whiteSpace = " \t\r\n"

// linkTail reads what stands behind the text of an inline link, from "(" on: an address and a title. It returns its length,
// 0 where it is none, and whether that depends on what follows s.
func linkTail(s string) (length int, more bool) {
	i := afterSpace(s, 1)
	if i == len(s) {
		return 0, true
	}
	n, ok := addressLength(s[i:])
	if !ok {
		return 0, false
	}
	title := afterSpace(s, i+n)
	switch {
	case title == len(s):
		return 0, true
	case s[title] == ')':
		return title + 1, false
	case title == i+n:
		return 0, false
	}
	n, more = titleLength(s[title:])
	if n == 0 {
		return 0, more
	}
	end := afterSpace(s, title+n)
	if end == len(s) {
		return 0, true
	}
	if s[end] != ')' {
		return 0, false
	}
	return end + 1, false
}

func afterSpace(s string, i int) int {
	for i < len(s) && strings.IndexByte(whiteSpace, s[i]) >= 0 {
		i++
	}
	return i
}

// addressLength is the length of an address, which may be empty: <…>, or no white space and as many "(" as ")".
func addressLength(s string) (n int, ok bool) {
	if strings.HasPrefix(s, "<") {
		n := strings.IndexAny(s[1:min(len(s), maxAddress)], "<>\n") + 1
		return n + 1, n > 0 && s[n] == '>'
	}
	depth := 0
	for i := range min(len(s), maxAddress) {
		switch c := s[i]; {
		case c <= ' ':
			return i, depth == 0
		case c == '(':
			depth++
		case c == ')' && depth == 0:
			return i, true
		case c == ')':
			depth--
		}
	}
	return len(s), len(s) < maxAddress
}

// titleLength is the length of a title; 0 for none, or where it has no end yet.
func titleLength(s string) (n int, more bool) {
	end := strings.IndexByte(`"'(`, s[0])
	if end < 0 {
		return 0, false
	}
	for i := 1; i < min(len(s), maxTitle); i++ {
		switch s[i] {
		case '\\':
			i++
		case `"')`[end]:
			return i + 1, false
		}
	}
	return 0, len(s) < maxTitle
}

// inlineTag reads a tag (CommonMark 0.31 section 6.6), from "<" on, likewise.
func inlineTag(s string) (length int, more bool) {
	t := tagReader{s: s[:min(len(s), maxTag)], i: 1}
	closing := t.take("/")
	if !t.word("", "-") {
		return 0, t.atEnd() && len(s) < maxTag
	}
	for !closing {
		spaced := t.space()
		if t.atEnd() || t.next("/>") {
			break
		}
		if !spaced || !t.attribute() {
			return 0, t.atEnd() && len(s) < maxTag
		}
	}
	t.space()
	if !closing {
		t.take("/")
	}
	if t.take(">") {
		return t.i, false
	}
	return 0, t.atEnd() && len(s) < maxTag
}

// tagReader reads the parts of a tag.
type tagReader struct {
	s string
	i int
}

func (t *tagReader) atEnd() bool { return t.i >= len(t.s) }
func (t *tagReader) next(chars string) bool {
	return !t.atEnd() && strings.IndexByte(chars, t.s[t.i]) >= 0
}

func (t *tagReader) take(char string) bool {
	ok := t.next(char)
	if ok {
		t.i++
	}
	return ok
}

func (t *tagReader) space() bool {
	from := t.i
	t.i = afterSpace(t.s, t.i)
	return t.i > from
}

// word reads a name: a letter or one of first, then letters, digits and those of others.
func (t *tagReader) word(first, others string) bool {
	from := t.i
	for !t.atEnd() && (isLetter(t.s[t.i]) || t.next(first) || t.i > from && (t.next(others) || t.next("0123456789"))) {
		t.i++
	}
	return t.i > from
}

// attribute reads a name and, behind "=", a value.
func (t *tagReader) attribute() bool {
	if !t.word("_:", "_:.-") {
		return false
	}
	back := t.i
	t.space()
	if !t.take("=") {
		t.i = back
		return true
	}
	t.space()
	from := t.i
	for _, quote := range [...]string{`"`, "'"} {
		if t.take(quote) {
			n := strings.Index(t.s[t.i:], quote)
			if n < 0 {
				t.i = len(t.s)
				return false
			}
			t.i += n + 1
			return true
		}
	}
	for !t.atEnd() && !t.next(whiteSpace+"\"'=<>`") {
		t.i++
	}
	return t.i > from
}

// tagName is the name of the tag that a text begins with, in lower case.
func tagName(s string) string {
	t := tagReader{s: s, i: 1}
	t.take("/")
	from := t.i
	t.word("", "-")
	return strings.ToLower(s[from:t.i])
}

// isLeftAlone reports whether nothing is linked in an element.
func isLeftAlone(name string) bool {
	_, ok := htmlSkips[name]
	return ok
}
