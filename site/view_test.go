package site_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
)

// small builds the small site and returns a function that opens a page of it.
func small(t *testing.T) func(name string) *goquery.Document {
	t.Helper()
	out := t.TempDir()
	build(t, load(t, smallFiles(t)), out)
	return opener(t, out)
}

func opener(t *testing.T, out string) func(name string) *goquery.Document {
	return func(name string) *goquery.Document {
		t.Helper()
		f, err := os.Open(filepath.Join(out, name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		doc, err := goquery.NewDocumentFromReader(f)
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
}

// attrs lists an attribute of all that a selector finds.
func attrs(doc *goquery.Document, selector, attr string) []string {
	list := doc.Find(selector).Map(func(_ int, s *goquery.Selection) string { return s.AttrOr(attr, "") })
	return list
}

func TestCodePage(t *testing.T) {
	open := small(t)
	doc := open("en/shop/100")
	text := strings.Join(strings.Fields(doc.Find("main").Text()), " ")
	for _, want := range []string{"100", "The account has no funds.", "then retry", "NO_FUNDS", "Since", "1.0", "Payments", "-100", "Codes of the shop's own service."} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
	if got := doc.Find("h1").Text(); !strings.Contains(got, "100") || !strings.Contains(got, "The account has no funds.") {
		t.Errorf("h1 %q", got)
	}
	for selector, want := range map[string]string{
		`a[href$="/en/shop/-100/"]`: "the code with the other sign, which is the next one too",
		`a[href="https://git.example.com/docs/blob/main/content/shop.md#L9"]`: "the source line",
		`a[href="https://help.example.com/retry"]`:                            "the link of the description",
		`a[href="../../../c/shop/100.json"]`:                                  "the JSON",
		`nav a[href$="/en/shop/#pay"]`:                                        "the section as a breadcrumb",
		`a[href="../../../ja/shop/100/"]`:                                     "the same page in Japanese",
		`[data-path="c/100"]`:                                                 "the permanent link",
	} {
		if doc.Find(selector).Length() == 0 {
			t.Errorf("no %s: %s", selector, want)
		}
	}
}

func TestSameDescription(t *testing.T) {
	if got := small(t)("en/shop/200").Find(`main a[href$="/201/"]`).Length(); got < 2 {
		t.Errorf("%d links from 200 to 201, want those of its notes and of the shared description", got)
	}
}

func TestLongerNotes(t *testing.T) {
	open := small(t)
	if got := open("en/shop/200").Find("main h3").Text(); !strings.Contains(got, "What to do") {
		t.Errorf("headings %q", got)
	}
	if got := open("ja/shop/200").Find("main").Text(); !strings.Contains(got, "別のカードを頼みます。") {
		t.Errorf("Japanese notes are missing in %q", got)
	}
}

func TestFallback(t *testing.T) {
	open := small(t)
	tests := []struct {
		page, lang string // of the description
		canonical  string
		hreflang   []string
	}{
		{"en/shop/200", "", "en/shop/200/", []string{"en", "ja", "x-default"}},
		{"ja/shop/200", "", "ja/shop/200/", []string{"en", "ja", "x-default"}},
		{"ko/shop/200", "ja", "en/shop/200/", nil}, // ko falls back to ja by site.toml
		{"ar/shop/200", "en", "en/shop/200/", nil},
		{"en/shop/201", "", "en/shop/201/", []string{"en", "x-default"}},
		{"ja/shop/201", "en", "en/shop/201/", nil},
	}
	for _, tt := range tests {
		doc := open(tt.page)
		if tt.lang != "" && doc.Find(`main [lang="`+tt.lang+`"]`).Length() == 0 {
			t.Errorf("%s: nothing is marked as %s", tt.page, tt.lang)
		}
		if got := attrs(doc, `link[rel="canonical"]`, "href"); !slices.Equal(got, []string{"https://errors.example.com/" + tt.canonical}) {
			t.Errorf("%s: canonical %v, want %s", tt.page, got, tt.canonical)
		}
		got := attrs(doc, `link[rel="alternate"][hreflang]`, "hreflang")
		if diff := cmp.Diff(tt.hreflang, got); diff != "" && len(got)+len(tt.hreflang) > 0 {
			t.Errorf("%s: hreflang (-want +got):\n%s", tt.page, diff)
		}
	}
	if got := open("ar/shop/200").Find("html").AttrOr("dir", ""); got != "rtl" {
		t.Errorf("the Arabic page runs %q", got)
	}
}

func TestCodesThatAreNoFileNames(t *testing.T) {
	open := small(t)
	for slug, code := range map[string]string{"a~2Fb": "a/b", "~43ON": "CON", "E1": "E1"} {
		if got := open("en/store/" + slug).Find("h1").Text(); !strings.Contains(got, code) {
			t.Errorf("%s: h1 %q", slug, got)
		}
	}
	links := attrs(open("en/store"), "main a", "href")
	lower := map[string]bool{}
	for _, l := range links {
		lower[strings.ToLower(l)] = true
	}
	if !slices.Contains(links, "../../en/store/E1/") {
		t.Errorf("links %v", links)
	}
	n := 0
	for l := range lower {
		if strings.Contains(l, "e1") {
			n++
		}
	}
	if n < 2 {
		t.Errorf("E1 and e1 have one address on a file system that does not tell them apart: %v", links)
	}
}

func TestShortLinkOfTwoCatalogues(t *testing.T) {
	open := small(t)
	got := attrs(open("c/100"), "main a", "href")
	for _, want := range []string{"../../en/shop/100/", "../../ar/store/100/"} {
		if !slices.Contains(got, want) {
			t.Errorf("/c/100/ does not lead to %s: %v", want, got)
		}
	}
	if got := attrs(open("c/store/100"), "main a", "href"); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "shop") }) {
		t.Errorf("/c/store/100/ leads to the other catalogue: %v", got)
	}
}
