package server

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
)

// TestStaticSearchOfRetiredCodes has a retired code that answers better than those in use.
func TestStaticSearchOfRetiredCodes(t *testing.T) {
	with := maps.Clone(files)
	config := strings.Replace(string(files["content/site.toml"].Data), "[title]", "[retired]\n\"shop/999\" = { since = \"2026-01-02\", title = \"証明書\" }\n[title]", 1)
	with["content/site.toml"] = &fstest.MapFile{Data: []byte(config)}
	with["i18n/shop.en.toml"] = &fstest.MapFile{Data: []byte("\"6018.text\" = \"The certificate has expired.\"\n\n\"999.text\" = \"Certificate\"\n")}
	staticAsServed(t, with)
}

// TestTicketOfRetiredCodes wants the page to say of a code in a ticket that it is retired, by its script and by its form.
func TestTicketOfRetiredCodes(t *testing.T) {
	with := maps.Clone(files)
	config := strings.Replace(string(files["content/site.toml"].Data), "[title]", "[retired]\n\"shop/999\" = { since = \"2026-01-02\", title = \"証明書\" }\n[title]", 1)
	with["content/site.toml"] = &fstest.MapFile{Data: []byte(config)}
	out := t.TempDir()
	v, err := New(buildSite(t, with, out), out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	h := httptest.NewServer(v)
	t.Cleanup(h.Close)
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(h.URL+"/en/ticket/"))
	typed(t, ctx, "code 999, code 77")
	eventually(t, ctx, ticketRows, "999shop | 1 | 証明書 Retired\n77pay | 1 | 支払いが拒否されました。")
	res, err := http.PostForm(h.URL+"/en/ticket/", url.Values{"text": {"code 999, code 77"}})
	if err != nil {
		t.Fatal(err)
	}
	doc := document(t, res)
	if got := doc.Find("[data-ticket-answer] .retired").Text(); got != "Retired" {
		t.Errorf("the form's answer says %q", got)
	}
}
