package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What the tests look at in the search box.
const (
	theBox    = `document.querySelector("[data-search-input]")`
	isOpen    = theBox + `.getAttribute("aria-expanded")`
	hasFocus  = `String(document.activeElement === ` + theBox + `)`
	nOptions  = `String(document.querySelectorAll('.pop [role="option"]').length)`
	theActive = `(document.getElementById(` + theBox + `.getAttribute("aria-activedescendant"))?.querySelector("code, .title")?.textContent || "")`
)

// press sends keys to what has the focus. Slash and Enter are pressed as a keyboard does it: the character comes only where
// the page did not use the key.
func press(t *testing.T, ctx context.Context, keys ...string) {
	t.Helper()
	for _, key := range keys {
		params := input.DispatchKeyEventParams{Key: "/", Code: "Slash", WindowsVirtualKeyCode: 191}
		switch key {
		case "/":
		case kb.Enter:
			params = input.DispatchKeyEventParams{Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13}
		default:
			do(t, ctx, chromedp.KeyEvent(key))
			continue
		}
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			params.Type, params.Text = kind, ""
			if kind == input.DispatchKeyEventTypeKeyDown {
				params.Text = key
			}
			if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, params); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestSearchByKeyboard goes from the first page to a code's with nothing but keys.
func TestSearchByKeyboard(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	do(t, ctx, chromedp.Navigate(base+"/"))
	eventually(t, ctx, "location.pathname", "/ko/")
	press(t, ctx, "/")
	eventually(t, ctx, hasFocus, "true")
	press(t, ctx, "U", "s", "e", "r", "S", "i", "g")
	eventually(t, ctx, isOpen, "true")
	eventually(t, ctx, nOptions, "9") // eight, and all results
	codes := eval[[]string](t, ctx, `[...document.querySelectorAll('.pop [role="option"] code')].map((e) => e.textContent)`)
	for _, step := range []struct{ key, active string }{
		{kb.ArrowDown, codes[0]}, {kb.ArrowDown, codes[1]}, {kb.PageDown, codes[6]}, {kb.PageUp, codes[1]}, {kb.End, ""},
		{kb.Home, codes[0]}, {kb.ArrowUp, ""}, {kb.ArrowDown, codes[0]}, {kb.ArrowLeft, ""}, {kb.ArrowDown, codes[0]},
	} {
		press(t, ctx, step.key)
		eventually(t, ctx, theActive, step.active)
	}
	press(t, ctx, kb.End)
	eventually(t, ctx, `document.querySelector('[aria-selected="true"]').dataset.act || ""`, "all")
	eventually(t, ctx, `String(document.querySelectorAll('[aria-selected="true"]').length)`, "1")

	// Esc closes, and leaves on the second press.
	press(t, ctx, kb.Escape)
	eventually(t, ctx, isOpen+" + "+hasFocus+" + "+theBox+".value", "falsetrueUserSig")
	press(t, ctx, kb.Escape)
	eventually(t, ctx, hasFocus, "false")

	// Ctrl+K takes the text to be typed over; Enter opens the chosen option.
	do(t, ctx, chromedp.KeyEvent("k", chromedp.KeyModifiers(kb.ModifierCtrl)))
	eventually(t, ctx, hasFocus, "true")
	press(t, ctx, "6", "2", "0", "6")
	eventually(t, ctx, `document.querySelector('.pop [role="option"] code')?.textContent || ""`, "6206")
	press(t, ctx, kb.ArrowDown, kb.Enter)
	eventually(t, ctx, "location.pathname + "+theBox+".role", "/ko/im/6206/combobox")

	// An arrow opens a closed list; Enter without a choice goes to the search page; Tab leaves.
	press(t, ctx, "/", "3", "0", "2")
	eventually(t, ctx, isOpen, "true")
	press(t, ctx, kb.Escape, kb.ArrowDown)
	eventually(t, ctx, theActive, "-302")
	press(t, ctx, kb.Tab)
	eventually(t, ctx, isOpen+" + "+hasFocus, "falsefalse")
	press(t, ctx, "/", kb.Enter)
	eventually(t, ctx, "location.pathname + location.search", "/ko/search/?q=302")

	// In another field "/" is a character.
	do(t, ctx, chromedp.Navigate(base+"/en/im/"), chromedp.SendKeys("[data-filter]", "a"))
	press(t, ctx, "/", "b")
	do(t, ctx, chromedp.KeyEvent("k", chromedp.KeyModifiers(kb.ModifierCtrl)))
	eventually(t, ctx, `document.activeElement.value`, "a/b")
}

// roles writes the nodes of the accessibility tree that have one of the roles, as "role name (states)".
func roles(t *testing.T, ctx context.Context, wanted ...string) (list []string) {
	t.Helper()
	tree, err := chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	text := func(v *accessibility.Value) string {
		if v == nil {
			return ""
		}
		var said any
		if err := json.Unmarshal(v.Value, &said); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(said)
	}
	for _, n := range tree.Nodes {
		role := text(n.Role)
		for _, w := range wanted {
			if n.Ignored || w != role {
				continue
			}
			states := []string{}
			for _, p := range n.Properties {
				switch p.Name {
				case "expanded", "autocomplete", "hasPopup", "selected":
					states = append(states, fmt.Sprintf("%s=%s", p.Name, text(p.Value)))
				}
			}
			line := role + " " + text(n.Name) + " (" + strings.Join(states, " ") + ")"
			if d := text(n.Description); d != "" {
				line += " " + d
			}
			list = append(list, line)
		}
	}
	return list
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, g := range got {
			found = found || strings.Contains(g, w)
		}
		if !found {
			t.Errorf("no %q in\n%s", w, strings.Join(got, "\n"))
		}
	}
}

