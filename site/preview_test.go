package site_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"errbook/site"
	"errbook/site/page"
)

// previewed builds the preview of a site and returns a function that opens a page of it.
func previewed(t *testing.T, fsys fs.FS, p page.Preview) (open func(name string) *goquery.Document, out string) {
	t.Helper()
	s, list := site.Load(fsys, os.DirFS(root), site.Overrides{Preview: &p})
	if list.HasErrors() {
		t.Fatal(list)
	}
	out = t.TempDir()
	build(t, s, out)
	return opener(t, out), out
}

func TestPreviewMarks(t *testing.T) {
	open, out := previewed(t, worked(t), page.Preview{Lang: "ja"})
	const source = "/-/source/i18n/disk.ja.toml"
	tests := []struct{ page, selector, want string }{
		{"ja/disk/1", "h1 .origin-text.is-stale", "ディスクが一杯です。"},
		{"ja/disk/1", "h1 a.origin.is-stale[title='i18n/disk.ja.toml:1'][href='" + source + "#L1']", "要更新 このテキストを編集"},
		{"ja/disk/1", ".description .prose.origin-text.is-stale", "ディスクが一杯です。"},
		{"ja/disk/1", ".description .origin-line a[href='" + source + "#L1'] code", "i18n/disk.ja.toml:1"},
		{"ja/disk/2", ".description .origin-line a.is-fresh[href='" + source + "#L3'] code", "i18n/disk.ja.toml:3"},
		{"ja/disk/2", ".crumbs li > a.origin.is-fresh[href='" + source + "#L2']", "このテキストを編集"},
		{"ja/disk/3", ".description .prose.is-missing[lang='en']", "Cannot <b>flush</b>."},
		{"ja/disk/3", ".description .origin-line a.is-missing[href='" + source + "#L4'] code", "i18n/disk.ja.toml:4"},
		{"ja/disk", ".codes li > a + a.origin.is-missing", "未翻訳 このテキストを編集"},
		{"ja/disk", "h2 a.origin.is-fresh", "このテキストを編集"},
		{"ja/disk", "h1 a.origin.is-missing[href='/-/source/content/site.toml#L5']", "未翻訳 このテキストを編集"},
		{"ja/translations", "#lang-ja .at a[href='" + source + "#L4'] code", "i18n/disk.ja.toml:4"},
	}
	for _, tt := range tests {
		if got := words(open(tt.page).Find(tt.selector)); got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.page, tt.selector, got, tt.want)
		}
	}
	for name, text := range snapshot(t, out) {
		if strings.HasSuffix(name, ".html") {
			checkPreviewPage(t, name, text)
		}
	}
}

// checkPreviewPage wants of any page that it keeps robots out, that marks stand in no head and no attribute, and that no link
// stands in another.
func checkPreviewPage(t *testing.T, name, text string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Find(`meta[name="robots"][content="noindex"]`).Length() != 1 {
		t.Errorf("%s may be indexed", name)
	}
	// A parser takes nested links apart, so that they are looked for in the text.
	open := false
	for _, tag := range strings.Split(text, "<") {
		if strings.HasPrefix(tag, "a ") && open {
			t.Errorf("%s: a link within a link at %.60q", name, tag)
		}
		open = strings.HasPrefix(tag, "a ") || open && !strings.HasPrefix(tag, "/a>")
	}
	if title := doc.Find("title").Text(); strings.Contains(title, "<span") || strings.Contains(title, "origin") {
		t.Errorf("%s: title %q", name, title)
	}
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			if strings.Contains(a.Val, "<span") || strings.Contains(a.Val, "<a ") {
				t.Errorf("%s: attribute %s=%q", name, a.Key, a.Val)
			}
		}
	})
	lang := doc.Find("html").AttrOr("lang", "")
	if n := doc.Find(".origin-text").Length(); (n > 0) != (lang == "ja") && !strings.Contains(name, "404") {
		t.Errorf("%s in %s has %d marks", name, lang, n)
	}
}

