package server

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site"
)

func TestSuggest(t *testing.T) {
	v, _ := newServer(t, false)
	for query, want := range map[string]string{
		"q=6018&lang=en":   `["6018",["6018 The certificate has expired."],[""],["https://intranet.example/errors/en/shop/6018/"]]`,
		"q=125000&lang=ja": `["125000",["120001-130000 独自のコードです。"],[""],["https://intranet.example/errors/ja/shop/120001-130000/"]]`,
		"q=xyzzy&lang=en":  `["xyzzy",[],[],[]]`,
		"q=&lang=en":       `["",[],[],[]]`,
		"lang=en":          `["",[],[],[]]`,
		"q=%ff6018&lang=en": `["6018",["6018 The certificate has expired."],[""],` +
			`["https://intranet.example/errors/en/shop/6018/"]]`,
	} {
		res := get(v, "/api/suggest?"+query, "")
		body := readAll(t, res)
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/x-suggestions+json; charset=utf-8" {
			t.Errorf("%s: %d %s", query, res.StatusCode, res.Header.Get("Content-Type"))
		}
		if diff := cmp.Diff(want, strings.TrimSpace(body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", query, diff)
		}
	}
}

func TestClippedWords(t *testing.T) {
	for text, want := range map[string]string{
		"one two": "one two", "6017 parameter": "6017 param", "aaaa bbb cccc": "aaaa bbb", "aaaaaaaaaaaaaa": "aaaaaaaaaa", "aaaaaaaaa bb": "aaaaaaaaa",
		"aaaaaaaaaa bb": "aaaaaaaaaa", "一二三四五六七八九十一": "一二三四五六七八九十",
	} {
		if got := clippedWords(text, 10); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestSuggestRefuses(t *testing.T) {
	v, _ := newServer(t, false)
	if res := get(v, "/api/suggest?lang=en&q=5%zz", ""); res.StatusCode != http.StatusBadRequest || !strings.Contains(readAll(t, res), `"hint"`) {
		t.Errorf("an address that is not encoded properly: %d", res.StatusCode)
	}
	if res := get(v, "/api/suggest?q=1&lang=xx", ""); res.StatusCode != http.StatusBadRequest || !strings.Contains(readAll(t, res), `"hint":"lang is one of: ja, en, zh-Hans"`) {
		t.Errorf("an unknown language: %d", res.StatusCode)
	}
	w := httptest.NewRecorder()
	v.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/suggest?q=1", strings.NewReader("1")))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	if res := get(v, "/api/suggest?lang=en&q="+strings.Repeat("x", 100000), ""); res.StatusCode != http.StatusOK || len(readAll(t, res)) > 300 {
		t.Errorf("a long query: %d", res.StatusCode)
	}
	v.Close()
	if res := get(v, "/api/suggest?q=6018", ""); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("without an index: %d", res.StatusCode)
	}
}

// TestSuggestionsLeadToTheirCode searches for each text that the address bar offers, as a browser does.
func TestSuggestionsLeadToTheirCode(t *testing.T) {
	base := realServer(t).URL
	for _, q := range []string{"UserSig", "グループ", "-302", "125000", "network", "10003"} {
		res, err := http.Get(base + "/api/suggest?lang=ja&q=" + url.QueryEscape(q))
		if err != nil {
			t.Fatal(err)
		}
		var answer [4]any
		if err := json.Unmarshal([]byte(readAll(t, res)), &answer); err != nil {
			t.Fatal(err)
		}
		texts, urls := answer[1].([]any), answer[3].([]any)
		if len(texts) == 0 || len(texts) != len(urls) {
			t.Errorf("%s: %d texts, %d addresses", q, len(texts), len(urls))
		}
		for i, text := range texts {
			res, err := http.Get(base + "/api/search?lang=ja&q=" + url.QueryEscape(text.(string)))
			if err != nil {
				t.Fatal(err)
			}
			var found struct{ Hits []struct{ URL string } }
			if err := json.Unmarshal([]byte(readAll(t, res)), &found); err != nil {
				t.Fatal(err)
			}
			if len(found.Hits) == 0 || !strings.HasSuffix(urls[i].(string), found.Hits[0].URL) {
				t.Errorf("%q does not lead to %s first", text, urls[i])
			}
		}
	}
}

