package catalog

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"errbook/site/diag"
)

// checkLostRows warns of a paragraph that was meant as a table or as part of one: a header and a row of dashes of
// different lengths, or rows cut off from their header by a blank line. GFM takes both for text, and their codes would be
// missing without a word.
func (d *document) checkLostRows(n ast.Node) {
	below := n.PreviousSibling() != nil && n.PreviousSibling().Kind() == kindTable
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		value := bytes.TrimSpace(seg.Value(d.src.bytes))
		columns := delimiterColumns(value)
		cells := len(splitRow(seg, d.src.bytes).cells)
		pos := d.src.pos(trim(seg, d.src.bytes).Start)
		switch {
		case cells > 1 && columns == 0 && (below || bytes.HasPrefix(value, []byte("|"))) && !d.dashesBelow(n, i):
			d.report(diag.Warnf(pos, RuleNoTable, "%q looks like a row of a table, but is passed over as text: "+
				"a table starts with a header and a row of dashes, and a blank line ends it", clip(string(value))))
			return
		}
	}
}

// dashesBelow tells whether a row of dashes stands right below a line.
func (d *document) dashesBelow(n ast.Node, i int) bool {
	if i+1 >= n.Lines().Len() {
		return false
	}
	next := n.Lines().At(i + 1)
	return delimiterColumns(next.Value(d.src.bytes)) > 1
}
