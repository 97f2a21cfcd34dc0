package site_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"errbook/site"
	"errbook/site/diag"
)

const retiredConfig = `source_language = "ja"
languages = ["ja", "en"]
base_url = "https://errors.example/"
edit_link = "https://git.example/{path}#L{line}"

[retired]
"im/1" = { since = "2026-02-03" }
"im/9-12" = { since = "2026-02-03", reason = "統合されました。", replaced_by = "other/7", title = "範囲です。" }

[[catalog]]
id = "im"
[[catalog]]
id = "other"
`

// retiredSite has a code of which nothing is known but that it was retired, a range that another catalogue's code replaces,
// and longer notes on it.
func retiredSite() fstest.MapFS {
	return fstest.MapFS{
		"content/site.toml":  {Data: []byte(retiredConfig)},
		"content/im.md":      {Data: []byte("# IM\n\n## A\n\n| code | text |\n| --- | --- |\n| 2 | 二です。 |\n")},
		"content/im/9-12.md": {Data: []byte("長い説明。\n")},
		"content/other.md":   {Data: []byte("# Other\n\n## B\n\n| code | text |\n| --- | --- |\n| 7 | 七です。 |\n")},
		"i18n/im.en.toml":    {Data: []byte("\"9-12.text\" = \"A range.\"\n\n\"9-12.retired\" = \"Merged.\"\n")},
	}
}

func TestRetiredPages(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, retiredSite()), out)
	schema := schemas(t, out, true)
	if err := schema("codes.schema.json").Validate(readJSON(t, filepath.Join(out, "api", "codes.json"))); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"1", "9-12"} {
		if err := schema("code.schema.json").Validate(readJSON(t, filepath.Join(out, "c", "im", name+".json"))); err != nil {
			t.Error(err)
		}
	}
	for file, want := range map[string][]string{
		"en/im/1/index.html":    {"Retired on 2026-02-03.", `content="IM 1: Retired on 2026-02-03.`, `<p data-copy-text="reply">`, "https://git.example/content/site.toml#L7"},
		"en/im/1/index.md":      {"# 1\n", "> **Retired on 2026-02-03.**"},
		"en/im/9-12/index.html": {"A range.", "Merged.", `<a href="../../../en/other/7/"><bdi>Other</bdi> <code dir="ltr" translate="no">7</code>`, "Merged. Replaced by Other 7.", "every code from 9 to 12"},
		"en/im/9-12/index.md":   {"> Merged.\n>\n> Replaced by: [Other 7](../../../en/other/7/)"},
		"ja/im/9-12/index.html": {"範囲です。", "統合されました。", "長い説明。"},
		"c/9-12/index.html":     {"A range."},
		"en/im/index.html":      {`id="page-retired"`, `<p class="meta">1 code</p>`, "../../en/im/9-12/"},
		"llms.txt":              {"2 error codes"},
		"sitemap.xml":           {"https://errors.example/en/im/9-12/"},
	} {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, w := range want {
			if !strings.Contains(string(data), w) {
				t.Errorf("%s has no %q", file, w)
			}
		}
	}
	page, _ := os.ReadFile(filepath.Join(out, "en", "im", "2", "index.html"))
	if strings.Contains(string(page), `rel="next"`) || strings.Contains(string(page), "Retired on") {
		t.Error("the page of a code in use leads to a retired one, or says that it is retired")
	}
}

// TestLockKeepsWhatARetiredCodeSaid retires a code of which only codes.lock knows what it meant.
func TestLockKeepsWhatARetiredCodeSaid(t *testing.T) {
	files := retiredSite()
	files["content/im.md"] = &fstest.MapFile{Data: []byte("# IM\n\n| code | text |\n| --- | --- |\n| 1 | 一です。\\| |\n| 2 | 二です。 |\n")}
	config := files["content/site.toml"]
	files["content/site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(retiredConfig, `"im/1" =`, `"im/3" =`, 1))}
	locked := load(t, files).Lock("2026-01-01")
	if locked.Added != 5 || locked.Changed != 0 || locked.Before != nil {
		t.Fatalf("%+v", locked)
	}
	files = retiredSite()
	files["content/site.toml"] = config
	with := site.WithFile(files, site.LockFile, locked.After)
	_, list := site.Load(with, os.DirFS(root), site.Overrides{})
	if !hasError(list, "code 3 was published on 2026-01-01 and is no longer in content/im.md") {
		t.Error(list)
	}
	files["content/site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(retiredConfig, "[retired]", "[retired]\n\"im/3\" = { since = \"2026-01-02\" }", 1))}
	s := load(t, site.WithFile(files, site.LockFile, locked.After))
	if again := s.Lock("2026-03-03"); again.IsNew() || again.Changed != 0 {
		t.Errorf("%+v\n%s\n%s", again, again.Before, again.After)
	}
	out := t.TempDir()
	build(t, s, out)
	var code struct {
		Languages map[string]struct{ Title string }
	}
	data, _ := os.ReadFile(filepath.Join(out, "c", "im", "1.json"))
	if err := json.Unmarshal(data, &code); err != nil || code.Languages["ja"].Title != "一です。" {
		t.Error(err, string(data))
	}
}