// TestSearchBoxIsNamed reads the accessibility tree as a screen reader does.
func TestSearchBoxIsNamed(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	for _, path := range []string{"/en/", "/en/im/6017/", "/en/search/", "/en/im/404404/"} {
		do(t, ctx, chromedp.Navigate(base+path))
		wantLines(t, roles(t, ctx, "combobox"), "combobox Search error codes (", "expanded=false", "autocomplete=list", "hasPopup=listbox")
		do(t, ctx, chromedp.SendKeys("[data-search-input]", "125000 -302"))
		eventually(t, ctx, isOpen, "true")
		press(t, ctx, kb.ArrowDown)
		got := roles(t, ctx, "combobox", "listbox", "option", "status")
		wantLines(t, got, "expanded=true", "listbox Suggestions (", "option -302 ", "Access layer error codes (selected=true)",
			"option 120001-130000 ", "125000 lies in 120001–130000 (selected=false)", "option All results for “125000 -302” (")
		eventually(t, ctx, `document.querySelector("[data-box-status]").textContent`, "Results: 2")
		eventually(t, ctx, `String(document.getElementById(`+theBox+`.getAttribute("aria-controls")).contains(
			document.getElementById(`+theBox+`.getAttribute("aria-activedescendant"))))`, "true")
	}
	do(t, ctx, chromedp.Navigate(base+"/en/"), chromedp.SendKeys("[data-search-input]", "131000"))
	eventually(t, ctx, `document.querySelector("[data-box-status]").textContent`, "No error code matches “131000”.")
	wantLines(t, roles(t, ctx, "group"), "group Codes that look close")

	// The search page: what is announced, and which facet is chosen.
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=group"))
	wantLines(t, roles(t, ctx, "navigation", "status"), "navigation Filter results")
	eventually(t, ctx, `document.querySelector("[data-status]").textContent.replace(/\d+/, "N")`, "Results: N")
}

// TestSearchWithoutScripts uses the form and the facets as links, with JavaScript off.
func TestSearchWithoutScripts(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	off := func(disabled bool) {
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: disabled}); err != nil {
			t.Fatal(err)
		}
	}
	off(true)
	do(t, ctx, chromedp.Navigate(base+"/en/im/6017/"))
	if got := eval[string](t, ctx, `document.documentElement.className + (`+theBox+`.getAttribute("role") || "")`); got != "" {
		t.Fatalf("scripts ran: %q", got)
	}
	do(t, ctx, chromedp.SendKeys("[data-search-input]", "group\r"))
	eventually(t, ctx, "location.pathname + location.search", "/en/search/?q=group")
	eventually(t, ctx, `String(document.querySelectorAll(".results .hit").length)`,
		eval[string](t, ctx, `document.querySelector("[data-facets] .count").textContent`))
	do(t, ctx, chromedp.Click("[data-facets] summary"))
	do(t, ctx, chromedp.Click(`[data-facets] [data-group="section"] li:nth-child(3) a`))
	eventually(t, ctx, `new URLSearchParams(location.search).get("section") || ""`, "sdk-group")
	n := eval[string](t, ctx, `document.querySelector('[data-facets] a[aria-current] .count').textContent`)
	eventually(t, ctx, `String(document.querySelectorAll(".results .hit").length)`, n)
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=131000"))
	eventually(t, ctx, `document.querySelector(".results .nothing").textContent`, "No error code matches “131000”.")
	eventually(t, ctx, `String(document.querySelectorAll(".results .nearest a").length > 0)`, "true")
}

