package server

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"

	"errbook/site"
	"errbook/site/page"
)

// writeSite puts files into a new folder.
func writeSite(t *testing.T, files fstest.MapFS) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, f := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// newPreview serves the preview of a site in a folder; again builds it anew.
func newPreview(t *testing.T, dir, lang string) (v *Server, again func()) {
	t.Helper()
	out := t.TempDir()
	build := func() *site.Site {
		s, list := site.Load(os.DirFS(dir), os.DirFS("../.."), site.Overrides{Preview: &page.Preview{Lang: lang, Root: dir}})
		if list.HasErrors() {
			t.Error(list)
		}
		if _, err := s.Build(t.Context(), site.Options{Out: out}); err != nil {
			t.Error(err)
		}
		return s
	}
	v, err := NewPreview(build(), out, dir, quietLog())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return v, func() {
		if err := v.Swap(build()); err != nil {
			t.Error(err)
		}
	}
}

func TestSourcePage(t *testing.T) {
	dir := writeSite(t, files)
	text := "\ufeff# 注釈 <script>\r\n\"6018.text\" = \"The certificate has expired.\"\n\xff\n"
	if err := os.WriteFile(filepath.Join(dir, "i18n", "shop.en.toml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	v, _ := newPreview(t, dir, "en")
	for _, path := range []string{"/-/source/i18n/shop.en.toml", "/errors/-/source/i18n/shop.en.toml"} {
		res := get(v, path, "")
		doc, err := goquery.NewDocumentFromReader(res.Body)
		if err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d, %v", path, res.StatusCode, err)
		}
		if got := res.Header.Get("X-Robots-Tag"); !strings.Contains(got, "noindex") {
			t.Errorf("robots %q", got)
		}
		lines := doc.Find(".lines code").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
		if want := []string{"# 注釈 <script>", `"6018.text" = "The certificate has expired."`, "\uFFFD"}; strings.Join(lines, "|") != strings.Join(want, "|") {
			t.Errorf("%s: lines %q", path, lines)
		}
		if got := doc.Find(`#L2 > a[href="#L2"]`).Text(); got != "2" {
			t.Errorf("the second line has the number %q", got)
		}
		if doc.Find("h1").Text() != "i18n/shop.en.toml" || doc.Find(".preview-bar").Length() != 1 {
			t.Errorf("%s is headed %q", path, doc.Find("h1").Text())
		}
	}
	if res := get(v, "/-/source/content/shop.md", ""); res.StatusCode != http.StatusOK {
		t.Errorf("a document: %d", res.StatusCode)
	}
	none := get(v, "/-/source/i18n/pay.en.toml", "")
	doc, err := goquery.NewDocumentFromReader(none.Body)
	if err != nil || none.StatusCode != http.StatusNotFound || !strings.Contains(doc.Find("main").Text(), "errbook i18n sync") {
		t.Errorf("a file that is not there yet: %d, %q", none.StatusCode, doc.Find("main").Text())
	}
}

// TestSourceShowsNothingElse asks for files that are none of those that people edit.
func TestSourceShowsNothingElse(t *testing.T) {
	dir := writeSite(t, files)
	v, _ := newPreview(t, dir, "en")
	const secret = "the secret of this test"
	outside := filepath.Join(t.TempDir(), "outside.toml")
	for _, name := range []string{outside, filepath.Join(dir, "secret.toml"), filepath.Join(dir, "i18n", ".secret.toml"), filepath.Join(dir, "content", ".git", "config")} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(secret), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"i18n/out.toml": outside, "i18n/up.toml": "../secret.toml", "content/away": filepath.Dir(outside)} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			if runtime.GOOS == "windows" { // where making one needs a privilege
				t.Skip(err)
			}
			t.Fatal(err)
		}
	}
	if err := exec.Command("mkfifo", filepath.Join(dir, "i18n", "pipe.toml")).Run(); err != nil {
		t.Log("no pipe to be opened:", err)
	}
	for _, name := range []string{
		"secret.toml", "i18n/../secret.toml", "i18n/..%2Fsecret.toml", "i18n/%2e%2e/secret.toml", "i18n%2F..%2Fsecret.toml",
		"i18n/..%5Csecret.toml", "../secret.toml", "..%2fsecret.toml", "%2Fetc%2Fpasswd", "/etc/passwd", "i18n//etc/passwd",
		"i18n/.secret.toml", "content/.git/config", "i18n/out.toml", "i18n/up.toml", "content/away/outside.toml", "i18n/pipe.toml",
		"i18n/", "i18n", "content", "", "i18n/%00", "i18n/shop.en.toml/", "i18n/shop.en.toml%00.md", "themes/x.css", "public/index.html",
		"content/none.md", "I18N/secret.toml",
	} {
		res := get(v, "/-/source/"+name, "")
		for range 3 { // an address that is not clean is redirected to the one that is
			if res.StatusCode != http.StatusTemporaryRedirect && res.StatusCode != http.StatusMovedPermanently && res.StatusCode != http.StatusFound {
				break
			}
			res = get(v, res.Header.Get("Location"), "")
		}
		text, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if res.StatusCode != http.StatusNotFound || bytes.Contains(text, []byte(secret)) || bytes.Contains(text, []byte("root:")) {
			t.Errorf("%q: %d, %.80q", name, res.StatusCode, text)
		}
	}
	if res := get(v, "/-/source/i18n/shop.en.toml", ""); res.StatusCode != http.StatusOK {
		t.Errorf("the file that is to be shown: %d", res.StatusCode)
	}
}

func TestNoSourcesWithoutPreview(t *testing.T) {
	v, _ := newServer(t, true)
	if res := get(v, "/-/source/i18n/shop.en.toml", ""); res.StatusCode != http.StatusNotFound || res.Header.Get("X-Robots-Tag") != "" {
		t.Errorf("%d", res.StatusCode)
	}
}

// FuzzSourceName holds that no name leads to a file outside the folders that are shown.
func FuzzSourceName(f *testing.F) {
	dir := f.TempDir()
	for name, text := range map[string]string{"secret": "secret", "i18n/a.toml": "shown", "content/b.md": "shown", "i18n/.c": "secret"} {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			f.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			f.Fatal(err)
		}
	}
	for _, name := range []string{"i18n/a.toml", "content/../secret", "i18n/.c", "", "/", "i18n/./../secret", `i18n\..\secret`} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if text, err := readSource(dir, name); err == nil && (text != "shown" || !fs.ValidPath(name)) {
			t.Errorf("%q shows %q", name, text)
		}
	})
}
