package server

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

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

// measureFrames is a function of a page that measures, until a ticket is answered and half a second more, for how long nothing is
// painted.
const measureFrames = `globalThis.measure = () => {
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
}; 0`

// How a log comes to the page: what is prepared, and what is done then.
var (
	logDropped = [2]string{`globalThis.transfer = new DataTransfer(); transfer.items.add(new File([log], "app.log"))`,
		`document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }))`}
	logPasted = [2]string{`globalThis.transfer = new DataTransfer(); transfer.setData("text/plain", log)`,
		`document.querySelector("[data-ticket-text]").dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }))`}
)

// measured is how long an answer took, and what was longest: the time between two frames and, of those over 50 ms, a task of the
// page; all in milliseconds.
type measured struct{ Answer, Gap, Task float64 }

// largeLogPage opens the page for tickets, with a log of 5 MB to be put into it.
func largeLogPage(t testing.TB) (ctx context.Context, log string) {
	t.Helper()
	ctx = browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/ticket/"))
	typed(t, ctx, "code 6017")
	eventually(t, ctx, ticketStatus, "Codes found: 1")
	eval[any](t, ctx, measureFrames)
	return ctx, eval[string](t, ctx, `(globalThis.log = `+largeLog+`(5e6))`)
}

func measureLog(t testing.TB, ctx context.Context, how [2]string) measured {
	t.Helper()
	eval[any](t, ctx, how[0]+`; 0`)
	do(t, ctx, chromedp.Sleep(500*time.Millisecond))
	eval[any](t, ctx, `measure(); `+how[1]+`; 0`)
	eventually(t, ctx, `String(measured.done || false)`, "true")
	return eval[measured](t, ctx, "measured")
}

// TestTicketLargeLog drops a log of 5 MB on the page and pastes one, and measures how long the answer takes and for how long the
// page does not paint.
func TestTicketLargeLog(t *testing.T) {
	ctx, log := largeLogPage(t)
	want := ticketWant(documentSet(t), log)
	for how, steps := range map[string][2]string{"dropped": logDropped, "pasted": logPasted} {
		m := measureLog(t, ctx, steps)
		eventually(t, ctx, ticketCounts, want)
		t.Logf("5 MB %s: answer after %.0f ms; longest gap between two frames %.0f ms, longest task of the page %.0f ms", how, m.Answer, m.Gap, m.Task)
		if m.Answer > 30_000 || m.Gap > 1000 { // a slow machine is no fault; a page that blocks is one
			t.Errorf("answer after %.0f ms, longest gap %.0f ms", m.Answer, m.Gap)
		}
		if n := eval[int](t, ctx, `document.querySelectorAll("[data-ticket-lines] *").length`); n > 2000 {
			t.Errorf("the text of 5 MB makes %d elements", n)
		}
		// Through the parts of the text, backward round its beginning.
		eval[any](t, ctx, `document.querySelector('[data-ticket-step="-1"]').click(); 0`)
		eventually(t, ctx, `document.querySelector("[data-ticket-part]").textContent.replace(/Part (\d+) of \1$/, "last")`, "last")
		eventually(t, ctx, `String(document.activeElement.dataset.place > 100)`, "true")
		do(t, ctx, chromedp.Click(`[data-ticket-source] button`))
	}
}

// BenchmarkTicketPage drops a log of 5 MB on the page in Chromium.
func BenchmarkTicketPage(b *testing.B) {
	ctx, _ := largeLogPage(b)
	var sum, gap, task float64
	runs := 0
	for b.Loop() {
		m := measureLog(b, ctx, logDropped)
		sum, gap, task = sum+m.Answer, max(gap, m.Gap), max(task, m.Task)
		runs++
	}
	b.ReportMetric(0, "ns/op") // which holds the pauses between the runs too
	b.ReportMetric(sum/float64(runs), "ms/answer")
	b.ReportMetric(gap, "ms-longest-gap")
	b.ReportMetric(task, "ms-longest-task")
}
