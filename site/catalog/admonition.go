package catalog

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// admonitionStart is what opens an admonition: ":::note Title" of Docusaurus and VuePress, "!!! note" of MkDocs.
var admonitionStart = regexp.MustCompile(`^(?::{3,}|!{3}|\?{3}\+?)\s*\{?([A-Za-z]+)`)

var admonitionTones = map[string]string{
	"note": "note", "info": "note", "abstract": "note", "example": "note", "quote": "note", "details": "note", "seealso": "note",
	"tip": "tip", "hint": "tip", "success": "tip", "important": "important", "warning": "warning", "attention": "warning",
	"caution": "caution", "danger": "caution", "error": "caution", "failure": "caution", "bug": "caution",
}

// atAdmonition reads a paragraph that opens an admonition as a note, with the lines up to the one that closes it. What
// follows after a blank line within ":::" belongs to it too, as far as it is text.
func (d *document) atAdmonition(n ast.Node) bool {
	first := strings.TrimSpace(d.line(n, 0))
	m := admonitionStart.FindStringSubmatch(first)
	if m == nil {
		return false
	}
	tone, ok := admonitionTones[strings.ToLower(m[1])]
	if !ok {
		return false
	}
	start := n.Lines().At(0)
	var parts []string
	closed := d.admonitionLines(n, 1, &parts)
	for goesOn := !closed && strings.HasPrefix(first, ":") && d.closesBelow(n); goesOn && !closed; {
		next := n.NextSibling()
		parts = append(parts, "")
		closed = d.admonitionLines(next, 0, &parts)
		next.Parent().RemoveChild(next.Parent(), next)
	}
	if code, isCode := n.NextSibling().(*ast.CodeBlock); isCode && len(parts) == 0 {
		parts = append(parts, string(code.Lines().Value(d.src.bytes)))
	}
	if text := strings.TrimSpace(strings.Join(parts, "\n")); text != "" {
		d.note(Callout{Tone: tone, Text: text, Pos: d.src.pos(start.Start)})
	}
	return true
}

// admonitionLines adds a paragraph's lines from a certain one on, and tells whether the closing ":::" was among them.
func (d *document) admonitionLines(n ast.Node, from int, parts *[]string) (closed bool) {
	for i := from; i < n.Lines().Len(); i++ {
		line := strings.TrimSpace(d.line(n, i))
		if isClosing(line) {
			return true
		}
		*parts = append(*parts, line)
	}
	return false
}

// isClosing tells whether a line is colons alone.
func isClosing(line string) bool { return len(line) >= 3 && strings.Trim(line, ":") == "" }

// closesBelow tells whether a line that closes an admonition stands in the paragraphs right below, with no other one begun
// before it.
func (d *document) closesBelow(n ast.Node) bool {
	for next := n.NextSibling(); next != nil && next.Kind() == ast.KindParagraph; next = next.NextSibling() {
		for i := range next.Lines().Len() {
			line := strings.TrimSpace(d.line(next, i))
			if isClosing(line) {
				return true
			}
			if admonitionStart.MatchString(line) || isLostHeading([]byte(line)) {
				return false
			}
		}
	}
	return false
}

func (d *document) line(n ast.Node, i int) string {
	seg := n.Lines().At(i)
	return string(seg.Value(d.src.bytes))
}
