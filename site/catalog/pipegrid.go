package catalog

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/text"

	"errbook/site/diag"
	"errbook/site/prose"
)

// pipeGrid makes a grid of a pipe table, with the problems of rows whose cells do not fit its columns. Rows that are lost
// by them still tell what the columns hold.
func (d *document) pipeGrid(n *tableNode) grid {
	g := grid{pos: d.src.pos(n.header.line.Start)}
	for _, c := range n.header.cells {
		g.header = append(g.header, d.pipeCell(c))
	}
	if n.columns != len(g.header) {
		d.report(diag.Warnf(g.pos, RuleNoTable, "the header has %s, and the row of dashes below it has %d, which is no table for other readers of Markdown; make them equal",
			count(len(g.header), "column"), n.columns))
	}
	for len(g.header) < n.columns {
		g.header = append(g.header, cell{pos: g.pos})
	}
	before := len(d.list)
	for _, r := range n.rows {
		cells, ok := d.fitCells(r, len(g.header))
		if len(cells) == 0 {
			continue
		}
		row := gridRow{pos: d.src.pos(trim(r.line, d.src.bytes).Start), lost: !ok}
		for _, c := range cells {
			row.cells = append(row.cells, d.pipeCell(c))
		}
		for len(row.cells) < len(g.header) {
			row.cells = append(row.cells, cell{pos: row.pos})
		}
		g.rows = append(g.rows, row)
	}
	g.problems, d.list = slices.Clone(d.list[before:]), d.list[:before]
	return g
}

// pipeCell reads a cell. An empty anchor in it is dropped, and so is the way back to where each byte of the cell stands.
func (d *document) pipeCell(seg text.Segment) cell {
	x := cellExcerpt(seg, d.src.bytes)
	md := x.text.String()
	if bare := strings.TrimSpace(emptyAnchor.ReplaceAllString(md, "")); bare != md {
		return cell{md: bare, plain: prose.Plain(bare), pos: d.src.pos(seg.Start)}
	}
	return cell{md: md, plain: prose.Plain(md), pos: d.src.pos(seg.Start), source: x}
}

// fitCells compares a row's cells with its table's columns. Cells beyond the last column are no fault if they are empty, or
// if the pipe that makes them stands in a code span.
func (d *document) fitCells(r row, want int) ([]text.Segment, bool) {
	cells := r.cells
	if len(cells) > want {
		return d.surplus(r, want)
	}
	switch pos := d.src.pos(trim(r.line, d.src.bytes).Start); {
	case len(cells) == 1 && want > 1 && !d.isRow(r):
		d.report(diag.Warnf(pos, RuleTooFewCells, "the line is passed over: it stands right below a table, but has no |; put a blank line above a text"))
		return nil, false
	case len(cells) < want && !d.isTitle(r):
		d.report(diag.Warnf(pos, RuleTooFewCells, "the row has %s, and its table has %d columns; the last are taken as empty", count(len(cells), "cell"), want))
	}
	return cells, true
}

// isTitle tells whether a row is one bold text alone.
func (d *document) isTitle(r row) bool {
	return len(r.cells) == 1 && isBold(strings.Trim(cellText(r.cells[0], d.src.bytes), "| "))
}

func (d *document) surplus(r row, want int) ([]text.Segment, bool) {
	var lost []string
	for _, c := range r.cells[want:] {
		if t := cellText(c, d.src.bytes); t != "" {
			lost = append(lost, t)
		}
	}
	if len(lost) == 0 {
		return r.cells[:want], true
	}
	if joined := joinSpans(r.cells, d.src.bytes); len(joined) == want {
		d.report(diag.Warnf(d.src.pos(r.cells[want].Start), RuleTooManyCells,
			"a | in a code span is taken as text here, but ends a cell for other readers of Markdown; write it as \\|"))
		return joined, true
	}
	d.report(diag.Errorf(d.src.pos(r.cells[want].Start), RuleTooManyCells,
		"the row has %d cells, and its table has %d columns, so %q would be lost; write a | that belongs to a text as \\|",
		len(r.cells), want, clip(strings.Join(lost, " | "))))
	return r.cells[:want], false
}

// joinSpans joins cells between which a code span is open.
func joinSpans(cells []text.Segment, source []byte) (joined []text.Segment) {
	open := false
	for _, c := range cells {
		if open {
			joined[len(joined)-1].Stop = c.Stop
		} else {
			joined = append(joined, c)
		}
		if bytes.Count(source[c.Start:c.Stop], []byte("`"))%2 == 1 {
			open = !open
		}
	}
	return joined
}

// isRow tells whether a row of one cell is more than a line of text: it has a pipe, or could be a code alone.
func (d *document) isRow(r row) bool {
	value := r.line.Value(d.src.bytes)
	return bytes.ContainsRune(value, '|') || looksLikeCode(prose.Line(prose.Plain(string(value))))
}

// isBold tells whether a Markdown text is bold from end to end.
func isBold(md string) bool {
	for _, mark := range []string{"**", "__"} {
		inner, ok := strings.CutPrefix(md, mark)
		if inner, ok2 := strings.CutSuffix(inner, mark); ok && ok2 && inner != "" && !strings.Contains(inner, mark) {
			return true
		}
	}
	return false
}
