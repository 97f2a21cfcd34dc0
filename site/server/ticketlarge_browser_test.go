package server

import (
	"strconv"
	"testing"
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
		if (i % 50 === 7) line = "2025-11-04 08:51:46.002  9506  9518 E imsdk   : SendMessage failed, code=" + [6206, 6014, 9508, -10113, 20009][i % 5];
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
