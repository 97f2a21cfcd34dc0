package search

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
)

// files reads every file below dir.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		m[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestBuildIsDeterministic(t *testing.T) {
	for _, n := range []int{1, 420, 2*batchSize + 1} {
		one := files(t, build(t, generated(n)))
		two := files(t, build(t, generated(n)))
		for name := range one {
			if one[name] != two[name] {
				t.Errorf("%d documents: %s differs", n, name)
			}
		}
		want := []string{"codes.jsonl", "manifest.json", "pages.jsonl", "text/index_meta.json", "text/store/000000000002.zap", "text/store/root.bolt", "words.json"}
		var names []string
		for name := range two {
			names = append(names, name)
		}
		slices.Sort(names)
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("%d documents (-want +got):\n%s", n, diff)
		}
	}
}

func TestBuildNothing(t *testing.T) {
	x := open(t, slices.Values([]Document(nil)))
	for _, text := range []string{"", "6017", "parameter"} {
		got, err := x.Search(context.Background(), Query{Text: text})
		if err != nil || len(got.Hits) > 0 || got.Hits == nil || got.Nearest == nil {
			t.Errorf("Search(%q) = %+v, %v", text, got, err)
		}
	}
	if x.Build() != "b1" || x.Codes().Len() != 0 {
		t.Errorf("build %q, %d codes", x.Build(), x.Codes().Len())
	}
}

func TestBuildRefuses(t *testing.T) {
	ok := doc("1", "s", text("ja", "s", "x"))
	tests := []struct {
		name  string
		langs []Language
		docs  []Document
		want  string
	}{
		{"twice", languages, []Document{ok, ok}, "im/1 is there twice"},
		{"no code", languages, []Document{doc("", "s")}, `a document of catalogue "im" has no code`},
		{"catalogue", languages, []Document{{Catalog: "a/b", Code: codes.Code{Text: "1"}}}, `"a/b" is no catalogue id`},
		{"range", languages, []Document{{Catalog: "a", Code: codes.Code{Text: "2-1", Range: true, Lo: 2, Hi: 1}}}, "ends before it begins"},
		{"text", languages, []Document{doc("1", "s", text("fr", "s", "x"))}, `text in "fr"`},
		{"languages", []Language{{Tag: "ja"}, {Tag: "ja"}}, nil, `language "ja" is empty or there twice`},
		{"fallback", []Language{{Tag: "ja", Fallback: []string{"en"}}}, nil, `falls back to "en"`},
	}
	for _, test := range tests {
		dir := filepath.Join(t.TempDir(), "index")
		err := Build(context.Background(), dir, Options{Build: "b", Languages: test.langs}, slices.Values(test.docs))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.name, err, test.want)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNoIndex) {
			t.Errorf("%s: Open: %v", test.name, err)
		}
	}
}

func TestBuildNeedsAnEmptyFolder(t *testing.T) {
	dir := build(t, slices.Values(fixture()))
	err := Build(context.Background(), dir, Options{Build: "b", Languages: languages}, slices.Values(fixture()))
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Build(ctx, t.TempDir(), Options{Build: "b", Languages: languages}, slices.Values(fixture())); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	edit := func(name string, change func([]byte) []byte) func(string) error {
		return func(dir string) error {
			path := filepath.Join(dir, name)
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, change(data), 0o644)
		}
	}
	flip := func(b []byte) []byte { b[len(b)/2] ^= 1; return b }
	half := func(b []byte) []byte { return b[:len(b)/2] }
	tests := []struct {
		name  string
		spoil func(dir string) error
		want  error
	}{
		{"no manifest", func(dir string) error { return os.Remove(filepath.Join(dir, manifestFile)) }, ErrNoIndex},
		{"no folder", os.RemoveAll, ErrNoIndex},
		{"flipped segment", edit("text/store/"+segmentFile, flip), ErrCorrupt},
		{"short segment", edit("text/store/"+segmentFile, half), ErrCorrupt},
		{"flipped root", edit("text/store/"+rootFile, flip), ErrCorrupt},
		{"flipped pages", edit(pagesFile, flip), ErrCorrupt},
		{"short codes", edit(codesFile, half), ErrCorrupt},
		{"short manifest", edit(manifestFile, half), ErrCorrupt},
		{"flipped words", edit(lexiconFile, flip), ErrCorrupt},
		{"missing pages", func(dir string) error { return os.Remove(filepath.Join(dir, pagesFile)) }, ErrCorrupt},
		{"other version", edit(manifestFile, func(b []byte) []byte {
			return []byte(strings.Replace(string(b), fmt.Sprintf(`"format": %d`, formatVersion), `"format": 99`, 1))
		}), ErrMismatch},
		{"other zap", edit(manifestFile, func(b []byte) []byte {
			return []byte(strings.Replace(string(b), fmt.Sprintf(`"zap": %d`, zapVersion), `"zap": 17`, 1))
		}), ErrMismatch},
		{"a language twice", edit(manifestFile, func(b []byte) []byte {
			return []byte(strings.Replace(string(b), `"tag": "en"`, `"tag": "ja"`, 1))
		}), ErrCorrupt},
		{"a file without a sum", edit(manifestFile, func(b []byte) []byte {
			var m manifest
			if json.Unmarshal(b, &m) == nil {
				m.Files = slices.DeleteFunc(m.Files, func(f fileSum) bool { return f.Name == "text/store/"+segmentFile })
			}
			b, _ = json.Marshal(m) // it was one
			return b
		}), ErrCorrupt},
		{"file outside", edit(manifestFile, func(b []byte) []byte {
			return []byte(strings.Replace(string(b), codesFile, "../"+codesFile, 1))
		}), ErrCorrupt},
	}
	for _, test := range tests {
		dir := build(t, slices.Values(fixture()))
		if err := test.spoil(dir); err != nil {
			t.Fatal(err)
		}
		x, err := Open(dir)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", test.name, err, test.want)
		}
		if err == nil {
			_ = x.Close()
		}
	}
}

// TestManifestSaysVersions reads what a person would who wonders why an index is refused.
func TestManifestSaysVersions(t *testing.T) {
	m, err := readManifest(build(t, slices.Values(fixture())))
	if err != nil || m.Format != formatVersion || m.Zap != zapVersion || m.Bleve != bleveVersion() {
		t.Errorf("%+v, %v", m, err)
	}
	if v := bleveVersion(); v != "" && !strings.HasPrefix(v, "v2.") {
		t.Errorf("bleve %q", v)
	}
	dir := build(t, slices.Values(fixture()))
	data := strings.Replace(files(t, dir)[manifestFile], fmt.Sprintf(`"format": %d`, formatVersion), `"format": 99`, 1)
	if err := os.WriteFile(filepath.Join(dir, manifestFile), []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = Open(dir)
	if want := fmt.Sprintf("format 99 with zap %d, this program reads format %d", zapVersion, formatVersion); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q in it", err, want)
	}
}

func TestDocument(t *testing.T) {
	x := openFixture(t)
	for i, want := range fixture() {
		got, err := x.Document(i)
		want.Code.Catalog = want.Catalog
		want.Code.Aliases = want.Symbols
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("document %d: %v (-want +got):\n%s", i, err, diff)
		}
	}
}
