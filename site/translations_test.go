package site_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"errbook/site/locale/state"
)

// worked is a site with its page of translations on. Of its Japanese texts that of code 1 is stale, that of code 3 missing.
func worked(t *testing.T) fstest.MapFS {
	t.Helper()
	records := state.Records{}
	old := "The disk is full."
	records.Set(state.Record{ID: "1.text", Source: state.HashOf(old), Text: state.HashOf("ディスクが一杯です。"), How: state.Written})
	return fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = \"en\"\nlanguages = [\"en\", \"ja\", \"ar\"]\ntranslations_page = true\n" +
			"edit_link = \"https://git.example.com/{path}#L{line}\"\n[[catalog]]\nid = \"disk\"\n[catalog.sections]\n\"Writing\" = \"write\"\n")},
		"content/disk.md": {Data: []byte("# Disk\n\n| Code | Description |\n| --- | --- |\n| 1 | The disk is almost full & slow. |\n\n" +
			"## Writing\n\n| Code | Description |\n| --- | --- |\n| 2 | Cannot write. |\n| 3 | Cannot <b>flush</b>. |\n")},
		"i18n/disk.ja.toml":           {Data: []byte("\"1.text\" = \"ディスクが一杯です。\"\n\"#write.title\" = \"書き込み\"\n\"2.text\" = \"書き込めません。\"\n\"3.text\" = \"\"\n")},
		"i18n/state/disk.ja.tsv":      {Data: records.Format()},
		"i18n/state/disk.sources.tsv": {Data: state.Sources{state.HashOf(old): old}.Format()},
	}
}

func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func TestTranslationsPage(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, worked(t)), out)
	open := opener(t, out)
	doc := open("ja/translations")
	if got := doc.Find(`meta[name="robots"]`).AttrOr("content", ""); got != "noindex" {
		t.Errorf("robots %q", got)
	}
	// What the page's own language needs comes first, and is open.
	if diff := cmp.Diff([]string{"lang-ja", "lang-ar"}, attrs(doc, "section.language", "id")); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
	if n := doc.Find("#lang-ja details[open], #lang-ar details:not([open])").Length(); n != 2 {
		t.Errorf("%d lists are as they should be", n)
	}
	row := doc.Find(".tallies").First().Find("tbody tr").First()
	for selector, want := range map[string]string{".percent": "50 %", "td.is-fresh": "最新 2", "td.is-reused.zero": "流用 0",
		"td.is-stale": "要更新 1", "td.is-missing": "未翻訳 1", ".characters": "残りの文字数 " + strconv.Itoa(len("The disk is almost full & slow.")+len("Cannot <b>flush</b>."))} {
		if got := words(row.Find(selector)); got != want {
			t.Errorf("%s is %q, want %q", selector, got, want)
		}
	}
	sections := doc.Find("#lang-ja tbody th").Map(func(_ int, s *goquery.Selection) string { return words(s) })
	if diff := cmp.Diff([]string{"Disk", "セクション外", "書き込み"}, sections); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
	if got := attrs(doc, "#lang-ja tbody a", "href"); !cmp.Equal(got, []string{"../../ja/disk/", "../../ja/disk/#write"}) {
		t.Errorf("links %v", got)
	}
	if got := open("en/disk/1").Find(`footer a[href="../../../en/translations/"]`).Length(); got != 1 {
		t.Errorf("%d links from a footer", got)
	}
	if strings.Contains(snapshot(t, out)["sitemap.xml"], "translations") {
		t.Error("the page stands in the sitemap")
	}
	checkLinks(t, out, "http://127.0.0.1:8080/")
}

