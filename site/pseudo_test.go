package site_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"errbook/site"
	"errbook/site/locale/pseudo"
)

func pseudoSite(t testing.TB, s *site.Site) *site.Site {
	t.Helper()
	fsys, err := s.Pseudo(os.DirFS(root), pseudo.Tags())
	if err != nil {
		t.Fatal(err)
	}
	return load(t, fsys)
}

// TestPseudoKeepsTheConfiguration: what site.toml says of the documents holds in pseudo-languages too.
func TestPseudoKeepsTheConfiguration(t *testing.T) {
	for _, own := range []*site.Site{load(t, os.DirFS(root)), load(t, smallFiles(t))} {
		s := pseudoSite(t, own)
		of := func(c *site.Config) site.Config {
			copied := *c
			copied.Languages, copied.Fallback, copied.Title, copied.Catalogs = nil, nil, nil, nil
			return copied
		}
		if diff := cmp.Diff(of(own.Config), of(s.Config)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(append([]string{own.Config.Source}, pseudo.Tags()...), s.Config.Languages); diff != "" {
			t.Error(diff)
		}
		for n, c := range own.Config.Catalogs {
			if diff := cmp.Diff(c, s.Config.Catalogs[n], cmpopts.EquateEmpty(), cmpopts.IgnoreFields(site.CatalogConfig{}, "Title")); diff != "" {
				t.Error(diff)
			}
		}
		if own.Size() != s.Size() || len(own.Catalogs) != len(s.Catalogs) {
			t.Errorf("%d codes in %d catalogues, want %d in %d", s.Size(), len(s.Catalogs), own.Size(), len(own.Catalogs))
		}
	}
}

func TestPseudoIsMadeFromEnglish(t *testing.T) {
	files := smallFiles(t)
	own := load(t, files)
	s := pseudoSite(t, own)
	for _, tag := range pseudo.Tags() {
		style, _ := pseudo.Of(tag)
		l, err := s.Language(tag)
		if err != nil {
			t.Fatal(err)
		}
		e := s.Edition(l)
		english, err := own.Language("en")
		if err != nil {
			t.Fatal(err)
		}
		want := own.Edition(english).CodePage(0, 0).View.Code.Title
		got := e.CodePage(0, 0).View
		if got.Dir != l.Dir || got.Code.Title.Lang != "" {
			t.Errorf("%s: dir %s, text in %q", tag, got.Dir, got.Code.Title.Lang)
		}
		if diff := cmp.Diff(style.Plain(want.Plain), got.Code.Title.Plain); diff != "" {
			t.Error(diff)
		}
		if text, err := s.UI.Message(tag, "codes_count", new(int), map[string]any{"Count": 0}); err != nil || !strings.Contains(text, "0") || !strings.HasPrefix(text, "⟦") {
			t.Errorf("%q, %v", text, err)
		}
	}
}

// TestSiteKnowsNoPseudoLanguage: nothing of a site changes when it is built in pseudo-languages.
func TestSiteKnowsNoPseudoLanguage(t *testing.T) {
	own := load(t, smallFiles(t))
	out, other := t.TempDir(), t.TempDir()
	build(t, own, out)
	before := snapshot(t, out)
	s := pseudoSite(t, own)
	build(t, s, other)
	build(t, own, out)
	if diff := cmp.Diff(before, snapshot(t, out)); diff != "" {
		t.Error(diff)
	}
	for name, data := range before {
		if strings.Contains(name+string(data), "en-XA") || strings.Contains(name+string(data), "ar-XB") {
			t.Errorf("%s speaks of a pseudo-language", name)
		}
	}
	for _, tag := range pseudo.Tags() {
		if _, err := os.Stat(filepath.Join(other, tag, "index.html")); err != nil {
			t.Error(err)
		}
	}
	if own.BuildID() == s.BuildID() {
		t.Error("both sites have the same build id")
	}
}
