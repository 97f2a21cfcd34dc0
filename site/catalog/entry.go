package catalog

import (
	"regexp"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/prose"
)

// atGrid reads a table: as codes if one of its columns holds them, else it is passed over with a note that says why.
func (d *document) atGrid(g grid) {
	d.findHeader(&g)
	headers := plainLines(g.header)
	rows := make([][]string, len(g.rows))
	for i, r := range g.rows {
		if !r.title {
			rows[i] = plainTexts(r.cells)
		}
	}
	table := Table{Pos: g.pos, Rows: len(rows), Headers: headers, lines: textLines(g.rows)}
	rule := d.tableRule(headers)
	kinds := classify(headers, rows, rule.columns)
	if rule.notCodes {
		kinds = columnKinds{code: -1, reason: "content/site.toml says that it holds no codes"}
	}
	table.statuses = kinds.code >= 0 && onlyStatuses(column(rows, kinds.code))
	if kinds.code >= 0 {
		d.list = append(d.list, g.problems...)
	}
	if kinds.code < 0 {
		table.Reason = kinds.reason
		d.report(diag.Notef(table.Pos, RuleNotCodes, "the table %q is passed over: %s", clip(strings.Join(headers, " | ")), kinds.reason))
	} else {
		d.closing = nil
		table.Roles = slices.Clone(kinds.roles)
		if kinds.guessed {
			d.report(diag.Warnf(table.Pos, RuleGuessedColumn, "column %q is read as the codes because all its cells look like them; give it the role code under columns in content/site.toml, or another one", headers[kinds.code]))
		}
		table.Codes = d.readRows(g, newColumns(headers, kinds.roles, kinds.code), rows)
	}
	d.withStatus = d.withStatus || kinds.code >= 0 && !table.statuses && slices.Contains(kinds.roles, RoleHTTP)
	table.heading = d.outline.current
	d.catalog.Tables = append(d.catalog.Tables, table)
}

// findHeader takes the first row that is no title for the header where the table has none, or an empty one, and words of
// the row head columns.
func (d *document) findHeader(g *grid) {
	first := slices.IndexFunc(g.rows, func(r gridRow) bool { return !r.title })
	if first < 0 || strings.Join(plainLines(g.header), "") != "" {
		return
	}
	known := slices.ContainsFunc(plainLines(g.rows[first].cells), func(s string) bool {
		return roleOf(s) != RoleOther && !looksLikeCode(s)
	})
	if known {
		g.header = g.rows[first].cells
		g.rows = slices.Delete(g.rows, first, first+1)
	} else if g.header == nil {
		g.header = make([]cell, len(g.rows[first].cells))
	}
}

// plainLines are the plain texts of cells, each on one line.
func plainLines(cells []cell) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = prose.Line(c.plain)
	}
	return out
}

func plainTexts(cells []cell) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = invisible.Replace(c.plain)
	}
	return out
}

// readRows reads the rows of a code table and counts those that gave codes. A title within the table is a heading for the
// rows below it.
func (d *document) readRows(g grid, cols columns, rows [][]string) (read int) {
	outer := d.outline.current
	cols.twoLevel = isTwoLevel(column(rows, cols.code))
	var above []*Entry // what the last row with a code gave
	for i, r := range g.rows {
		if r.lost {
			continue
		}
		if title, ok := d.rowTitle(r, cols); ok {
			d.report(diag.Notef(r.pos, RuleTitleRow, "the row %q is read as the heading of the rows below it", clip(title)))
			d.outline.current = outer
			d.outline.enterBelow(title, r.pos)
			above = nil
			continue
		}
		if strings.Join(rows[i], "") == "" {
			continue
		}
		if slices.Equal(plainLines(r.cells), plainLines(g.header)) {
			d.report(diag.Notef(r.pos, RuleNoCode, "the row is passed over: it repeats the table's header"))
			continue
		}
		entries, ok := d.atRow(cols, r, rows[i], above)
		if ok {
			above = entries
			read++
		}
	}
	d.outline.current = outer
	return read
}

// rowTitle tells whether a row is a title: one text across all columns, whatever it looks like, or alone in the first filled
// cell and no code.
func (d *document) rowTitle(r gridRow, cols columns) (string, bool) {
	text, filled, at := "", 0, -1
	for i, c := range r.cells {
		if c.plain != "" && !c.repeated {
			text, at = c.plain, i
			filled++
		}
	}
	text = prose.Line(text)
	if filled != 1 || at > cols.code && !r.title {
		return "", false
	}
	if !r.title && (at == cols.code || cols.code > 0) && !isBold(r.cells[at].md) {
		return "", false
	}
	if !r.title && looksLikeCode(text) {
		return "", false
	}
	return text, text != ""
}

