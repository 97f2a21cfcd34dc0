package site_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"errbook/search"
	"errbook/site"
)

// aliasFiles is a site whose codes have symbols, other spellings and 32-bit twins; some of those are codes or catalogues too.
func aliasFiles() fstest.MapFS {
	return fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = \"en\"\n\n[[catalog]]\nid = \"im\"\nnumbers = true\n[catalog.columns]\n\"name\" = \"symbol\"\n\"old\" = \"alias\"\n" +
			"\n[[catalog]]\nid = \"shop\"\n[catalog.columns]\n\"name\" = \"symbol\"\n")},
		"content/im.md": {Data: []byte("# IM\n\n| code | name | old | text |\n| --- | --- | --- | --- |\n" +
			"| -302 | E_BUSY | E302 | Too many. |\n| 0x80070005 | E_ACCESS | | Denied. |\n| 7 | shop | | Seven. |\n| 8 | E_Busy/2 | | Eight. |\n| e_gone | | | Gone. |\n| 9 | E_GONE | | Nine. |\n")},
		"content/shop.md": {Data: []byte("# Shop\n\n| code | name | text |\n| --- | --- | --- |\n| 1 | E_BUSY | Busy here. |\n")},
	}
}

func TestShortLinksByOtherSpellings(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, aliasFiles()), out)
	index, err := search.Open(site.IndexDir(out))
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	for alias, want := range map[string]string{"E302": "-302", "0xFFFFFED2": "-302", "4294966994": "-302", "E_ACCESS": "0x80070005",
		"-2147024891": "0x80070005", "2147942405": "0x80070005", "E_Busy~2F2": "8"} {
		data, err := os.ReadFile(filepath.Join(out, "c", alias, "index.html"))
		if err != nil {
			t.Error(err)
			continue
		}
		if page := string(data); !strings.Contains(page, `href="../../en/im/`+want+`/"`) || !strings.Contains(page, `<link rel="canonical" href="http://127.0.0.1:8080/c/`+want+`/">`) {
			t.Errorf("/c/%s/ does not lead to %s", alias, want)
		}
		served := index.Codes().Resolve(strings.ReplaceAll(alias, "~2F", "/"))
		if len(served) == 0 || index.Codes().At(served[0].Index).Text != want {
			t.Errorf("a server takes %s for %v", alias, served)
		}
	}
	both := readText(t, filepath.Join(out, "c", "E_BUSY", "index.html"))
	for _, want := range []string{`href="../../en/im/-302/"`, `href="../../en/shop/1/"`, `<h2>Shop <code dir="ltr" translate="no">1</code></h2>`, `<link rel="canonical" href="http://127.0.0.1:8080/c/E_BUSY/">`} {
		if !strings.Contains(both, want) {
			t.Errorf("the page of a symbol of two codes has no %s", want)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "c", "shop", "index.html")); err == nil {
		t.Error("a symbol stands where the links of a catalogue do")
	}
	folded := map[string]string{}
	err = fs.WalkDir(os.DirFS(out), "c", func(name string, d fs.DirEntry, err error) error {
		if other := folded[strings.ToLower(name)]; other != "" {
			t.Errorf("%s and %s are one file on some file systems", name, other)
		}
		folded[strings.ToLower(name)] = name
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
