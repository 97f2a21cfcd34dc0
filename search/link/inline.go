package link

import (
	"regexp"
	"strings"
)

// paragraph goes through the text of a paragraph as CommonMark 0.31 section 6 does, as far as that decides where no link may
// stand.
type paragraph struct {
	s      string
	lower  string // with ASCII letters in lower case; made when needed
	final  bool   // nothing follows
	closed []span
	open   []int          // brackets that are not closed
	last   map[int]int    // where the last run of so many backticks begins
	ended  map[string]int // where ends of elements and comments stand last
}

// scanInline returns where no link may stand in a paragraph that begins with s, and from where on that depends on what
// follows: len(s) where it does not.
func scanInline(s string, final bool) (closed []span, open int) {
	n := paragraph{s: s, final: final}
	at := 0
	for at >= 0 && at < len(s) {
		at = n.step(at)
	}
	open = len(s)
	if at < 0 {
		open = -at - 1
	}
	if !final && len(n.open) > 0 {
		open = min(open, n.open[0])
	}
	return n.closed, open
}

// step reads on from a byte and returns the next, or -1-n where all from n on depends on what follows.
func (n *paragraph) step(at int) int {
	switch n.s[at] {
	case '\\':
		return at + 2
	case '`':
		return n.code(at)
	case '<':
		return n.angle(at)
	case '[':
		n.open = append(n.open, at)
		return at + 1
	case ']':
		return n.bracket(at)
	case ':':
		return n.address(at)
	}
	next := strings.IndexAny(n.s[at:], "\\`<[]:")
	if next < 0 {
		return len(n.s)
	}
	return at + next
}

// close notes that no link may stand from one byte to another, and reads on there.
func (n *paragraph) close(from, to int) int {
	n.closed = append(n.closed, span{from, to})
	return to
}

// wait says that all from a byte on depends on what follows; where nothing does, other is the next byte.
func (n *paragraph) wait(at, other int) int {
	if n.final {
		return other
	}
	return -1 - at
}

// code reads a code span: it ends with as many backticks as it begins with.
func (n *paragraph) code(at int) int {
	length := backticks(n.s[at:])
	if n.last == nil {
		n.last = map[int]int{}
		for i := at; i < len(n.s); {
			if n.s[i] != '`' {
				next := strings.IndexByte(n.s[i:], '`')
				if next < 0 {
					break
				}
				i += next
			}
			run := backticks(n.s[i:])
			n.last[run] = i
			i += run
		}
	}
	if n.last[length] <= at {
		return n.wait(at, at+length)
	}
	for i := at + length; ; {
		i += strings.IndexByte(n.s[i:], '`')
		run := backticks(n.s[i:])
		if i += run; run == length {
			return n.close(at, i)
		}
	}
}

func backticks(s string) int { return len(s) - len(strings.TrimLeft(s, "`")) }

// autolink is one with a scheme, or an address of mail.
var autolink = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20<>]*|[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9.-]+)>`)

// angle reads what begins with "<": an autolink, a tag, a comment and their like. Behind the tag of an element whose text is
// left alone, all is up to its end.
func (n *paragraph) angle(at int) int {
	s := n.s[at:]
	if m := autolink.FindString(s); m != "" {
		return n.close(at, at+len(m))
	}
	for _, c := range [...][2]string{{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}} {
		if strings.HasPrefix(s, c[0]) {
			return n.until(at, at+len(c[0]), c[1], at+1)
		}
	}
	length, more := inlineTag(s)
	switch {
	case more:
		return n.wait(at, at+1)
	case length == 0:
		return at + 1
	}
	n.close(at, at+length)
	name := tagName(s)
	if s[1] == '/' || s[length-2] == '/' || !isLeftAlone(name) {
		return at + length
	}
	plain := length == len("<>")+len(name) // in a log that may be a type's name: List<A>
	if n.final && !plain && !n.has("</"+name, at+length) {
		return n.close(at, len(n.s))
	}
	return n.until(at, at+length, "</"+name, at+length)
}

// until leaves all alone from at to an end that stands from a byte on; other is the next byte where there is none.
func (n *paragraph) until(at, from int, end string, other int) int {
	if !n.has(end, from) {
		return n.wait(at, other)
	}
	return n.close(at, from+strings.Index(n.lower[from:], end)+len(end))
}

// has reports whether a text stands from a byte on.
func (n *paragraph) has(text string, from int) bool {
	if n.ended == nil {
		n.ended = map[string]int{}
		n.lower = lowerASCII(n.s)
	}
	last, known := n.ended[text]
	if !known {
		last = strings.LastIndex(n.lower, text)
		n.ended[text] = last
	}
	return last >= from
}

// lowerASCII puts ASCII letters in lower case and keeps the length.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// bracket reads the end of a bracket: of a link or image where an address follows, and of the first part of [a][b].
func (n *paragraph) bracket(at int) int {
	if len(n.open) == 0 {
		return at + 1
	}
	from := n.open[len(n.open)-1]
	rest := n.s[at+1:]
	length, more := 0, false
	if strings.HasPrefix(rest, "(") {
		length, more = linkTail(rest)
	}
	if more && !n.final {
		return -1 - n.open[0]
	}
	n.open = n.open[:len(n.open)-1]
	switch {
	case length > 0:
		return n.close(from, at+1+length)
	case strings.HasPrefix(rest, "[") && n.isReference(from, at):
		n.close(from, at+1)
	}
	return at + 1
}

// isReference reports whether a bracket and the next one are [a][b] or [a][], and not part of a longer row of brackets, as
// logs have them.
func (n *paragraph) isReference(from, at int) bool {
	if from > 0 && n.s[from-1] == ']' {
		return false
	}
	label := n.s[at+2:]
	end := strings.IndexAny(label, "[]\n")
	return end >= 0 && label[end] == ']' && !strings.HasPrefix(label[end+1:], "[") && !strings.HasPrefix(label[end+1:], "(")
}

// address reads an address with its scheme.
func (n *paragraph) address(at int) int {
	if !strings.HasPrefix(n.s[at:], "://") {
		return at + 1
	}
	from := at
	for from > 0 && at-from < 32 && isScheme(n.s[from-1]) {
		from--
	}
	to := at + strings.IndexAny(n.s[at:]+" ", " \t\r\n<>`\"")
	n.close(from, to) // a bracket in it may be the end of a link's text all the same
	return at + len("://")
}

func isScheme(c byte) bool {
	return isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'
}
