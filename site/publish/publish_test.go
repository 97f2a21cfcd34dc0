package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// files are the files of a site, or of a folder, by path.
type files map[string]string

// build publishes a site whose files are their own inputs.
func build(t *testing.T, out string, site files) (Stats, error) {
	t.Helper()
	p, err := Open(out, false)
	if err != nil {
		return Stats{}, err
	}
	defer p.Abort()
	for path, text := range site {
		if err := p.Put(path, text, func() ([]byte, error) { return []byte(text), nil }); err != nil {
			return Stats{}, err
		}
	}
	return p.Commit()
}

func mustBuild(t *testing.T, out string, site files) Stats {
	t.Helper()
	stats, err := build(t, out, site)
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

// read returns what stands in a folder, with a slash after the name of an empty folder. The state folder is left out
// where whole is false.
func read(t *testing.T, dir string, whole bool) files {
	t.Helper()
	found := files{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == StateDir && !whole:
			return fs.SkipDir
		case d.IsDir():
			if entries, _ := os.ReadDir(name); len(entries) == 0 {
				found[rel+"/"] = ""
			}
			return nil
		}
		data, err := os.ReadFile(name)
		found[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantFiles(t *testing.T, out string, want files) {
	t.Helper()
	if diff := cmp.Diff(want, read(t, out, false)); diff != "" {
		t.Errorf("the output (-want +got):\n%s", diff)
	}
}

func TestBuildsFollowEachOther(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site", "public")
	steps := []struct {
		name    string
		site    files
		foreign files // put into the output before
		want    Stats
		left    files // foreign files after it
	}{
		{"first", files{"a": "1", "d/b": "2", "d/e/c": "3"}, nil, Stats{Written: 3}, nil},
		{"same", files{"a": "1", "d/b": "2", "d/e/c": "3"}, nil, Stats{Skipped: 3}, nil},
		{"one changes", files{"a": "1", "d/b": "22", "d/e/c": "3"}, nil, Stats{Written: 1, Skipped: 2}, nil},
		{"folders go, but for one with a foreign file", files{"a": "1"}, files{"d/mine.txt": "me"}, Stats{Skipped: 1, Removed: 2}, files{"d/mine.txt": "me"}},
		{"a lost and a changed file are made again", files{"a": "1"}, files{"a": "spoilt"}, Stats{Written: 1}, files{"d/mine.txt": "me"}},
		{"a foreign file of the same bytes is adopted", files{"a": "1", "d/mine.txt": "me"}, nil, Stats{Kept: 1, Skipped: 1}, nil},
		{"and goes with its page", files{"a": "1"}, nil, Stats{Skipped: 1, Removed: 1}, nil},
	}
	for _, s := range steps {
		for path, text := range s.foreign {
			write(t, filepath.Join(out, path), text)
		}
		got := mustBuild(t, out, s.site)
		if diff := cmp.Diff(s.want, got); diff != "" {
			t.Errorf("%s: stats (-want +got):\n%s", s.name, diff)
		}
		want := files{}
		for _, all := range []files{s.site, s.left} {
			for path, text := range all {
				want[path] = text
			}
		}
		wantFiles(t, out, want)
	}
}

func TestFailureLeavesEverythingAsItWas(t *testing.T) {
	tests := []struct {
		name   string
		before files // built before; nil: the folder is not there
		site   files
	}{
		{"new folder", nil, files{"a": "1", "d/b": "2"}},
		{"empty folder", files{}, files{"a": "1"}},
		{"built before", files{"a": "1", "gone": "2"}, files{"a": "changed", "new/c": "3"}},
	}
	for _, tt := range tests {
		parent := t.TempDir()
		out := filepath.Join(parent, "deep", "public")
		if tt.before != nil {
			if err := os.MkdirAll(out, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if len(tt.before) > 0 {
			mustBuild(t, out, tt.before)
		}
		before := read(t, parent, true)
		p, err := Open(out, false)
		if err != nil {
			t.Fatal(err)
		}
		for path, text := range tt.site {
			if err := p.Put(path, text, func() ([]byte, error) { return []byte(text), nil }); err != nil {
				t.Fatal(err)
			}
		}
		fault := errors.New("template: page:1: fault")
		if err := p.Put("z", "", func() ([]byte, error) { return nil, fault }); !errors.Is(err, fault) {
			t.Errorf("%s: Put gives %v, want the fault", tt.name, err)
		}
		p.Abort()
		p.Abort()
		if diff := cmp.Diff(before, read(t, parent, true)); diff != "" {
			t.Errorf("%s (-before +after):\n%s", tt.name, diff)
		}
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	out := t.TempDir()
	mustBuild(t, out, files{"skipped": "1", "kept": "2", "written": "3"})
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, name := range []string{"skipped", "kept", "written"} {
		if err := os.Chtimes(filepath.Join(out, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Open(out, false)
	if err != nil {
		t.Fatal(err)
	}
	p.Put("skipped", "1", func() ([]byte, error) { t.Error("made although its inputs are the same"); return nil, nil })
	p.Put("kept", "other inputs", func() ([]byte, error) { return []byte("2"), nil })
	p.Put("written", "4", func() ([]byte, error) { return []byte("4"), nil })
	stats, err := p.Commit()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Stats{Written: 1, Kept: 1, Skipped: 1}, stats); diff != "" || stats.Total() != 3 {
		t.Errorf("stats (-want +got):\n%s", diff)
	}
	for name, want := range map[string]bool{"skipped": true, "kept": true, "written": false} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.ModTime().Equal(old); got != want {
			t.Errorf("%s keeps its time: %t, want %t", name, got, want)
		}
	}
}

func TestForceMakesEveryFile(t *testing.T) {
	out := t.TempDir()
	mustBuild(t, out, files{"a": "1", "gone": "2"})
	write(t, filepath.Join(out, "a"), "9") // by hand, of the same size
	p, err := Open(out, true)
	if err != nil {
		t.Fatal(err)
	}
	p.Put("a", "1", func() ([]byte, error) { return []byte("1"), nil })
	if _, err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, out, files{"a": "1"})
}

func TestPathsOutsideAreRefused(t *testing.T) {
	out := t.TempDir()
	p, err := Open(out, false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	for _, path := range []string{"", ".", "..", "../a", "a/../../b", "/etc/a", "a//b", "a/", "./a", "a\nb", "a\x00b",
		".errbook/manifest", ".errbook", ".ERRBOOK/x"} {
		err := p.Put(path, "", func() ([]byte, error) { t.Errorf("%q is made", path); return nil, nil })
		if err == nil || !strings.Contains(err.Error(), "no path below the output folder") {
			t.Errorf("Put(%q) gives %v", path, err)
		}
	}
}

func TestOnePathOnce(t *testing.T) {
	p, err := Open(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	text := func() ([]byte, error) { return []byte("x"), nil }
	if err := p.Put("a", "x", text); err != nil {
		t.Fatal(err)
	}
	if err := p.Put("a", "y", text); err == nil || !strings.Contains(err.Error(), "two files would stand at a") {
		t.Errorf("the second Put gives %v", err)
	}
}
