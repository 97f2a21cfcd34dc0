package site_test

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"errbook/site"
)

// atomElement is any element of a feed.
type atomElement struct {
	XMLName  xml.Name
	Attrs    []xml.Attr    `xml:",any,attr"`
	Text     string        `xml:",chardata"`
	Children []atomElement `xml:",any"`
}

func (e atomElement) all(name string) (list []atomElement) {
	for _, c := range e.Children {
		if c.XMLName.Local == name {
			list = append(list, c)
		}
	}
	return list
}

func (e atomElement) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// one is the text of the only child of a name.
func (e atomElement) one(t *testing.T, name string) string {
	t.Helper()
	list := e.all(name)
	if len(list) != 1 {
		t.Fatalf("%s has %d elements %s, want one", e.XMLName.Local, len(list), name)
	}
	return strings.TrimSpace(list[0].Text)
}

// readFeed reads a feed and holds it to what RFC 4287 demands; numbers in comments are of its sections.
func readFeed(t *testing.T, file string) atomElement {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var feed atomElement
	if err := xml.Unmarshal(data, &feed); err != nil {
		t.Fatal(err)
	}
	if feed.XMLName.Local != "feed" {
		t.Errorf("the document element is %s", feed.XMLName.Local)
	}
	if a := feed.all("author"); len(a) != 1 || a[0].one(t, "name") == "" { // 4.1.1: an author, unless all entries have one
		t.Error("the feed has no author")
	}
	ids := map[string]bool{}
	last := ""
	for i, e := range append([]atomElement{feed}, feed.all("entry")...) {
		if e.XMLName.Space != "http://www.w3.org/2005/Atom" {
			t.Errorf("namespace %q", e.XMLName.Space)
		}
		id := e.one(t, "id") // 4.2.6: an absolute IRI, and no two the same
		if u, err := url.Parse(id); err != nil || !u.IsAbs() || ids[id] {
			t.Errorf("id %q is no IRI, or is there twice", id)
		}
		ids[id] = true
		if e.one(t, "title") == "" { // 4.2.14
			t.Errorf("%s has no title", id)
		}
		updated := e.one(t, "updated") // 3.3
		if _, err := time.Parse(time.RFC3339, updated); err != nil || i > 1 && updated > last || i == 1 && updated != last {
			t.Errorf("%s: updated %q after %q: %v", id, updated, last, err)
		}
		last = updated
		alternates := 0
		for _, l := range e.all("link") { // 4.2.7
			if u, err := url.Parse(l.attr("href")); err != nil || !u.IsAbs() || strings.Trim(l.Text, " \n") != "" {
				t.Errorf("%s: link to %q", id, l.attr("href"))
			}
			if l.attr("rel") == "alternate" {
				alternates++
			}
		}
		if alternates != 1 {
			t.Errorf("%s: %d alternate links", id, alternates)
		}
	}
	return feed
}

// feedSite is retiredSite with a text of markup, published and changed since.
func feedSite(t *testing.T) (fstest.MapFS, *site.Site) {
	files := retiredSite()
	s := load(t, files)
	lock := s.Lock("2026-01-05")
	files[site.LockFile] = &fstest.MapFile{Data: lock.After}
	edit(t, files, "content/im.md", "二です。", "`<b>` & \"二\" ]]> です。")
	files[site.LockFile] = &fstest.MapFile{Data: load(t, files).Lock("2026-03-01").After}
	return files, load(t, files)
}

func TestFeed(t *testing.T) {
	_, s := feedSite(t)
	out := t.TempDir()
	build(t, s, out)
	feed := readFeed(t, filepath.Join(out, "en", "feed.xml"))
	var got []string
	for _, e := range feed.all("entry") {
		got = append(got, fmt.Sprint(e.one(t, "updated")[:10], " ", e.all("category")[0].attr("term"), " ", e.one(t, "title"), " ", e.all("link")[0].attr("href"), " ", e.one(t, "id")))
	}
	want := []string{
		`2026-03-01 changed Changed: 2 <b> & "二" ]]> です。 https://errors.example/en/im/2/ https://errors.example/c/im/2#changed-2026-03-01`,
		"2026-02-03 retired Retired: 1 https://errors.example/en/im/1/ https://errors.example/c/im/1#retired-2026-02-03",
		"2026-02-03 retired Retired: 9-12 A range. https://errors.example/en/im/9-12/ https://errors.example/c/im/9-12#retired-2026-02-03",
		`2026-01-05 added New: 2 <b> & "二" ]]> です。 https://errors.example/en/im/2/ https://errors.example/c/im/2#added-2026-01-05`,
		"2026-01-05 added New: 1 https://errors.example/en/im/1/ https://errors.example/c/im/1#added-2026-01-05",
		"2026-01-05 added New: 9-12 A range. https://errors.example/en/im/9-12/ https://errors.example/c/im/9-12#added-2026-01-05",
		"2026-01-05 added New: 7 七です。 https://errors.example/en/other/7/ https://errors.example/c/other/7#added-2026-01-05",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	readFeed(t, filepath.Join(out, "ja", "feed.xml"))
	for file, link := range map[string]string{"en/im/2/index.html": "../../../en/feed.xml", "ja/index.html": "../ja/feed.xml", "en/404.html": "/en/feed.xml"} {
		page, _ := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
		if !strings.Contains(string(page), `<link rel="alternate" type="application/atom+xml"`) || !strings.Contains(string(page), `href="`+link+`"`) {
			t.Errorf("%s does not name the feed %s", file, link)
		}
	}
}

func TestNoFeedWithoutPublishedCodes(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, retiredSite()), out)
	if _, err := os.Stat(filepath.Join(out, "en", "feed.xml")); err == nil {
		t.Error("a site without codes.lock has a feed")
	}
	page, _ := os.ReadFile(filepath.Join(out, "en", "index.html"))
	if strings.Contains(string(page), "feed.xml") {
		t.Error("its pages name one")
	}
}

// TestFirstCodesAreNoNews retires a code as of a day before the others were published: the feed has room for that.
func TestFirstCodesAreNoNews(t *testing.T) {
	files := retiredSite()
	var rows strings.Builder
	for n := range 2 * 200 {
		fmt.Fprintf(&rows, "| %d | 番号%dです。 |\n", 1000+n, n)
	}
	doc := string(files["content/im.md"].Data)
	at := strings.LastIndex(doc, "\n|") + 1
	end := at + strings.Index(doc[at:], "\n") + 1
	files["content/im.md"] = &fstest.MapFile{Data: []byte(doc[:end] + rows.String() + doc[end:])}
	files[site.LockFile] = &fstest.MapFile{Data: load(t, files).Lock("2026-02-20").After}
	out := t.TempDir()
	build(t, load(t, files), out)
	kinds := map[string]int{}
	for _, e := range readFeed(t, filepath.Join(out, "en", "feed.xml")).all("entry") {
		kinds[e.all("category")[0].attr("term")]++
	}
	if diff := cmp.Diff(map[string]int{"added": 198, "retired": 2}, kinds); diff != "" {
		t.Error(diff)
	}
}

// TestFeedOfTheRealSite has the latest 200 entries and no more, in every language.
func TestFeedOfTheRealSite(t *testing.T) {
	for _, lang := range []string{"ja", "en", "zh-Hans", "ko"} {
		feed := readFeed(t, filepath.Join(builtSite(t), lang, "feed.xml"))
		if n := len(feed.all("entry")); n != 200 || feed.attr("lang") != lang {
			t.Errorf("%s: %d entries in %q", lang, n, feed.attr("lang"))
		}
	}
}
