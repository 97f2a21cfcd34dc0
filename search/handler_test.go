package search

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func newTestHandler(t *testing.T) http.Handler {
	t.Helper()
	s := new(Swapper)
	x, err := Open(buildFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	s.Swap(x)
	t.Cleanup(func() { s.Swap(nil) })
	return NewService(s, quiet, off).Handler(pageURL)
}

func request(h http.Handler, method, target, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHandlerJSON(t *testing.T) {
	h := newTestHandler(t)
	want := `{"build":"b1","query":{"text":"6017","codes":["6017"]},"total":1,` +
		`"hits":[{"catalog":"im","code":"6017","section":"General","section_id":"general","lang":"en","url":"/en/im/6017/",` +
		`"title":"Invalid parameter. Check the value.","snippet":"Invalid parameter. Check the value.","match":"exact"}],"nearest":[]}` + "\n"
	got := request(h, "GET", "/api/search?q=6017&lang=en&catalog=im&limit=5", "")
	if diff := cmp.Diff(want, got.Body.String()); diff != "" {
		t.Errorf("body (-want +got):\n%s", diff)
	}
	for k, v := range map[string]string{
		"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
	} {
		if got.Header().Get(k) != v {
			t.Errorf("%s: %q, want %q", k, got.Header().Get(k), v)
		}
	}
	empty := request(h, "GET", "/api/search", "")
	if want := `{"build":"b1","query":{"text":"","codes":[]},"total":0,"hits":[],"nearest":[]}` + "\n"; empty.Body.String() != want {
		t.Errorf("empty query: %s", empty.Body)
	}
}

func TestHandlerStatus(t *testing.T) {
	h := newTestHandler(t)
	long := strings.Repeat("x", MaxText+1)
	tests := []struct {
		name, method, target, body string
		header                     []string
		want                       int
		message                    string
	}{
		{"get", "GET", "/?q=6017", "", nil, 200, ""},
		{"head", "HEAD", "/?q=6017", "", nil, 200, ""},
		{"post", "POST", "/?lang=en", "errCode: 6017", []string{"Content-Type", "text/plain; charset=utf-8"}, 200, ""},
		{"post without a type", "POST", "/", "6017", nil, 200, ""},
		{"post a form", "POST", "/", "q=1", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "the body must be text/plain"},
		{"post too much", "POST", "/", long, nil, 413, "the text is too long"},
		{"post just enough", "POST", "/", long[1:], nil, 200, ""},
		{"post another charset", "POST", "/", "x", []string{"Content-Type", "text/plain; charset=shift_jis"}, 415, "the body must be in UTF-8"},
		{"post no type that is one", "POST", "/", "x", []string{"Content-Type", "text/plain; ="}, 415, "the body must be text/plain"},
		{"post compressed", "POST", "/", "x", []string{"Content-Encoding", "gzip"}, 415, "the body must not be compressed"},
		{"post with a limit", "POST", "/?limit=-1", "x", nil, 400, `limit "-1" is no number that can be used`},
		{"long address", "GET", "/?q=" + strings.Repeat("x", maxAddress), "", nil, 414, "the address is too long"},
		{"delete", "DELETE", "/", "", nil, 405, "method DELETE is not allowed"},
		{"put", "PUT", "/", "", nil, 405, "method PUT is not allowed"},
		{"limit 0", "GET", "/?limit=0", "", nil, 400, `limit "0" is no number that can be used`},
		{"limit 101", "GET", "/?limit=101", "", nil, 400, "limit 101 is out of bounds"},
		{"limit x", "GET", "/?limit=x", "", nil, 400, `limit "x" is no number that can be used`},
		{"lang", "GET", "/?lang=xx", "", nil, 400, `unknown language "xx"`},
		{"catalog", "GET", "/?catalog=xx", "", nil, 400, `unknown catalog "xx"`},
		{"section", "GET", "/?section=xx", "", nil, 400, `unknown section "xx"`},
		{"bad escape", "GET", "/?q=%25&x=50%", "", nil, 400, "the address is not encoded properly"},
		{"invalid UTF-8", "GET", "/?q=%ff6018", "", nil, 200, ""},
		{"long q", "GET", "/?q=" + strings.Repeat("x", 8000), "", nil, 200, ""},
		{"too long q", "GET", "/?q=" + strings.Repeat("x", 8001), "", nil, 414, "q has more than 8000 characters"},
	}
	for _, q := range hostile {
		tests = append(tests, tests[0])
		last := &tests[len(tests)-1]
		last.name, last.target = "hostile "+clip(q, 20), "/?q="+url.QueryEscape(q)
		switch {
		case len(last.target) > maxAddress:
			last.want, last.message = 414, "the address is too long"
		case clip(q, maxGet) != q:
			last.want, last.message = 414, "q has more than 8000 characters"
		}
	}
	for _, test := range tests {
		got := request(h, test.method, test.target, test.body, test.header...)
		if got.Code != test.want {
			t.Errorf("%s: status %d, want %d", test.name, got.Code, test.want)
		}
		var body errorBody
		if err := json.Unmarshal(got.Body.Bytes(), &body); err != nil {
			t.Errorf("%s: %v in %s", test.name, err, got.Body)
		}
		if body.Error.Message != test.message || (body.Error.Hint == "") != (test.message == "") {
			t.Errorf("%s: error %+v, want %q", test.name, body.Error, test.message)
		}
		if (got.Code == 405) != (got.Header().Get("Allow") == "GET, HEAD, OPTIONS, POST") {
			t.Errorf("%s: Allow %q", test.name, got.Header().Get("Allow"))
		}
	}
}

func TestHandlerETag(t *testing.T) {
	h := newTestHandler(t)
	tag := request(h, "GET", "/?q=6017", "").Header().Get("ETag")
	if tag == "" {
		t.Fatal("no entity tag")
	}
	for _, test := range []struct {
		target, have string
		want         int
	}{
		{"/?q=6017", tag, 304}, {"/?q=6017", `"x", ` + tag, 304}, {"/?q=6017", strings.TrimPrefix(tag, "W/"), 304}, {"/?q=6017", "*", 304},
		{"/?q=6017", `"x"`, 200}, {"/?q=6018", tag, 200}, {"/?q=6017&lang=xx", "*", 400},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			got := request(h, method, test.target, "", "If-None-Match", test.have)
			if got.Code != test.want {
				t.Errorf("%s %s with %s: %d, want %d", method, test.target, test.have, got.Code, test.want)
			}
			cache := map[int]string{200: "no-cache", 304: "no-cache", 400: "no-store"}[test.want]
			if got.Header().Get("Cache-Control") != cache || (got.Header().Get("ETag") == "") != (test.want == 400) {
				t.Errorf("%s %s: %d with Cache-Control %q, ETag %q", method, test.target, got.Code, got.Header().Get("Cache-Control"), got.Header().Get("ETag"))
			}
			if vary := got.Header().Values("Vary"); !slices.Equal(vary, []string{"Accept-Encoding"}) {
				t.Errorf("%s %s: Vary %q", method, test.target, vary)
			}
			if test.want == 304 && got.Body.Len() > 0 {
				t.Errorf("%s %s: 304 with a body", method, test.target)
			}
		}
	}
	if got := request(h, "POST", "/?q=6017", "6017", "If-None-Match", "*"); got.Code != 200 || got.Header().Get("ETag") != "" {
		t.Errorf("POST: %d, ETag %q", got.Code, got.Header().Get("ETag"))
	}
}

func TestHandlerWithoutIndex(t *testing.T) {
	got := request(NewService(new(Swapper), quiet, off).Handler(pageURL), "GET", "/?q=1", "")
	if got.Code != 503 || got.Header().Get("Retry-After") == "" {
		t.Errorf("status %d, Retry-After %q", got.Code, got.Header().Get("Retry-After"))
	}
}

var quiet = slog.New(slog.DiscardHandler)

func off() Settings { return Settings{} }
