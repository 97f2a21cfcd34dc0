package server

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func embedOf(t *testing.T, v http.Handler, target, more, accept string) (*http.Response, oembed) {
	t.Helper()
	res := get(v, "/api/oembed?url="+url.QueryEscape(target)+more, accept)
	var out oembed
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	return res, out
}

func TestOEmbed(t *testing.T) {
	v, _ := newServer(t, false)
	const base = "https://intranet.example/errors/"
	want := oembed{Version: "1.0", Type: "rich", Title: "6018 The certificate has expired.", ProviderName: "エラー", ProviderURL: base,
		HTML:  `<blockquote lang="en" dir="ltr"><p><a href="` + base + `en/shop/6018/"><strong>6018</strong> The certificate has expired.</a></p><footer>shop</footer></blockquote>`,
		Width: 600, Height: 72}
	res, got := embedOf(t, v, base+"en/shop/6018/", "", "ja")
	if diff := cmp.Diff(want, got); diff != "" || res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/json; charset=utf-8" {
		t.Errorf("%d %s (-want +got):\n%s", res.StatusCode, res.Header.Get("Content-Type"), diff)
	}
	want.HTML = strings.Replace(want.HTML, "en/shop/6018/", "c/6018", 1)
	res, got = embedOf(t, v, base+"c/6018", "&format=json", "en")
	if diff := cmp.Diff(want, got); diff != "" || res.Header.Get("Vary") != "Accept-Language" {
		t.Errorf("a short link, Vary %q (-want +got):\n%s", res.Header.Get("Vary"), diff)
	}
	if _, got = embedOf(t, v, base+"c/6018", "", "ja"); got.Title != "6018 証明書の期限が切れています。" {
		t.Errorf("in Japanese: %q", got.Title)
	}
	if _, got = embedOf(t, v, base+"c/6017", "", "ja"); strings.Count(got.HTML, "<blockquote") != 2 || !strings.Contains(got.HTML, base+"c/pay/6017") {
		t.Errorf("a code of two catalogues: %s", got.HTML)
	}
	if _, got = embedOf(t, v, base+"ja/shop/6017/", "", ""); strings.Contains(got.HTML, "<script") || !strings.Contains(got.HTML, "&lt;script&gt;") {
		t.Errorf("HTML of a text: %s", got.HTML)
	}
	for more, kind := range map[string]string{"&maxwidth=300": "rich", "&maxwidth=100": "link", "&maxheight=20": "link", "&maxheight=500": "rich"} {
		if _, got = embedOf(t, v, base+"en/shop/6018/", more, ""); got.Type != kind || (got.HTML != "") != (kind == "rich") || got.Width > 300 && more == "&maxwidth=300" {
			t.Errorf("%s: %+v", more, got)
		}
	}
}

// TestOEmbedOfWhatAddress: an address is taken by its host and path; no other has an answer.
func TestOEmbedOfWhatAddress(t *testing.T) {
	v, _ := newServer(t, false)
	for target, status := range map[string]int{
		"https://intranet.example/errors/en/shop/6018":           200,
		"http://INTRANET.example/errors/en/shop/6018/index.html": 200,
		"https://intranet.example/en/shop/6018/":                 200,
		"http://example.com/errors/c/6018":                       200, // the host of the request
		"http://example.com/c/shop/125000?stay#x":                200,
		"https://intranet.example/errors/c/a%2Fb":                200,
		"https://intranet.example/errors/c/a~2Fb":                200,
		"": 400,
		"https://elsewhere.example/errors/en/shop/6018/":                     404,
		"https://intranet.example@elsewhere.example/errors/c/6018":           404,
		"https://user@intranet.example/errors/c/6018":                        404,
		"https://intranet.example.evil/errors/c/6018":                        404,
		"//intranet.example/errors/c/6018":                                   404,
		"javascript:alert(1)":                                                404,
		"file:///etc/passwd":                                                 404,
		"https:intranet.example/errors/c/6018":                               404,
		"https://intranet.example/errors/c/../c/6018":                        404,
		"https://intranet.example/errors/%2e%2e/c/6018":                      404,
		"https://intranet.example/errors/":                                   404,
		"https://intranet.example/errors/en/":                                404,
		"https://intranet.example/errors/en/shop/":                           404,
		"https://intranet.example/errors/fr/shop/6018/":                      404,
		"https://intranet.example/errors/en/other/6018/":                     404,
		"https://intranet.example/errors/c/404404":                           404,
		"https://intranet.example/errors/c/\x00":                             404,
		"https://intranet.example/errors/c/6018" + strings.Repeat("/", 3000): 404,
		"%": 404, "http://[::1": 404, "\xff": 404,
	} {
		res := get(v, "/api/oembed?url="+url.QueryEscape(target), "en")
		if res.StatusCode != status {
			t.Errorf("%q: %d, want %d", target, res.StatusCode, status)
		}
		if res.Header.Get("Content-Type") != "application/json; charset=utf-8" {
			t.Errorf("%q: %s", target, res.Header.Get("Content-Type"))
		}
	}
	for query, status := range map[string]int{"": 400, "?format=xml": 501, "?format=xml&url=x": 501,
		"?url=https://intranet.example/errors/c/6018&maxwidth=x": 400, "?url=https://intranet.example/errors/c/6018&maxheight=-1": 400} {
		if res := get(v, "/api/oembed"+query, ""); res.StatusCode != status {
			t.Errorf("%q: %d, want %d", query, res.StatusCode, status)
		}
	}
}

func TestOEmbedIsDiscovered(t *testing.T) {
	v, _ := newServer(t, false)
	link := get(v, "/errors/en/shop/6018/", "").Header.Get("Link")
	target, rest, _ := strings.Cut(strings.TrimPrefix(link, "<https://intranet.example/errors"), ">")
	if rest != `; rel="alternate"; type="application/json+oembed"` {
		t.Fatalf("Link: %s", link)
	}
	if res := get(v, target, ""); res.StatusCode != http.StatusOK {
		t.Errorf("%s: %d", target, res.StatusCode)
	}
	for _, path := range []string{"/en/", "/en/shop/", "/en/shop/6018/index.md", "/c/6018/?stay", "/en/shop/404404/", "/assets/site.js"} {
		if link := get(v, path, "").Header.Get("Link"); link != "" {
			t.Errorf("%s: Link: %s", path, link)
		}
	}
}

func TestOEmbedForOtherOrigins(t *testing.T) {
	some := copyFiles(files)
	some["content/site.toml"].Data = append(bytes.Clone(files["content/site.toml"].Data), "\n[search]\ncors = [\"https://tickets.example\"]\n"...)
	out := t.TempDir()
	v, err := New(buildSite(t, some, out), out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	for origin, want := range map[string]string{"https://tickets.example": "https://tickets.example", "https://other.example": ""} {
		r := httptest.NewRequest(http.MethodGet, "/api/oembed?url=https://intranet.example/errors/c/6018", nil)
		r.Header.Set("Origin", origin)
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != want || w.Code != http.StatusOK {
			t.Errorf("%s: %d, allowed %q, want %q", origin, w.Code, got, want)
		}
	}
}

func TestMarkdownIsServedAsSuch(t *testing.T) {
	v, _ := newServer(t, false)
	if got := get(v, "/errors/en/shop/6018/index.md", "").Header.Get("Content-Type"); got != "text/markdown; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
}
