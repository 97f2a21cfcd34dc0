package server

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/PuerkitoBio/goquery"

	"errbook/site"
)

var files = fstest.MapFS{
	"content/site.toml": {Data: []byte(`
base_url = "https://intranet.example/errors/"
source_language = "ja"
languages = ["ja", "en", "zh-Hans"]
[title]
ja = "エラー"
`)},
	"content/shop.md": {Data: []byte(`
| コード | 説明 |
| --- | --- |
| -302 | 接続数が多すぎます。 |
| 6017 | パラメータが無効です。<script>alert(1)</script> |
| 6018 | 証明書の期限が切れています。 |
| 120001 - 130000 | 独自のコードです。 |
| a/b | 斜線です。 |
`)},
	"content/pay.md": {Data: []byte(`
| コード | 説明 |
| --- | --- |
| 6017 | 残高が足りません。 |
| 77 | 支払いが拒否されました。 |
`)},
	"i18n/shop.en.toml": {Data: []byte(`"6018.text" = "The certificate has expired."`)},
}

// newServer serves the site above.
func newServer(t *testing.T, watch bool) (*Server, string) {
	t.Helper()
	out := t.TempDir()
	v, err := New(buildSite(t, files, out), out, quietLog(), watch)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return v, out
}

func quietLog() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