func TestCodesOfAMissingDocument(t *testing.T) {
	files := retiredSite()
	files["content/site.toml"] = &fstest.MapFile{Data: []byte("source_language = \"ja\"\n")}
	delete(files, "content/im/9-12.md")
	locked := load(t, files).Lock("2026-01-01")
	delete(files, "content/other.md")
	_, list := site.Load(site.WithFile(files, site.LockFile, locked.After), os.DirFS(root), site.Overrides{})
	if list.Count(diag.Error) != 1 || !hasError(list, "put content/other.md back") {
		t.Error(list)
	}
}

// TestRetiredKeysAreCodesAsWritten takes spellings of a code that its address does not have.
func TestRetiredKeysAreCodesAsWritten(t *testing.T) {
	for key, want := range map[string]string{
		"im/9 - 12": `content/site.toml:6:1: code "9 - 12" is written "9-12" in addresses; name it so: "im/9-12" [retired]`,
		"im/ 1":     `content/site.toml:6:1: code " 1" is written "1" in addresses`,
		"im/":       `content/site.toml:6:1: a retired code is named with its catalogue`,
		"/1":        `content/site.toml:6:1: a retired code is named with its catalogue`,
		"im":        `content/site.toml:6:1: a retired code is named with its catalogue`,
		`\u0000/1`:  `content/site.toml:6:1: there is no catalogue "\x00"`,
		`im/\n`:     `content/site.toml:6:1: a retired code is named with its catalogue`,
	} {
		files := retiredSite()
		delete(files, "content/im/9-12.md")
		files["content/site.toml"] = &fstest.MapFile{Data: []byte("source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\n\n\n[retired]\n\"" + key + "\" = { since = \"2026-01-01\" }\n")}
		_, list := site.Load(files, os.DirFS(root), site.Overrides{})
		if !hasError(list, want) {
			t.Errorf("%q: %v, want %s", key, list, want)
		}
	}
}

func hasError(list diag.List, part string) bool {
	for _, d := range list {
		if d.Severity == diag.Error && strings.Contains(d.Error(), part) {
			return true
		}
	}
	return false
}

// TestAnEmptyDocumentKeepsItsRetiredCodes retires the last code of a catalogue.
func TestAnEmptyDocumentKeepsItsRetiredCodes(t *testing.T) {
	files := retiredSite()
	files["content/im.md"] = &fstest.MapFile{Data: []byte("# IM\n")}
	out := t.TempDir()
	build(t, load(t, files), out)
	if text := visible(t, filepath.Join(out, "en", "im", "index.html")); !strings.Contains(text, "Retired codes 2 codes") {
		t.Error(text)
	}
}

// TestPublishedAddressesStay adds a code that differs from a published one in case only, and comes before it in byte order.
func TestPublishedAddressesStay(t *testing.T) {
	files := fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = \"en\"\n")},
		"content/im.md":     {Data: []byte("| code | text |\n| --- | --- |\n| e_one | One. |\n| e_two | Two. |\n")},
	}
	s := load(t, files)
	before := s.Book.Slugs.CodePath("en", "im", "e_one")
	files[site.LockFile] = &fstest.MapFile{Data: s.Lock("2026-01-01").After}
	edit(t, files, "content/im.md", "| e_one |", "| E_ONE | Another. |\n| e_one |")
	s = load(t, files)
	if after := s.Book.Slugs.CodePath("en", "im", "e_one"); after != before {
		t.Errorf("%s moved to %s", before, after)
	}
	if other := s.Book.Slugs.CodePath("en", "im", "E_ONE"); strings.EqualFold(other, before) {
		t.Errorf("%s and %s are one on some file systems", other, before)
	}
}
