package catalog

import (
	"strings"
	"unicode"
)

// readHeadings finds documents that give each code a heading of its own: several headings of one level below the same
// parent, most of which name a code, and without code tables below them. Where most headings of a level in all of the
// document do, each parent may have as few as it likes.
func (d *document) readHeadings() {
	titles := d.codeTitles()
	groups, levels := map[headingPlace][]*heading{}, map[int][]*heading{}
	var order []headingPlace
	for _, h := range d.outline.all {
		at := headingPlace{h.parent, h.level}
		if groups[at] == nil {
			order = append(order, at)
		}
		groups[at] = append(groups[at], h)
		levels[h.level] = append(levels[h.level], h)
	}
	for _, at := range order {
		all := levels[at.level]
		if nameCodes(groups[at], titles, 2) || 3*countTitled(all, titles) >= 2*len(all) && nameCodes(all, titles, 2) {
			d.readHeadingGroup(groups[at], titles)
		}
	}
}

// headingPlace is where headings stand side by side.
type headingPlace struct {
	parent *heading
	level  int
}

// codeTitles reads what headings without tables below them say of codes.
func (d *document) codeTitles() map[*heading]codeTitle {
	withTables := map[*heading]bool{}
	for _, p := range d.pending {
		for h := p.heading; h != nil && !withTables[h]; h = h.parent {
			withTables[h] = true
		}
	}
	titles := map[*heading]codeTitle{}
	for _, h := range d.outline.all {
		if t, ok := readCodeTitle(h.md); ok && !withTables[h] {
			titles[h] = t
		}
	}
	return titles
}

func countTitled(group []*heading, titles map[*heading]codeTitle) (n int) {
	for _, h := range group {
		if _, ok := titles[h]; ok {
			n++
		}
	}
	return n
}

// nameCodes tells whether headings name codes, and no years or questions: at least half of them, and if no word for a code
// stands before one and they are no more than two, each must have letters and three digits, as ORA-00942 has.
func nameCodes(group []*heading, titles map[*heading]codeTitle, least int) bool {
	n, sure, named, years, questions := 0, 0, 0, 0, 0
	for _, h := range group {
		t, ok := titles[h]
		if !ok {
			continue
		}
		n++
		code := t.cell.codes[0].Text
		if t.sure {
			sure++
		}
		if strings.ContainsFunc(code, unicode.IsLetter) && countDigits(code) >= 3 {
			named++
		}
		if isYear(code) {
			years++
		}
		if strings.HasSuffix(t.text, "?") || strings.HasSuffix(t.text, "？") {
			questions++
		}
	}
	switch {
	case n < least || 2*n < len(group):
		return false
	case sure > 0:
		return true
	}
	return (n > 2 || named == len(group)) && years < n && 2*questions <= n
}

func (d *document) readHeadingGroup(group []*heading, titles map[*heading]codeTitle) {
	d.catalog.Tables = append(d.catalog.Tables, Table{heading: group[0].parent, Pos: group[0].pos,
		Rows: len(group), Codes: countTitled(group, titles), Headers: []string{"headings"}})
	for _, h := range group {
		t, ok := titles[h]
		if !ok {
			continue
		}
		h.entry = true
		body := d.bodyOf(h)
		e := &Entry{Code: t.cell.codes[0], Aliases: t.cell.aliases, Pos: h.pos}
		e.describe(t.text, body)
		e.name(t.cell)
		d.pending = append(d.pending, pendingEntry{e, h.parent, -1})
		d.closing = nil
	}
}

// bodyOf is the source below a heading, up to the next one of its level or higher. Headings within are part of it.
func (d *document) bodyOf(h *heading) string {
	end := len(d.src.bytes)
	for _, next := range d.outline.all[h.index+1:] {
		if next.level <= h.level {
			end = d.src.lineStart(next.pos.Line)
			break
		}
		next.entry = true // a part of this code's text, and no section
	}
	return string(d.src.bytes[min(h.end, end):end])
}