// readDescription reads an OpenSearch description document.
func readDescription(t *testing.T, data string) (d struct {
	XMLName   xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName string
	Language  string
	URLs      []struct {
		Type     string `xml:"type,attr"`
		Template string `xml:"template,attr"`
	} `xml:"Url"`
}) {
	t.Helper()
	if err := xml.Unmarshal([]byte(data), &d); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return d
}

func TestOpenSearchDescription(t *testing.T) {
	v, out := newServer(t, false)
	res := get(v, "/errors/zh-Hans/opensearch.xml", "")
	if got := res.Header.Get("Content-Type"); got != "application/opensearchdescription+xml; charset=utf-8" {
		t.Errorf("served as %s", got)
	}
	served := readAll(t, res)
	file, err := os.ReadFile(filepath.Join(out, "zh-Hans", "opensearch.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(file), served); diff != "" {
		t.Errorf("file and answer differ:\n%s", diff)
	}
	d := readDescription(t, served)
	if d.ShortName != "エラー" || d.Language != "zh-Hans" {
		t.Errorf("%+v", d)
	}
	want := map[string]string{
		"text/html":                             "https://intranet.example/errors/zh-Hans/search/?q={searchTerms}",
		"application/x-suggestions+json":        "https://intranet.example/errors/api/suggest?q={searchTerms}&lang=zh-Hans",
		"application/opensearchdescription+xml": "https://intranet.example/errors/zh-Hans/opensearch.xml",
	}
	for _, u := range d.URLs {
		if want[u.Type] != u.Template {
			t.Errorf("%s: %s, want %s", u.Type, u.Template, want[u.Type])
		}
		delete(want, u.Type)
	}
	if len(want) > 0 {
		t.Errorf("no address for %v", want)
	}
	if res := get(v, "/xx/opensearch.xml", ""); res.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown language: %d", res.StatusCode)
	}
}

// TestOpenSearchFollowsBaseURL serves the files of one base URL under another, as serve --no-build --base-url does.
func TestOpenSearchFollowsBaseURL(t *testing.T) {
	out := t.TempDir()
	buildSite(t, files, out)
	s, list := site.Load(files, os.DirFS("../.."), site.Overrides{BaseURL: "https://codes.example/"})
	if list.HasErrors() {
		t.Fatal(list)
	}
	v, err := New(s, out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d := readDescription(t, readAll(t, get(v, "/en/opensearch.xml", "")))
	if d.URLs[0].Template != "https://codes.example/en/search/?q={searchTerms}" {
		t.Errorf("%+v", d.URLs)
	}
}

func TestEveryPageNamesTheSearch(t *testing.T) {
	v, _ := newServer(t, false)
	for path, want := range map[string][]string{
		"/en/":               {"../en/opensearch.xml"},
		"/ja/shop/6017/":     {"../../../ja/opensearch.xml"},
		"/en/search/?q=6017": {"../../en/opensearch.xml"},
		"/en/shop/nothing/":  {"/errors/en/opensearch.xml"},
		"/c/6017/":           {"../../ja/opensearch.xml", "../../en/opensearch.xml", "../../zh-Hans/opensearch.xml"},
	} {
		doc := document(t, get(v, path, "en"))
		links := doc.Find(`head link[rel="search"][type="application/opensearchdescription+xml"]`)
		var got []string
		for _, n := range links.EachIter() {
			got = append(got, n.AttrOr("href", ""))
			if n.AttrOr("title", "") == "" {
				t.Errorf("%s: a search without a title", path)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}
