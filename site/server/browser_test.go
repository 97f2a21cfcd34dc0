package server

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"errbook/site"
)

// browser starts headless Chromium. Without one on the machine the test is skipped, and fails where CI is set.
func browser(t testing.TB, flags ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no Chromium, and in CI the browser tests are to run")
		}
		t.Skip("BROWSER TESTS DO NOT RUN: there is no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("lang", "ko"), chromedp.Flag("accept-lang", "ko"))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	return ctx
}

// realServer serves the site of this repository, which is built once for all tests.
func realServer(t testing.TB) *httptest.Server {
	t.Helper()
	s, err := buildReal()
	if err != nil {
		t.Fatal(err)
	}
	return serveOut(t, s, realOut)
}

var realOut string // where buildReal put the site

var buildReal = sync.OnceValues(func() (*site.Site, error) {
	s, list := site.Load(os.DirFS("../.."), os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		return nil, fmt.Errorf("the site has errors: %v", list)
	}
	var err error
	if realOut, err = os.MkdirTemp("", "errbook-server-test-"); err != nil {
		return nil, err
	}
	_, err = s.Build(context.Background(), site.Options{Out: realOut})
	return s, err
})

func TestMain(m *testing.M) {
	status := m.Run()
	if realOut != "" {
		_ = os.RemoveAll(realOut) // what may be left lies where such things are cleared away
	}
	os.Exit(status)
}

// serveBuilt builds a site and serves it.
func serveBuilt(t testing.TB, s *site.Site) *httptest.Server {
	t.Helper()
	out := t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	return serveOut(t, s, out)
}

