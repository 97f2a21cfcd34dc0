package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"errbook/site"
)

var markdownLink = regexp.MustCompile(`(?m)^- \[[^\n]*?\]\(([^)]+)\)`)

// TestLinksOfLLMsLead follows every link of llms.txt to a file of the build.
func TestLinksOfLLMsLead(t *testing.T) {
	out := builtSite(t)
	data, err := os.ReadFile(filepath.Join(out, "llms.txt"))
	if err != nil {
		t.Fatal(err)
	}
	links := markdownLink.FindAllStringSubmatch(string(data), -1)
	if len(links) < 420 {
		t.Errorf("%d links", len(links))
	}
	for _, m := range links {
		path, ok := strings.CutPrefix(m[1], "http://127.0.0.1:8080/")
		if strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		if _, err := os.Stat(filepath.Join(out, path)); !ok || err != nil {
			t.Errorf("%s leads nowhere: %v", m[1], err)
		}
	}
}

// TestManyCodesAreToldBySection keeps llms.txt small, however many codes there are.
func TestManyCodesAreToldBySection(t *testing.T) {
	var doc strings.Builder
	for section := range 300 {
		fmt.Fprintf(&doc, "## Section %d\n\n| Code | Meaning |\n| --- | --- |\n", section)
		for code := range 5 {
			fmt.Fprintf(&doc, "| %d | Text. |\n", 10000+section*5+code)
		}
		doc.WriteString("\n")
	}
	files := fstest.MapFS{
		"content/site.toml": {Data: []byte("base_url = \"https://e.example/\"\nsource_language = \"en\"\nlanguages = [\"en\"]\n")},
		"content/big.md":    {Data: []byte(doc.String())},
	}
	s, list := site.Load(files, os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	out := t.TempDir()
	build(t, s, out)
	data, err := os.ReadFile(filepath.Join(out, "llms.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if n := strings.Count(text, "\n- ["); n != 1+200+4 || strings.Contains(text, "index.md): ") || !strings.Contains(text, ": 5 codes\n") {
		t.Errorf("%d links in\n%.2000s", n, text)
	}
}
