package server

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"errbook/site"
)

// plainSite serves the site of this repository as files, below a path, with errbook's own policy. It tells what was asked for.
func plainSite(t *testing.T) (base, out string, asked func() []string) {
	t.Helper()
	s, list := site.Load(os.DirFS("../.."), os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	out = t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var all []string
	files := headers(http.StripPrefix("/some/where", http.FileServer(http.Dir(out))))
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		all = append(all, r.Method+" "+r.URL.String())
		mu.Unlock()
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(plain.Close)
	return plain.URL + "/some/where", out, func() []string {
		mu.Lock()
		defer mu.Unlock()
		list := all
		all = nil
		return list
	}
}

const (
	ticketStatus = `document.querySelector("[data-ticket-status]").textContent`
	ticketRows   = `[...document.querySelectorAll("[data-ticket-table] tbody tr")].map((tr) => [...tr.cells].map((c) => c.textContent).join(" | ")).join("\n")`
	ticketLinks  = `[...document.querySelectorAll("[data-ticket-table] tbody a")].map((a) => a.getAttribute("href")).join(" ")`
)

// typed puts a text into the field, as if it were pasted there.
func typed(t testing.TB, ctx context.Context, text string) {
	t.Helper()
	eval[any](t, ctx, `(() => { const field = document.querySelector("[data-ticket-text]"); field.value = `+jsString(t, text)+`;
		field.dispatchEvent(new Event("input", { bubbles: true })); return 0; })()`)
}

// dropped drops a file of these bytes, given as JavaScript, on the page.
func dropped(t *testing.T, ctx context.Context, name, bytes string) {
	t.Helper()
	eval[any](t, ctx, `(() => { const transfer = new DataTransfer(); transfer.items.add(new File([`+bytes+`], `+jsString(t, name)+`));
		document.querySelector("[data-ticket-text]").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer })); return 0; })()`)
}

// TestTicketPageOnPlainFiles reads a ticket where no server answers but for files: nothing is asked for once it is pasted.
func TestTicketPageOnPlainFiles(t *testing.T) {
	base, _, asked := plainSite(t)
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(base+"/en/ticket/"))
	typed(t, ctx, "code 6017") // so that all is loaded
	eventually(t, ctx, ticketStatus, "Codes found: 1")
	if loaded := strings.Join(asked(), "\n"); !strings.Contains(loaded, "search/index.json") {
		t.Fatalf("the page did not load the codes:\n%s", loaded)
	}
	typed(t, ctx, "E login onError code:6206\nE code=6014\nW err=6206, retry in 5000 ms\nuser 30010, code 99998 <img src=x onerror=alert(1)>\u202e\x00\n")
	eventually(t, ctx, ticketStatus, "Codes found: 2")
	eventually(t, ctx, ticketRows, "6206 | 2 | The UserSig has expired.\n6014 | 1 | Not logged in to the IM SDK.")
	eventually(t, ctx, ticketLinks, "../../c/6206 ../../c/6014")
	eventually(t, ctx, `document.querySelector("[data-ticket-unknown] span").textContent`, "99998")
	eventually(t, ctx, `[...document.querySelectorAll("[data-ticket-lines] a")].map((a) => a.textContent).join(" ")`, "6206 6014 6206")
	eventually(t, ctx, `document.querySelector("[data-ticket-lines] .line:nth-child(4)").textContent`, "user 30010, code 99998 <img src=x onerror=alert(1)>U+202E␀")
	do(t, ctx, chromedp.Sleep(300*time.Millisecond))
	if after := asked(); len(after) > 0 {
		t.Errorf("with the ticket in it the page asks for %q", after)
	}
	eval[any](t, ctx, `(() => { const s = document.querySelector("[data-ticket-lang]"); s.value = "ja"; s.dispatchEvent(new Event("change")); return 0; })()`)
	eventually(t, ctx, `document.querySelector("[data-ticket-table] td:nth-child(3)").lang`, "ja")
	eval[any](t, ctx, `(() => { const s = document.querySelector("[data-ticket-links]"); s.value = "page"; s.dispatchEvent(new Event("change")); return 0; })()`)
	eventually(t, ctx, ticketLinks, "../../ja/im/6206/ ../../ja/im/6014/")
	if diff := cmp.Diff([]string{"GET /some/where/search/ja.json"}, asked()); diff != "" {
		t.Errorf("another language asks for (-want +got):\n%s", diff)
	}
	typed(t, ctx, "no code at all")
	eventually(t, ctx, ticketStatus, "No error code was found.")
	typed(t, ctx, "")
	eventually(t, ctx, ticketStatus, "")
}

