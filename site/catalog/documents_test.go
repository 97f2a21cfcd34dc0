package catalog

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestDocuments reads whole documents as vendors write them, and asks just for their codes. Each archive has pairs of files:
// NAME.md and NAME.codes, in which every line has codes with " ; " between them, and nothing for a document without any.
func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/documents/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			doc, want := archive.Files[i], archive.Files[i+1]
			name := strings.TrimSuffix(doc.Name, ".md")
			if want.Name != name+".codes" {
				t.Fatalf("%s: after %s comes %s", file, doc.Name, want.Name)
			}
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				compareCodes(t, doc.Data, string(want.Data))
			})
		}
	}
}

func compareCodes(t *testing.T, doc []byte, want string) {
	catalog, list := Read("doc.md", doc, Options{ID: "doc"})
	var got, wanted []string
	for _, e := range catalog.Entries {
		got = append(got, strings.Join(append([]string{e.Code.Text}, e.Aliases...), " = "))
	}
	for line := range strings.Lines(want) {
		for code := range strings.SplitSeq(strings.TrimSpace(line), " ; ") {
			if code != "" {
				wanted = append(wanted, code)
			}
		}
	}
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
		for _, d := range list {
			t.Log(d.Error())
		}
	}
}
