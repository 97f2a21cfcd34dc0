package server

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestRememberedLanguageInABrowser has no cookie until a reader ticks the box, goes by it then, and has none again without the
// tick.
func TestRememberedLanguageInABrowser(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	do(t, ctx, chromedp.Navigate(base+"/c/6017/?stay"), chromedp.Click(`a[hreflang="ko"]`))
	eventually(t, ctx, `location.pathname`, "/ko/im/6017/")
	eventually(t, ctx, `document.cookie`, "")

	do(t, ctx, chromedp.Navigate(base+"/c/6017/?stay"), chromedp.Click(`[data-remember]`))
	eventually(t, ctx, `document.cookie`, "")
	do(t, ctx, chromedp.Click(`a[hreflang="ko"]`))
	eventually(t, ctx, `location.pathname`, "/ko/im/6017/")
	eventually(t, ctx, `document.cookie`, "errbook-language=ko")
	do(t, ctx, chromedp.Navigate(base+"/c/6018"))
	eventually(t, ctx, `location.pathname`, "/ko/im/6018/")
	do(t, ctx, chromedp.Navigate(base+"/"))
	eventually(t, ctx, `location.pathname`, "/ko/")

	do(t, ctx, chromedp.Navigate(base+"/?stay"))
	eventually(t, ctx, `String(document.querySelector("[data-remember]").checked)`, "true")
	do(t, ctx, chromedp.Click(`[data-remember]`))
	eventually(t, ctx, `document.cookie`, "")
}

// TestRememberedLanguageOnPlainFiles is the same below a path of a web server that knows nothing of errbook.
func TestRememberedLanguageOnPlainFiles(t *testing.T) {
	ctx := browser(t)
	out := t.TempDir()
	buildSite(t, files, out)
	plain := httptest.NewServer(http.StripPrefix("/else/where", http.FileServer(http.Dir(out))))
	defer plain.Close()
	base := plain.URL + "/else/where"
	do(t, ctx, chromedp.Navigate(base+"/c/6018/?stay"), chromedp.Click(`[data-remember]`), chromedp.Click(`a[hreflang="zh-Hans"]`))
	eventually(t, ctx, `location.pathname`, "/else/where/zh-Hans/shop/6018/")
	do(t, ctx, chromedp.Navigate(base+"/c/-302"))
	eventually(t, ctx, `location.pathname`, "/else/where/zh-Hans/shop/-302/")
	eventually(t, ctx, `document.cookie`, "errbook-language=zh-Hans")
	do(t, ctx, chromedp.Navigate(plain.URL+"/elsewhere"))
	eventually(t, ctx, `document.cookie`, "") // other sites of the host do not get it

	do(t, ctx, chromedp.Navigate(base+"/?stay"), chromedp.Click(`[data-remember]`))
	eventually(t, ctx, `document.cookie`, "") // unticked
}
