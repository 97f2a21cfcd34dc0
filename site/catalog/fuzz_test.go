package catalog

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"errbook/site/diag"
	"errbook/site/prose"
)

// FuzzRead reads any document with ids and roles for some of its headings and columns, and checks what must hold of it.
func FuzzRead(f *testing.F) {
	for _, file := range cases(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(newCase(f, archive).doc)
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		opt := Options{ID: "doc", Sections: map[string]string{"Net": "net", "A > B": "b"}, Columns: map[string]Role{"ident": RoleCode}}
		c, list := Read("doc.md", doc, opt)
		checkPositions(t, doc, c, list)
		checkNames(t, c)
		if utf8.Valid(doc) {
			checkRows(t, doc, c, list)
		}
		if len(c.Entries) == 0 && !list.HasErrors() {
			t.Error("no entries and no error")
		}
	})
}

// checkPositions asks of every position that it is a character of the file, or the end of a line.
func checkPositions(t *testing.T, doc []byte, c *Catalog, list diag.List) {
	lines := bytes.Split(bytes.TrimPrefix(doc, []byte("\xef\xbb\xbf")), []byte("\n"))
	check := func(what string, p diag.Position) {
		if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCount(lines[p.Line-1])+1 {
			t.Errorf("%s stands at %s, outside the file", what, p)
		}
	}
	for _, d := range list {
		check(d.Error(), d.Position)
	}
	for _, e := range c.Entries {
		check("code "+e.Code.Text, e.Pos)
		for _, field := range e.Fields {
			check("field "+field.Name, field.Pos)
		}
	}
	for _, s := range c.Sections {
		check("section "+s.Title, s.Pos)
	}
	for _, n := range c.Notes {
		check("note "+n.Text, n.Pos)
	}
}

// checkNames asks that nothing has the name of another thing.
func checkNames(t *testing.T, c *Catalog) {
	keys, ids := map[string]bool{}, map[string]bool{}
	for _, e := range c.Entries {
		if keys[e.Key] || e.Code.Text == "" {
			t.Errorf("two entries with the key %q, or an empty code", e.Key)
		}
		keys[e.Key] = true
		names := map[string]bool{}
		for _, field := range e.Fields {
			if names[field.Name] || field.Name == "" || strings.TrimSpace(field.Text) == "" {
				t.Errorf("%s: two fields %q, or an empty one", e.Key, field.Name)
			}
			names[field.Name] = true
		}
	}
	for _, s := range c.Sections {
		if ids[s.ID] || s.ID == "" || s.ID[0] < 'a' || s.ID[0] > 'z' || strings.Trim(s.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("section id %q stands twice, or cannot be one", s.ID)
		}
		ids[s.ID] = true
	}
}

// checkRows asks of every row of a code table that it is an entry, has no text, or is spoken of.
func checkRows(t *testing.T, doc []byte, c *Catalog, list diag.List) {
	said, entries, rows, codes := map[int]bool{}, map[int]bool{}, 0, 0
	for _, d := range list {
		said[d.Line] = true
	}
	for _, e := range c.Entries {
		entries[e.Pos.Line] = true
	}
	lines := bytes.Split(bytes.TrimPrefix(doc, []byte("\xef\xbb\xbf")), []byte("\n"))
	for _, table := range c.Tables {
		if table.Reason != "" {
			continue
		}
		rows, codes = rows+table.Rows, codes+table.Codes
		for line := table.Pos.Line + 2; line < table.Pos.Line+2+table.Rows; line++ {
			if !entries[line] && !said[line] && hasText(string(lines[line-1])) {
				t.Errorf("line %d, %q, is lost without a word", line, lines[line-1])
			}
		}
	}
	if len(c.Entries) > codes || codes > rows {
		t.Errorf("%d entries of %d codes of %d rows", len(c.Entries), codes, rows)
	}
}

// hasText tells whether a reader sees more of a row than its pipes, without looking at Markdown closely.
func hasText(line string) bool {
	plain := prose.Line(strings.NewReplacer("|", " ", ">", " ", `\`, " ").Replace(prose.Plain(line)))
	return strings.ContainsFunc(plain, isAlphanumeric)
}
