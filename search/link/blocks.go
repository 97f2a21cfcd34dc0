package link

import (
	"regexp"
	"strings"
)

// blocks follows the block structure of Markdown (CommonMark 0.31 sections 4 and 5), as far as that decides what is code, HTML
// or a definition, and where paragraphs begin and end.
type blocks struct {
	fence     fence
	html      string // what ends the HTML block that the text is in, in lower case; "" in none
	quote     int    // depth of block quotes
	list      int    // column at which the text of the list item begins, 0 in none
	blank     bool   // the line before was blank
	begun     bool   // there was a line before
	code      bool   // in indented code
	paragraph bool
}

// fence is a fenced code block; length 0 is none.
type fence struct {
	char                byte
	length, quote, list int
}

// block is what a line is.
type block struct {
	leave  bool // no link may stand on it
	fresh  bool // no construct reaches into it from the line before
	solo   bool // nor beyond its end
	marker int  // bytes up to the end of the marker of an ordered list, else 0
}

// untilBlank ends an HTML block at a blank line.
const untilBlank = "\n"

// tabStop is how many columns a tab fills up, and how far code is indented.
const tabStop = 4

var (
	listMarker = regexp.MustCompile(`^(?:[-+*]|([0-9]{1,9})[.)])(?:[ \t]+|$)`)
	fenceOpen  = regexp.MustCompile("^(?:(`{3,})[^`]*|(~{3,}).*)$")
	heading    = regexp.MustCompile(`^#{1,6}(?:[ \t]|$)`)
	thematic   = regexp.MustCompile(`^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$`)
	definition = regexp.MustCompile(`^\[[^\[\]^][^\[\]]*\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$`)
	htmlMarked = regexp.MustCompile(`(?i)^<(?:(script|pre|style|textarea)(?:[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![a-z]))`)
	htmlBlock  = regexp.MustCompile(`(?i)^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|/>|$)`)
	markedEnds = []string{"", "-->", "?>", "]]>", ">"}
)

// next takes the next line, without its line feed.
func (b *blocks) next(s string) block {
	if b.inFence(s) || b.inHTML(s) {
		return block{leave: true}
	}
	depth, rest := quotes(s, -1)
	fresh := depth != b.quote
	if fresh {
		b.paragraph, b.list, b.code = false, 0, false
	}
	blank := b.blank || !b.begun || fresh && depth > b.quote
	b.quote, b.begun = depth, true
	indent, text := indentOf(rest)
	if b.blank = text == ""; b.blank {
		b.paragraph = false
		return block{leave: true}
	}
	if (blank || !b.paragraph) && indent < b.list && !listMarker.MatchString(text) {
		b.list = 0
	}
	if !b.paragraph && (blank || b.code) && indent >= b.list+tabStop {
		b.code = true
		return block{leave: true}
	}
	b.code = false
	return b.begins(s, text, indent, fresh)
}

// begins tells what a line is that is neither blank nor indented code. text is what stands behind its indentation.
func (b *blocks) begins(s, text string, indent int, fresh bool) block {
	ordered := false
	for range 8 {
		m := listMarker.FindStringSubmatch(text)
		if m == nil || m[1] != "" && m[1] != "1" && b.paragraph || thematic.MatchString(text) {
			break
		}
		ordered = ordered || m[1] != ""
		b.list, fresh, b.paragraph = indent+len(m[0]), true, false
		indent, text = b.list, text[len(m[0]):]
	}
	out := block{fresh: fresh || !b.paragraph}
	if ordered {
		out.marker = len(s) - len(text)
	}
	switch {
	case b.opens(text):
		b.paragraph = false
		return block{leave: true}
	case !b.paragraph && definition.MatchString(text):
		return block{leave: true}
	case heading.MatchString(text), thematic.MatchString(text):
		b.paragraph = false
		out.fresh, out.solo = true, true
	case text != "" && text[0] == '|': // a row of a table
		b.paragraph = true
		out.fresh, out.solo = true, true
	default:
		b.paragraph = text != ""
	}
	return out
}

// inFence reports whether a line belongs to a fenced code block, its end included.
func (b *blocks) inFence(s string) bool {
	f := b.fence
	if f.length == 0 {
		return false
	}
	depth, rest := quotes(s, f.quote)
	indent, text := indentOf(rest)
	if depth < f.quote || text != "" && indent < f.list {
		b.fence = fence{} // what it stands in has ended
		return false
	}
	run := len(text) - len(strings.TrimLeft(text, string(f.char)))
	if run >= f.length && indent < f.list+tabStop && strings.TrimRight(text[run:], " \t") == "" {
		b.fence = fence{}
	}
	b.blank = false
	return true
}

// inHTML reports whether a line belongs to an HTML block. A blank line that ends one does not.
func (b *blocks) inHTML(s string) bool {
	switch {
	case b.html == "":
		return false
	case b.html != untilBlank:
		if indexFold(s, b.html) >= 0 {
			b.html = ""
		}
		b.blank = false
		return true
	case strings.TrimLeft(s, "> \t") == "":
		b.html = ""
		return false
	}
	return true
}

// opens reports whether a text begins a fenced code block or an HTML block.
func (b *blocks) opens(text string) bool {
	if m := fenceOpen.FindStringSubmatch(text); m != nil {
		b.fence = fence{text[0], len(m[1]) + len(m[2]), b.quote, b.list}
		return true
	}
	if text == "" || text[0] != '<' {
		return false
	}
	if m := htmlMarked.FindStringSubmatch(text); m != nil {
		end := "</" + strings.ToLower(m[1]) + ">"
		for i, which := range m[2:] {
			if which != "" {
				end = markedEnds[i+1]
			}
		}
		if indexFold(text[len(m[0]):], end) < 0 {
			b.html = end
		}
		return true
	}
	if htmlBlock.MatchString(text) || !b.paragraph && isTagAlone(text) {
		b.html = untilBlank
		return true
	}
	return false
}

// isTagAlone reports whether nothing but one tag stands in a text.
func isTagAlone(text string) bool {
	n, _ := inlineTag(text)
	return n > 0 && strings.TrimSpace(text[n:]) == ""
}

// quotes takes up to most markers of block quotes off a line, and all where most is negative.
func quotes(s string, most int) (depth int, rest string) {
	for depth != most {
		trimmed := strings.TrimLeft(s, " ")
		if len(s)-len(trimmed) >= tabStop || !strings.HasPrefix(trimmed, ">") {
			break
		}
		s = strings.TrimPrefix(trimmed[1:], " ")
		depth++
	}
	return depth, s
}

// indentOf returns by how many columns a line is indented, and what stands behind that.
func indentOf(s string) (columns int, text string) {
	for i := range len(s) {
		switch s[i] {
		case ' ':
			columns++
		case '\t':
			columns += tabStop - columns%tabStop
		default:
			return columns, s[i:]
		}
	}
	return columns, ""
}

// indexFold is strings.Index for ASCII letters of either case; what begins with a sign.
func indexFold(s, what string) int {
	return strings.Index(lowerASCII(s), what)
}
