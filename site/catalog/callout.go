package catalog

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// calloutMark is what makes a callout of a blockquote: the ? and ! that Chinese vendors' documents use, or GitHub's alerts.
var calloutMark = regexp.MustCompile(`^\s*(?:\?|![^\[]|\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*)`)

var markTones = map[byte]string{'?': "note", '!': "important"}

// atBlockquote reads a blockquote as a callout if it is marked as one and holds nothing but text; else its content counts
// as if it stood outside.
func (d *document) atBlockquote(n *ast.Blockquote) bool {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || !onlyText(n) {
		return false
	}
	tone, text := splitMark(d.paragraphText(first))
	if tone == "" {
		return false
	}
	parts := []string{text}
	for c := first.NextSibling(); c != nil; c = c.NextSibling() {
		parts = append(parts, d.paragraphText(c))
	}
	d.note(Callout{Tone: tone, Text: strings.TrimSpace(strings.Join(parts, "\n\n")), Pos: d.src.pos(first.Lines().At(0).Start)})
	return true
}

// splitMark returns the tone that a paragraph's mark stands for and the text after the mark; no tone where it has none.
func splitMark(text string) (tone, rest string) {
	m := calloutMark.FindStringSubmatch(text)
	if m == nil {
		return "", text
	}
	if m[1] != "" {
		return strings.ToLower(m[1]), strings.TrimSpace(text[len(m[0]):])
	}
	trimmed := strings.TrimSpace(text)
	return markTones[trimmed[0]], strings.TrimSpace(trimmed[1:])
}

// onlyText tells whether a blockquote holds paragraphs and lists only.
func onlyText(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph && c.Kind() != ast.KindTextBlock {
			return false
		}
	}
	return true
}

func (d *document) paragraphText(n ast.Node) string {
	return strings.TrimSpace(string(n.Lines().Value(d.src.bytes)))
}

// note files a callout under the heading where it stands, or under the catalogue before the first heading.
func (d *document) note(c Callout) {
	d.problems(c.Text, c.Pos)
	if h := d.outline.current; h != nil {
		h.notes = append(h.notes, c)
		d.closing = append(d.closing, closingNote{h, c})
		return
	}
	d.catalog.Notes = append(d.catalog.Notes, c)
}

// closingNote is a callout with no table after it so far.
type closingNote struct {
	heading *heading
	callout Callout
}

// moveClosingNotes gives the callouts that close the document to the catalogue: after the last table they speak of all of
// it.
func (d *document) moveClosingNotes() {
	for _, c := range d.closing {
		c.heading.notes = c.heading.notes[:len(c.heading.notes)-1]
	}
	for _, c := range d.closing {
		d.catalog.Notes = append(d.catalog.Notes, c.callout)
	}
}
