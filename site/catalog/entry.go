package catalog

import (
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/prose"
)

// atTable reads a table: as codes if one of its columns holds them, else it is passed over with a note that says why.
func (d *document) atTable(n *tableNode) {
	headers := d.plainCells(n.header)
	rows := make([][]string, len(n.rows))
	for i, r := range n.rows {
		rows[i] = d.plainCells(r)
	}
	table := Table{Pos: d.src.pos(n.header.line.Start), Rows: len(rows), Section: strings.Join(d.outline.current.path(), PathSeparator)}
	roles, code, reason := columnRoles(headers, rows, d.opt.Columns)
	if code < 0 {
		table.Reason = reason
		d.report(diag.Notef(table.Pos, RuleNotCodes, "the table %q is passed over: %s", strings.Join(headers, " | "), reason))
	} else {
		d.closing = nil
		columns := newColumns(headers, roles, code)
		for i, r := range n.rows {
			if d.atRow(columns, r, rows[i]) {
				table.Codes++
			}
		}
	}
	d.catalog.Tables = append(d.catalog.Tables, table)
}

func (d *document) plainCells(r row) []string {
	cells := make([]string, len(r.cells))
	for i, c := range r.cells {
		cells[i] = prose.Line(prose.Plain(cellText(c, d.src.bytes)))
	}
	return cells
}

// columns says what the cells of a table's rows are.
type columns struct {
	fields []Field // one for each column, without text
	code   int
}

// newColumns names the columns: one of a role by the role's name, a second one of the same role and any other by its
// header.
func newColumns(headers []string, roles []Role, code int) columns {
	c := columns{code: code}
	taken := map[Role]bool{}
	for i, h := range headers {
		f := Field{Role: roles[i], Header: h, Name: string(roles[i])}
		if f.Role == RoleOther || taken[f.Role] {
			f.Role, f.Name = RoleOther, h
		}
		taken[f.Role] = true
		c.fields = append(c.fields, f)
	}
	return c
}

// atRow reads one row of a code table. It reports false for a row that gives no code, after saying why; a row without any
// text is filler.
func (d *document) atRow(cols columns, r row, plain []string) bool {
	if strings.Join(plain, "") == "" {
		return false
	}
	pos := d.src.pos(r.line.Start)
	if len(r.cells) > 0 {
		pos = d.src.pos(r.cells[0].Start)
	}
	if !d.checkCells(cols, r, pos) {
		return false
	}
	code, ok := ParseCode(plain[cols.code])
	if !ok {
		d.report(diag.Warnf(pos, RuleNoCode,
			"the row is passed over: %q is no code; a code is at most %d characters on one line", clip(plain[cols.code]), maxCodeLen))
		return false
	}
	d.add(&Entry{Code: code, Fields: d.rowFields(cols, r), Pos: d.src.pos(r.cells[cols.code].Start)})
	return true
}

// checkCells compares a row's cells with its table's columns.
func (d *document) checkCells(cols columns, r row, pos diag.Position) bool {
	switch want := len(cols.fields); {
	case len(r.cells) > want:
		d.report(diag.Errorf(d.src.pos(r.cells[want].Start), RuleTooManyCells,
			"the row has %d cells, and its table has %d columns, so %q would be lost; write a | that belongs to a text as \\|",
			len(r.cells), want, clip(cellText(r.cells[want], d.src.bytes))))
		return false
	case cols.code >= len(r.cells):
		d.report(diag.Warnf(pos, RuleTooFewCells, "the row is passed over: it ends before the column of codes"))
		return false
	case len(r.cells) < want:
		d.report(diag.Warnf(pos, RuleTooFewCells, "the row has %d cells, and its table has %d columns; the last are taken as empty", len(r.cells), want))
	}
	return true
}

func (d *document) rowFields(cols columns, r row) (fields []Field) {
	for i, cell := range r.cells {
		text := cellText(cell, d.src.bytes)
		if i == cols.code || strings.TrimSpace(text) == "" {
			continue
		}
		f := cols.fields[i]
		f.Text, f.Pos = text, d.src.pos(cell.Start)
		d.problems(text, f.Pos)
		fields = append(fields, f)
	}
	return fields
}

// add keeps an entry, unless the same code stands in the same section already.
func (d *document) add(e *Entry) {
	at := place{d.outline.current, e.Code}
	if first, ok := d.seen[at]; ok {
		d.again(first, e)
		return
	}
	d.seen[at] = e
	if e.Text() == "" {
		d.report(diag.Warnf(e.Pos, RuleNoText, "code %s has no description", e.Code.Text))
	}
	d.pending = append(d.pending, pendingEntry{e, d.outline.current})
}

// place is where an entry stands: a code under a heading.
type place struct {
	heading *heading
	code    Code
}

// again reports a code that stands in its section already.
func (d *document) again(first, e *Entry) {
	if slices.EqualFunc(first.Fields, e.Fields, sameField) {
		d.report(diag.Warnf(e.Pos, RuleSameRow, "code %s stands in lines %d and %d with the same text; the two are merged", e.Code.Text, first.Pos.Line, e.Pos.Line))
		return
	}
	d.report(diag.Errorf(e.Pos, RuleDuplicateCode,
		"code %s stands in line %d of this section already, with another text; keep one of the two, or put them under headings of their own", e.Code.Text, first.Pos.Line))
}

func sameField(a, b Field) bool { return a.Name == b.Name && a.Text == b.Text }

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
