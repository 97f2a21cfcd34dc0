package catalog

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"errbook/site/diag"
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
	for _, pattern := range []string{"testdata/documents/*.txtar", "testdata/html/*.txtar"} {
		addDocuments(f, pattern)
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		opt := Options{ID: "doc", Sections: map[string]string{"Net": "net", "A > B": "b"}, Columns: map[string]Role{"ident": RoleCode}}
		c, list := Read("doc.md", doc, opt)
		checkPositions(t, doc, c, list)
		checkNames(t, c)
		checkRows(t, c, list)
		if len(c.Entries) == 0 && !list.HasErrors() {
			t.Error("no entries and no error")
		}
	})
}

func addDocuments(f *testing.F, pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, doc := range archive.Files {
			if strings.HasSuffix(doc.Name, ".md") {
				f.Add(doc.Data)
			}
		}
	}
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

// checkRows asks of every row with text of every table that was read, of pipes or of HTML, that it is an entry, or is spoken
// of by its line: inherited, merged, a title, passed over. Of a table that was passed over it asks for a reason.
func checkRows(t *testing.T, c *Catalog, list diag.List) {
	said := map[int]bool{}
	for _, d := range list {
		said[d.Line] = true
	}
	for _, table := range c.Tables {
		if table.Reason != "" && !said[table.Pos.Line] {
			t.Errorf("the table of line %d is passed over without a word", table.Pos.Line)
		}
		if table.Codes > table.Rows {
			t.Errorf("the table of line %d has %d codes in %d rows", table.Pos.Line, table.Codes, table.Rows)
		}
	}
	for _, e := range c.Entries {
		said[e.Pos.Line] = true
	}
	for _, table := range c.Tables {
		if table.Reason != "" {
			continue
		}
		for _, row := range table.lines {
			found := false
			for line := row.from; line <= row.to; line++ {
				found = found || said[line]
			}
			if !found {
				t.Errorf("the row of lines %d to %d is lost without a word", row.from, row.to)
			}
		}
	}
}
