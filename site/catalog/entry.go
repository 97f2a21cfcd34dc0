package catalog

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/text"

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
	table := Table{Pos: d.src.pos(n.header.line.Start), Rows: len(rows)}
	roles, code, reason := columnRoles(headers, rows, d.columns)
	if code < 0 {
		table.Reason = reason
		d.report(diag.Notef(table.Pos, RuleNotCodes, "the table %q is passed over: %s", clip(strings.Join(headers, " | ")), reason))
	} else {
		d.closing = nil
		columns := newColumns(headers, roles, code)
		for i, r := range n.rows {
			if d.atRow(columns, r, rows[i]) {
				table.Codes++
			}
		}
	}
	d.tables = append(d.tables, d.outline.current)
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
// header, or by its number where that is empty. No two have the same name, and none is called "notes", which a code's
// longer notes are.
func newColumns(headers []string, roles []Role, code int) columns {
	c := columns{code: code}
	taken := map[string]bool{"notes": true}
	for i := range headers {
		if name := string(roles[i]); roles[i] != RoleOther && !taken[name] {
			taken[name] = true
		} else {
			roles[i] = RoleOther
		}
	}
	for i, h := range headers {
		f := Field{Role: roles[i], Header: h, Name: string(roles[i])}
		if f.Role == RoleOther {
			f.Name = freeName(h, i, taken)
		}
		c.fields = append(c.fields, f)
	}
	return c
}

func freeName(header string, column int, taken map[string]bool) string {
	if header == "" {
		header = "column " + strconv.Itoa(column+1)
	}
	name := header
	for n := 2; taken[name]; n++ {
		name = header + " " + strconv.Itoa(n)
	}
	taken[name] = true
	return name
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
	code, ok := ParseCode(d.codeText(r.cells[cols.code]))
	if !ok {
		d.report(diag.Warnf(pos, RuleNoCode,
			"the row is passed over: %q is no code; a code has a letter or a digit, and at most %d characters", clip(plain[cols.code]), maxCodeLen))
		return false
	}
	e := &Entry{Code: code, Fields: d.rowFields(cols, r), Pos: d.src.pos(r.cells[cols.code].Start)}
	d.pending = append(d.pending, pendingEntry{e, d.outline.current})
	return true
}

// codeText is the plain text of a code's cell, without what nobody sees and without HTML, which no code has.
func (d *document) codeText(cell text.Segment) string {
	x := cellExcerpt(cell, d.src.bytes)
	md := emptyAnchor.ReplaceAllString(x.text.String(), "")
	plain := prose.Line(prose.Plain(md))
	if md == x.text.String() && d.problems(x) {
		plain = prose.Line(htmlTag.ReplaceAllString(plain, ""))
	}
	return invisible.Replace(plain)
}

var (
	htmlTag   = regexp.MustCompile(`<[^<>]*>`)
	invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufeff", "")
)

// checkCells compares a row's cells with its table's columns. Cells beyond the last column are no fault if they are empty.
func (d *document) checkCells(cols columns, r row, pos diag.Position) bool {
	want := len(cols.fields)
	if len(r.cells) > want {
		return d.checkSurplus(want, r)
	}
	switch {
	case cols.code >= len(r.cells):
		d.report(diag.Warnf(pos, RuleTooFewCells, "the row is passed over: it ends before the column of codes"))
		return false
	case len(r.cells) == 1 && !d.isRow(r):
		d.report(diag.Warnf(pos, RuleTooFewCells, "the line is passed over: it stands right below a table, but has no |; put a blank line above a text"))
		return false
	case len(r.cells) < want:
		d.report(diag.Warnf(pos, RuleTooFewCells, "the row has %s, and its table has %d columns; the last are taken as empty", count(len(r.cells), "cell"), want))
	}
	return true
}

func (d *document) checkSurplus(want int, r row) bool {
	var surplus []string
	for _, cell := range r.cells[want:] {
		if t := cellText(cell, d.src.bytes); t != "" {
			surplus = append(surplus, t)
		}
	}
	if len(surplus) == 0 {
		return true
	}
	d.report(diag.Errorf(d.src.pos(r.cells[want].Start), RuleTooManyCells,
		"the row has %d cells, and its table has %d columns, so %q would be lost; write a | that belongs to a text as \\|",
		len(r.cells), want, clip(strings.Join(surplus, " | "))))
	return false
}

// isRow tells whether a row of one cell is more than a line of text: it has a pipe, or could be a code alone.
func (d *document) isRow(r row) bool {
	value := r.line.Value(d.src.bytes)
	return bytes.ContainsRune(value, '|') || looksLikeCode(prose.Line(prose.Plain(string(value))))
}

func (d *document) rowFields(cols columns, r row) (fields []Field) {
	for i, cell := range r.cells[:min(len(r.cells), len(cols.fields))] {
		x := cellExcerpt(cell, d.src.bytes)
		if i == cols.code || strings.TrimSpace(x.text.String()) == "" {
			continue
		}
		f := cols.fields[i]
		f.Text, f.Pos = x.text.String(), d.src.pos(cell.Start)
		d.problems(x)
		fields = append(fields, f)
	}
	return fields
}

// place is where an entry stands: a code in a section.
type place struct {
	section *Section
	code    Code
}

// isNew tells whether an entry is the first of its code in its section, and reports it otherwise.
func (d *document) isNew(seen map[place]*Entry, e *Entry) bool {
	at := place{e.Section, e.Code}
	first, ok := seen[at]
	if !ok {
		seen[at] = e
		if e.Text() == "" {
			d.report(diag.Warnf(e.Pos, RuleNoText, "code %s has no description", e.Code.Text))
		}
		return true
	}
	if slices.EqualFunc(first.Fields, e.Fields, sameField) {
		d.report(diag.Warnf(e.Pos, RuleSameRow, "code %s stands in lines %d and %d with the same text; the two are merged", e.Code.Text, first.Pos.Line, e.Pos.Line))
		return false
	}
	d.report(diag.Errorf(e.Pos, RuleDuplicateCode,
		"code %s stands in line %d of this section already, with another text; keep one of the two, or put them under headings of their own", e.Code.Text, first.Pos.Line))
	return false
}

func sameField(a, b Field) bool { return a.Name == b.Name && a.Text == b.Text }

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
