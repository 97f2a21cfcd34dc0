package server

import (
	"context"
	_ "embed"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"errbook/site"
	"errbook/site/locale/pseudo"
)

// pseudoServer serves the site of this repository in pseudo-languages.
func pseudoServer(t *testing.T) *httptest.Server {
	t.Helper()
	root := os.DirFS("../..")
	own, list := site.Load(root, root, site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	fsys, err := own.Pseudo(root, pseudo.Tags())
	if err != nil {
		t.Fatal(err)
	}
	s, list := site.Load(fsys, root, site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return serveBuilt(t, s)
}

// audit is a function of a page that lists what is clipped, sticks out, or runs the wrong way.
//
//go:embed testdata/audit.js
var audit string

// audited wants nothing of a page to be clipped, to stick out, or to run the wrong way.
func audited(t *testing.T, ctx context.Context, what string) {
	t.Helper()
	for _, fault := range eval[[]string](t, ctx, audit) {
		t.Errorf("%s: %s", what, fault)
	}
}

// TestPseudoLanguages opens every kind of page with texts that are longer by 40 %, and from right to left, and wants
// nothing clipped, nothing beyond the window, and all that has a start to be there.
func TestPseudoLanguages(t *testing.T) {
	ctx := browser(t)
	base := pseudoServer(t).URL
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		for _, path := range []string{"/?stay", "/c/6017/?stay"} {
			do(t, ctx, chromedp.Navigate(base+path))
			audited(t, ctx, path)
		}
		for lang, dir := range map[string]string{"en-XA": "ltr", "ar-XB": "rtl"} {
			for _, path := range []string{"/", "/im/", "/im/6017/", "/im/70001/", "/im/10004/", "/im/120001-130000/", "/search/",
				"/search/?q=131000", "/search/?q=6017", "/im/404404/"} {
				do(t, ctx, chromedp.Navigate(base+"/"+lang+path))
				if path == "/search/?q=131000" {
					eventually(t, ctx, `String(document.querySelectorAll("[data-results] .nearest a").length > 0)`, "true")
				}
				what := lang + path
				if got := eval[string](t, ctx, "document.documentElement.dir"); got != dir {
					t.Errorf("%s runs %s, want %s", what, got, dir)
				}
				if got := eval[int64](t, ctx, "innerWidth"); got != width {
					t.Fatalf("%s: the window is %d px wide, want %d", what, got, width)
				}
				audited(t, ctx, what)
			}
			for typed, shows := range map[string]string{"UserSig": ".hits li", "غير صالح": ".nothing"} {
				do(t, ctx, chromedp.Navigate(base+"/"+lang+"/search/"))
				do(t, ctx, chromedp.SendKeys(`main input[name="q"]`, typed))
				eventually(t, ctx, `String(!!document.querySelector(".pop:not([hidden]) :is(a, .pop-note:not([hidden]))"))`, "true")
				audited(t, ctx, lang+" with the list for "+typed)
				do(t, ctx, chromedp.KeyEvent(kb.Enter))
				eventually(t, ctx, `String(!!document.querySelector("[data-results] `+shows+`"))`, "true")
				audited(t, ctx, lang+" with "+typed+" typed")
			}
			do(t, ctx, chromedp.Navigate(base+"/"+lang+"/im/6017/"), chromedp.SendKeys(`[data-search-input]`, "125000 code 302"))
			eventually(t, ctx, `String(document.querySelectorAll(".pop .reason").length >= 2)`, "true")
			audited(t, ctx, lang+" with reasons in the list")
			do(t, ctx, chromedp.Navigate(base+"/"+lang+"/search/?q=UserSig"))
			eval[any](t, ctx, `document.querySelector("[data-facets] details").open = true; 0`)
			audited(t, ctx, lang+" with the facets open")
			do(t, ctx, chromedp.Navigate(base+"/"+lang+"/ticket/"))
			audited(t, ctx, lang+"/ticket/")
			typed(t, ctx, strings.Repeat("x\n", 200)+"code 6206, code 99999\nرمز code 6014 مرحبا code=-10113\n")
			eventually(t, ctx, `String(document.querySelectorAll("[data-ticket-lines] mark").length)`, "3")
			audited(t, ctx, lang+" with a ticket read")
			do(t, ctx, chromedp.Navigate(base+"/"+lang+"/im/6017/"))
			do(t, ctx, chromedp.Click(`[data-menu] summary`))
			audited(t, ctx, lang+" with the menu of languages")
		}
	}
}