// TestTicketPageLikeGo reads the golden cases of the real document in the page: the worker and the table, not only the twin.
func TestTicketPageLikeGo(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/ticket/"))
	cases, sets := ticketCases(t)
	for i, c := range cases {
		if string(c.Set) != `"im"` || strings.ContainsAny(c.Text, "\x00") {
			continue
		}
		want := ticketWant(sets[i], c.Text)
		typed(t, ctx, "code 6014") // so that an answer of before is told apart
		eventually(t, ctx, ticketCounts, "6014 1")
		typed(t, ctx, c.Text)
		eventually(t, ctx, ticketCounts, want)
	}
}

// TestTicketFiles drops files of all kinds.
func TestTicketFiles(t *testing.T) {
	base, _, _ := plainSite(t)
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(base+"/ja/ticket/"))
	sjis := `new Uint8Array([0x83,0x47,0x83,0x89,0x81,0x5b,0x83,0x52,0x81,0x5b,0x83,0x68,0x81,0x46,0x36,0x30,0x31,0x37])` // エラーコード：6017
	for _, c := range []struct{ name, bytes, want string }{
		{"utf8.log", `"\ufeffcode=6017"`, "見つかったコード：1 件"},
		{"utf16.log", `new Uint8Array([0xff, 0xfe, ..."code=6017".split("").flatMap((c) => [c.charCodeAt(0), 0])])`, "見つかったコード：1 件 utf-16le として読み取りました。"},
		{"bare-utf16.log", `new Uint8Array("code=6017".split("").flatMap((c) => [0, c.charCodeAt(0)]))`, "見つかったコード：1 件 utf-16be として読み取りました。"},
		{"sjis.txt", sjis, "見つかったコード：1 件 shift_jis として読み取りました。"},
		{"euc-jp.txt", `new Uint8Array([0xa5, 0xa8, 0xa5, 0xe9, 0xa1, 0xbc, 0xa5, 0xb3, 0xa1, 0xbc, 0xa5, 0xc9, 0x20, 0x36, 0x30, 0x31, 0x37, 0x20, 0xa4, 0xac, 0xbd, 0xd0, 0xa4, 0xde, 0xa4, 0xb9])`, "見つかったコード：1 件 euc-jp として読み取りました。"},
		{"euc-kr.txt", `new Uint8Array([0xbf, 0xc0, 0xb7, 0xf9, 0x20, 0xc4, 0xda, 0xb5, 0xe5, 0x20, 0x36, 0x32, 0x32, 0x36, 0x20, 0xc0, 0xcc, 0xb6, 0xf3, 0xb0, 0xed, 0x20, 0xb3, 0xaa, 0xbf, 0xc9, 0xb4, 0xcf, 0xb4, 0xd9])`, "見つかったコード：1 件 euc-kr として読み取りました。"},
		{"gb18030.txt", `new Uint8Array([0xb4, 0xed, 0xce, 0xf3, 0xc2, 0xeb, 0x20, 0x37, 0x30, 0x30, 0x30, 0x39, 0xa3, 0xac, 0xd0, 0xa3, 0xd1, 0xe9, 0xca, 0xa7, 0xb0, 0xdc])`, "見つかったコード：1 件 gb18030 として読み取りました。"},
		{"big5.txt", `new Uint8Array([0xbf, 0xf9, 0xbb, 0x7e, 0xbd, 0x58, 0x20, 0x36, 0x30, 0x31, 0x37, 0xa1, 0x41, 0xb5, 0x6e, 0xa4, 0x4a, 0xa5, 0xa2, 0xb1, 0xd1, 0xa4, 0x46])`, "見つかったコード：1 件 big5 として読み取りました。"},
		{"windows.txt", `new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0xfc, 0x62, 0x65, 0x72, 0x73, 0x63, 0x68, 0x72, 0x69, 0x74, 0x74, 0x65, 0x6e, 0x20, 0x96, 0x20, 0x63, 0x6f, 0x64, 0x65, 0x20, 0x36, 0x30, 0x31, 0x37])`, "見つかったコード：1 件 windows-1252 として読み取りました。"},
		{"picture.png", `new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1])`, "picture.png はテキストファイルではありません。"},
		{"long.log", `new Uint8Array(20 * 1024 * 1024 + 1)`, "long.log は大きすぎます。ファイルは 20 MB までです。"},
		{"empty.log", `""`, "エラーコードは見つかりませんでした。"},
	} {
		dropped(t, ctx, c.name, c.bytes)
		eventually(t, ctx, ticketStatus, c.want)
	}
	dropped(t, ctx, "x.log", `"code 6206"`)
	eventually(t, ctx, `document.querySelector("[data-ticket-source] bdi").textContent.startsWith("x.log") ? "named" : ""`, "named")
	do(t, ctx, chromedp.Click(`[data-ticket-source] button`))
	eventually(t, ctx, ticketStatus+` + document.activeElement.name`, "text")
}

