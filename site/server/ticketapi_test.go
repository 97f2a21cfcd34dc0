package server

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"errbook/search/ticket"
)

// TestTicketRefusals asks the endpoint what it does not answer.
func TestTicketRefusals(t *testing.T) {
	v, _ := newServer(t, false)
	tests := []struct {
		name, method, target, kind, encoding, body string
		status                                     int
		header, value                              string
	}{
		{"GET", "GET", "/api/ticket", "", "", "", 405, "Allow", "OPTIONS, POST"},
		{"PUT", "PUT", "/api/ticket", "text/plain", "", "6017", 405, "Allow", "OPTIONS, POST"},
		{"no type", "POST", "/api/ticket", "", "", "6017", 415, "", ""},
		{"a form", "POST", "/api/ticket", "application/x-www-form-urlencoded", "", "text=6017", 415, "", ""},
		{"another charset", "POST", "/api/ticket", "text/plain; charset=shift_jis", "", "6017", 415, "", ""},
		{"compressed", "POST", "/api/ticket", "text/plain", "gzip", "6017", 415, "", ""},
		{"too long", "POST", "/api/ticket", "text/plain", "", strings.Repeat("x", maxTicket+1), 413, "", ""},
		{"unknown language", "POST", "/api/ticket?lang=xx", "text/plain", "", "6017", 400, "", ""},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(tt.method, tt.target, strings.NewReader(tt.body))
		for name, value := range map[string]string{"Content-Type": tt.kind, "Content-Encoding": tt.encoding} {
			if value != "" {
				r.Header.Set(name, value)
			}
		}
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		if w.Code != tt.status || tt.header != "" && w.Header().Get(tt.header) != tt.value || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", tt.name, w.Code, w.Header())
		}
		var body struct {
			Error struct{ Message, Hint string }
		}
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || body.Error.Message == "" || body.Error.Hint == "" {
			t.Errorf("%s: %s, %v", tt.name, w.Body, err)
		}
	}
}

// TestTicketWaitsItsTurn asks while as many tickets are read as may be, and without an index.
func TestTicketWaitsItsTurn(t *testing.T) {
	v, _ := newServer(t, false)
	for range cap(v.tickets) {
		v.tickets <- struct{}{}
	}
	start := time.Now()
	w := postTicket(v, "/api/ticket", "text/plain", "6017")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "1" || time.Since(start) < ticketWait {
		t.Errorf("%d after %s, %v", w.Code, time.Since(start), w.Header())
	}
	go func() { <-v.tickets }() // one that was under way ends
	if w := postTicket(v, "/api/ticket", "text/plain", "6017"); w.Code != http.StatusOK {
		t.Errorf("with a place: %d", w.Code)
	}
	v.Close()
	for range cap(v.tickets) - 1 {
		<-v.tickets
	}
	if w := postTicket(v, "/api/ticket", "text/plain", "6017"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "5" {
		t.Errorf("without an index: %d %v", w.Code, w.Header())
	}
}

// TestTicketOrigins asks as browsers do for pages of other origins, of sites that let in none, one and all.
func TestTicketOrigins(t *testing.T) {
	type answer struct {
		Status          int
		Origin, Methods string
	}
	const mine, other = "https://tickets.example", "https://evil.example"
	tests := []struct {
		cors, method, origin string
		preflight            bool
		want                 answer
	}{
		{"", "OPTIONS", other, true, answer{403, "", ""}},
		{"", "OPTIONS", "", false, answer{204, "", ""}},
		{"", "POST", other, false, answer{200, "", ""}},
		{mine, "OPTIONS", mine, true, answer{204, mine, "POST"}},
		{mine, "OPTIONS", other, true, answer{403, "", ""}},
		{mine, "POST", mine, false, answer{200, mine, ""}},
		{mine, "POST", other, false, answer{200, "", ""}},
		{"*", "OPTIONS", other, true, answer{204, "*", "POST"}},
		{"*", "POST", other, false, answer{200, "*", ""}},
	}
	servers := map[string]*Server{}
	for _, tt := range tests {
		if servers[tt.cors] == nil {
			changed := copyFiles(files)
			if tt.cors != "" {
				changed["content/site.toml"].Data = append(changed["content/site.toml"].Data, "\n[search]\ncors = [\""+tt.cors+"\"]\n"...)
			}
			out := t.TempDir()
			v, err := New(buildSite(t, changed, out), out, quietLog(), false)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(v.Close)
			servers[tt.cors] = v
		}
		r := httptest.NewRequest(tt.method, "/api/ticket", strings.NewReader("6017"))
		r.Header.Set("Content-Type", "text/plain")
		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
		}
		if tt.preflight {
			r.Header.Set("Access-Control-Request-Method", "POST")
		}
		w := httptest.NewRecorder()
		servers[tt.cors].ServeHTTP(w, r)
		got := answer{w.Code, w.Header().Get("Access-Control-Allow-Origin"), w.Header().Get("Access-Control-Allow-Methods")}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s from %q where %q may (-want +got):\n%s", tt.method, tt.origin, tt.cors, diff)
		}
	}
}

// TestTicketOfSeveralCatalogs asks for a code that two catalogues have.
func TestTicketOfSeveralCatalogs(t *testing.T) {
	v, _ := newServer(t, false)
	w := postTicket(v, "/api/ticket?lang=en", "text/plain", "code 6017 and 6017")
	var got ticket.Answer
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	spans := []ticket.Span{{5, 9}, {14, 18}}
	want := []ticket.AnswerCode{
		{Catalog: "pay", Code: "6017", Count: 2, Title: "残高が足りません。", URL: "/errors/en/pay/6017/", Spans: spans},
		{Catalog: "shop", Code: "6017", Count: 2, Title: "パラメータが無効です。", URL: "/errors/en/shop/6017/", Spans: spans},
	}
	if diff := cmp.Diff(want, got.Codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r := httptest.NewRequest("POST", "/en/ticket/", strings.NewReader(url.Values{"text": {"code 6017 and 6017"}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	form := httptest.NewRecorder()
	v.ServeHTTP(form, r)
	for _, want := range []string{`code <a href="../../en/pay/6017/"><mark>6017</mark></a> and <a `, `href="../../en/shop/6017/"`} {
		if !strings.Contains(form.Body.String(), want) {
			t.Errorf("the form's answer lacks %s", want)
		}
	}
}
