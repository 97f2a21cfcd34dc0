package site_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"errbook/site"
	"errbook/site/diag"
)

// smallFiles is the small site as files in memory, to be changed by a test.
func smallFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	dir := os.DirFS(filepath.Join("testdata", "small"))
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func edit(t testing.TB, files fstest.MapFS, name, old, new string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	build(t, load(t, smallFiles(t)), one)
	build(t, load(t, smallFiles(t)), two)
	if diff := cmp.Diff(snapshot(t, one), snapshot(t, two)); diff != "" {
		t.Errorf("the second build differs (-one +two):\n%s", diff)
	}
}

func TestOneEditWritesLittle(t *testing.T) {
	out := t.TempDir()
	files := smallFiles(t)
	build(t, load(t, files), out)
	before := snapshot(t, out)
	old := time.Now().Add(-time.Hour)
	for name := range before {
		if err := os.Chtimes(filepath.Join(out, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	edit(t, files, "content/store.md", "Two parts.", "Two separate parts.")
	build(t, load(t, files), out)
	var touched []string
	for name, text := range snapshot(t, out) {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if wrote := info.ModTime().After(old.Add(time.Minute)); wrote != (before[name] != text) {
			t.Errorf("%s: written %v, changed %v", name, wrote, before[name] != text)
		} else if wrote && strings.HasPrefix(name, "en/") {
			touched = append(touched, name)
		}
	}
	slices.Sort(touched)
	// The code, its neighbours, which name it, and the catalogue.
	want := []string{"en/store/100/index.html", "en/store/E1/index.html", "en/store/a~2Fb/index.html", "en/store/a~2Fb/index.md", "en/store/index.html"}
	if diff := cmp.Diff(want, touched); diff != "" {
		t.Errorf("files written (-want +got):\n%s", diff)
	}
}

func TestRemovedCodeRemovesItsFiles(t *testing.T) {
	out := t.TempDir()
	files := smallFiles(t)
	build(t, load(t, files), out)
	if err := os.WriteFile(filepath.Join(out, "CNAME"), []byte("errors.example.com"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, out)
	edit(t, files, "content/store.md", "| E1 | Upper case. |\n", "")
	build(t, load(t, files), out)
	after := snapshot(t, out)
	var gone []string
	for name := range before {
		if _, ok := after[name]; !ok {
			gone = append(gone, name)
		}
	}
	slices.Sort(gone)
	if !slices.Contains(gone, "c/E1/index.html") || !slices.Contains(gone, "ja/store/E1/index.html") || slices.Contains(gone, "CNAME") {
		t.Errorf("gone: %v", gone)
	}
	if _, err := os.Stat(filepath.Join(out, "ja", "store", "E1")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder of the removed page is still there: %v", err)
	}
}

// TestNothingIsWrittenOnError breaks the build at its very end: a template that fails only on the pages that come last.
func TestNothingIsWrittenOnError(t *testing.T) {
	files := smallFiles(t)
	out := t.TempDir()
	build(t, load(t, files), out)
	before := snapshot(t, out)
	edit(t, files, "content/shop.md", "The card has expired.", "The card has run out.")
	files["themes/default/layouts/short.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}
<h1>{{.Short.Cod}}</h1>{{end}}`)}
	s, list := site.Load(files, os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	_, err := s.Build(context.Background(), site.Options{Out: out})
	found, ok := diag.From(err)
	if !ok || found[0].Position != diag.At("themes/default/layouts/short.html", 2, 13) {
		t.Errorf("error %v", err)
	}
	if !maps.Equal(before, snapshot(t, out)) {
		t.Error("the output changed")
	}
	fresh := filepath.Join(t.TempDir(), "public")
	if _, err := s.Build(context.Background(), site.Options{Out: fresh}); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(fresh); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a failed first build left the output folder: %v", err)
	}
}

func TestCanceledBuildWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "public")
	if _, err := load(t, smallFiles(t)).Build(ctx, site.Options{Out: out}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the output folder is there: %v", err)
	}
}

// TestThemeOverride replaces one file of the theme and leaves the rest to the one that errbook brings.
func TestThemeOverride(t *testing.T) {
	files := smallFiles(t)
	files["themes/default/assets/style.css"] = &fstest.MapFile{Data: []byte("body { color: teal }")}
	out := t.TempDir()
	build(t, load(t, files), out)
	got := snapshot(t, out)
	if got["assets/style.css"] != "body { color: teal }" || got["assets/favicon.svg"] == "" {
		t.Errorf("style %q, favicon of %d bytes", got["assets/style.css"], len(got["assets/favicon.svg"]))
	}
}
