package catalog

import (
	"bytes"

	"errbook/site/diag"
	"errbook/site/prose"
)

// htmlRows is a table as its tags say, before any cell is put where it belongs.
type htmlRows struct {
	caption *htmlPart
	rows    []htmlRow
}

// htmlRow is a <tr>, or what stands for one.
type htmlRow struct {
	tag   int // where it begins, in the document
	group int // rows of the same <thead>, <tbody> or <tfoot> have the same number
	head  bool
	cells []htmlPart
}

// tableSplitter splits a table into rows and cells. Like a browser it does without closing tags, and without <tr> and
// <tbody>; tables within cells are content.
type tableSplitter struct {
	region htmlRegion
	text   []byte
	table  htmlRows
	depth  int
	group  int
	head   bool
	inRow  bool
	part   *htmlPart // the cell or caption that is open
	stray  int       // where a text stands between the cells, -1 for nowhere
}

// splitTable splits the region of a table. A text that stands between cells, which browsers put elsewhere, is warned of.
func (d *document) splitTable(r htmlRegion, text []byte) htmlRows {
	s := &tableSplitter{region: r, text: text, stray: -1}
	d.tokens(r, text, s.token)
	s.close(len(text))
	if s.stray >= 0 {
		d.report(diag.Warnf(d.src.pos(r.start+s.stray), prose.RuleRawHTML, "a text between the cells of the table is passed over; put it into a cell"))
	}
	return s.table
}

func (s *tableSplitter) token(t htmlToken) {
	if t.name == "table" {
		s.nest(t)
		return
	}
	if s.depth != 1 {
		return
	}
	switch t.name {
	case "":
		s.checkStray(t)
	case "td", "th", "caption":
		s.close(t.start)
		if !t.closing {
			s.open(t)
		}
	case "tr":
		s.close(t.start)
		if s.inRow = !t.closing; s.inRow {
			s.startRow(t)
		}
	case "thead", "tbody", "tfoot":
		s.close(t.start)
		s.inRow = false
		s.group++
		s.head = t.name == "thead" && !t.closing
	}
}

func (s *tableSplitter) nest(t htmlToken) {
	if !t.closing {
		s.depth++
		return
	}
	s.depth--
	if s.depth == 0 {
		s.close(t.start)
	}
}

func (s *tableSplitter) checkStray(t htmlToken) {
	if s.part == nil && s.stray < 0 && len(bytes.TrimSpace(s.text[t.start:t.stop])) > 0 {
		s.stray = t.start
	}
}

func (s *tableSplitter) startRow(t htmlToken) {
	s.table.rows = append(s.table.rows, htmlRow{tag: s.region.start + t.start, group: s.group, head: s.head})
}

func (s *tableSplitter) open(t htmlToken) {
	s.part = &htmlPart{name: t.name, tag: s.region.start + t.start, start: t.stop, cols: t.cols, rows: t.rows}
	if t.name != "caption" && !s.inRow {
		s.inRow = true
		s.startRow(t)
	}
}

// close ends the open cell or caption.
func (s *tableSplitter) close(at int) {
	if s.part == nil {
		return
	}
	s.part.stop = at
	if s.part.name == "caption" {
		s.table.caption = s.part
	} else {
		last := &s.table.rows[len(s.table.rows)-1]
		last.cells = append(last.cells, *s.part)
	}
	s.part = nil
}
