package tomlfile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// AppendStrings adds texts at the end of the array of a key: on the same line, or each on one of its own where the array's
// last element has one. Comments stay with the elements that they stand beside, and a comma behind the last element remains
// the manner of the array.
func (d *Document) AppendStrings(key []string, texts ...string) error {
	s, ok := d.find(key)
	if !ok || d.text[s.value] != '[' {
		return fmt.Errorf("it has no array %s", strings.Join(key, "."))
	}
	before := *d
	for _, text := range texts {
		s, _ = d.find(key)
		list, _ := elements(d.text, s.value)
		if err := d.appendElement(s.value+1, list, Quote(text)); err != nil {
			*d = before
			return err
		}
	}
	return nil
}

// appendElement adds an element to an array whose bracket opens before a byte.
func (d *Document) appendElement(open int, list []span, element string) error {
	if len(list) == 0 {
		return d.insert(open, element)
	}
	last, before := list[len(list)-1], open
	if len(list) > 1 {
		before = list[len(list)-2].to
	}
	comma := skipBlanks(d.text, last.to, true)
	trailing := d.text[comma] == ','
	if !strings.Contains(d.text[before:last.from], "\n") {
		if trailing {
			return d.insert(comma+1, " "+element+",")
		}
		return d.insert(last.to, ", "+element)
	}
	return d.appendLine(last, comma, trailing, element)
}

// appendLine adds an element on a line of its own, indented like the last one, behind that one's comment.
func (d *Document) appendLine(last span, comma int, trailing bool, element string) error {
	lead := d.text[strings.LastIndexByte(d.text[:last.from], '\n')+1 : last.from]
	line, anchor := d.eol+lead+element, last.to
	switch {
	case trailing:
		line, anchor = line+",", comma+1
	case !strings.Contains(lead, ","):
		return d.set(d.text[:last.to] + "," + d.behind(last.to, line))
	}
	return d.set(d.text[:anchor] + d.behind(anchor, line))
}

// behind is the text from a byte on, with a line put in at the end of the byte's line, where nothing but a comment follows
// the byte there; else at the byte itself.
func (d *Document) behind(at int, line string) string {
	end := d.lineEnd(at)
	if rest := strings.TrimLeft(d.text[at:end], " \t"); rest != "" && rest[0] != '#' {
		end = at
	}
	return d.text[at:end] + line + d.text[end:]
}

// AddKey adds a key with a value, which is TOML, as the last of a table, or of those above the first table where the table
// is none. The table may be in brackets, inline, or made of dotted keys; one that is not there is an error. The lines above,
// comments or blank ones, stand above the key, but for that of an inline table.
func (d *Document) AddKey(table []string, key, value string, above ...string) error {
	line := QuoteKey(key) + " = " + value
	if s, ok := d.find(table); ok && len(table) > 0 {
		return d.addInline(s, line)
	}
	last, dotted, ok := d.lastKey(table)
	if ok {
		return d.addLines(last, append(slices.Clone(above), dottedLead(last, dotted)+line))
	}
	if len(table) > 0 {
		return fmt.Errorf("it has no table %s", strings.Join(table, "."))
	}
	at := 0 // above all tables
	if len(d.statements) == 0 {
		at = len(d.text)
	}
	lines := strings.TrimPrefix(strings.Join(append(slices.Clone(above), line), d.eol), d.eol) + d.eol
	if at > 0 && !strings.HasSuffix(d.text, "\n") {
		lines = d.eol + lines
	}
	return d.insert(at, lines)
}

// dottedLead names a table before a key of it, as a statement does that names the table by so many parts of its key.
func dottedLead(s statement, parts int) (lead string) {
	for _, part := range s.path[len(s.table) : len(s.table)+parts] {
		lead += QuoteKey(part) + "."
	}
	return lead
}

// lastKey finds the statement behind which a table's next key can stand: its last key, or its header. Dotted tells how many
// parts of the key name the table.
func (d *Document) lastKey(table []string) (last statement, dotted int, ok bool) {
	for _, s := range d.statements {
		switch {
		case s.header && !s.array && samePath(s.path, table):
			last, dotted, ok = s, 0, true
		case !s.header && samePath(s.table, table) && (!ok || dotted == 0):
			last, dotted, ok = s, 0, true
		case !s.header && !ok && len(s.table) < len(table) && len(s.path) > len(table) && samePath(s.path[:len(table)], table),
			!s.header && dotted > 0 && len(s.path) > len(table) && samePath(s.path[:len(table)], table):
			last, dotted, ok = s, len(table)-len(s.table), true
		}
	}
	return last, dotted, ok
}

// addLines puts lines below that of a statement, indented like it.
func (d *Document) addLines(s statement, lines []string) error {
	start := strings.LastIndexByte(d.text[:s.start], '\n') + 1
	lead := d.text[start:s.start]
	if lead = lead[:len(lead)-len(strings.TrimLeft(lead, " \t"))]; s.header {
		lead = ""
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(d.eol)
		if line != "" {
			b.WriteString(lead + line)
		}
	}
	return d.insert(d.lineEnd(s.end), b.String())
}

// addInline puts a key into the braces of an inline table.
func (d *Document) addInline(s statement, line string) error {
	if d.text[s.value] != '{' {
		return errors.New("its key " + strings.Join(s.path, ".") + " is no table")
	}
	list, _ := elements(d.text, s.value)
	if len(list) == 0 {
		return d.insert(s.value+1, " "+line+" ")
	}
	return d.insert(list[len(list)-1].to, ", "+line)
}

// AddTable adds a table in brackets: before the first array of tables called before, with the comments above that one staying
// there; or at the end of the file, where there is none. The lines are TOML, and what stands before the first key among
// them, comments, goes above the header.
func (d *Document) AddTable(name, before string, lines ...string) error {
	head := slices.IndexFunc(lines, func(line string) bool { return !strings.HasPrefix(line, "#") })
	block := strings.Join(slices.Insert(slices.Clone(lines), max(head, 0), "["+QuoteKey(name)+"]"), d.eol)
	i := slices.IndexFunc(d.statements, func(s statement) bool { return s.header && s.array && samePath(s.path, []string{before}) })
	if i <= 0 {
		return d.insert(len(d.text), d.gap()+block+d.eol)
	}
	at := d.lineEnd(d.statements[i-1].end)
	if !strings.HasPrefix(strings.TrimPrefix(d.text[at:], d.eol), d.eol) {
		block += d.eol
	}
	return d.insert(at, d.eol+d.eol+block)
}

// gap is what parts a new block from what ends the file.
func (d *Document) gap() string {
	switch {
	case d.text == "" || strings.HasSuffix(d.text, d.eol+d.eol):
		return ""
	case strings.HasSuffix(d.text, "\n"):
		return d.eol
	}
	return d.eol + d.eol
}
