package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
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
