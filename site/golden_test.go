package site_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden pages anew")

var buildIDs = regexp.MustCompile(`"build":"[0-9a-f]+"`)

// TestGoldenPages holds pages of each kind to the letter. After a change that is meant: go test ./site -run Golden -update,
// and read the difference.
func TestGoldenPages(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, smallFiles(t)), out)
	for _, page := range []string{
		"index.html", "en/index.html", "ja/shop/index.html", "en/shop/100/index.html", "ja/shop/200/index.html",
		"ko/shop/300-399/index.html", "ar/shop/200/index.html", "en/search/index.html", "en/ticket/index.html", "en/404.html", "c/100/index.html",
		"c/shop/100.json", "en/shop/200/index.md", "ko/shop/300-399/index.md", "api/codes.json", "en/opensearch.xml", "sitemap.xml", "robots.txt", "llms.txt",
	} {
		got, err := os.ReadFile(filepath.Join(out, page))
		if err != nil {
			t.Fatal(err)
		}
		got = buildIDs.ReplaceAll(got, []byte(`"build":"…"`)) // it changes with every asset of the theme
		name := filepath.Join("testdata", "golden", strings.ReplaceAll(page, "/", "_"))
		if *update {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatalf("%v; write it with -update", err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", page, diff)
		}
	}
}
