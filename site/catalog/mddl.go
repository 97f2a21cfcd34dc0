package catalog

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"errbook/site/prose"
)

// atMarkdownDefinitions reads paragraphs that make a definition list in the manner of PHP Markdown Extra: a line with the
// term, and below it lines that start with a colon. It reports false for a list of anything else than codes.
func (d *document) atMarkdownDefinitions(n ast.Node) bool {
	if _, within := d.definitionIn(n.PreviousSibling()); within {
		return false // the list was looked at from its start
	}
	var list []definition
	var nodes []ast.Node
	for p := n; p != nil; p = p.NextSibling() {
		def, ok := d.definitionIn(p)
		if !ok {
			break
		}
		list, nodes = append(list, def), append(nodes, p)
	}
	if len(list) == 0 || !d.atDefinitions(list) {
		return false
	}
	for _, p := range nodes[1:] {
		p.Parent().RemoveChild(p.Parent(), p)
	}
	return true
}

// definitionIn reads a paragraph that is a term with its definition.
func (d *document) definitionIn(n ast.Node) (definition, bool) {
	p, ok := n.(*ast.Paragraph)
	if !ok || p.Lines().Len() < 2 {
		return definition{}, false
	}
	first := trim(p.Lines().At(0), d.src.bytes)
	if second := strings.TrimSpace(d.line(p, 1)); !strings.HasPrefix(second, ": ") {
		return definition{}, false
	}
	var parts []string
	for i := 1; i < p.Lines().Len(); i++ {
		parts = append(parts, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(d.line(p, i)), ": ")))
	}
	below := trim(p.Lines().At(1), d.src.bytes)
	md, text := string(first.Value(d.src.bytes)), prose.Joined(parts)
	return definition{
		term: cell{md: md, plain: prose.Plain(md), pos: d.src.pos(first.Start)},
		text: cell{md: text, plain: prose.Plain(text), pos: d.src.pos(below.Start + len(": "))},
	}, true
}
