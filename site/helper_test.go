package site_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"errbook/site"
	"errbook/site/diag"
)

// root is the root of this repository, which is a site itself.
const root = ".."

// load reads a site; anything but warnings fails the test.
func load(t testing.TB, fsys fs.FS) *site.Site {
	t.Helper()
	s, list := site.Load(fsys, os.DirFS(root), site.Overrides{})
	for _, d := range list {
		if d.Severity == diag.Error {
			t.Error(d)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return s
}

// build builds a site into a folder.
func build(t testing.TB, s *site.Site, out string) {
	t.Helper()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
}

// realSite is the site of this repository, built once for all tests that only look at it.
var realSite = sync.OnceValues(func() (string, error) {
	out, err := os.MkdirTemp("", "errbook-site-")
	if err != nil {
		return "", err
	}
	s, _ := site.Load(os.DirFS(root), os.DirFS(root), site.Overrides{})
	_, err = s.Build(context.Background(), site.Options{Out: out})
	return out, err
})

func builtSite(t testing.TB) string {
	t.Helper()
	out, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestMain(m *testing.M) {
	status := m.Run()
	if out, err := realSite(); err == nil {
		os.RemoveAll(out)
	}
	os.Exit(status)
}

// snapshot reads every file below a folder but the state folder.
func snapshot(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".errbook" {
				return fs.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// visible is the text of an HTML page's body as a reader sees it, each run of white space as one space.
func visible(t testing.TB, name string) string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tree, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	writeVisible(&b, tree)
	return strings.Join(strings.Fields(b.String()), " ")
}

func writeVisible(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	if n.Type == html.ElementNode && (n.Data == "head" || n.Data == "script" || n.Data == "style" || n.Data == "template") {
		return
	}
	if n.Type == html.ElementNode && n.Data == "br" {
		b.WriteString(" ")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeVisible(b, c)
	}
	if n.Type == html.ElementNode && n.Data != "a" && n.Data != "code" && n.Data != "em" && n.Data != "strong" && n.Data != "span" {
		b.WriteString(" ")
	}
}
