package catalog

import (
	"strings"

	"errbook/site/diag"
)

// grid is a table of the document in the reader's own form, whether it was written with pipes or as HTML. All rows have as
// many cells as the table has columns: a cell that spans several rows or columns stands in each of them.
type grid struct {
	pos    diag.Position
	header []cell // nil where the table has no row that heads the others
	rows   []gridRow

	problems diag.List // of rows that do not fit; they matter only if the table holds codes
}

// gridRow is one row below the header.
type gridRow struct {
	pos   diag.Position
	cells []cell
	lost  bool // it has more cells than the table, and is not read
	title bool // it has one text only, across all columns: a heading within the table
}

// cell is one cell of a grid.
type cell struct {
	md       string // Markdown, inline
	plain    string // the same as plain text, with line breaks
	pos      diag.Position
	source   *excerpt // where the Markdown stands in the document; nil where it was made from HTML
	repeated bool     // it stands here because a cell above or before it spans to here
}

// textLines lists where the rows stand that have text.
func textLines(rows []gridRow) (list []lines) {
	for _, r := range rows {
		l, text := lines{r.pos.Line, r.pos.Line}, false
		for _, c := range r.cells {
			if !c.repeated {
				l.to = max(l.to, c.pos.Line)
				text = text || strings.ContainsFunc(c.plain, isAlphanumeric)
			}
		}
		if text {
			list = append(list, l)
		}
	}
	return list
}
