package server

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"errbook/site"
	"errbook/site/locale/state"
)

// staleFiles is a site whose Korean text of code 1 is stale, and that of code 2 missing.
func staleFiles() fstest.MapFS {
	const text = "디스크가 꽉 찼습니다."
	records := state.Records{}
	records.Set(state.Record{ID: "1.text", Source: state.HashOf("The disk was full."), Text: state.HashOf(text), How: state.Written})
	return fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = \"en\"\nlanguages = [\"en\", \"ko\"]\n[[catalog]]\nid = \"disk\"\n" +
			"[catalog.title]\nko = \"디스크\"\n")},
		"content/disk.md": {Data: []byte("# Disk\n\n| Code | Description |\n| --- | --- |\n| 1 | The disk is full. |\n| 2 | Cannot write. |\n")},
		"i18n/disk.ko.toml": {Data: []byte("# The disk is full.\n\"1.text\" = \"" + text + "\"\n\n" +
			"# Cannot write.\n\"2.text\" = \"\"\n")},
		"i18n/state/disk.ko.tsv": {Data: records.Format()},
	}
}

// TestTranslatorsWay goes the way of a translator: see a mark, follow it to the line, edit the file, see the page change.
func TestTranslatorsWay(t *testing.T) {
	ctx := browser(t)
	dir := writeSite(t, staleFiles())
	v, again := newPreview(t, dir, "ko")
	stop, err := site.Watch(t.Context(), dir, again)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	h := httptest.NewServer(v)
	defer h.Close()
	defer v.reload.stop()

	// The bar leads from the home page to the first page on which something is to do, and from there to the next.
	do(t, ctx, chromedp.Navigate(h.URL+"/ko/"), chromedp.Click(".preview-next"))
	eventually(t, ctx, "location.pathname", "/ko/disk/1/")
	eventually(t, ctx, `document.querySelector(".preview-counts").innerText.trim()`, "업데이트 필요 1개")
	eventually(t, ctx, `getComputedStyle(document.querySelector("h1 .origin-text.is-stale")).textDecorationStyle`, "dotted")
	do(t, ctx, chromedp.Click(".preview-next"))
	eventually(t, ctx, "location.pathname", "/ko/disk/2/")
	eventually(t, ctx, `document.querySelector("h1 a.origin").querySelector("span").innerText`, "미번역")

	// The mark leads to the very line, which is in the window and not below a bar.
	do(t, ctx, chromedp.Click(".description a.origin"))
	eventually(t, ctx, "location.pathname + location.hash", "/-/source/i18n/disk.ko.toml#L5")
	eventually(t, ctx, `document.querySelector(":target code").textContent`, `"2.text" = ""`)
	eventually(t, ctx, `(() => {
		const line = document.querySelector(":target").getBoundingClientRect();
		const top = document.elementFromPoint(line.left + 100, line.top + line.height / 2);
		return String(!!top && document.querySelector(":target").contains(top));
	})()`, "true")

	// Saving the file reloads the page on which the translator looks.
	do(t, ctx, chromedp.Navigate(h.URL+"/ko/disk/2/"))
	file := filepath.Join(dir, "i18n", "disk.ko.toml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), `"2.text" = ""`, `"2.text" = "쓸 수 없습니다."`, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	eventually(t, ctx, `document.querySelector("h1 .origin-text")?.textContent || ""`, "쓸 수 없습니다.")
	eventually(t, ctx, `String(document.querySelectorAll(".is-missing").length)`, "0")
	eventually(t, ctx, `document.querySelector(".preview-counts").innerText.trim()`, "이 페이지에서 할 작업이 없습니다")
}

// TestPreviewFits opens every kind of page of a preview on a phone and a desk, and wants nothing wider than the window and
// nothing of the page hidden by the bar.
func TestPreviewFits(t *testing.T) {
	ctx := browser(t)
	v, _ := newPreview(t, writeSite(t, staleFiles()), "ko")
	h := httptest.NewServer(v)
	defer h.Close()
	defer v.reload.stop()
	for _, width := range []int64{320, 360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 800))
		for _, path := range []string{"/ko/", "/ko/disk/", "/ko/disk/1/", "/ko/disk/2/", "/en/disk/1/", "/ko/search/", "/ko/translations/",
			"/-/source/i18n/disk.ko.toml", "/-/source/i18n/none.ko.toml", "/ko/nothing/"} {
			do(t, ctx, chromedp.Navigate(h.URL+path))
			if got := eval[int64](t, ctx, "document.documentElement.scrollWidth"); got > width {
				t.Errorf("%s is %d px wide in a window of %d", path, got, width)
			}
			covered := eval[bool](t, ctx, `(() => {
				scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"});
				const bar = document.querySelector(".preview-bar").getBoundingClientRect();
				return document.querySelector(".made").getBoundingClientRect().bottom > bar.top;
			})()`)
			if covered {
				t.Errorf("%s at %d px: the bar covers the end of the page", path, width)
			}
		}
	}
}
