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
	"time"

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

// largeLog makes a log of so many bytes, in JavaScript: most lines have no code, and one in ten is Japanese.
const largeLog = `((size) => {
	const lines = [], kinds = [
		(i) => "2025-11-04 08:51:45." + i % 1000 + "  9506  9518 D Unity   : [Chat] heartbeat seq=" + i + " cost " + i % 300 + " ms from 10.0.0.5:9002",
		(i) => "2025-11-04 08:51:45." + i % 1000 + "  9506  9518 I OkHttp  : --> POST https://api.example.com/v4/send?id=" + i + " (" + i % 4096 + "-byte body)",
		(i) => "2025-11-04 08:51:45." + i % 1000 + "  9506  9518 W Chat    : メッセージ " + i + " を再送します",
	];
	for (let i = 0, bytes = 0; bytes < size; i++) {
		let line = kinds[i % 10 === 9 ? 2 : i % 2](i);
		if (i % 50 === 7) line = "2025-11-04 08:51:46.002  9506  9518 E imsdk   : SendMessage failed, code=" + [6206, 6014, 9508, -10113, 20009][Math.floor(i / 50) % 5];
		lines.push(line);
		bytes += line.length + 1 + (i % 10 === 9 ? 20 : 0);
	}
	return lines.join("\n") + "\n";
})`

// TestTicketLargeLog drops a log of 5 MB on the page and pastes one, and measures how long the answer takes and for how long the
// page does not paint.
func TestTicketLargeLog(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/ticket/"))
	typed(t, ctx, "code 6017")
	eventually(t, ctx, ticketStatus, "Codes found: 1")
	text := eval[string](t, ctx, `(globalThis.log = `+largeLog+`(5e6))`)
	want := ticketWant(documentSet(t), text)
	eval[any](t, ctx, `globalThis.measure = () => {
		const m = globalThis.measured = { start: performance.now(), frame: performance.now(), gap: 0, task: 0, answer: 0 };
		const status = document.querySelector("[data-ticket-status]");
		status.textContent = "";
		new PerformanceObserver((list) => { for (const e of list.getEntries()) m.task = Math.max(m.task, e.duration); }).observe({ type: "longtask" });
		const frame = (now) => {
			m.gap = Math.max(m.gap, now - m.frame);
			m.frame = now;
			if (!m.answer && status.textContent.startsWith("Codes found") && document.querySelector("[data-ticket-lines] .line")) m.answer = now - m.start;
			if (!m.answer || now - m.start < m.answer + 500) requestAnimationFrame(frame);
			else m.done = true;
		};
		requestAnimationFrame(frame);
	}; 0`)
	type measured struct{ Answer, Gap, Task float64 }
	run := func(how, prepare, act string) measured {
		eval[any](t, ctx, prepare+`; 0`)
		do(t, ctx, chromedp.Sleep(500*time.Millisecond))
		eval[any](t, ctx, `measure(); `+act+`; 0`)
		eventually(t, ctx, `String(measured.done || false)`, "true")
		eventually(t, ctx, ticketCounts, want)
		m := eval[measured](t, ctx, "measured")
		t.Logf("5 MB %s: answer after %.0f ms; longest gap between two frames %.0f ms, longest task of the page %.0f ms", how, m.Answer, m.Gap, m.Task)
		return m
	}
	drop := run("dropped", `globalThis.transfer = new DataTransfer(); transfer.items.add(new File([log], "app.log"))`, `
		document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }))`)
	do(t, ctx, chromedp.Click(`[data-ticket-source] button`))
	paste := run("pasted", `globalThis.pasted = new DataTransfer(); pasted.setData("text/plain", log)`, `
		document.querySelector("[data-ticket-text]").dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: pasted }))`)
	for _, m := range []measured{drop, paste} {
		if m.Answer > 30_000 || m.Gap > 1000 { // a slow machine is no fault; a page that blocks is one
			t.Errorf("answer after %.0f ms, longest gap %.0f ms", m.Answer, m.Gap)
		}
	}
	if n := eval[int](t, ctx, `document.querySelectorAll("[data-ticket-lines] *").length`); n > 2000 {
		t.Errorf("the text of 5 MB makes %d elements", n)
	}
	// Through the parts of the text, to the end and round it.
	eval[any](t, ctx, `document.querySelector('[data-ticket-step="-1"]').click(); 0`)
	eventually(t, ctx, `document.querySelector("[data-ticket-part]").textContent.replace(/Part (\d+) of \1$/, "last")`, "last")
	eventually(t, ctx, `String(document.activeElement.dataset.place > 100)`, "true")
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
