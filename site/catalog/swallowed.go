package catalog

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"errbook/site/diag"
	"errbook/site/prose"
)

var atxHeading = regexp.MustCompile(`^\s{0,3}(#{1,6})[ \t\x{3000}]+(\S.*?)(?:[ \t]+#+)?\s*$`)

// atHTMLBlock looks for headings that an HTML block swallows: one that stands right below a component or a tag, where
// CommonMark (section 4.6) goes on with the block up to a blank line.
func (d *document) atHTMLBlock(n *ast.HTMLBlock) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		m := atxHeading.FindStringSubmatch(string(seg.Value(d.src.bytes)))
		if m == nil || i == 0 {
			continue
		}
		pos := d.src.pos(seg.Start)
		d.report(diag.Warnf(pos, RuleSwallowed, "%q is read as a heading, though for CommonMark it belongs to the HTML above it: put a blank line between them", clip(m[0])))
		made := d.outline.enter(len(m[1]), headingTitle(m[2]), pos)
		made.md, made.end = m[2], seg.Stop
	}
}

// atBoldHeading reads a paragraph of one bold line as a heading where a code table stands right below it.
func (d *document) atBoldHeading(n ast.Node) bool {
	table, ok := n.NextSibling().(*tableNode)
	if !ok || n.Lines().Len() != 1 {
		return false
	}
	line := n.Lines().At(0)
	md := strings.TrimSpace(string(line.Value(d.src.bytes)))
	title := strings.TrimRight(prose.Line(prose.Plain(md)), " :：")
	if !isBold(strings.TrimRight(md, ":：")) || title == "" || !d.holdsCodes(table) {
		return false
	}
	pos := d.src.pos(trim(line, d.src.bytes).Start)
	d.report(diag.Warnf(pos, RuleBoldHeading, "the bold line %q is read as the heading of the table below it: write it as a heading", clip(title)))
	d.outline.enterBelow(title, pos)
	return true
}

// holdsCodes tells whether a table will be read as codes.
func (d *document) holdsCodes(n *tableNode) bool {
	var headers []string
	for _, c := range n.header.cells {
		headers = append(headers, prose.Line(prose.Plain(cellText(c, d.src.bytes))))
	}
	var rows [][]string
	for _, r := range n.rows {
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, prose.Plain(cellText(c, d.src.bytes)))
		}
		rows = append(rows, cells)
	}
	return classify(headers, rows, newGivenRoles(d.opt.Columns)).code >= 0
}
