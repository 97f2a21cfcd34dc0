package catalog

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/tools/txtar"

	"errbook/site/diag"
)

var update = flag.Bool("update", false, "rewrite the want files of testdata/*.txtar")

// TestRead reads the documents of testdata. A case is a comment, doc.md, perhaps options.toml, and what is wanted. What
// cannot stand in a text file is said in a line of the comment that starts with "flags:".
func TestRead(t *testing.T) {
	for _, file := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := newCase(t, archive)
			catalog, list := Read("content/doc.md", c.doc, c.options)
			got := dump(catalog, list)
			if *update {
				c.want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(c.want.Data), got); diff != "" {
				t.Errorf("%s(-want +got; -update rewrites):\n%s", archive.Comment, diff)
			}
		})
	}
}

func cases(tb testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no cases: %v", err)
	}
	return files
}

type testCase struct {
	doc     []byte
	options Options
	want    *txtar.File
}

func newCase(tb testing.TB, a *txtar.Archive) testCase {
	c := testCase{options: Options{ID: "doc"}}
	for i := range a.Files {
		switch f := &a.Files[i]; f.Name {
		case "doc.md":
			c.doc = f.Data
		case "options.toml":
			if err := toml.NewDecoder(bytes.NewReader(f.Data)).DisallowUnknownFields().Decode(&c.options); err != nil {
				tb.Fatal(err)
			}
		case "want":
			c.want = f
		default:
			tb.Fatalf("a case has no file %s", f.Name)
		}
	}
	if c.doc == nil || c.want == nil {
		tb.Fatal("a case has doc.md and want")
	}
	c.doc = applyFlags(tb, string(a.Comment), c.doc)
	return c
}

func applyFlags(tb testing.TB, comment string, doc []byte) []byte {
	_, flags, _ := strings.Cut(comment, "flags:")
	flags, _, _ = strings.Cut(flags, "\n")
	for _, f := range strings.Fields(flags) {
		switch f {
		case "bom":
			doc = append([]byte("\xef\xbb\xbf"), doc...)
		case "crlf":
			doc = bytes.ReplaceAll(doc, []byte("\n"), []byte("\r\n"))
		case "no-final-newline":
			doc = bytes.TrimRight(doc, "\n")
		case "latin1":
			doc = bytes.ReplaceAll(doc, []byte("ü"), []byte("\xfc"))
		default:
			tb.Fatalf("there is no flag %q", f)
		}
	}
	return doc
}

// dump writes a catalogue as people can read it: what stands at which line:col.
func dump(c *Catalog, list diag.List) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %q numbers %t\n", c.Title, c.Numbers)
	dumpNotes(&b, c.Notes)
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "%ssection %s #%s %q\n", strings.Repeat("  ", s.Level-1), at(s.Pos), s.ID, strings.Join(s.Path(), PathSeparator))
		dumpNotes(&b, s.Notes)
	}
	for _, e := range c.Entries {
		dumpEntry(&b, e)
	}
	for _, t := range c.Tables {
		fmt.Fprintf(&b, "table %s rows %d codes %d under %q %s\n", at(t.Pos), t.Rows, t.Codes, t.Section, t.Reason)
	}
	for _, d := range list {
		fmt.Fprintln(&b, d.Error())
	}
	return b.String()
}

func dumpNotes(b *strings.Builder, notes []Callout) {
	for _, n := range notes {
		fmt.Fprintf(b, "  note %s %s %q\n", at(n.Pos), n.Tone, n.Text)
	}
}

func dumpEntry(b *strings.Builder, e *Entry) {
	fmt.Fprintf(b, "entry %s %s %s", at(e.Pos), e.Code.Kind(), e.Code.Text)
	if e.Code.Range {
		fmt.Fprintf(b, " (%d to %d)", e.Code.Lo, e.Code.Hi)
	}
	if e.Key != e.Code.Text {
		fmt.Fprintf(b, " key %s", e.Key)
	}
	if e.Section != nil {
		fmt.Fprintf(b, " in #%s", e.Section.ID)
	}
	if len(e.Aliases) > 0 {
		fmt.Fprintf(b, " alias %s", strings.Join(e.Aliases, ", "))
	}
	fmt.Fprintln(b)
	for _, f := range e.Fields {
		fmt.Fprintf(b, "  %s %s (%s, %q) %q\n", at(f.Pos), f.Name, f.Role, f.Header, f.Text)
	}
}

func at(p diag.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Col) }
