package catalog

import (
	"slices"
	"strings"

	"errbook/site/diag"
)

// htmlGrids reads the table of a region. It returns none for one without cells. Rows without cells of their own are
// dropped, and shorter ones filled with empty cells. A caption is the first row, as a title.
func (d *document) htmlGrids(r htmlRegion) []grid {
	text := r.unquoted(d.src.bytes)
	table := d.splitTable(r, text)
	b := &gridBuilder{text: text, cursor: d.cursor(), layout: newLayout(table.rows), cells: map[*htmlPart]cell{}}
	if b.layout.gaveUp {
		d.report(diag.Warnf(d.src.pos(table.rows[len(b.layout.rows)].tag), RuleTooManyCells,
			"the table is read up to this row only: its spans make far more cells of it than it has"))
	}
	for y, placed := range b.layout.rows {
		b.add(&table.rows[y], placed)
	}
	g := grid{pos: d.src.pos(r.start)}
	head := b.header(&g)
	if table.caption != nil {
		b.addCaption(&g, table.caption)
	}
	for i, row := range b.rows {
		if i >= head || row.title {
			g.rows = append(g.rows, row.gridRow)
		}
	}
	if len(b.rows) == 0 {
		return nil
	}
	return []grid{g}
}

// gridBuilder makes the rows of a grid.
type gridBuilder struct {
	text   []byte
	cursor *cursor
	layout *layout
	cells  map[*htmlPart]cell // those that span further rows
	rows   []builtRow
}

// builtRow is a row with what the header is told by.
type builtRow struct {
	gridRow
	head  bool // in <thead>
	th    bool // all of its own cells are <th>
	spans bool // one of them spans several columns or rows
}

func (b *gridBuilder) add(row *htmlRow, all []placed) {
	if len(row.cells) == 0 {
		return
	}
	built := builtRow{head: row.head, th: true}
	built.pos = b.cursor.pos(row.tag)
	built.cells = make([]cell, len(b.layout.columns))
	for i := range built.cells {
		built.cells[i].pos = built.pos
	}
	for _, p := range all {
		b.fill(&built, p)
	}
	last := all[len(all)-1]
	if len(all) == 1 && !last.above && b.layout.column(last.to) > 1 && built.cells[0].plain != "" {
		built.title = true
		b.repeat(built.cells, built.cells[0])
	}
	b.rows = append(b.rows, built)
}

// fill puts a cell into each column that it spans.
func (b *gridBuilder) fill(built *builtRow, p placed) {
	c := b.cell(p)
	from, to := b.layout.column(p.from), b.layout.column(p.to)
	for x := from; x < to; x++ {
		built.cells[x] = c
		built.cells[x].repeated = p.above || x > from
	}
	if !p.above {
		built.th = built.th && p.part.name == "th"
		built.spans = built.spans || to-from > 1 || p.part.rows != 1
	}
}

func (b *gridBuilder) cell(p placed) cell {
	if c, ok := b.cells[p.part]; ok {
		return c
	}
	c := b.read(p.part)
	if p.part.rows != 1 {
		b.cells[p.part] = c
	}
	return c
}

func (b *gridBuilder) read(p *htmlPart) cell {
	c := htmlCell(b.text[p.start:p.stop])
	c.pos = b.cursor.pos(p.tag)
	return c
}

// repeat puts a cell into all columns.
func (b *gridBuilder) repeat(cells []cell, c cell) {
	for i := range cells {
		cells[i] = c
		cells[i].repeated = i > 0
	}
}

func (b *gridBuilder) addCaption(g *grid, caption *htmlPart) {
	c := b.read(caption)
	if c.plain == "" {
		return
	}
	row := gridRow{pos: c.pos, cells: make([]cell, len(b.layout.columns)), title: true}
	b.repeat(row.cells, c)
	g.rows = append(g.rows, row)
}

// header makes the grid's header of the first rows: those of <thead>, or one of <th> only, and after one with spans the
// next of <th> only too. The texts of several rows are joined, unless the table has no other rows: then the first is the
// header. It returns how many rows it looked at; the titles among them are not part of the header.
func (b *gridBuilder) header(g *grid) (rows int) {
	spans, onlyHeads := true, b.onlyHeads()
	var header []cell
	for i, row := range b.rows {
		isHead := row.head || row.th
		if row.title && (header == nil || isHead) {
			continue
		}
		if !isHead || !row.head && !spans || header != nil && onlyHeads {
			break
		}
		header, rows, spans = joinHeader(header, row.cells), i+1, row.spans
	}
	if anyText(header) {
		g.header = header
	}
	return rows
}

func (b *gridBuilder) onlyHeads() bool {
	return !slices.ContainsFunc(b.rows, func(r builtRow) bool { return !r.head && !r.th })
}

func anyText(cells []cell) bool {
	for _, c := range cells {
		if c.plain != "" {
			return true
		}
	}
	return false
}

// joinHeader appends the texts of a header's next row. A cell that spans both rows counts once.
func joinHeader(header, row []cell) []cell {
	if header == nil {
		return row
	}
	for i, c := range row {
		if h := &header[i]; c.pos != h.pos && c.plain != "" {
			h.md = strings.TrimSpace(h.md + " " + c.md)
			h.plain = strings.TrimSpace(h.plain + " " + c.plain)
			h.repeated = false
		}
	}
	return header
}
