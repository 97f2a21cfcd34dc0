package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// ask sends a request whose target is taken as it is, with headers, as a client that keeps no rules does.
func ask(v http.Handler, target string, headers map[string]string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.RequestURI = target
	path, query, _ := strings.Cut(target, "?")
	plain, err := url.PathUnescape(path)
	if err != nil {
		plain = path
	}
	r.URL = &url.URL{Path: plain, RawPath: path, RawQuery: query}
	for name, value := range headers {
		r.Header[name] = []string{value}
	}
	w := httptest.NewRecorder()
	v.ServeHTTP(w, r)
	return w.Result()
}

// TestNoRedirectLeavesTheSite sends addresses by which other servers have been made to send readers elsewhere.
func TestNoRedirectLeavesTheSite(t *testing.T) {
	v, _ := newServer(t, false)
	redirects := 0
	for _, start := range []string{"", "/errors", "/c", "/errors/c", "/c/shop", "/en", "/EN", "/en/shop", "/c/6018/..", "/en/.."} {
		for _, evil := range []string{"//evil.example", "///evil.example/", "/%2f%2fevil.example", "/%2F/evil.example/..", "/\\evil.example", "/%5cevil.example", "/%5C%5Cevil.example/",
			"/\\/evil.example", "/.//evil.example", "/..//evil.example", "/https://evil.example", "/https:%2f%2fevil.example", "/@evil.example", "/%0d%0aLocation:%20//evil.example",
			"/6018%0d%0aSet-Cookie:%20a=b", "/6018?stay&x=%0d%0aa:b", "/6018?next=//evil.example", "/-302//evil.example", "/%00", "/%e2%80%ae6018", "/javascript:alert(1)", "//6018", "/6018//"} {
			for _, stay := range []string{"", "?stay"} {
				target := start + evil
				if stay != "" && !strings.Contains(target, "?") {
					target += stay
				}
				res := ask(v, target, map[string]string{"Accept-Language": "en", "Host": "evil.example", "X-Forwarded-Host": "evil.example"})
				location := res.Header.Get("Location")
				if location == "" {
					continue
				}
				redirects++
				at, err := url.Parse("https://intranet.example/errors/")
				if err != nil {
					t.Fatal(err)
				}
				to, err := at.Parse(location)
				if err != nil || to.Host != "intranet.example" || to.Scheme != "https" || strings.HasPrefix(location, "//") || strings.ContainsAny(location, "\\\r\n\x00") {
					t.Errorf("%q leads to %q", target, location)
				}
				if res.Header.Get("Set-Cookie") != "" {
					t.Errorf("%q sets a cookie", target)
				}
			}
		}
	}
	if redirects < 20 {
		t.Errorf("only %d of the addresses were redirected", redirects)
	}
}

func TestHugeShortLinks(t *testing.T) {
	v, _ := newServer(t, false)
	for _, code := range []string{strings.Repeat("9", 60_000), strings.Repeat("%E3%81%82", 7000), strings.Repeat("a/", 20_000), "0x" + strings.Repeat("F", 50_000), strings.Repeat("-", 50_000) + "302"} {
		if res := ask(v, "/c/"+code, nil); res.StatusCode != http.StatusNotFound && res.StatusCode != http.StatusTemporaryRedirect {
			t.Errorf("%.20s… of %d bytes: %d", code, len(code), res.StatusCode)
		}
	}
}

func TestRememberedLanguage(t *testing.T) {
	v, _ := newServer(t, false)
	for _, tt := range []struct{ cookie, accept, want string }{
		{"errbook-language=en", "ja", "en"},
		{"a=b; errbook-language=zh-Hans; c=d", "ja", "zh-Hans"},
		{"errbook-language=fr", "en", "en"}, // a language that the site lacks
		{"errbook-language=EN", "ja", "ja"},
		{"errbook-language=", "en", "en"},
		{"errbook-language=../../evil", "en", "en"},
		{"errbook-language=//evil.example", "en", "en"},
		{"errbook-language=\"en\"", "ja", "en"}, // between quotes, as RFC 6265 lets a value stand
		{"errbook-language=" + strings.Repeat("e", 5000), "en", "en"},
		{"errbook-language=en\x00", "ja", "ja"},
		{"=;;;=", "en", "en"},
		{"other=zh-Hans", "en", "en"},
	} {
		res := ask(v, "/c/6018", map[string]string{"Cookie": tt.cookie, "Accept-Language": tt.accept})
		if want := "/errors/" + tt.want + "/shop/6018/"; res.StatusCode != http.StatusFound || res.Header.Get("Location") != want {
			t.Errorf("cookie %.40q: %d %q, want %q", tt.cookie, res.StatusCode, res.Header.Get("Location"), want)
		}
		if res.Header.Get("Set-Cookie") != "" {
			t.Errorf("cookie %.40q: the server sets one", tt.cookie)
		}
		if vary := res.Header.Values("Vary"); strings.Join(vary, ", ") != "Accept-Language, Cookie" {
			t.Errorf("a short link varies by %q", vary)
		}
	}
	if res := ask(v, "/", map[string]string{"Cookie": "errbook-language=zh-Hans"}); res.Header.Get("Location") != "/errors/zh-Hans/" {
		t.Errorf("the root leads to %q", res.Header.Get("Location"))
	}
	if res := ask(v, "/ja/shop/6018/", map[string]string{"Cookie": "errbook-language=en"}); res.StatusCode != http.StatusOK {
		t.Errorf("a page that names its language answers %d", res.StatusCode)
	}
}

func TestBadAcceptLanguage(t *testing.T) {
	v, _ := newServer(t, false)
	for accept, want := range map[string]string{
		";;;": "ja", "en;q=nonsense": "ja", strings.Repeat("en,", 20_000): "", "en-" + strings.Repeat("x", 5000): "", "\x00\xff": "ja", "en;q=0, ja;q=0.1": "ja", "../en": "ja",
	} {
		res := ask(v, "/c/6018", map[string]string{"Accept-Language": accept})
		location := res.Header.Get("Location")
		if res.StatusCode != http.StatusFound || want != "" && location != "/errors/"+want+"/shop/6018/" || !strings.HasSuffix(location, "/shop/6018/") {
			t.Errorf("%.30q: %d %q", accept, res.StatusCode, location)
		}
	}
}
