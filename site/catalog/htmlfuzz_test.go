package catalog

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

func seedHTML(f *testing.F) {
	files, err := filepath.Glob("testdata/html/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Add([]byte("<table><tr><td rowspan=3 colspan=2>a<td colspan=0><tr><th rowspan=0>b</table>"))
}

func FuzzFindHTML(f *testing.F) {
	seedHTML(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		regions := findHTML(source)
		at := 0
		for _, r := range regions {
			if r.start < at || r.stop <= r.start || r.stop > len(source) || source[r.start] != '<' {
				t.Fatalf("region %+v after %d of %d", r, at, len(source))
			}
			at = r.stop
		}
		masked := maskHTML(source, regions)
		if len(masked) != len(source) {
			t.Fatalf("%d bytes, want %d", len(masked), len(source))
		}
		for i, b := range source {
			if m := masked[i]; m != b && (m != ' ' || b == '\n') {
				t.Fatalf("byte %d is %q, want %q", i, m, b)
			}
		}
		if bytes.Equal(masked, source) && len(regions) > 0 {
			t.Fatal("nothing is masked")
		}
	})
}

func FuzzHTMLGrid(f *testing.F) {
	seedHTML(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		if invalidUTF8(source) >= 0 {
			return
		}
		d := newHTMLDocument(source)
		checkCell := func(c cell) {
			if c.pos.Line < 1 || c.pos.Line > len(d.src.lines) || c.pos.Col < 1 || c.pos.Col > len(source)+1 {
				t.Fatalf("cell %+v is outside the document", c)
			}
		}
		for _, r := range findHTML(source) {
			switch r.kind {
			case htmlTable:
				for _, g := range d.htmlGrids(r) {
					checkGrid(t, g, len(source), checkCell)
				}
			case htmlList:
				for _, x := range d.htmlDefinitions(r) {
					checkCell(x.term)
					checkCell(x.text)
				}
			}
		}
	})
}

func checkGrid(t *testing.T, g grid, size int, checkCell func(cell)) {
	width, cells := len(g.header), 0
	if g.header == nil && len(g.rows) > 0 {
		width = len(g.rows[0].cells)
	}
	for _, r := range append(g.rows, gridRow{cells: g.header, pos: g.pos}) {
		if len(r.cells) != width && r.cells != nil {
			t.Fatalf("a row has %d cells, want %d", len(r.cells), width)
		}
		cells += len(r.cells)
		for _, c := range r.cells {
			checkCell(c)
		}
	}
	if cells > 2*maxFree+maxPerCell*size {
		t.Fatalf("%d cells of %d bytes", cells, size)
	}
}