func copyFiles(files fstest.MapFS) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range files {
		out[name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

func buildSite(t *testing.T, files fstest.MapFS, out string) *site.Site {
	t.Helper()
	s, list := site.Load(files, os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	return s
}

func get(v http.Handler, path, accept string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	if accept != "" {
		r.Header.Set("Accept-Language", accept)
	}
	w := httptest.NewRecorder()
	v.ServeHTTP(w, r)
	return w.Result()
}

func TestRedirects(t *testing.T) {
	v, _ := newServer(t, false)
	tests := []struct{ path, accept, want string }{
		{"/", "", "/errors/ja/"},
		{"/", "en-GB,ja;q=0.5", "/errors/en/"},
		{"/", "fr", "/errors/en/"},
		{"/", "zh-CN", "/errors/zh-Hans/"},
		{"/", "*", "/errors/ja/"},
		{"/", ";;;bad", "/errors/ja/"},
		{"/errors/", "en", "/errors/en/"},
		{"/errors", "en", "/errors/"},
		{"/c/-302", "ja", "/errors/ja/shop/-302/"},
		{"/c/%E2%88%92302", "ja", "/errors/ja/shop/-302/"},
		{"/errors/c/-302", "ja", "/errors/ja/shop/-302/"},
		{"/c/-302/", "ja", "/errors/ja/shop/-302/"},
		{"/c/125000", "en", "/errors/en/shop/120001-130000/"},
		{"/c/120001-130000", "en", "/errors/en/shop/120001-130000/"},
		{"/c/%EF%BC%96%EF%BC%90%EF%BC%91%EF%BC%98", "en", "/errors/en/shop/6018/"},
		{"/c/a~2Fb", "en", "/errors/en/shop/a~2Fb/"},
		{"/c/a%2Fb", "en", "/errors/en/shop/a~2Fb/"},
		{"/c/6017", "en", "/errors/c/6017/"}, // in two catalogues: the page that lists them
		{"/c/pay/6017", "en", "/errors/en/pay/6017/"},
		{"/c/pay/6017/", "zh", "/errors/zh-Hans/pay/6017/"},
		{"/en/shop/6018", "ja", "./6018/"},
		{"/en/shop/125000/", "ja", "/errors/en/shop/120001-130000/"},
		{"/EN/shop/6018/", "ja", "/errors/en/shop/6018/"},
		{"/zh-hans/", "ja", "/errors/zh-Hans/"},
		{"/c/a%2Fb?stay", "ja", "/errors/c/a~2Fb/?stay"},
		{"/c/125000?stay", "ja", "/errors/c/120001-130000/?stay"},
		{"/c/shop/125000?stay", "ja", "/errors/c/shop/120001-130000/?stay"},
		{"/c/shop/a%2Fb.json", "ja", "/errors/c/shop/a~2Fb.json"},
		{"/c/shop/125000.json", "ja", "/errors/c/shop/120001-130000.json"},
	}
	for _, tt := range tests {
		res := get(v, tt.path, tt.accept)
		if res.StatusCode != http.StatusFound || res.Header.Get("Location") != tt.want {
			t.Errorf("%s for %q: %d %q, want 302 %q", tt.path, tt.accept, res.StatusCode, res.Header.Get("Location"), tt.want)
		}
	}
	if vary := get(v, "/c/-302", "").Header.Get("Vary"); vary != "Accept-Language" {
		t.Errorf("a short link varies by %q", vary)
	}
}

func TestFiles(t *testing.T) {
	v, _ := newServer(t, false)
	tests := []struct {
		path   string
		status int
		kind   string
		holds  string
	}{
		{"/en/shop/6018/", 200, "text/html; charset=utf-8", "The certificate has expired."},
		{"/errors/en/shop/6018/", 200, "text/html; charset=utf-8", "The certificate has expired."},
		{"/c/shop/6018.json", 200, "application/json; charset=utf-8", `"permalink":"https://intranet.example/errors/c/6018"`},
		{"/c/6017/", 200, "text/html; charset=utf-8", "残高が足りません。"},
		{"/c/-302?stay", 302, "", ""}, // to the folder
		{"/c/999.json", 404, "text/html; charset=utf-8", ""},
		{"/c/999?stay", 404, "text/html; charset=utf-8", ""},
		{"/c/-302/?stay", 200, "text/html; charset=utf-8", "接続数が多すぎます。"},
		{"/?stay", 200, "text/html; charset=utf-8", "日本語"},
		{"/api/codes.json", 200, "application/json; charset=utf-8", `"code":"120001-130000"`},
		{"/sitemap.xml", 200, "application/xml; charset=utf-8", "https://intranet.example/errors/en/shop/6018/"},
		{"/healthz", 200, "application/json; charset=utf-8", `"status":"ok"`},
		{"/.errbook/manifest", 404, "text/html; charset=utf-8", ""},
		{"/.errbook/index/manifest.json", 404, "text/html; charset=utf-8", ""},
		{"/en/../.errbook/manifest", 307, "", ""},
		{"/en/%2e%2e/.errbook/manifest", 404, "text/html; charset=utf-8", ""},
		{"/..%2f..%2fetc%2fpasswd", 404, "text/html; charset=utf-8", ""},
		{"/en%00/", 404, "text/html; charset=utf-8", ""},
		{"/en/shop/6018/index.html/", 404, "text/html; charset=utf-8", ""},
		{"/assets/", 404, "text/html; charset=utf-8", ""},
		{"/nothing", 404, "text/html; charset=utf-8", ""},
	}
	for _, tt := range tests {
		res := get(v, tt.path, "en")
		body, _ := io.ReadAll(res.Body)
		if res.StatusCode != tt.status || tt.kind != "" && res.Header.Get("Content-Type") != tt.kind || !bytes.Contains(body, []byte(tt.holds)) {
			t.Errorf("%s: %d %s, want %d %s with %q", tt.path, res.StatusCode, res.Header.Get("Content-Type"), tt.status, tt.kind, tt.holds)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: headers %v", tt.path, res.Header)
		}
	}
}

func TestCleanPathsKeepTheBase(t *testing.T) {
	v, _ := newServer(t, false)
	for path, want := range map[string]string{
		"/errors//en/": "/errors/en/", "/errors/en//shop?q=1": "/errors/en/shop?q=1", "//evil.example/": "/evil.example/",
		"/errors/x/../en/": "/errors/en/",
	} {
		r := httptest.NewRequest(http.MethodGet, "http://intranet.example"+path, nil)
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		if got := w.Header().Get("Location"); w.Code != http.StatusTemporaryRedirect || got != want {
			t.Errorf("%s: %d %q, want 307 %q", path, w.Code, got, want)
		}
	}
}

// TestFolderReplaced serves a folder of the same name that took the place of the first.
func TestFolderReplaced(t *testing.T) {
	v, out := newServer(t, false)
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	if got := get(v, "/healthz", "").StatusCode; got != http.StatusServiceUnavailable {
		t.Errorf("without files the server is well: %d", got)
	}
	buildSite(t, files, out)
	for _, path := range []string{"/healthz", "/en/shop/6018/"} {
		if got := get(v, path, "").StatusCode; got != http.StatusOK {
			t.Errorf("%s after the folder was made anew: %d", path, got)
		}
	}
}

func TestEntityTags(t *testing.T) {
	v, _ := newServer(t, false)
	tag := get(v, "/en/shop/6018/", "").Header.Get("ETag")
	r := httptest.NewRequest(http.MethodGet, "/en/shop/6018/", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	v.ServeHTTP(w, r)
	if tag == "" || w.Code != http.StatusNotModified {
		t.Errorf("tag %q gives %d", tag, w.Code)
	}
}

func TestMethods(t *testing.T) {
	v, _ := newServer(t, false)
	for _, path := range []string{"/", "/en/", "/c/6018", "/healthz", "/en/search/?q=1"} {
		w := httptest.NewRecorder()
		v.ServeHTTP(w, httptest.NewRequest(http.MethodPost, path, strings.NewReader("x")))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("POST %s: %d, Allow %q", path, w.Code, w.Header().Get("Allow"))
		}
	}
}

func document(t *testing.T, res *http.Response) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestNotFoundOffersTheNearest(t *testing.T) {
	v, _ := newServer(t, false)
	for _, path := range []string{"/c/6016", "/en/shop/6016/", "/errors/en/shop/6016/"} {
		res := get(v, path, "en")
		doc := document(t, res)
		if res.StatusCode != http.StatusNotFound || doc.Find(`main a[href="/errors/en/shop/6017/"]`).Length() == 0 {
			t.Errorf("%s: %d, links %v", path, res.StatusCode, doc.Find("main a").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("href", "") }))
		}
	}
	if lang := document(t, get(v, "/ja/shop/6016/", "en")).Find("html").AttrOr("lang", ""); lang != "ja" {
		t.Errorf("a Japanese address gets a 404 page in %q", lang)
	}
}

func TestSearchWithoutJavaScript(t *testing.T) {
	v, _ := newServer(t, false)
	for query, want := range map[string]string{
		"6018":    "../../en/shop/6018/",
		"125000":  "../../en/shop/120001-130000/",
		"証明書":     "../../en/shop/6018/",
		"expired": "../../en/shop/6018/",
	} {
		r := httptest.NewRequest(http.MethodGet, "/en/search/", nil)
		q := r.URL.Query()
		q.Set("q", query)
		r.URL.RawQuery = q.Encode()
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		doc := document(t, w.Result())
		first := doc.Find("main ol a, main ul a").First().AttrOr("href", "")
		if w.Code != 200 || first != want {
			t.Errorf("%s: %d, first hit %q, want %q", query, w.Code, first, want)
		}
		if got := doc.Find(`input[name="q"]`).Last().AttrOr("value", ""); got != query {
			t.Errorf("%s: the box holds %q", query, got)
		}
	}
}

func TestHostileText(t *testing.T) {
	v, _ := newServer(t, false)
	for _, path := range []string{
		"/en/search/?q=%3Cscript%3Ealert(1)%3C/script%3E", "/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
		"/en/search/?q=%22%3E%3Cscript%3E", "/ja/shop/6017/", "/en/search/?q=6017", "/api/search?q=%3Cscript%3E6017",
	} {
		res := get(v, path, "en")
		body, _ := io.ReadAll(res.Body)
		if res.Header.Get("Content-Type") == "application/json; charset=utf-8" {
			if bytes.Contains(body, []byte("<script>alert")) {
				t.Errorf("%s: a script in a snippet: %s", path, body)
			}
			continue
		}
		if bytes.Contains(body, []byte("<script>")) || bytes.Contains(body, []byte("<script>alert")) {
			t.Errorf("%s: a script came through", path)
		}
	}
}

func TestSearchEndpoint(t *testing.T) {
	v, _ := newServer(t, false)
	res := get(v, "/errors/api/search?q=6018&lang=en", "")
	var got struct {
		Build string
		Hits  []struct{ Catalog, Code, URL, Title, Match string }
	}
	if err := json.NewDecoder(res.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if len(got.Hits) != 1 || got.Hits[0].URL != "/errors/en/shop/6018/" || got.Hits[0].Match != "exact" || got.Build == "" {
		t.Errorf("%+v", got)
	}
}

func TestSwapServesTheNewBuild(t *testing.T) {
	v, out := newServer(t, false)
	changed := copyFiles(files)
	changed["content/pay.md"] = &fstest.MapFile{Data: []byte("| コード | 説明 |\n| --- | --- |\n| 78 | 新しいコードです。 |\n")}
	if err := v.Swap(buildSite(t, changed, out)); err != nil {
		t.Fatal(err)
	}
	if got := get(v, "/c/78", "ja").Header.Get("Location"); got != "/errors/ja/pay/78/" {
		t.Errorf("the new code leads to %q", got)
	}
	if got := get(v, "/c/77", "ja").StatusCode; got != http.StatusNotFound {
		t.Errorf("the removed code gives %d", got)
	}
	if got := get(v, "/c/6017", "ja").Header.Get("Location"); got != "/errors/ja/shop/6017/" {
		t.Errorf("a code that is in one catalogue now leads to %q", got)
	}
}

func TestReloadTellsBrowsers(t *testing.T) {
	v, out := newServer(t, true)
	page, _ := io.ReadAll(get(v, "/en/", "").Body)
	_, rest, listens := bytes.Cut(page, []byte(reloadScript+"?"))
	build, _, _ := bytes.Cut(rest, []byte(`"`))
	if !listens || len(build) == 0 {
		t.Error("the page does not listen")
	}
	h := httptest.NewServer(v)
	defer h.Close()
	res, err := http.Get(h.URL + reloadPath)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	lines := bufio.NewScanner(res.Body)
	if !lines.Scan() || lines.Text() != "data: "+string(build) {
		t.Fatalf("first line %q, the page is of build %s", lines.Text(), build)
	}
	if err := v.Swap(buildSite(t, files, out)); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		if next, ok := strings.CutPrefix(lines.Text(), "data: "); ok && next != string(build) {
			return
		}
	}
	t.Error("the stream ended without a word")
}

func TestNoReloadUnlessWatching(t *testing.T) {
	v, _ := newServer(t, false)
	if got := get(v, reloadPath, "").StatusCode; got != http.StatusNotFound {
		t.Errorf("%s gives %d", reloadPath, got)
	}
}

// TestServeStopsGracefully begins a request, stops the server, and wants the answer all the same.
func TestServeStopsGracefully(t *testing.T) {
	v, _ := newServer(t, true)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- v.Serve(ctx, l) }()
	base := "http://" + l.Addr().String()
	stream, err := http.Get(base + reloadPath) // stays open until the server ends it
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Body.Close()
	stop()
	if _, err := io.ReadAll(stream.Body); err != nil {
		t.Errorf("the stream was cut: %v", err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(stopTimeout + 5*time.Second):
		t.Fatal("the server does not stop")
	}
	if _, err := http.Get(base + "/healthz"); err == nil {
		t.Error("it still answers")
	}
}

func TestNewWithoutABuild(t *testing.T) {
	s, list := site.Load(files, os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	if _, err := New(s, t.TempDir(), slog.Default(), false); err == nil || !strings.Contains(err.Error(), "search index") {
		t.Errorf("error %v", err)
	}
	if _, err := New(s, filepath.Join(t.TempDir(), "none"), slog.Default(), false); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