func TestWorkList(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, worked(t)), out)
	doc := opener(t, out)("en/translations")
	items := doc.Find("#lang-ja .work li")
	if items.Length() != 2 || !items.First().HasClass("is-stale") || !items.Last().HasClass("is-missing") {
		t.Fatalf("items %q", words(items))
	}
	stale, missing := items.First(), items.Last()
	original, err := stale.Find("dd").First().Html()
	if want := "The disk is <ins>almost </ins>full<ins> &amp; slow</ins>."; err != nil || strings.TrimSpace(original) != want {
		t.Errorf("original %q, %v; want %q", original, err, want)
	}
	if got := stale.Find(`dd[lang="ja"][dir="ltr"]`).Text(); got != "ディスクが一杯です。" {
		t.Errorf("present translation %q", got)
	}
	if got := missing.Find(`dd[lang="en"][dir="ltr"]`).Text(); got != "Cannot <b>flush</b>." {
		t.Errorf("source %q", got)
	}
	for selector, want := range map[string]string{
		`.work-head > a[href="../../ja/disk/3/"] > code[dir="ltr"][translate="no"]`:                    "3.text",
		`.at a[href="https://git.example.com/i18n/disk.ja.toml#L4"] > code[dir="ltr"][translate="no"]`: "i18n/disk.ja.toml:4",
	} {
		if got := missing.Find(selector).Text(); got != want {
			t.Errorf("%s is %q, want %q", selector, got, want)
		}
	}
	if got := doc.Find(`#lang-ar .work li`).Length(); got != 4 {
		t.Errorf("%d texts to translate into Arabic, want 4", got)
	}
	if got := words(doc.Find("#lang-ar .at").First()); got != "i18n/disk.ar.toml:1" {
		t.Errorf("a text without a file is to be written at %q", got)
	}
}

func TestWorkListIsBounded(t *testing.T) {
	files := worked(t)
	var doc bytes.Buffer
	doc.WriteString("| Code | Description |\n| --- | --- |\n")
	for i := range 150 {
		doc.WriteString("| " + strconv.Itoa(1000+i) + " | Fault. |\n")
	}
	files["content/disk.md"] = &fstest.MapFile{Data: doc.Bytes()}
	files["content/site.toml"] = &fstest.MapFile{Data: []byte("source_language = \"en\"\nlanguages = [\"en\", \"ja\"]\ntranslations_page = true\n")}
	out := t.TempDir()
	build(t, load(t, files), out)
	page := opener(t, out)("en/translations")
	if n := page.Find(".work li").Length(); n != 100 || words(page.Find(".work summary")) != "To translate first 100 of 150" {
		t.Errorf("%d texts, %q", n, words(page.Find(".work summary")))
	}
}

func TestNoTranslationsPageUnasked(t *testing.T) {
	files := worked(t)
	edit(t, files, "content/site.toml", "translations_page = true\n", "")
	out := t.TempDir()
	build(t, load(t, files), out)
	if _, err := os.Stat(filepath.Join(out, "ja", "translations")); err == nil {
		t.Error("the page is there")
	}
	if n := opener(t, out)("ja/disk/1").Find(`a[href*="translations"]`).Length(); n != 0 {
		t.Errorf("%d links to it", n)
	}
}

// TestReport holds that the report asks for nothing and links to nothing of the site.
func TestReport(t *testing.T) {
	s := load(t, worked(t))
	ja, err := s.Language("ja")
	if err != nil {
		t.Fatal(err)
	}
	data, err := s.Report(ja, s.Survey([]string{"ja"}, nil))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if n := doc.Find("script, link, img, iframe, [src], [style]").Length(); n != 0 {
		t.Errorf("%d elements ask for something", n)
	}
	style := doc.Find("head style").Text()
	if !strings.Contains(style, ".tallies") || strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Errorf("style of %d bytes", len(style))
	}
	if got := doc.Find(`meta[http-equiv="Content-Security-Policy"]`).AttrOr("content", ""); !strings.HasPrefix(got, "default-src 'none'") {
		t.Errorf("policy %q", got)
	}
	for _, href := range attrs(doc, "a", "href") {
		if href != "#lang-ja" && !strings.HasPrefix(href, "https://git.example.com/i18n/disk.ja.toml#L") {
			t.Errorf("a link to %s", href)
		}
	}
	if doc.Find("#lang-ja .work[open] li").Length() != 2 || doc.Find("section.language").Length() != 1 {
		t.Errorf("the report says %q", words(doc.Find("main")))
	}
}
