package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// ticketPage is a page of somebody else's with codes in all places where a bookmarklet may and may not link them.
const ticketPage = `<!doctype html><meta charset="utf-8"><title>Ticket 6017</title>
<p id="log">2026-11-25 10:20:30.6017 login failed, code=6017 (errorCode: -302) at 10.0.60.17:6017</p>
<p id="ja">エラーコード：6017、番号 7001</p>
<p id="bare">6206 again, and 60170, 6017.5, 2026-6017-01, 6017-4a2b-41d4-a716-446655440000</p>
<p id="range">error 125000</p>
<table><tr><th>Error code</th><td id="cell">6017</td></tr></table>
<p id="linked"><a href="/x">error 6017</a></p>
<textarea id="area">error 6017</textarea><div id="edit" contenteditable>error 6017</div>
<div class="cm-editor" id="cm">error 6017</div>
<script id="script">var x = "error 6017";</script>
<iframe id="frame" srcdoc="<p>error code 6018</p>"></iframe>`

// links lists what is linked below an element, as "text -> address".
const links = `((sel, doc = document) => [...doc.querySelectorAll(sel + " a")].map((a) => a.textContent + " -> " + a.href))`

func TestBookmarkletLinksCodesInThePage(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	ticket := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, ticketPage)
	}))
	t.Cleanup(ticket.Close)
	do(t, ctx, chromedp.Navigate(base+"/en/integrations/"))
	marks := eval[[]string](t, ctx, `[...document.querySelectorAll("[data-bookmarklet]")].map((a) => a.getAttribute("href"))`)
	if len(marks) != 2 {
		t.Fatal(marks)
	}
	to := "http://127.0.0.1:8080/c/"
	for i, want := range []map[string][]string{
		{"#log": {"6017", "-302"}, "#ja": {"6017"}, "#bare": {}},
		{"#log": {"6017", "-302"}, "#ja": {"6017", "7001"}, "#bare": {"6206"}},
	} {
		for sel, list := range map[string][]string{"#range": {"125000"}, "#cell": {"6017"}, "#area": {}, "#edit": {}, "#cm": {}, "#script": {}} {
			want[sel] = list
		}
		do(t, ctx, chromedp.Navigate(ticket.URL))
		eventually(t, ctx, `document.querySelector("#frame").contentDocument.body?.textContent || ""`, "error code 6018")
		texts := eval[string](t, ctx, `document.body.textContent`)
		run, _ := json.Marshal(marks[i])
		_ = eval[string](t, ctx, `location.href = `+string(run)+`; ""`) // twice does no more than once
		_ = eval[string](t, ctx, `location.href = `+string(run)+`; ""`)
		eventually(t, ctx, `String(document.querySelectorAll("#range a").length)`, "1")
		for sel, codes := range want {
			full := []string{}
			for _, c := range codes {
				full = append(full, c+" -> "+to+c)
			}
			if diff := cmp.Diff(full, eval[[]string](t, ctx, links+`("`+sel+`")`)); diff != "" {
				t.Errorf("bookmarklet %d in %s (-want +got):\n%s", i, sel, diff)
			}
		}
		if got := eval[[]string](t, ctx, links+`("p", document.querySelector("#frame").contentDocument)`); len(got) != 1 {
			t.Errorf("in the frame: %v", got)
		}
		if got := eval[[]string](t, ctx, links+`("#linked")`); !cmp.Equal(got, []string{"error 6017 -> " + ticket.URL + "/x"}) {
			t.Errorf("what is a link already became %v", got)
		}
		if after := eval[string](t, ctx, `document.body.textContent`); after != texts {
			t.Errorf("the text became\n%s", after)
		}
		if title := eval[string](t, ctx, `document.title`); title != "Ticket 6017" {
			t.Errorf("title %q", title)
		}
	}
}

// TestExpressionsInJavaScript reads the page's expressions as JavaScript does: those for all engines, which Go has read too,
// and those with lookbehind.
func TestExpressionsInJavaScript(t *testing.T) {
	ctx := browser(t)
	h := realServer(t)
	do(t, ctx, chromedp.Navigate(h.URL+"/en/integrations/"))
	codes := realServerCodes(t, h.URL)
	lines, _ := json.Marshal([]string{
		"2026-11-25 10:20:30.6017", "code 192.168.60.17:8080", "error: 6017.5 ms", "errors: 16017, 60170 of 6,017,000", "version 6017.1.2",
		"error 6017-6018-6019", "550e8400-6017-41d4-a716-446655440000", "1732500000", "error 10:20:30", "a6017", "6017b", "#6017", "6017%",
	})
	list, _ := json.Marshal(codes)
	wrong := eval[[]string](t, ctx, `(() => {
		const expressions = [...document.querySelectorAll("#regexp code")].map((c) => new RegExp(c.textContent));
		const wrong = [];
		const find = (re, line) => { const m = re.exec(line); return m ? m[1] || m[2] : ""; };
		if (expressions.length !== 3) wrong.push("there are " + expressions.length);
		expressions.forEach((re, i) => {
			for (const code of `+string(list)+`)
				for (const line of ["error code: " + code + ", gave up", ...(i === 2 ? ["saw " + code + " twice", "(" + code + ")"] : [])])
					if (find(re, line) !== code) wrong.push(i + ": " + line + " gives " + find(re, line));
			for (const line of `+string(lines)+`)
				if (find(re, line) !== "") wrong.push(i + ": " + line + " gives " + find(re, line));
		});
		return wrong;
	})()`)
	for _, w := range wrong {
		t.Error(w)
	}
}

// realServerCodes are all codes that a server tells, but for ranges.
func realServerCodes(t *testing.T, base string) (list []string) {
	t.Helper()
	resp, err := http.Get(base + "/api/codes.json")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var all struct {
		Catalogs []struct {
			Entries []struct{ Code, Kind string }
		}
	}
	if err := json.NewDecoder(resp.Body).Decode(&all); err != nil {
		t.Fatal(err)
	}
	for _, c := range all.Catalogs {
		for _, e := range c.Entries {
			if e.Kind == "single" {
				list = append(list, e.Code)
			}
		}
	}
	if len(list) < 400 {
		t.Fatal(strings.Join(list, " "))
	}
	return list
}

func TestSnippetIsCopied(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/integrations/"))
	_ = eval[string](t, ctx, `document.addEventListener("copy", () => { window.copied = String(getSelection()) || document.activeElement.value; }); ""`)
	do(t, ctx, chromedp.Click("#gitlab [data-copy-snippet]"))
	eventually(t, ctx, `document.querySelector("[data-snippet-status]").textContent`, "Copied")
	eventually(t, ctx, `String(document.querySelector("#gitlab .snippet .done") !== null)`, "true")
}