// atRow reads one row of a code table and returns what it gave. It reports false for a row that gives no code, after saying
// why. A row without a code of its own goes on with what the row above gave.
func (d *document) atRow(cols columns, r gridRow, plain []string, above []*Entry) ([]*Entry, bool) {
	at := r.cells[cols.code]
	if plain[cols.code] == "" || at.repeated {
		if above == nil {
			d.report(diag.Warnf(at.pos, RuleNoCode, "the row is passed over: its cell for the code is empty, and no code stands above it"))
			return nil, false
		}
		d.goOn(cols, r, above)
		return above, true
	}
	read, ok := d.readCell(at, cols.twoLevel)
	if !ok {
		d.report(diag.Warnf(at.pos, RuleNoCode,
			"the row is passed over: %q is no code; a code has a letter or a digit, and at most %d characters", clip(prose.Line(plain[cols.code])), maxCodeLen))
		return nil, false
	}
	if len(read.codes) > 1 {
		d.report(diag.Notef(at.pos, RuleSeveralCodes, "%q is read as %s", clip(prose.Line(plain[cols.code])), count(len(read.codes), "code")))
	}
	fields := d.rowFields(cols, r)
	var entries []*Entry
	for _, c := range read.codes {
		e := &Entry{Code: c, Fields: slices.Clone(fields), Aliases: slices.Clone(read.aliases), Pos: at.pos}
		e.name(read)
		e.takeAliases()
		d.pending = append(d.pending, pendingEntry{e, d.outline.current, len(d.catalog.Tables)})
		entries = append(entries, e)
	}
	return entries, true
}

// readCell reads the cell of a code. One that is a single code span is one code, whatever marks are in it.
func (d *document) readCell(c cell, twoLevel bool) (codeCell, bool) {
	plain := d.codeText(c)
	if inner, ok := strings.CutPrefix(c.md, "`"); ok && strings.IndexByte(inner, '`') == len(inner)-1 {
		code, ok := ParseCode(plain)
		return codeCell{codes: []Code{code}}, ok
	}
	return readCodeCell(plain, twoLevel)
}

// name gives an entry the identifier that stood beside its code, unless a column has one.
func (e *Entry) name(read codeCell) {
	symbol := read.symbol + read.about
	if _, has := e.Field(RoleSymbol); has || symbol == "" {
		return
	}
	e.Fields = append([]Field{{Role: RoleSymbol, Name: string(RoleSymbol), Text: escapeMarkdown(symbol), Pos: e.Pos}}, e.Fields...)
}

// takeAliases makes aliases of the columns that hold other spellings of the code.
func (e *Entry) takeAliases() {
	e.Fields = slices.DeleteFunc(e.Fields, func(f Field) bool {
		if f.Role != RoleAlias {
			return false
		}
		if plain := prose.Line(prose.Plain(f.Text)); plain != e.Code.Text {
			e.Aliases = append(e.Aliases, plain)
		}
		return true
	})
}

// goOn adds the texts of a row without a code of its own to what the row above gave, below the texts that are there.
func (d *document) goOn(cols columns, r gridRow, above []*Entry) {
	d.report(diag.Notef(r.pos, RuleInheritedCode, "the row has no code of its own and goes on with code %s above it", above[0].Code.Text))
	for _, f := range d.rowFields(cols, r) {
		for _, e := range above {
			e.append(f)
		}
	}
}

func (e *Entry) append(f Field) {
	for i, have := range e.Fields {
		if have.Name != f.Name {
			continue
		}
		if !slices.Contains(strings.Split(have.Text, "<br>"), f.Text) {
			e.Fields[i].Text += "<br>" + f.Text
		}
		return
	}
	e.Fields = append(e.Fields, f)
}

// codeText is the plain text of a code's cell, without what nobody sees and without HTML, which no code has.
func (d *document) codeText(c cell) string {
	plain := c.plain
	if c.source != nil && d.problems(c.source) {
		plain = htmlTag.ReplaceAllString(plain, "")
	}
	return invisible.Replace(plain)
}

var (
	htmlTag   = regexp.MustCompile(`<[^<>]*>`)
	invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufeff", "")
)

func (d *document) rowFields(cols columns, r gridRow) (fields []Field) {
	for i, c := range r.cells[:min(len(r.cells), len(cols.fields))] {
		if i == cols.code || strings.TrimSpace(c.plain) == "" || c.plain == "\u00a0" {
			continue
		}
		if c.repeated && i > 0 && r.cells[i-1].pos == c.pos {
			continue // it spans the column before too, and is a text of that one
		}
		f := cols.fields[i]
		f.Text, f.Pos = c.md, c.pos
		if c.source != nil {
			d.problems(c.source)
		}
		fields = append(fields, f)
	}
	return fields
}

// escapeMarkdown writes a plain text as Markdown.
func escapeMarkdown(plain string) string {
	return markdownSpecial.ReplaceAllString(plain, `\$0`)
}

var markdownSpecial = regexp.MustCompile("[\\\\`*_{}\\[\\]<>&~]")

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
