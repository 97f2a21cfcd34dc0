package server

import (
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
