package catalog

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// calloutMark is what makes a callout of a blockquote: the ? and ! that Chinese vendors' documents use, or GitHub's alerts.
var calloutMark = regexp.MustCompile(`(?i)^(?:([?!])|\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])`)

// atBlockquote reads a blockquote as a callout if it starts with a mark. What stands in it from the first block on that is
// no text, such as a table, counts as if it stood outside, and so does all of a blockquote without a mark.
func (d *document) atBlockquote(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok {
		d.walk(n.FirstChild())
		return
	}
	line := trim(first.Lines().At(0), d.src.bytes)
	tone, length := splitMark(string(line.Value(d.src.bytes)))
	if tone == "" {
		d.walk(first)
		return
	}
	lines := text.NewSegments()
	lines.AppendAll(first.Lines().Sliced(0, first.Lines().Len()))
	lines.Set(0, text.NewSegment(line.Start+length, first.Lines().At(0).Stop))
	var x excerpt
	x.paragraph(d.src.bytes, lines, "")
	rest := first.NextSibling()
	for ; rest != nil && d.takeText(&x, rest, ""); rest = rest.NextSibling() {
		continue
	}
	if x.text.Len() > 0 {
		d.problems(&x)
		d.note(Callout{Tone: tone, Text: strings.TrimSpace(x.text.String()), Pos: d.src.pos(line.Start)})
	}
	d.walk(rest)
}

// splitMark returns the tone that a line's mark stands for and the length of the mark; no tone where it has none.
func splitMark(line string) (tone string, length int) {
	m := calloutMark.FindStringSubmatch(line)
	if m == nil {
		return "", 0
	}
	next := line[len(m[0]):]
	switch {
	case m[2] != "":
		return strings.ToLower(m[2]), len(m[0])
	case m[1] == "?":
		return "note", 1
	case strings.HasPrefix(next, "["): // an image
		return "", 0
	}
	return "important", 1
}

// takeText takes a paragraph or a list of paragraphs into a callout, an item of a list as a paragraph that starts with its
// mark. It reports false for any other block, and for a line that is meant as a heading.
func (d *document) takeText(x *excerpt, n ast.Node, prefix string) bool {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if d.hasLostHeading(n) {
			return false
		}
		x.paragraph(d.src.bytes, n.Lines(), prefix)
		return true
	case *ast.List:
		return onlyText(n) && d.takeItems(x, n)
	}
	return false
}

func (d *document) takeItems(x *excerpt, list *ast.List) bool {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		prefix := "- "
		if list.IsOrdered() {
			prefix = strconv.Itoa(number) + ". "
			number++
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			d.takeText(x, c, prefix)
			prefix = ""
		}
	}
	return true
}

// onlyText tells whether a list holds nothing but paragraphs and lists of them.
func onlyText(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindList, ast.KindListItem:
			if !onlyText(c) {
				return false
			}
		case ast.KindParagraph, ast.KindTextBlock:
		default:
			return false
		}
	}
	return true
}

// note files a callout under the heading where it stands, or under the catalogue before the first heading.
func (d *document) note(c Callout) {
	if h := d.outline.current; h != nil {
		h.notes = append(h.notes, c)
		d.closing = append(d.closing, closingNote{h, c})
		return
	}
	d.catalog.Notes = append(d.catalog.Notes, c)
}

// closingNote is a callout with no code table after it so far.
type closingNote struct {
	heading *heading
	callout Callout
}

// closingNotes takes the callouts that close the document from their headings: after the last table they speak of all of
// the catalogue. Those of the title are the catalogue's already.
func (d *document) closingNotes(title *heading) (notes []Callout) {
	for _, c := range d.closing {
		if c.heading != title {
			c.heading.notes = c.heading.notes[:len(c.heading.notes)-1]
			notes = append(notes, c.callout)
		}
	}
	return notes
}
