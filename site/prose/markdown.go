package prose

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Markdown writes a message again as CommonMark (with GFM's strikethrough), so that whatever reads it shows what Inline
// does: what is no markup to Inline, such as raw HTML or a list, is escaped; a refused link is its text, an image a link.
// Where that cannot be written, because the markup of the result would read otherwise, the plain text stands for it.
func Markdown(src string) string {
	if isSimple(src) {
		return guardLines(strings.ToValidUTF8(src, "\uFFFD"))
	}
	return markdownOf(inlineOnly, src, Plain)
}

// MarkdownBlock does the same for a longer text, with GFM's tables. Its headings start at level 3.
func MarkdownBlock(src string) string { return markdownOf(document, src, PlainBlock) }

// isSimple tells whether a message is nothing but words.
func isSimple(src string) bool { return !strings.ContainsAny(src, "\\`*_[]<>&~|!#\n\r") }

func markdownOf(d dialect, src string, plain func(string) string) string {
	if len(src) > d.limit {
		return EscapeMarkdown(string(valid(src)))
	}
	tree, source := d.parse(src)
	demoteHeadings(tree)
	w := &markdownWriter{source: source, joinsWide: d.limit == document.limit}
	out := w.blocks(tree)
	if unspaced(PlainBlock(out)) != unspaced(plain(src)) {
		return EscapeMarkdown(plain(src))
	}
	return out
}

// unspaced is a text without white space.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// markdownWriter writes the tree of a text as Markdown.
type markdownWriter struct {
	source    []byte
	joinsWide bool // a line break between two wide characters is none, as Block has it
}

// blocks writes the blocks within a node, a blank line between them.
func (w *markdownWriter) blocks(n ast.Node) string {
	var list []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := w.block(c); s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, "\n\n")
}

func (w *markdownWriter) block(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Heading:
		return strings.Repeat("#", n.Level) + " " + oneLine(w.inlines(n))
	case *ast.List:
		return w.list(n)
	case *ast.Blockquote:
		return Quoted(w.blocks(n))
	case *ast.FencedCodeBlock:
		return fenced(string(n.Lines().Value(w.source)), string(n.Language(w.source)))
	case *ast.CodeBlock:
		return fenced(string(n.Lines().Value(w.source)), "")
	case *ast.HTMLBlock:
		return fenced(blockText(n, w.source), "")
	case *ast.ThematicBreak:
		return "___"
	case *extast.Table:
		return w.table(n)
	case *ast.Paragraph, *ast.TextBlock:
		return guardLines(w.inlines(n))
	}
	return w.blocks(n)
}

// Quoted makes a block quote of Markdown.
func Quoted(md string) string {
	lines := strings.Split(md, "\n")
	for i, l := range lines {
		if lines[i] = ">"; l != "" {
			lines[i] = "> " + l
		}
	}
	return strings.Join(lines, "\n")
}

// Indented indents all lines of Markdown but the first, for an item of a list.
func Indented(md string, by int) string {
	lines := strings.Split(md, "\n")
	for i, l := range lines {
		if i > 0 && l != "" {
			lines[i] = strings.Repeat(" ", by) + l
		}
	}
	return strings.Join(lines, "\n")
}

// list writes a list with the marks that it has, because two lists of one mark after each other would be one.
func (w *markdownWriter) list(n *ast.List) string {
	between := "\n\n"
	if n.IsTight {
		between = "\n"
	}
	var items []string
	for c, number := n.FirstChild(), n.Start; c != nil; c, number = c.NextSibling(), number+1 {
		mark := string(n.Marker)
		if n.IsOrdered() {
			mark = strconv.Itoa(number) + mark
		}
		item := w.item(c, n.IsTight)
		items = append(items, strings.TrimRight(mark+" "+Indented(item, len(mark)+1), " "))
	}
	return strings.Join(items, between)
}

// item writes what an item holds. In a tight list another list may follow a line without a blank one, if it may interrupt a
// paragraph (CommonMark section 5.3).
func (w *markdownWriter) item(n ast.Node, tight bool) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s := w.block(c)
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			inner, isList := c.(*ast.List)
			if !tight || !isList || inner.IsOrdered() && inner.Start != 1 || isBareMark(s) {
				b.WriteByte('\n')
			}
		}
		b.WriteString(s)
	}
	return b.String()
}

// isBareMark tells whether a list starts with an empty item, which interrupts no paragraph.
func isBareMark(list string) bool {
	first, _, _ := strings.Cut(list, "\n")
	return !strings.Contains(first, " ")
}

// fenced is a code block with a fence that its content does not have.
func fenced(content, info string) string {
	fence := strings.Repeat("`", max(3, longestRun(content, '`')+1))
	if strings.ContainsAny(info, "`\\&") {
		info = ""
	}
	if content != "" && !strings.HasSuffix(content, "\n") {
		content += "\n"
	}
	return fence + info + "\n" + content + fence
}

func longestRun(s string, c byte) (longest int) {
	run := 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// table writes a table of GFM. A line break within a cell is <br>, as GFM has no other.
func (w *markdownWriter) table(n *extast.Table) string {
	var rows []string
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, cellText(w.inlines(c)))
		}
		rows = append(rows, "| "+strings.Join(cells, " | ")+" |")
		if len(rows) == 1 {
			rows = append(rows, delimiters(n.Alignments))
		}
	}
	return strings.Join(rows, "\n")
}

func delimiters(list []extast.Alignment) string {
	marks := map[extast.Alignment]string{extast.AlignLeft: ":---", extast.AlignRight: "---:", extast.AlignCenter: ":---:", extast.AlignNone: "---"}
	var b strings.Builder
	for _, a := range list {
		b.WriteString("| " + marks[a] + " ")
	}
	return b.String() + "|"
}

func cellText(md string) string {
	md = strings.ReplaceAll(md, hardBreak, "<br>")
	return strings.TrimSpace(strings.ReplaceAll(md, "\n", " "))
}

func oneLine(md string) string {
	return Line(strings.ReplaceAll(md, hardBreak, " "))
}

// wideBoth tells whether the last character of one text and the first of the next are of scripts without spaces.
func wideBoth(before, after []byte) bool {
	a, _ := utf8.DecodeLastRune(bytes.TrimSpace(before))
	b, _ := utf8.DecodeRune(bytes.TrimSpace(after))
	return isWide(a) && isWide(b)
}
