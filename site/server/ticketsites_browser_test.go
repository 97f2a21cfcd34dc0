package server

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"errbook/search/codes"
	"errbook/search/ticket"
)

const ticketCounts = `[...document.querySelectorAll("[data-ticket-table] tbody tr")].map((tr) => tr.cells[0].textContent + " " + tr.cells[1].textContent).join("\n")`

// ticketWant is what the table of the page says of a text, by package ticket.
func ticketWant(set *codes.Set, text string) (rows string) {
	for i, c := range ticket.Read(set, text).Codes {
		if i > 0 {
			rows += "\n"
		}
		rows += set.At(c.Index).Text + " " + strconv.Itoa(c.Count)
	}
	return rows
}

// TestTicketLargeSite reads tickets on a site whose codes are in many files.
func TestTicketLargeSite(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("| Code | Symbol | Description |\n| --- | --- | --- |\n| 900000 - 900999 | | Your own codes. |\n")
	for i := range 5200 {
		fmt.Fprintf(&doc, "| %d | E_LARGE_%d | Meaning %d. |\n", 20000+i, i, i)
	}
	out := t.TempDir()
	buildSite(t, fstest.MapFS{
		"content/site.toml": {Data: []byte("base_url = \"https://intranet.example/\"\nsource_language = \"en\"\nlanguages = [\"en\", \"ja\"]\n[title]\nen = \"Errors\"\n")},
		"content/big.md":    {Data: []byte(doc.String())},
		"i18n/big.ja.toml":  {Data: []byte("\"20007.text\" = \"意味 7。\"\n")},
	}, out)
	if _, err := os.Stat(filepath.Join(out, "search", "codes", "1.json")); err != nil {
		t.Fatal("the codes are in one file, which proves nothing: ", err)
	}
	plain := httptest.NewServer(headers(http.FileServer(http.Dir(out))))
	defer plain.Close()
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(plain.URL+"/ja/ticket/"))
	typed(t, ctx, "code 20007, E_LARGE_5100 and ret=900123\ncode 25200\n")
	eventually(t, ctx, ticketRows, "20007 | 1 | 意味 7。\n25100 | 1 | Meaning 5100.\n900000-900999 | 1 | Your own codes.")
	eventually(t, ctx, ticketLinks, "../../c/20007 ../../c/25100 ../../c/900000-900999")
	eventually(t, ctx, `document.querySelector("[data-ticket-unknown] span").textContent`, "25200")
}

// TestTicketOfTwoCatalogues tells of which catalogue a code is where two have it.
func TestTicketOfTwoCatalogues(t *testing.T) {
	v, _ := newServer(t, false)
	h := httptest.NewServer(v)
	defer h.Close()
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(h.URL+"/en/ticket/"))
	typed(t, ctx, "code 6017 and code 77")
	eventually(t, ctx, ticketLinks, "../../c/pay/6017 ../../c/shop/6017 ../../c/77")
	eventually(t, ctx, `[...document.querySelectorAll("[data-ticket-table] small")].map((e) => e.textContent).join(" ")`, "pay shop pay")
	eventually(t, ctx, `String(document.querySelectorAll("[data-ticket-lines] mark").length)`, "2")
	if got := eval[int](t, ctx, `document.querySelectorAll("[data-ticket-table] script").length`); got != 0 {
		t.Error("what a code means is markup")
	}
}