// TestTicketCopies copies the list in all three forms where there is no clipboard API.
func TestTicketCopies(t *testing.T) {
	ctx, base := intranetPage(t, "/en/ticket/")
	typed(t, ctx, "code=6206 and code=6206, ErrorCode: 120345")
	eventually(t, ctx, ticketStatus, "Codes found: 2")
	plain := fmt.Sprintf("6206 (%[1]s/c/6206) ×2: The UserSig has expired.\n120001-130000 (%[1]s/c/120001-130000): ", base)
	for _, c := range []struct{ way, text, html string }{
		{"markdown", fmt.Sprintf("- [6206](%[1]s/c/6206) ×2: The UserSig has expired.\n- [120001-130000](%[1]s/c/120001-130000): ", base), ""},
		{"rich", plain, fmt.Sprintf(`<div lang="en" dir="ltr"><ul><li><a href="%[1]s/c/6206">6206</a> ×2: <span>The UserSig has expired.</span></li><li><a href="%[1]s/c/120001-130000">120001-130000</a>: <span>`, base)},
		{"text", plain, ""},
	} {
		eval[any](t, ctx, `window.selected = ""; window.set = {}; 0`)
		do(t, ctx, chromedp.Click(`.ticket-copy [data-copy="`+c.way+`"]`))
		eventually(t, ctx, `String(window.selected.startsWith(`+jsString(t, c.text)+`))`, "true")
		eventually(t, ctx, `String((window.set["text/html"] || "").startsWith(`+jsString(t, c.html)+`))`, "true")
		name := map[string]string{"markdown": "Markdown", "rich": "Rich text", "text": "Plain text"}[c.way]
		eventually(t, ctx, `document.querySelector(".ticket-tools [role=status]").textContent`, "Copied: "+name)
	}
	eval[any](t, ctx, `document.execCommand = () => false; document.querySelector('.ticket-copy [data-copy="text"]').click(); 0`)
	eventually(t, ctx, `String(document.activeElement.matches("[data-copy-hand]") && document.activeElement.value.startsWith(`+jsString(t, plain)+`))`, "true")
}

