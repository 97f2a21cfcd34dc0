package server

import (
	"context"
	"net"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// intranetPage opens a page of the real site as on an intranet: by plain HTTP under a name, where there is no clipboard API.
// What is selected when it is copied is in window.selected, what is put in its place in window.set.
func intranetPage(t *testing.T, path string) (ctx context.Context, base string) {
	t.Helper()
	ctx = browser(t, chromedp.Flag("host-resolver-rules", "MAP intranet.test 127.0.0.1"))
	_, port, err := net.SplitHostPort(strings.TrimPrefix(realServer(t).URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	base = "http://intranet.test:" + port
	do(t, ctx, chromedp.Navigate(base+path))
	eval[any](t, ctx, `document.addEventListener("copy", () => {
		const box = document.activeElement;
		window.selected = box.value.substring(box.selectionStart, box.selectionEnd);
	}, true);
	const set = DataTransfer.prototype.setData;
	DataTransfer.prototype.setData = function (type, data) { (window.set ||= {})[type] = data; return set.call(this, type, data); };
	0`)
	return ctx, base
}

func TestCopyKitCopiesEachWay(t *testing.T) {
	ctx, base := intranetPage(t, "/en/im/6017/")
	const says = "Invalid parameter. Check that the parameters meet the requirements. See the detailed error information to find out which field is at fault."
	rest := strings.TrimPrefix(says, "Invalid parameter. ")
	link := base + "/c/6017"
	for way, want := range map[string]string{
		"link":     link,
		"here":     base + "/en/im/6017/",
		"markdown": "[6017 Invalid parameter.](" + link + ")",
		"text":     "6017 Invalid parameter.\n" + rest + "\n" + link,
		"rich":     "6017 Invalid parameter.\n" + rest + "\n" + link,
		"reply":    "Error code 6017 means:\n" + says + "\n\nMore about this code:\n" + link,
	} {
		eval[any](t, ctx, `window.selected = ""; window.set = {}; document.querySelector(".copy-ways").open = `+strconv.FormatBool(way != "link")+`; 0`)
		do(t, ctx, chromedp.Click(`[data-copy="`+way+`"]`)) // by hand, as a browser copies for nobody else
		eventually(t, ctx, "window.selected", want)
		html := ""
		switch way {
		case "rich":
			html = `<div lang="en" dir="ltr">` + "\n" + `<p><a href="` + link + `"><strong>IM error codes 6017</strong></a></p>` + "\n<div>" + says + "</div>\n</div>"
		case "reply":
			html = `<div lang="en" dir="ltr"><p>Error code 6017 means:<br>` + says + `</p><p>More about this code:<br><a href="` + link + `">` + link + `</a></p></div>`
		}
		eventually(t, ctx, `window.set["text/html"] || ""`, html)
	}
	eventually(t, ctx, `document.querySelector("[data-copy-status]").textContent.startsWith("Copied") ? "said" : "silent"`, "said")
}

func TestCopyKitByKey(t *testing.T) {
	ctx, base := intranetPage(t, "/en/im/6017/")
	do(t, ctx, chromedp.Focus(`[data-search-input]`), chromedp.KeyEvent("y"))
	eventually(t, ctx, `document.querySelector("[data-search-input]").value + (window.selected || "")`, "y")
	eval[any](t, ctx, `document.activeElement.blur(); 0`)
	do(t, ctx, chromedp.KeyEvent("y", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	if got := eval[string](t, ctx, `window.selected || ""`); got != "" {
		t.Errorf("Ctrl+Y copies %q", got)
	}
	do(t, ctx, chromedp.KeyEvent("y"))
	eventually(t, ctx, `window.selected || ""`, base+"/c/6017")
}

// TestCopyKitByHand: where the browser copies nothing, the text is shown, selected, and the page says so.
func TestCopyKitByHand(t *testing.T) {
	ctx, base := intranetPage(t, "/ja/im/6017/")
	eval[any](t, ctx, `document.execCommand = () => false; document.querySelector('[data-copy="here"]').click(); 0`)
	eventually(t, ctx, `getSelection().toString() || (document.activeElement.value || "").substring(document.activeElement.selectionStart, document.activeElement.selectionEnd)`,
		base+"/ja/im/6017/")
	eventually(t, ctx, `String(document.querySelector("[data-copy-hand]").checkVisibility())`, "true")
	eventually(t, ctx, `document.querySelector("[data-copy-status]").textContent`, "コピーできませんでした。下に選択されているテキストをコピーしてください。")
}
