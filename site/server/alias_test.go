package server

import (
	"io"
	"log/slog"
	"net/http"
	"testing"
	"testing/fstest"
)

// TestShortLinksByOtherSpellings asks for codes by symbols, twins and old spellings, in any case and width.
func TestShortLinksByOtherSpellings(t *testing.T) {
	out := t.TempDir()
	s := buildSite(t, fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = \"en\"\nlanguages = [\"en\", \"ja\"]\n\n[[catalog]]\nid = \"im\"\nnumbers = true\n[catalog.columns]\n\"name\" = \"symbol\"\n\"old\" = \"alias\"\n")},
		"content/im.md": {Data: []byte("| code | name | old | text |\n| --- | --- | --- | --- |\n| -302 | E_LIMIT | E302 | Too many. |\n" +
			"| 0x80070005 | E_ACCESS | | Denied. |\n| 7 | E_BUSY | | Seven. |\n| 8 | E_BUSY | | Eight. |\n")},
	}, out)
	v, err := New(s, out, slog.New(slog.NewTextHandler(io.Discard, nil)), false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	for path, want := range map[string]string{
		"/c/E_LIMIT": "/en/im/-302/", "/c/E_LIMIT/": "/en/im/-302/", "/c/e_limit": "/en/im/-302/", "/c/E302": "/en/im/-302/", "/c/0xFFFFFED2": "/en/im/-302/",
		"/c/0xfffffed2": "/en/im/-302/", "/c/4294966994": "/en/im/-302/", "/c/E_ACCESS": "/en/im/0x80070005/", "/c/0X80070005": "/en/im/0x80070005/",
		"/c/-2147024891": "/en/im/0x80070005/", "/c/im/E_LIMIT": "/en/im/-302/", "/c/E_BUSY": "/c/E_BUSY/", "/c/im/E_BUSY": "/en/im/7/",
	} {
		if res := get(v, path, "en"); res.StatusCode != http.StatusFound || res.Header.Get("Location") != want {
			t.Errorf("%s: %d %q, want %q", path, res.StatusCode, res.Header.Get("Location"), want)
		}
	}
	for path, status := range map[string]int{"/c/E_BUSY/": 200, "/c/E_BUSY/?stay": 200, "/c/E_LIMIT/?stay": 200, "/c/E_NONE": 404} {
		if res := get(v, path, "en"); res.StatusCode != status {
			t.Errorf("%s: %d, want %d", path, res.StatusCode, status)
		}
	}
}
