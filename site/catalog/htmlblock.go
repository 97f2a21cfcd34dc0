package catalog

import (
	"bytes"
	"regexp"
)

// blockState follows the blocks of a document as far as that is needed to tell code from text: fences, indented code, and
// the blockquotes and list items around them (CommonMark sections 4.4, 4.5 and 5).
type blockState struct {
	quotes int  // marks of blockquotes before the line
	base   int  // the column where the text of the innermost list item begins
	blank  bool // the line before was blank, or there was none
	code   bool // the line before was indented code
	tagged bool // the last line that was not indented began with a tag, as those of components do
	began  bool
	fence  fence
}

// fence is an open fence of code.
type fence struct {
	mark   byte // ` or ~, 0 where none is open
	length int
	quotes int
	base   int
}

// next reads the next line. It tells where the line's text begins, or that it has none: it is blank, or code.
func (s *blockState) next(line []byte) (text int, isText bool) {
	blank := s.blank || !s.began
	s.began = true
	lead := readLead(line)
	s.quotes = lead.quotes
	rest := line[lead.length:]
	empty := isBlankLine(rest)
	if s.fence.mark != 0 && s.inFence(lead, rest, empty) {
		return 0, false
	}
	if s.blank = empty; empty {
		return 0, false
	}
	if s.code = (blank || s.code) && !s.tagged && lead.indent >= s.base+4; s.code {
		return 0, false
	}
	if lead.indent < s.base+4 {
		s.tagged = isTagLine(rest)
	}
	s.enterItem(&lead, line, blank)
	return lead.length, !s.opensFence(lead, line[lead.length:])
}

// inFence tells whether a line still belongs to the open fence. The end of its blockquote or list item ends a fence too.
func (s *blockState) inFence(lead lead, rest []byte, empty bool) bool {
	if lead.quotes < s.fence.quotes || !empty && lead.indent < s.fence.base {
		s.fence, s.blank = fence{}, false
		s.base = min(s.base, lead.indent)
		return false
	}
	text := bytes.TrimRight(rest, " \t\r\n")
	if len(text) >= s.fence.length && len(bytes.Trim(text, string(s.fence.mark))) == 0 {
		s.fence, s.blank = fence{}, false
	}
	return true
}

// enterItem goes past the marks of list items, and out of the items that the line does not belong to.
func (s *blockState) enterItem(lead *lead, line []byte, blank bool) {
	if lead.indent < s.base && (blank || bytes.IndexByte([]byte("#<`~"), line[lead.length]) >= 0) {
		s.base = lead.indent
	}
	for {
		n := len(itemMark.Find(line[lead.length:]))
		if n == 0 {
			return
		}
		inner := readLead(line[lead.length+n:])
		if inner.indent > 3 {
			inner.indent = 0
		}
		lead.length += n + inner.length
		lead.indent += n + inner.indent
		lead.quotes += inner.quotes
		s.base, s.quotes = lead.indent, lead.quotes
		if lead.length >= len(line) {
			return
		}
	}
}

// itemMark is the mark of a list item, with the space after it.
var itemMark = regexp.MustCompile(`^(?:[-+*]|[0-9]{1,9}[.)])[ \t]`)

var fenceMark = regexp.MustCompile("^(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)(?:\n|$)")

func (s *blockState) opensFence(lead lead, text []byte) bool {
	m := fenceMark.FindSubmatch(text)
	if m == nil {
		return false
	}
	mark := append(m[1], m[2]...)
	s.fence = fence{mark: mark[0], length: len(mark), quotes: lead.quotes, base: s.base}
	return true
}

// lead is what stands before a line's text.
type lead struct {
	length int // in bytes
	quotes int
	indent int // in columns, after the last mark of a blockquote
}

// readLead reads spaces and marks of blockquotes. A tab counts as four columns.
func readLead(line []byte) (l lead) {
	for ; l.length < len(line); l.length++ {
		switch line[l.length] {
		case ' ':
			l.indent++
		case '\t':
			l.indent += 4
		case '>':
			l.quotes++
			l.indent = -1 // the space after the mark belongs to it
		default:
			l.indent = max(l.indent, 0)
			return l
		}
	}
	l.indent = max(l.indent, 0)
	return l
}

func isTagLine(text []byte) bool {
	return len(text) > 1 && text[0] == '<' && (text[1] == '/' || text[1]|0x20 >= 'a' && text[1]|0x20 <= 'z')
}