func serveOut(t testing.TB, s *site.Site, out string) *httptest.Server {
	t.Helper()
	v, err := New(s, out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	h := httptest.NewServer(v)
	t.Cleanup(h.Close)
	return h
}

func do(t testing.TB, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t testing.TB, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// eventually waits until an expression gives what is wanted.
func eventually(t testing.TB, ctx context.Context, js, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		v, err := chromedp.Run(ctx, chromedp.Evaluate[string](js))
		if got = v; err == nil && got == want {
			return
		}
	}
	t.Errorf("%s gives %q, want %q", js, got, want)
}

// TestNoPageScrollsSideways opens every kind of page in every language, light and dark, on a phone and a desk, and wants no
// word from the console and nothing wider than the window.
func TestNoPageScrollsSideways(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	entries := chromedp.Events(ctx, cdplog.EntryAdded)
	done := make(chan []string)
	go func() {
		var said []string
		for e, err := range entries {
			if err != nil {
				break
			}
			// The one thing that is to fail: the address that is not there.
			if strings.Contains(e.Entry.URL, "/c/131000") {
				continue
			}
			said = append(said, fmt.Sprintf("%s: %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL))
		}
		done <- said
	}()
	paths := []string{"/?stay", "/c/6017/?stay", "/c/131000"}
	for _, lang := range []string{"ja", "en", "zh-Hans", "ko"} {
		paths = append(paths, "/"+lang+"/", "/"+lang+"/im/", "/"+lang+"/im/6206/", "/"+lang+"/im/10003/",
			"/"+lang+"/im/120001-130000/", "/"+lang+"/search/?q=UserSig", "/"+lang+"/integrations/", "/"+lang+"/ticket/", "/"+lang+"/im/404404/")
	}
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		for _, scheme := range []string{"light", "dark"} {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
				t.Fatal(err)
			}
			for _, path := range paths {
				do(t, ctx, chromedp.Navigate(base+path))
				if got := eval[int64](t, ctx, "document.documentElement.scrollWidth"); got > width {
					t.Errorf("%s in %s is %d px wide in a window of %d", path, scheme, got, width)
				}
				dark := eval[string](t, ctx, "getComputedStyle(document.body).backgroundColor")
				if isDark(t, dark) != (scheme == "dark") {
					t.Errorf("%s in %s has the background %s", path, scheme, dark)
				}
			}
		}
	}
	_ = chromedp.Cancel(ctx)
	for _, s := range <-done {
		if !strings.Contains(s, "404404") {
			t.Errorf("the console says %s", s)
		}
	}
}

func isDark(t *testing.T, color string) bool {
	t.Helper()
	var r, g, b int
	if _, err := fmt.Sscanf(color, "rgb(%d, %d, %d)", &r, &g, &b); err != nil {
		t.Fatalf("%q: %v", color, err)
	}
	return r+g+b < 384
}

func TestSearchPage(t *testing.T) {
	ctx := browser(t)
	base := realServer(t).URL
	do(t, ctx, chromedp.Navigate(base+"/en/search/"))
	do(t, ctx, chromedp.KeyEvent("/"))
	eventually(t, ctx, "document.activeElement.name || ''", "q")
	first := `document.querySelector("[data-results] a")?.getAttribute("href") || ""`
	for query, want := range map[string]string{
		"６０１７":                             "en/im/6017/",
		"code=-302 at 2026-01-02 10:00:00": "en/im/-302/",
		"125000":                           "en/im/120001-130000/",
		"期限切れ UserSig":                     "en/im/6206/",
	} {
		do(t, ctx, chromedp.Navigate(base+"/en/search/"))
		do(t, ctx, chromedp.SendKeys(`main input[name="q"]`, query), chromedp.KeyEvent(kb.Enter))
		eventually(t, ctx, `(`+first+`).replace(/^.*?(?=en\/)/, "")`, want)
		eventually(t, ctx, `new URLSearchParams(location.search).get("q") || ""`, query)
	}
	// A number that is no code brings up no other text, only the codes that look like it.
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=131000"))
	eventually(t, ctx, `String(!!document.querySelector("[data-results] .nothing"))`, "true")
	eventually(t, ctx, `String(document.querySelectorAll("[data-results] .hits li").length)`, "0")
	eventually(t, ctx, `String(document.querySelectorAll("[data-results] .nearest a").length > 0)`, "true")
}

// TestCopyOnPlainHTTP copies the permanent link where the clipboard API is not to be had: on plain HTTP under a name.
func TestCopyOnPlainHTTP(t *testing.T) {
	ctx := browser(t, chromedp.Flag("host-resolver-rules", "MAP intranet.test 127.0.0.1"))
	_, port, err := net.SplitHostPort(strings.TrimPrefix(realServer(t).URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	base := "http://intranet.test:" + port
	do(t, ctx, chromedp.Navigate(base+"/ja/im/6017/"))
	if eval[bool](t, ctx, "window.isSecureContext") {
		t.Fatal("the page is a secure context, which proves nothing")
	}
	eval[any](t, ctx, `document.addEventListener("copy", () => {
		const box = document.activeElement;
		window.copied = box.value ? box.value.substring(box.selectionStart, box.selectionEnd) : String(getSelection());
	}); 0`)
	do(t, ctx, chromedp.Click(`[data-copy="link"]`))
	eventually(t, ctx, `window.copied || ""`, base+"/c/6017")
	eventually(t, ctx, `document.querySelector("[data-copy-status]").textContent.trim() ? "said" : "silent"`, "said")
	eventually(t, ctx, `document.querySelector("[data-permalink-link]").textContent`, base+"/c/6017")
}

// TestPlainWebServer serves the output by a server that knows nothing of errbook.
func TestPlainWebServer(t *testing.T) {
	ctx := browser(t)
	out := t.TempDir()
	buildSite(t, files, out)
	plain := httptest.NewServer(http.StripPrefix("/some/where", http.FileServer(http.Dir(out))))
	defer plain.Close()
	base := plain.URL + "/some/where"

	// A short link goes on to the reader's language where the site has it, and stays where it is told to. This reader's
	// is Korean, which the site lacks.
	do(t, ctx, chromedp.Navigate(base+"/c/6018"))
	eventually(t, ctx, "location.pathname", "/some/where/c/6018/")
	params := emulation.SetUserAgentOverrideParams{UserAgent: "errbook test", AcceptLanguage: "zh-CN,en"}
	if _, err := chromedp.Call(ctx, emulation.SetUserAgentOverride, params); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(base+"/c/6018"))
	eventually(t, ctx, "location.pathname", "/some/where/zh-Hans/shop/6018/")
	do(t, ctx, chromedp.Navigate(base+"/c/6018/?stay"), chromedp.Sleep(300*time.Millisecond))
	eventually(t, ctx, "location.pathname", "/some/where/c/6018/")
	do(t, ctx, chromedp.Navigate(base+"/c/6017"), chromedp.Sleep(300*time.Millisecond))
	eventually(t, ctx, "location.pathname", "/some/where/c/6017/") // in two catalogues

	// The switcher stays on the page.
	do(t, ctx, chromedp.Navigate(base+"/en/shop/6018/"))
	eval[any](t, ctx, `document.querySelector('header a[hreflang="ja"], header a[lang="ja"]').click(); 0`)
	eventually(t, ctx, "location.pathname", "/some/where/ja/shop/6018/")

	// The search answers from the files, and says where there are none.
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=certificate"))
	eventually(t, ctx, `document.querySelector("[data-results] .hits a")?.pathname || ""`, "/some/where/en/shop/6018/")
	if err := os.Remove(filepath.Join(out, "search", "index.json")); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(base+"/en/search/?q=certificates"))
	eventually(t, ctx, `String(!!document.querySelector("[data-results] .tone-warning"))`, "true")
}

func TestBrowserReloadsOnChange(t *testing.T) {
	ctx := browser(t)
	v, out := newServer(t, true)
	h := httptest.NewServer(v)
	defer h.Close()
	defer v.reload.stop() // before Close, which waits for the browser's open stream
	do(t, ctx, chromedp.Navigate(h.URL+"/en/shop/6018/"))
	eventually(t, ctx, `document.querySelector("h1 .title").textContent`, "The certificate has expired.")
	changed := copyFiles(files)
	changed["i18n/shop.en.toml"].Data = []byte(`"6018.text" = "The certificate ran out."`)
	if err := v.Swap(buildSite(t, changed, out)); err != nil {
		t.Fatal(err)
	}
	eventually(t, ctx, `document.querySelector("h1 .title").textContent`, "The certificate ran out.")
}