// TestPreviewBar follows the links from page to page.
func TestPreviewBar(t *testing.T) {
	open, _ := previewed(t, worked(t), page.Preview{Lang: "ja"})
	tests := []struct{ page, counts, next string }{
		{"ja", "未翻訳 1 件", "../ja/disk/"}, // the title of the catalogue
		{"ja/disk", "未翻訳 2 件 要更新 1 件", "../../ja/disk/1/"},
		{"ja/disk/1", "未翻訳 1 件 要更新 1 件", "../../../ja/disk/3/"},
		{"ja/disk/2", "未翻訳 1 件", "../../../ja/disk/3/"},
		{"ja/disk/3", "未翻訳 2 件", "../../../ja/disk/"},
		{"ja/search", "", "../../ja/disk/"},
		{"ja/translations", "", "../../ja/disk/"},
	}
	for _, tt := range tests {
		bar := open(tt.page).Find(".preview-bar")
		counts := strings.Join(bar.Find(".preview-counts > *").Map(func(_ int, s *goquery.Selection) string { return words(s) }), " ")
		if next := bar.Find(".preview-next").AttrOr("href", ""); counts != tt.counts || next != tt.next {
			t.Errorf("%s: %q, next %q; want %q, next %q", tt.page, counts, next, tt.counts, tt.next)
		}
		if !strings.HasSuffix(bar.Find(".preview-ways a").Last().AttrOr("href", ""), "ja/translations/") {
			t.Errorf("%s: no way to the list of all", tt.page)
		}
	}
	bar := open("en/disk/1").Find(".preview-bar")
	if got := bar.Find("a").First(); got.AttrOr("href", "") != "../../../ja/disk/1/" || words(got) != "This page in Japanese" {
		t.Errorf("the English page leads to %q", words(bar))
	}
}

func TestPreviewOfWhatIsDone(t *testing.T) {
	files := worked(t)
	delete(files, "i18n/state/disk.ja.tsv")
	edit(t, files, "i18n/disk.ja.toml", `"3.text" = ""`, `"3.text" = "書き出せません。"`)
	edit(t, files, "content/site.toml", "[catalog.sections]", "[catalog.title]\nja = \"ディスク\"\n[catalog.sections]")
	open, _ := previewed(t, files, page.Preview{Lang: "ja"})
	doc := open("ja/disk/3")
	if bar := doc.Find(".preview-bar"); bar.Find(".preview-next").Length() != 0 || words(bar.Find(".preview-counts")) != "このページに作業はありません" {
		t.Errorf("the bar says %q", words(bar))
	}
	if doc.Find(".is-missing, .is-stale").Length() != 0 || doc.Find("a.origin.is-fresh").Length() == 0 {
		t.Errorf("%d marks", doc.Find(".is-missing, .is-stale").Length())
	}
	if got := doc.Find(".crumbs a.origin").First().AttrOr("title", ""); got != "content/site.toml:8" {
		t.Errorf("the title of the catalogue stands at %s", got)
	}
}

func TestPreviewWithEditor(t *testing.T) {
	tests := []struct{ pattern, root, want string }{
		{"vscode://file/{abs}:{line}", "/home/me/my docs", "vscode://file/home/me/my%20docs/i18n/disk.ja.toml:4"},
		{"vscode://file/{abs}:{line}", "C:/docs", "vscode://file/C:/docs/i18n/disk.ja.toml:4"},
		{"https://ide.example.com/?file={path}&line={line}", "/docs", "https://ide.example.com/?file=i18n/disk.ja.toml&line=4"},
	}
	for _, tt := range tests {
		open, _ := previewed(t, worked(t), page.Preview{Lang: "ja", Editor: tt.pattern, Root: tt.root})
		if got := attrs(open("ja/disk/3"), ".description a.origin", "href"); !cmp.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %v, want %s", tt.pattern, got, tt.want)
		}
	}
}

// TestPreviewBelowAPath holds that links to lines lead to the preview's own server wherever the site will stand.
func TestPreviewBelowAPath(t *testing.T) {
	files := worked(t)
	edit(t, files, "content/site.toml", "source_language", "base_url = \"https://intranet.example/errors/\"\nsource_language")
	delete(files, "i18n/disk.ja.toml")
	open, _ := previewed(t, files, page.Preview{Lang: "ja"})
	if got := attrs(open("ja/disk/3"), ".description a.origin", "href"); !cmp.Equal(got, []string{"/errors/-/source/i18n/disk.ja.toml#L1"}) {
		t.Errorf("links %v", got)
	}
}