// TestFacetsStandBeside wants the first hit right below what is announced, however many facets stand beside it.
func TestFacetsStandBeside(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(realServer(t).URL+"/en/search/?q=group"))
	gap := eval[float64](t, ctx, `document.querySelector(".results .hit").getBoundingClientRect().top - document.querySelector("[data-status]").getBoundingClientRect().top`)
	if gap < 10 || gap > 80 {
		t.Errorf("%.0f px from what is announced to the first hit", gap)
	}
	if eval[float64](t, ctx, `document.querySelector("[data-facets]").getBoundingClientRect().left - document.querySelector(".results").getBoundingClientRect().right`) < 0 {
		t.Error("the facets do not stand beside the results")
	}
}

// TestFacetsBackAndForward narrows results down by script, and goes back and forward through what was shown.
func TestFacetsBackAndForward(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	hits := `String(document.querySelectorAll(".results .hit").length)`
	do(t, ctx, chromedp.Navigate(base+"/en/search/"), chromedp.SendKeys("[data-search-input]", "group\r"))
	eventually(t, ctx, "String("+hits+" > 50)", "true")
	all := eval[string](t, ctx, hits)
	facet := `document.querySelector('[data-facets] a[href*="section=sdk-group"]')`
	n := eval[string](t, ctx, facet+`.querySelector(".count").textContent`)
	eval[any](t, ctx, `window.same = true; document.querySelector("[data-facets] details").open = true; `+facet+`.focus(); `+facet+`.click(); 0`)
	eventually(t, ctx, hits, n)
	eventually(t, ctx, "location.search", "?q=group&section=sdk-group")
	eventually(t, ctx, `document.activeElement.getAttribute("aria-current") || ""`, "true")
	eventually(t, ctx, `new URL(document.querySelector('[data-menu] a[hreflang="ja"]').href).search`, "?q=group&section=sdk-group")
	eval[any](t, ctx, `history.back(); 0`)
	eventually(t, ctx, hits, all)
	eval[any](t, ctx, `history.back(); 0`)
	eventually(t, ctx, `String(!!document.querySelector(".results .browse")) + `+theBox+`.value`, "true")
	eval[any](t, ctx, `history.go(2); 0`)
	eventually(t, ctx, hits, n)
	eventually(t, ctx, "String(window.same)", "true") // no page was loaded for it

	// The same results as the server makes.
	script := eval[string](t, ctx, `document.querySelector(".results").innerText + document.querySelector("[data-facets]").innerText`)
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=group&section=sdk-group"))
	if server := eval[string](t, ctx, `document.querySelector(".results").innerText + document.querySelector("[data-facets]").innerText`); strip(server) != strip(script) {
		t.Errorf("the server says\n%s\nthe script\n%s", server, script)
	}

	// Nothing here: said plainly, with a way back to all.
	do(t, ctx, chromedp.Navigate(base+"/en/search/"))
	eval[any](t, ctx, `history.replaceState(null, "", "?q=6017&section=sdk-group"); dispatchEvent(new PopStateEvent("popstate")); 0`)
	eventually(t, ctx, `document.querySelector(".results .nothing")?.textContent || ""`, "No result for “6017” with these filters.")
	do(t, ctx, chromedp.Click(".results [data-everywhere]"))
	eventually(t, ctx, `document.querySelector(".results .hit code")?.textContent || ""`, "6017")
}

func strip(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestNothingIsAskedWhileComposing types Japanese through an input method.
func TestNothingIsAskedWhileComposing(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate(realServer(t).URL+"/ja/"), chromedp.Click("[data-search-input]"))
	eval[any](t, ctx, `window.asked = []; const real = window.errbookAsk;
		window.errbookAsk = (query, signal) => { window.asked.push(query.q); return real(query, signal); }; 0`)
	for _, text := range []string{"ぐ", "ぐる", "ぐるー", "ぐるーぷ", "グループ"} {
		n := int64(len([]rune(text)))
		if _, err := chromedp.Call(ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: n, SelectionEnd: n}); err != nil {
			t.Fatal(err)
		}
	}
	do(t, ctx, chromedp.Sleep(500*time.Millisecond))
	if got := eval[string](t, ctx, `window.asked.join() + `+theBox+`.value`); got != "グループ" {
		t.Errorf("asked and typed while composing: %q", got)
	}
	if _, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: "グループ"}); err != nil {
		t.Fatal(err)
	}
	eventually(t, ctx, `window.asked.join()`, "グループ")
	eventually(t, ctx, isOpen, "true")
	// The Enter and the arrows of an input method are its own.
	eval[any](t, ctx, `for (const key of ["ArrowDown", "Enter", "Escape"]) `+theBox+`.dispatchEvent(
		new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, isComposing: true })); 0`)
	eventually(t, ctx, isOpen+" + "+theActive+" + location.pathname", "true/ja/")
}

