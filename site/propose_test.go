package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/catalog"
)

func TestCatalogID(t *testing.T) {
	for _, tt := range []struct {
		file, want string
		kept       bool
	}{
		{"im.md", "im", true},
		{"docs/im-error-codes.ja.md", "im-error-codes.ja", true},
		{`C:\docs\Errors.mdx`, "Errors", true},
		{"Error Codes (v2).md", "Error-Codes-v2", false},
		{"エラー.md", "errors", false},
		{"a%2fb#c?.md", "a-2fb-c", false},
		{"..md", "errors", false},
		{".hidden.md", "hidden", false},
		{"search.md", "search-errors", false},
		{"ui.md", "ui-errors", false},
		{"CON.md", "CON-errors", false},
		{"README", "README", true},
		{"", "errors", false},
	} {
		if got, kept := CatalogID(tt.file); got != tt.want || kept != tt.kept {
			t.Errorf("CatalogID(%q) = %q, %t; want %q, %t", tt.file, got, kept, tt.want, tt.kept)
		}
	}
}

func TestProposeTitle(t *testing.T) {
	const table = "\n\n| Code | Text |\n| --- | --- |\n| 1 | One. |\n"
	for _, tt := range []struct{ document, want, from string }{
		{"# Errors of `im` **now**" + table, "Errors of im now", fromHeading},
		{"---\ntitle: Matter\n---\n# Heading" + table, "Heading", fromHeading},
		{"---\ntitle: Plain text # with a remark\n---\n## Part" + table, "Plain text", fromMatter},
		{"---\nlayout: x\r\ntitle: 'It''s \"quoted\"'\r\n---\r\n## Part" + table, `It's "quoted"`, fromMatter},
		{"---\ntitle: \"A \\\"B\\\"\\nC\"\n---\n" + table, `A "B" C`, fromMatter},
		{"---\ntitle: >\n  folded\n---\n" + table, "pay errors", fromName},
		{"---\ntitle:\n---\n" + table, "pay errors", fromName},
		{table, "pay errors", fromName},
	} {
		c, _ := catalog.Read("pay_errors.md", []byte(tt.document), catalog.Options{})
		title, from := proposeTitle(c, Source{ID: "pay_errors", Content: []byte(tt.document)})
		if title != tt.want || from != tt.from {
			t.Errorf("the title of %q is %q by its %s; want %q by its %s", tt.document, title, from, tt.want, tt.from)
		}
	}
}

func TestProposeSections(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("# Title\n\n")
	for i, heading := range []string{"## ネットワーク", "### 接続", "### Time-outs", "## Errors 2", "### 接続", "### General", "## SDK", "### General",
		"## 404", "## \"Quoted\" \\ part", "## part-1", "## 接続", "## 接続"} {
		fmt.Fprintf(&doc, "%s\n\n| Code | Text |\n| --- | --- |\n| %d | Text. |\n\n", heading, i)
	}
	p, list := Propose([]Source{{ID: "x", File: "x.md", Content: []byte(doc.String())}}, ProposalOptions{Source: "ja"})
	if p == nil {
		t.Fatal(list)
	}
	config, list := parseConfig(p.TOML)
	if list.HasErrors() {
		t.Fatal(list)
	}
	want := map[string]string{
		"ネットワーク": "part-1", "ネットワーク > 接続": "part-1-1", "ネットワーク > Time-outs": "time-outs",
		"Errors 2": "errors-2", "Errors 2 > 接続": "part-2-1", "Errors 2 > General": "general",
		"SDK": "sdk", "SDK > General": "sdk-general", "404": "section-404", `"Quoted" \ part`: "quoted-part",
		"part-1": "part-1-2", "接続": "part-7",
	}
	if diff := cmp.Diff(want, config.Catalogs[0].Sections); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	twice := func(line string) bool { return strings.Contains(line, "two sections") }
	if !slices.ContainsFunc(p.Unsure, twice) {
		t.Errorf("nothing is said of the path that stands twice: %q", p.Unsure)
	}
}

func TestProposeNothing(t *testing.T) {
	for _, content := range []string{"# Nothing here\n", "", "| Code | Text |\n| - | - |\n| 1 | \xff |\n"} {
		p, list := Propose([]Source{{ID: "x", File: "x.md", Content: []byte(content)}}, ProposalOptions{})
		if p != nil || !list.HasErrors() {
			t.Errorf("%q gives a proposal, and %v", content, list)
		}
	}
}

// FuzzPropose: any document with codes gives a site.toml that is right, says the same twice, and needs no more ids.
func FuzzPropose(f *testing.F) {
	f.Add("errors.md", "# A \"b\" \\ c\n\n## ネ\x1bッ\u2028\n\n| Code | \"T\\x\" | |\n| - | - | - |\n| 1 | a | b |\n")
	f.Add("a b.md", "---\ntitle: \"\\x00\\ud800\"\n---\n##  \n| Code | Text |\n|-|-|\n| -1 | x |\n##\u3000x\n| Code | Text |\n|-|-|\n| -1 | x |\n")
	f.Add("ui.md", "## a > b\n| Code | Text |\n|-|-|\n| 1 | x |\n## a\n### b\n| Code | Text |\n|-|-|\n| 1 | x |\n")
	f.Fuzz(func(t *testing.T, name, content string) {
		id, _ := CatalogID(name)
		sources := []Source{{ID: id, File: "x.md", Content: []byte(content)}}
		p, _ := Propose(sources, ProposalOptions{Languages: []string{"en", "zh-Hant"}})
		if p == nil {
			return
		}
		config, list := parseConfig(p.TOML)
		if len(list) > 0 {
			t.Fatalf("%v\n%s", list, p.TOML)
		}
		if again, _ := Propose(sources, ProposalOptions{Languages: []string{"en", "zh-Hant"}}); string(again.TOML) != string(p.TOML) {
			t.Error("a second proposal differs from the first")
		}
		if config.Source != p.Language || config.Title[p.Language] == "" || config.Catalogs[0].ID != id {
			t.Errorf("source %q, title %q, id %q; %s", config.Source, config.Title, config.Catalogs[0].ID, p.TOML)
		}
		for _, s := range p.Catalogs[0].Sections {
			if _, ok := config.Catalogs[0].Sections[strings.Join(s.Path(), catalog.PathSeparator)]; !ok {
				t.Errorf("section %q has no id", s.Path())
			}
		}
	})
}
