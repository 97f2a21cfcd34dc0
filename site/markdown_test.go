package site_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"errbook/site/locale/state"
)

// hard is a site whose texts are hard to write as Markdown: codes with several meanings and in ranges, symbols, texts that
// look like markup, blocks, texts in fallback and stale ones.
func hard() fstest.MapFS {
	records, old, stale := state.Records{}, "an older text", "見出し<br>続き"
	records.Set(state.Record{ID: "5-9.text", Source: state.HashOf(old), Text: state.HashOf(stale), How: state.Written})
	return fstest.MapFS{
		"content/site.toml": {Data: []byte(`
source_language = "en"
languages = ["en", "ja", "ar"]
edit_link = "https://git.example.com/{path}#L{line}"
show_symptoms = true
[title]
en = "Errors [hard]"
[[catalog]]
id = "io"
[catalog.sections]
"Disk full x" = "disk"
"Net_work" = "net"
`)},
		"content/io.md": {Data: []byte(`# I/O *errors*

> [!WARNING]
> Take <b>care</b> of ` + "`a|b`" + `, see [the *docs*](https://a.example/x_(y)?a=1&b=2).

## Disk *full* [x](y)

| Code | Symbol | Description | Cause | Solution | Severity | Since |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | ` + "`E_ONE`" + ` | 1. is no list. **Bold**_x_ <script>alert(1)</script> ![shot](https://a.example/s.png) | a \| b<br>- c<br>+ d | Do \# this & [no](javascript:x) | high | 1.0 |
| 5 - 9 | | # no heading<br>=== &lt;b&gt; &amp;lt; | | ` + "``a`b``" + ` | | |
| E_X | E_LINK | See ~~this~~ \*that\* $x$ {link} | | | | |
| -5 | | Negative. | | | | |

## Net_work

| Code | Description |
| --- | --- |
| 1 | The other meaning of one. Ask [them](../5-9/). |
`)},
		"content/io/5-9.md": {Data: []byte("# How\n\n1. One\n2. `Two`\n   - three\n\n> quoted\n\n| a | b |\n| :-- | --: |\n| `x\\|y`<br>z | **c** |\n\n    code\n    ```\n\n<div>\nhtml\n</div>\n\n- - deep\n")},
		"i18n/io.en.toml":   {Data: []byte("\"1.symptoms\" = \"it *stops* / the [thing] hangs\"\n")},
		"i18n/io.ja.toml": {Data: []byte("\"1.text\" = \"1. の意味\"\n\"1.cause\" = \"原因 <i>\"\n" +
			"\"5-9.text\" = \"" + stale + "\"\n\"#disk.title\" = \"ディスク_*\"\n")},
		"i18n/state/io.ja.tsv":      {Data: records.Format()},
		"i18n/state/io.sources.tsv": {Data: state.Sources{state.HashOf(old): old}.Format()},
	}
}

// plainMarkdown reads Markdown as anybody would and gives its text without white space, up to the line below which the links
// stand.
func plainMarkdown(t *testing.T, md string) string {
	t.Helper()
	md, _, _ = strings.Cut(md, "\n___\n\n- ")
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(md), &out); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(doc.Text()), "")
}

// plainArticle is the same of a page: what its article says, without what only a page has.
func plainArticle(t *testing.T, data string) string {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	article := doc.Find("article")
	article.Find(".sr-only, .stale .more, .tone-fallback a, .crumbs li:first-child, .crumbs li:last-child").Remove()
	article.ChildrenFiltered("aside:not([aria-label])").Remove() // the code with the other sign
	article.Find(".crumbs li:not(:last-child), .sep").AppendHtml("›")
	article.Find(".sep").SetText("›")
	article.Find("dt").AppendHtml(":")
	h1, crumbs := article.Find("h1"), article.Find(".crumbs")
	text := h1.Text() + crumbs.Text()
	h1.Remove()
	crumbs.Remove()
	return strings.Join(strings.Fields(text+article.Text()), "")
}

// TestMarkdownSaysWhatThePageSays reads the Markdown of every code in every language with an ordinary reader.
func TestMarkdownSaysWhatThePageSays(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, hard()), out)
	for dir, least := range map[string]int{out: 12, builtSite(t): 4 * 420} {
		n := 0
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.Name() != "index.md" {
				return err
			}
			n++
			page := filepath.Join(filepath.Dir(name), "index.html")
			if want, got := plainArticle(t, readText(t, page)), plainMarkdown(t, readText(t, name)); got != want {
				t.Errorf("%s:\n got %s\nwant %s", name, got, want)
			}
			return nil
		})
		if err != nil || n < least {
			t.Errorf("%d files of Markdown (%v), want at least %d", n, err, least)
		}
	}
}

func TestMarkdownIsLinked(t *testing.T) {
	open := small(t)
	doc := open("en/shop/100")
	for _, selector := range []string{`link[rel="alternate"][type="text/markdown"]`, `.permalink a[type="text/markdown"]`} {
		if got := attrs(doc, selector, "href"); len(got) != 1 || got[0] != "index.md" {
			t.Errorf("%s: %v", selector, got)
		}
	}
}

// TestHardMarkdown holds what is hard to write to the letter.
func TestHardMarkdown(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, hard()), out)
	for name, want := range map[string][]string{
		"en/io/1": {"# 1 1.\n", `\<script\>alert(1)\</script\> [shot](https://a.example/s.png)`, "- **Symbol**: `E_ONE`",
			"- **Cause**:\n\n  a \\| b\\\n  \\- c\\\n  \\+ d", `Do \# this & no`, "depends on where", "## [Net\\_work](../../../en/io/#net)",
			"Ask [them](../5-9/).", "- it stops\n- the \\[thing\\] hangs", "> **Warning**\n>\n> Take \\<b\\>care\\</b\\> of `a|b`",
			"- Permanent link: <http://127.0.0.1:8080/c/1>", "[View this line in the source](https://git.example.com/content/io.md#L10)"},
		"en/io/5-9": {"Applies to every code from 5 to 9.", "\\# no heading\\\n=== \\<b\\> \\&lt;", "```\n<div>", "### How"},
		"en/io/-5":  {"# -5 Negative."},
		"ja/io/5-9": {"見出し\\\n続き\n\n> ", ">\n> \\# no heading"},
		"en/io/E_X": {`# E\_X See this \*that\* $x$ {link}`, "See ~~this~~ \\*that\\*"},
	} {
		data, err := os.ReadFile(filepath.Join(out, name, "index.md"))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, w := range want {
			if !strings.Contains(string(data), w) {
				t.Errorf("%s lacks %q:\n%s", name, w, data)
			}
		}
	}
}
