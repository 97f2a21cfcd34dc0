package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdown writes a line.
func (l *htmlLine) markdown() string {
	texts := trimStyles(l.texts, func(s *style) { s.bold, s.italic, s.code = false, false, false })
	texts = trimStyles(texts, func(s *style) { s.href = "" })
	m := &marker{}
	for len(texts) > 0 {
		n := same(texts, func(s style) any { return s.href })
		m.link(texts[:n], texts[n:])
		texts = texts[n:]
	}
	md := strings.Trim(m.out.String(), " ")
	if md != "" && l.bullet {
		md = "• " + md
	}
	return md
}

// trimStyles takes the spaces at both ends of each text in a style out of that style: Markdown has no mark beside a space.
func trimStyles(texts []styled, clear func(*style)) (list []styled) {
	for _, t := range texts {
		plain := t.style
		clear(&plain)
		if text := strings.Trim(t.text, " "); text != t.text && plain != t.style {
			before, after, _ := strings.Cut(t.text, text)
			list = appendStyled(list, styled{plain, before})
			list = appendStyled(list, styled{t.style, text})
			t = styled{plain, after}
		}
		list = appendStyled(list, t)
	}
	return list
}

func appendStyled(list []styled, t styled) []styled {
	n := len(list)
	switch {
	case t.text == "":
	case n > 0 && list[n-1].style == t.style:
		list[n-1].text += t.text
	default:
		list = append(list, t)
	}
	return list
}

// same counts the texts at the beginning that have a property in common.
func same(texts []styled, of func(style) any) int {
	for i := range texts {
		if of(texts[i].style) != of(texts[0].style) {
			return i
		}
	}
	return len(texts)
}

// marker writes texts with their marks.
type marker struct {
	out    strings.Builder
	marked bool // it ends in a mark of emphasis, beside which no other can stand
}

// link writes texts that are one link, or none.
func (m *marker) link(texts, after []styled) {
	if href := texts[0].href; href != "" {
		m.out.WriteString("[")
		m.marked = false
		m.texts(texts, ']')
		m.out.WriteString("](" + href + ")")
		m.marked = false
		return
	}
	next := first(after)
	if len(after) > 0 {
		next = '[' // of a link
	}
	m.texts(texts, next)
}

// texts writes texts in several styles, before some character.
func (m *marker) texts(texts []styled, next rune) {
	for len(texts) > 0 {
		n := same(texts, func(s style) any { return [2]bool{s.bold, s.italic} })
		after := first(texts[n:])
		if n == len(texts) {
			after = next
		}
		m.emphasis(texts[:n], after)
		texts = texts[n:]
	}
}

// emphasis writes texts between the marks of their style, where CommonMark would read them as such.
func (m *marker) emphasis(texts []styled, next rune) {
	var b strings.Builder
	for i, t := range texts {
		if i == 0 && strings.HasSuffix(m.out.String(), "`") {
			t.code = false // two spans of code side by side would be one
		}
		b.WriteString(t.markdown())
	}
	md := b.String()
	mark := texts[0].mark()
	before, _ := utf8.DecodeLastRuneInString(m.out.String())
	if m.out.Len() == 0 {
		before = ' '
	}
	opening, _ := utf8.DecodeRuneInString(md)
	closing, _ := utf8.DecodeLastRuneInString(md)
	if m.marked || !flanks(before, opening) || !flanks(next, closing) {
		mark = ""
	}
	m.out.WriteString(mark + md + mark)
	m.marked = mark != ""
}

func (s style) mark() string {
	mark := ""
	if s.bold {
		mark = "**"
	}
	if s.italic {
		mark += "*"
	}
	return mark
}

// flanks tells whether a mark may stand between a character outside and one inside (CommonMark section 6.2).
func flanks(outside, inside rune) bool {
	return !unicode.IsSpace(inside) && (!isMark(inside) || unicode.IsSpace(outside) || isMark(outside))
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// first is the first character of the Markdown of what follows; the end counts as a space.
func first(texts []styled) rune {
	if len(texts) == 0 {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(texts[0].markdown())
	return r
}

// markdown is a text without its emphasis and link.
func (t styled) markdown() string {
	if t.code {
		return codeSpan(t.text)
	}
	return escapeText(t.text, t.href != "")
}

// codeSpan puts a text between as many backticks as it needs (CommonMark section 6.1).
func codeSpan(text string) string {
	longest, run := 0, 0
	for _, b := range []byte(text) {
		run++
		if b != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// escapeText makes a text literal. Only what would be Markdown is escaped, so that people who translate it see few
// backslashes; at the ends, where the neighbour is not known, all that could be.
func escapeText(text string, inLink bool) string {
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case c == '&' && startsReference(text[i+1:]):
			b.WriteString("&amp;")
			continue
		case isSpecial(text, i, inLink):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isSpecial(text string, i int, inLink bool) bool {
	next := byte(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch text[i] {
	case '*', '`', '~':
		return true
	case '_':
		return !isInWord(text, i)
	case '\\':
		return next < utf8.RuneSelf && !isAlnum(next)
	case '<':
		return next == 0 || isAlnum(next) || strings.IndexByte("/!?", next) >= 0
	case '[':
		return inLink
	case ']':
		return inLink || next == 0 || next == '('
	case '!':
		return next == 0
	}
	return false
}

// isInWord tells whether letters or digits stand on both sides.
func isInWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isAlnum(b byte) bool { return b < utf8.RuneSelf && isWord(rune(b)) }

func startsReference(after string) bool { return after == "" || after[0] == '#' || isAlnum(after[0]) }

// destination writes the target of a link so that it ends where it should (CommonMark section 6.3). It is empty for none.
// Line ends and tabs in it do not count, as for browsers.
func destination(href string) string {
	href = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.Trim(href, " \t\r\n\f"))
	var b strings.Builder
	for i := range len(href) {
		switch c := href[i]; {
		case c <= ' ' || c == 0x7f || strings.IndexByte("<>()`\\\"", c) >= 0:
			b.WriteString("%" + strings.ToUpper(string("0123456789abcdef"[c>>4])+string("0123456789abcdef"[c&15])))
		case c == '&' && startsReference(href[i+1:]):
			b.WriteString("&amp;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
