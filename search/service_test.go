package search

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// newTestService is a service over the fixture.
func newTestService(t *testing.T, log *slog.Logger, settings Settings) *Service {
	t.Helper()
	s := new(Swapper)
	x, err := Open(buildFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	s.Swap(x)
	t.Cleanup(func() { s.Swap(nil) })
	return NewService(s, log, func() Settings { return settings })
}

func TestCORS(t *testing.T) {
	const page = "https://tickets.example"
	type answer struct {
		Status                int
		Vary                  []string
		Origin, Methods, Body string
	}
	tests := []struct {
		name    string
		origins []string
		method  string
		header  []string
		want    answer
	}{
		{"off", nil, "GET", []string{"Origin", page}, answer{200, nil, "", "", ""}},
		{"off, preflight", nil, "OPTIONS", []string{"Origin", page, "Access-Control-Request-Method", "GET"},
			answer{403, nil, "", "", "pages of https://tickets.example may not search here"}},
		{"off, asked what it can do", nil, "OPTIONS", nil, answer{204, nil, "", "", ""}},
		{"named", []string{page}, "GET", []string{"Origin", page}, answer{200, []string{"Origin"}, page, "", ""}},
		{"named, no origin", []string{page}, "GET", nil, answer{200, []string{"Origin"}, "", "", ""}},
		{"named, head", []string{"https://other.example", page}, "HEAD", []string{"Origin", page}, answer{200, []string{"Origin"}, page, "", ""}},
		{"named, post", []string{page}, "POST", []string{"Origin", page}, answer{200, []string{"Origin"}, page, "", ""}},
		{"named, preflight", []string{page}, "OPTIONS", []string{"Origin", page, "Access-Control-Request-Method", "POST"},
			answer{204, []string{"Origin"}, page, "GET, HEAD, POST", ""}},
		{"another", []string{page}, "GET", []string{"Origin", page + ".evil.example"}, answer{200, []string{"Origin"}, "", "", ""}},
		{"another, preflight", []string{page}, "OPTIONS", []string{"Origin", "http://tickets.example", "Access-Control-Request-Method", "GET"},
			answer{403, []string{"Origin"}, "", "", "pages of http://tickets.example may not search here"}},
		{"null", []string{page}, "GET", []string{"Origin", "null"}, answer{200, []string{"Origin"}, "", "", ""}},
		{"any", []string{"*"}, "GET", []string{"Origin", page}, answer{200, nil, "*", "", ""}},
		{"any, preflight", []string{"*"}, "OPTIONS", []string{"Origin", "null", "Access-Control-Request-Method", "GET"},
			answer{204, nil, "*", "GET, HEAD, POST", ""}},
		{"an error is readable too", []string{page}, "PUT", []string{"Origin", page}, answer{405, []string{"Origin"}, page, "", "method PUT is not allowed"}},
	}
	for _, test := range tests {
		h := newTestService(t, quiet, Settings{Origins: test.origins}).Handler(pageURL)
		res := request(h, test.method, "/?q=6017", "", test.header...)
		got := answer{Status: res.Code, Origin: res.Header().Get("Access-Control-Allow-Origin"), Methods: res.Header().Get("Access-Control-Allow-Methods")}
		for _, v := range res.Header().Values("Vary") {
			if v != "Accept-Encoding" {
				got.Vary = append(got.Vary, v)
			}
		}
		var body errorBody
		_ = json.Unmarshal(res.Body.Bytes(), &body) // an answer without a body has no error
		got.Body = body.Error.Message
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if res.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: credentials are let in", test.name)
		}
		if test.method == "OPTIONS" && res.Header().Get("Allow") != allow {
			t.Errorf("%s: Allow %q", test.name, res.Header().Get("Allow"))
		}
	}
}

func TestCompressed(t *testing.T) {
	h := newTestHandler(t)
	target := "/?lang=en&q=" + strings.Repeat("6017+6018+70001+", 20)
	plain := request(h, "GET", target, "")
	small := request(h, "GET", "/?q=nothing+of+this", "", "Accept-Encoding", "gzip")
	packed := request(h, "GET", target, "", "Accept-Encoding", "gzip")
	if got := packed.Header().Get("Content-Encoding"); got != "gzip" || packed.Body.Len() >= plain.Body.Len() {
		t.Fatalf("Content-Encoding %q, %d of %d bytes", got, packed.Body.Len(), plain.Body.Len())
	}
	if plain.Header().Get("Content-Encoding") != "" || small.Header().Get("Content-Encoding") != "" {
		t.Error("compressed what was not to be")
	}
	if packed.Header().Get("ETag") != plain.Header().Get("ETag") || !strings.HasPrefix(plain.Header().Get("ETag"), "W/") {
		t.Errorf("tags %q and %q", packed.Header().Get("ETag"), plain.Header().Get("ETag"))
	}
	r, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := out.ReadFrom(r); err != nil || out.String() != plain.Body.String() {
		t.Errorf("unpacked otherwise: %v", err)
	}
}

