package catalog

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func newHTMLDocument(content []byte) *document {
	return &document{src: newSource("doc.md", content), catalog: &Catalog{}}
}

// TestHTML reads the documents of testdata/html: which regions they have, what is left when those are blank, and what the
// regions hold.
func TestHTML(t *testing.T) {
	files, err := filepath.Glob("testdata/html/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := dumpHTML(archive.Files[0].Data)
			if len(archive.Files) == 1 {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
			}
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("%s(-want +got; -update rewrites):\n%s", archive.Comment, diff)
			}
			crlf := bytes.ReplaceAll(archive.Files[0].Data, []byte("\n"), []byte("\r\n"))
			if diff := cmp.Diff(got, dumpHTML(crlf)); diff != "" {
				t.Errorf("with CRLF (-LF +CRLF):\n%s", diff)
			}
		})
	}
}

func dumpHTML(source []byte) string {
	var b strings.Builder
	d := newHTMLDocument(source)
	regions := findHTML(source)
	for _, r := range regions {
		fmt.Fprintf(&b, "%s %s to %s", []string{"", "table", "list", "comment"}[r.kind], lineCol(d, r.start), lineCol(d, r.stop))
		if r.unclosed {
			b.WriteString(" unclosed")
		}
		b.WriteString("\n")
		switch r.kind {
		case htmlTable:
			for _, g := range d.htmlGrids(r) {
				dumpGrid(&b, g)
			}
		case htmlList:
			for _, x := range d.htmlDefinitions(r) {
				fmt.Fprintf(&b, "  %s: %s\n", dumpCell(x.term), dumpCell(x.text))
			}
		}
	}
	for _, x := range d.list {
		fmt.Fprintln(&b, x)
	}
	b.WriteString("rest:\n")
	for _, line := range bytes.SplitAfter(maskHTML(source, regions), []byte("\n")) {
		b.WriteString("  " + strings.TrimRight(string(line), " \r\n") + "\n")
	}
	return strings.TrimRight(b.String(), " \n") + "\n"
}

func lineCol(d *document, offset int) string {
	pos := d.src.pos(offset)
	return fmt.Sprintf("%d:%d", pos.Line, pos.Col)
}

func dumpGrid(b *strings.Builder, g grid) {
	if g.header != nil {
		fmt.Fprintf(b, "  # %s\n", dumpCells(g.header))
	}
	for _, r := range g.rows {
		mark := "-"
		if r.title {
			mark = "="
		}
		fmt.Fprintf(b, "  %s %d:%d %s\n", mark, r.pos.Line, r.pos.Col, dumpCells(r.cells))
	}
}

func dumpCells(cells []cell) string {
	var texts []string
	for _, c := range cells {
		texts = append(texts, dumpCell(c))
	}
	return strings.Join(texts, " | ")
}

func dumpCell(c cell) string {
	if c.repeated {
		return "^" + c.plain
	}
	return fmt.Sprintf("%d:%d %s", c.pos.Line, c.pos.Col, c.md)
}