func TestRecentSearches(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	kept := `JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith("errbook-recent")).flatMap(([, value]) => JSON.parse(value)))`
	for _, q := range []string{"group", "6017", "certificate", "6017", strings.Repeat("a long line of a log ", 10)} {
		do(t, ctx, chromedp.Navigate(base+"/en/"), chromedp.SendKeys("[data-search-input]", q+"\r"))
		eventually(t, ctx, "location.pathname", "/en/search/")
	}
	eventually(t, ctx, kept, `["6017","certificate","group"]`)
	do(t, ctx, chromedp.Navigate(base+"/en/im/302/"))
	press(t, ctx, "/")
	eventually(t, ctx, nOptions, "4") // three, and clear
	wantLines(t, roles(t, ctx, "group", "option"), "group Recent searches", "option 6017 (selected=false) Press Delete to remove it from the list.",
		"option Clear recent searches (")
	press(t, ctx, kb.ArrowDown, kb.ArrowDown, kb.Delete)
	eventually(t, ctx, kept, `["6017","group"]`)
	eventually(t, ctx, isOpen+" + "+theActive, "truegroup")
	do(t, ctx, chromedp.Click(`.pop .drop`))
	eventually(t, ctx, kept, `["group"]`)
	eventually(t, ctx, hasFocus, "true")
	press(t, ctx, kb.ArrowDown, kb.Enter)
	eventually(t, ctx, "location.pathname + location.search + "+theBox+".role", "/en/search/?q=groupcombobox")
	press(t, ctx, "/")
	eval[any](t, ctx, theBox+`.value = ""; 0`)
	press(t, ctx, kb.ArrowDown, kb.ArrowDown, kb.Enter) // the last option
	eventually(t, ctx, kept, `[]`)
	eventually(t, ctx, isOpen, "false")

	// A browser that refuses to keep anything.
	refuse := `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });`
	if _, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: refuse}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(base+"/en/"), chromedp.SendKeys("[data-search-input]", "6017"))
	eventually(t, ctx, `document.querySelector(".pop code")?.textContent || ""`, "6017")
	press(t, ctx, kb.ArrowDown, kb.Enter)
	eventually(t, ctx, "location.pathname", "/en/im/6017/")
}

// TestEndpointGone has the search on a plain web server without and with a search that needs none, and behind an endpoint
// that refuses.
func TestEndpointGone(t *testing.T) {
	ctx := browser(t)
	out := t.TempDir()
	buildSite(t, files, out)
	script := filepath.Join(out, "assets", "search-static.js")
	_ = os.Remove(script)
	status := http.StatusNotFound
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(out)))
	mux.HandleFunc("/api/search", func(w http.ResponseWriter, _ *http.Request) {
		if status == http.StatusBadRequest {
			w.Header().Set("Content-Type", "application/json")
		}
		w.WriteHeader(status)
		fmt.Fprint(w, `{"error":{"message":"no","hint":"no"}}`)
	})
	plain := httptest.NewServer(mux)
	defer plain.Close()
	note := `document.querySelector(".pop-note:not([hidden])")?.textContent || ""`
	open := func() {
		do(t, ctx, chromedp.Navigate(plain.URL+"/en/shop/6018/"), chromedp.SendKeys("[data-search-input]", "6018"))
	}
	open()
	eventually(t, ctx, note, "The search server is not responding.")
	eventually(t, ctx, `document.querySelector("[data-box-status]").textContent`, "The search server is not responding.")
	press(t, ctx, kb.Enter)
	eventually(t, ctx, `document.querySelector(".results .open-code a")?.getAttribute("href") || ""`, plain.URL+"/c/6018/")

	status = http.StatusBadRequest
	eval[any](t, ctx, `sessionStorage.clear(); 0`) // that there is no endpoint is remembered there
	open()
	eventually(t, ctx, note, "The search failed. Shorten the query, or try again in a moment.")

	status = http.StatusNotFound
	static := `window.errbookStatic = { ask: async ({ q, lang }) => ({ total: 1, nearest: [], query: { text: q, codes: [] }, hits: [{ catalog: "shop",
		code: "6018", section: "", section_id: "", lang, url: "/elsewhere/en/shop/6018/", title: "Found without a server", match: "exact" }] }) };`
	if err := os.WriteFile(script, []byte(static), 0o644); err != nil {
		t.Fatal(err)
	}
	open()
	eventually(t, ctx, `document.querySelector(".pop .title")?.textContent || ""`, "Found without a server")
	press(t, ctx, kb.Enter)
	eventually(t, ctx, `document.querySelector(".results .hit a")?.href || ""`, plain.URL+"/en/shop/6018/")
}
