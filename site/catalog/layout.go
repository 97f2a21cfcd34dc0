package catalog

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"errbook/site/prose"
)

// describe makes fields of what stands after a code and of the body below it: the first paragraph describes where nothing
// stands after the code, and the rest are details.
func (e *Entry) describe(after, body string) {
	body = strings.Trim(body, "\r\n")
	text := after
	if text == "" {
		text, body = firstParagraph(body)
	}
	if text != "" {
		e.Fields = append(e.Fields, Field{Role: RoleText, Name: string(RoleText), Text: text, Pos: e.Pos})
	}
	if body = strings.TrimSpace(body); body != "" {
		e.Fields = append(e.Fields, Field{Role: RoleDetails, Name: string(RoleDetails), Text: body, Block: true, Pos: e.Pos})
	}
}

// firstParagraph splits a text after its first paragraph, which is joined to one line; a text that starts with anything
// else has none.
func firstParagraph(body string) (first, rest string) {
	source := []byte(body)
	n := newParser().Parse(text.NewReader(source)).FirstChild()
	if n == nil || n.Kind() != ast.KindParagraph && n.Kind() != ast.KindTextBlock {
		return "", body
	}
	lines := n.Lines()
	end := lines.At(lines.Len() - 1).Stop
	var parts []string
	for i := range lines.Len() {
		seg := lines.At(i)
		parts = append(parts, strings.TrimSpace(string(seg.Value(source))))
	}
	return prose.Joined(parts), body[end:]
}

// atCodeList reads a list whose items name codes, each with what stands in the item about it. It reports false for a list
// of anything else.
func (d *document) atCodeList(list *ast.List) bool {
	var items []codeItem
	n := 0
	for li := list.FirstChild(); li != nil; li = li.NextSibling() {
		n++
		if item, ok := d.codeItem(li); ok {
			items = append(items, item)
		}
	}
	if len(items) == 0 || 3*len(items) < 2*n || !worthReading(items) {
		return false
	}
	d.closing = nil
	table := Table{heading: d.outline.current, Pos: items[0].entry.Pos, Rows: n, Codes: len(items), Headers: []string{"list"}}
	for _, item := range items {
		d.pending = append(d.pending, pendingEntry{item.entry, d.outline.current, -1})
	}
	d.catalog.Tables = append(d.catalog.Tables, table)
	return true
}

// codeItem is a list item that names a code.
type codeItem struct {
	entry *Entry
	sure  bool
}

// worthReading tells whether items are more than a list that happens to hold numbers: a word for a code stands in one, or
// three of them each have a code and a text.
func worthReading(items []codeItem) bool {
	for _, i := range items {
		if i.sure {
			return true
		}
	}
	return len(items) >= 3
}

func (d *document) codeItem(li ast.Node) (codeItem, bool) {
	first := li.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 ||
		first.Kind() != ast.KindParagraph && first.Kind() != ast.KindTextBlock {
		return codeItem{}, false
	}
	line := first.Lines().At(0)
	t, ok := readCodeTitle(string(line.Value(d.src.bytes)))
	if !ok {
		return codeItem{}, false
	}
	body := d.itemBody(li, line)
	if t.text == "" && strings.TrimSpace(body) == "" {
		return codeItem{}, false
	}
	e := &Entry{Code: t.cell.codes[0], Aliases: t.cell.aliases, Pos: d.src.pos(line.Start)}
	e.describe(t.text, body)
	e.name(t.cell)
	return codeItem{e, t.sure}, true
}

// itemBody is what stands in a list item below its first line, without the item's indentation.
func (d *document) itemBody(li ast.Node, line text.Segment) string {
	end := len(d.src.bytes)
	if next := followingBlock(li); next != nil && next.Pos() >= 0 {
		end = d.src.lineStart(d.src.pos(next.Pos()).Line)
	}
	start := min(endOfLine(d.src.bytes, line.Stop), end)
	return dedent(string(d.src.bytes[start:end]), d.src.pos(line.Start).Col-1)
}

// followingBlock is the block after an item, or after the lists around it.
func followingBlock(n ast.Node) ast.Node {
	for ; n != nil; n = n.Parent() {
		if next := n.NextSibling(); next != nil {
			return next
		}
	}
	return nil
}

// dedent takes up to width columns of white space and quotation marks off the start of each line.
func dedent(s string, width int) string {
	lines := bytes.Split([]byte(s), []byte("\n"))
	for i, l := range lines {
		n := 0
		for n < len(l) && n < width+2 && (l[n] == ' ' || l[n] == '\t' || l[n] == '>') {
			n++
		}
		lines[i] = l[n:]
	}
	return string(bytes.Join(lines, []byte("\n")))
}

// atDefinitions reads a definition list whose terms are codes. It reports false for one of anything else.
func (d *document) atDefinitions(list []definition) bool {
	var items []codeItem
	for _, def := range list {
		t, ok := readCodeTitle(def.term.md)
		if !ok || def.text.plain == "" {
			continue
		}
		text := def.text.md
		if t.text != "" {
			text = t.text + "<br>" + text
		}
		e := &Entry{Code: t.cell.codes[0], Aliases: t.cell.aliases, Pos: def.term.pos}
		e.Fields = []Field{{Role: RoleText, Name: string(RoleText), Text: text, Pos: def.text.pos}}
		e.name(t.cell)
		items = append(items, codeItem{e, t.sure})
	}
	if 3*len(items) < 2*len(list) || !worthReading(items) {
		return false
	}
	d.closing = nil
	for _, i := range items {
		d.pending = append(d.pending, pendingEntry{i.entry, d.outline.current, -1})
	}
	d.catalog.Tables = append(d.catalog.Tables, Table{heading: d.outline.current, Pos: items[0].entry.Pos, Rows: len(list), Codes: len(items), Headers: []string{"definitions"}})
	return true
}