func TestZeroIsLogged(t *testing.T) {
	long := strings.Repeat("長", maxLogged+50)
	tests := []struct {
		query, want string // want is the logged query; "" where nothing is to be logged
	}{
		{"qqqqq", "qqqqq"},
		{"999999", "999999"},
		{"qqqqq\nlevel=ERROR msg=\"forged\"\x1b[31m \u202eabc\x00", `qqqqq level=ERROR msg="forged" [31m abc`},
		{long, strings.Repeat("長", maxLogged)},
		{"6017", ""}, {"", ""}, {" \n", ""}, {"\x00\xff", ""},
	}
	for _, test := range tests {
		for _, on := range []bool{true, false} {
			var out bytes.Buffer
			s := newTestService(t, slog.New(slog.NewJSONHandler(&out, nil)), Settings{LogZero: on})
			r := httptest.NewRequest("POST", "/?lang=en", strings.NewReader(test.query))
			r.RemoteAddr = "192.0.2.77:4242"
			w := httptest.NewRecorder()
			s.Handler(pageURL).ServeHTTP(w, r)
			var line struct{ Level, Msg, Query, Lang string }
			if out.Len() > 0 {
				if err := json.Unmarshal(out.Bytes(), &line); err != nil {
					t.Fatalf("%q: not one line: %s", test.query, out.String())
				}
			}
			want := test.want
			if !on {
				want = ""
			}
			if line.Query != want || want != "" && (line.Level != "INFO" || line.Lang != "en") {
				t.Errorf("%q, on %v: logged %+v, want %q", test.query, on, line, want)
			}
			if strings.Contains(out.String(), "192.0.2.77") {
				t.Errorf("the address is logged: %s", out.String())
			}
		}
	}
}

// TestTooManySearches fills every place and wants those that come then to be told so, and nobody before.
func TestTooManySearches(t *testing.T) {
	s := newTestService(t, quiet, Settings{})
	s.gate = newGate(2)
	var leave []func()
	for range 2 {
		l, err := s.gate.enter(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		leave = append(leave, l)
	}
	h := s.Handler(pageURL)
	got := request(h, "GET", "/?q=6017", "")
	if got.Code != 503 || got.Header().Get("Retry-After") != "1" || got.Header().Get("Cache-Control") != "no-store" || got.Header().Get("ETag") != "" {
		t.Errorf("%d %v", got.Code, got.Header())
	}
	if !strings.Contains(got.Body.String(), ErrBusy.Error()) {
		t.Errorf("body %s", got.Body)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		if got := request(h, "GET", "/?q=6017", ""); got.Code != 200 {
			t.Errorf("who waits a short while gets %d", got.Code)
		}
	})
	time.Sleep(waitLimit / 10)
	leave[0]()
	wg.Wait()
	leave[1]()
	if len(s.gate.places) != 0 || len(s.gate.queue) != 0 {
		t.Errorf("%d places and %d waiting are left", len(s.gate.places), len(s.gate.queue))
	}
}

func TestQueueIsBounded(t *testing.T) {
	g := newGate(1)
	if _, err := g.enter(context.Background()); err != nil {
		t.Fatal(err)
	}
	for range perPlace {
		g.queue <- struct{}{}
	}
	start := time.Now()
	if _, err := g.enter(context.Background()); !errors.Is(err, ErrBusy) || time.Since(start) > waitLimit/2 {
		t.Errorf("%v after %s", err, time.Since(start))
	}
	<-g.queue
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := g.enter(gone); !errors.Is(err, context.Canceled) {
		t.Errorf("who has gone gets %v", err)
	}
}

// TestTheDeadlineBinds gives a search no time at all, and wants its place and its index free once it has ended.
func TestTheDeadlineBinds(t *testing.T) {
	var out bytes.Buffer
	s := newTestService(t, slog.New(slog.NewTextHandler(&out, nil)), Settings{})
	s.limit = time.Nanosecond
	got := request(s.Handler(pageURL), "POST", "/", strings.Repeat("certificate 6017 ", MaxText/17))
	if got.Code != 503 || !strings.Contains(got.Body.String(), "took too long") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
	if !strings.Contains(out.String(), "took too long") {
		t.Errorf("logged %q", out.String())
	}
	for end := time.Now().Add(10 * time.Second); len(s.gate.places) > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the place is never given back")
		}
	}
}

// TestAPanicIsAnError searches an index that was closed under its user's feet.
func TestAPanicIsAnError(t *testing.T) {
	var out bytes.Buffer
	s := NewService(new(Swapper), slog.New(slog.NewTextHandler(&out, nil)), off)
	x := &Index{chains: map[string][]string{"en": {"en"}}, manifest: manifest{Languages: []Language{{Tag: "en"}}}} // without a store
	var released atomic.Bool
	_, err := s.search(context.Background(), x, func() { released.Store(true) }, Query{Text: "6017"})
	if err == nil || !strings.Contains(err.Error(), "panic") {
		t.Errorf("error %v", err)
	}
	for end := time.Now().Add(10 * time.Second); len(s.gate.places) > 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
	}
	if !released.Load() || len(s.gate.places) != 0 {
		t.Errorf("released %v, %d places taken", released.Load(), len(s.gate.places))
	}
	if got := refusal(fmt.Errorf("around: %w", err)); got.status != http.StatusInternalServerError || strings.Contains(got.message, "goroutine") {
		t.Errorf("refusal %+v", got)
	}
}