// TestTicketByKeyboard does everything without a pointer, and wants a name for everything.
func TestTicketByKeyboard(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/ticket/"))
	do(t, ctx, chromedp.Focus(`[data-ticket-text]`), chromedp.KeyEvent("code 6206, code 6014, code 6206"))
	eventually(t, ctx, ticketStatus, "Codes found: 2")
	active := `(() => { const e = document.activeElement; return e.dataset.place ? "place " + e.dataset.place : e.dataset.row ? "row " + e.dataset.row : e.dataset.copy || e.type || e.tagName; })()`
	for _, want := range []string{"submit", "file", "select-one", "select-one", "markdown", "rich", "text", "A", "row 0"} {
		press(t, ctx, kb.Tab)
		eventually(t, ctx, active, want)
	}
	place := `document.querySelector("[data-ticket-place]").textContent`
	press(t, ctx, kb.Enter)
	eventually(t, ctx, active+" + "+place, "place 06206: place 1 of 2")
	press(t, ctx, "n")
	eventually(t, ctx, active+" + "+place, "place 1Place 2 of 3")
	press(t, ctx, "n")
	press(t, ctx, "n")
	eventually(t, ctx, active, "place 0") // round the end
	press(t, ctx, "p")
	eventually(t, ctx, active, "place 2")
	press(t, ctx, kb.Escape)
	eventually(t, ctx, active, "row 0")
	nodes, err := chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, n := range nodes.Nodes {
		if n.Role == nil || n.Ignored {
			continue
		}
		name := ""
		if n.Name != nil {
			name = strings.Trim(string(n.Name.Value), `"`)
		}
		role := strings.Trim(string(n.Role.Value), `"`)
		names[role+": "+name] = true
		if name == "" && (role == "button" || role == "link" || role == "textbox" || role == "combobox" || role == "table" || role == "region") {
			t.Errorf("a %s has no name", role)
		}
	}
	for _, want := range []string{"textbox: Ticket or log", "button: Find the codes", "combobox: Language of the meanings", "combobox: Links",
		"group: Copy the list as", "table: Codes in the text", "button: 2: go to the next place of 6206", "rowheader: 6206", "region: The text with its codes", "button: Next place"} {
		if !names[want] {
			t.Errorf("nothing is %q", want)
		}
	}
}

// TestTicketWithoutScript posts the form where scripts do not run, and where the codes cannot be loaded.
func TestTicketWithoutScript(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(base+"/en/ticket/"), chromedp.SendKeys(`[data-ticket-text]`, "code 6206"), chromedp.Click(`[data-ticket-form] button.primary`))
	eventually(t, ctx, `document.querySelector("[data-ticket-answer] table a")?.getAttribute("href") || ""`, "../../en/im/6206/")
	eventually(t, ctx, `String(document.querySelector("[data-ticket-read]").checkVisibility() || document.querySelector("[data-ticket-file]").closest("label").checkVisibility())`, "false")
}

func TestTicketCodesCannotBeLoaded(t *testing.T) {
	base, out, _ := plainSite(t)
	if err := os.Remove(filepath.Join(out, "search", "index.json")); err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(base+"/en/ticket/"))
	eventually(t, ctx, ticketStatus, "The codes could not be loaded, so the text cannot be read here. The button sends it to the server of this site.")
	typed(t, ctx, "code 6017")
	eval[any](t, ctx, `document.addEventListener("submit", (event) => { window.sent = String(event.defaultPrevented); event.preventDefault(); }); 0`)
	do(t, ctx, chromedp.Click(`[data-ticket-form] button.primary`))
	eventually(t, ctx, `window.sent || ""`, "false")
}

// TestTicketFromSearch pastes a log into the search page and goes on to the page for tickets with it.
func TestTicketFromSearch(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/en/search/"))
	offered := `String(document.querySelector("[data-ticket-offer]").checkVisibility())`
	for _, c := range []struct{ text, want string }{{"6017", "false"}, {"code 6206\nuser 30010\ncode 6014\n", "true"}} {
		eval[any](t, ctx, `(() => { const pasted = new DataTransfer(); pasted.setData("text/plain", `+jsString(t, c.text)+`);
			document.querySelector("[data-search-input]").dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: pasted })); return 0; })()`)
		eventually(t, ctx, offered, c.want)
	}
	do(t, ctx, chromedp.Click(`[data-ticket-offer] a`))
	eventually(t, ctx, ticketCounts, "6206 1\n6014 1")
	eventually(t, ctx, `String(sessionStorage.length)`, "0")
}
