package server

import (
	"encoding/json"
	"github.com/google/go-cmp/cmp"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"errbook/search/ticket"
)

// TestTicketForm posts a ticket as a reader without JavaScript does.
func TestTicketForm(t *testing.T) {
	v := realServer(t).Config.Handler
	post := func(text string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "/en/ticket/", strings.NewReader(url.Values{"text": {text}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		return w
	}
	w := post("code=6017 <b>&\r\nuser 30010\r\n")
	body := w.Body.String()
	if w.Code != http.StatusOK || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("status %d, Cache-Control %q", w.Code, w.Header().Get("Cache-Control"))
	}
	for _, want := range []string{`<a href="../../en/im/6017/"><mark>6017</mark></a> &lt;b&gt;&amp;`, "user 30010", "1 code found"} {
		if !strings.Contains(body, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
	if strings.Contains(body, "im/30010/") {
		t.Error("the number of a user is linked")
	}
	if w := post(strings.Repeat("x", maxTicket+1)); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a text that is too long: status %d", w.Code)
	}
}

// TestTicketGolden asks the endpoint every golden case of the real document.
func TestTicketGolden(t *testing.T) {
	h := realServer(t).Config.Handler
	data, err := os.ReadFile("../../search/ticket/testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Name, Text string
		Set        any
		Codes      []ticket.AnswerCode
		Unknown    []string
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, c := range cases {
		if c.Set != "im" {
			continue
		}
		asked++
		w := postTicket(h, "/api/ticket?lang=en", "text/plain; charset=utf-8", c.Text)
		var got ticket.Answer
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%s: %d, %v", c.Name, w.Code, err)
		}
		for i := range got.Codes {
			if got.Codes[i].Title == "" || !strings.HasPrefix(got.Codes[i].URL, "/en/im/") {
				t.Errorf("%s: title %q, url %q", c.Name, got.Codes[i].Title, got.Codes[i].URL)
			}
			got.Codes[i].Title, got.Codes[i].URL = "", ""
		}
		if diff := cmp.Diff(ticket.Answer{Codes: c.Codes, Unknown: c.Unknown}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Name, diff)
		}
	}
	if asked < 25 {
		t.Errorf("%d cases asked", asked)
	}
	for _, c := range []struct {
		path, kind string
		want       int
	}{{"/api/ticket?lang=xx", "text/plain", 400}, {"/api/ticket", "text/html", 415}} {
		if w := postTicket(h, c.path, c.kind, "6017"); w.Code != c.want || !strings.Contains(w.Body.String(), `"hint"`) {
			t.Errorf("%s as %s: %d %s", c.path, c.kind, w.Code, w.Body)
		}
	}
}

func postTicket(h http.Handler, path, kind, text string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(text))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
