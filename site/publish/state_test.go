package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDamagedManifest(t *testing.T) {
	digest := strings.Repeat("0", 32)
	tests := []struct{ name, manifest string }{
		{"empty", ""},
		{"other header", "errbook manifest 0\n"},
		{"two parts", manifestHeader + "\n" + digest + " 1\n"},
		{"no number", manifestHeader + "\n" + digest + " x a\n"},
		{"short digest", manifestHeader + "\n00 1 a\n"},
		{"path that escapes", manifestHeader + "\n" + digest + " 3 ../outside\n"},
		{"path from the root", manifestHeader + "\n" + digest + " 3 /outside\n"},
		{"the folder itself", manifestHeader + "\n" + digest + " 3 .\n"},
		{"a very long line", manifestHeader + "\n" + digest + " 3 " + strings.Repeat("x", 1<<17) + "\n"},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		write(t, filepath.Join(dir, "outside"), "not ours")
		mustBuild(t, out, files{"a": "1"})
		write(t, filepath.Join(out, StateDir, manifestName), tt.manifest)
		if got := mustBuild(t, out, files{"a": "1", "b": "2"}); got != (Stats{Written: 1, Kept: 1}) {
			t.Errorf("%s: %+v, want every file looked at again", tt.name, got)
		}
		if diff := cmp.Diff(files{"outside": "not ours", "public/a": "1", "public/b": "2"}, read(t, dir, false)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestManifestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	m := newManifest()
	m.set("en/a b/index.html", entry{digest("x"), 7})
	m.set(StateDir+"/index", entry{digest("y"), 0})
	m.set("c", entry{size: -1})
	if err := m.write(filepath.Join(dir, "m"), filepath.Join(dir, "temp")); err != nil {
		t.Fatal(err)
	}
	got, err := readManifest(filepath.Join(dir, "m"))
	if err != nil || !got.equal(m) {
		t.Errorf("read %v, %v, want %v", got, err, m)
	}
}

func TestLockIsHeld(t *testing.T) {
	out := t.TempDir()
	first, err := Open(out, false)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(out, false)
	if want := fmt.Sprintf("another build is writing to this output folder (process %d); wait for it to end", os.Getpid()); !errors.Is(err, ErrLocked) || err.Error() != want {
		t.Errorf("the second Open gives %v, want %s", err, want)
	}
	if err := first.Put("a", "", func() ([]byte, error) { return []byte("1"), nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Commit(); err != nil {
		t.Errorf("the second Open spoilt the first: %v", err)
	}
	mustBuild(t, out, files{"a": "2"})
}

// TestStaleLock: a lock file without a process that holds it is no lock, even if a process of its number runs, as it
// does when a container with this output folder starts again.
func TestStaleLock(t *testing.T) {
	for _, text := range []string{"", "no number", "999999999\n", fmt.Sprintln(os.Getpid()), "1\n"} {
		out := t.TempDir()
		write(t, filepath.Join(out, StateDir, "lock"), text)
		if _, err := build(t, out, files{"a": "1"}); err != nil {
			t.Errorf("a lock file with %q: %v", text, err)
		}
		if _, err := os.Stat(filepath.Join(out, StateDir, "lock")); err == nil {
			t.Errorf("a lock file with %q is left", text)
		}
	}
}

func TestPutState(t *testing.T) {
	out := t.TempDir()
	usable := true
	put := func(inputs string, force bool, build func(dir string) error) (built bool, err error) {
		p, err := Open(out, force)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Abort()
		err = p.PutState("index", inputs, func(string) bool { return usable }, func(dir string) error {
			built = true
			return build(dir)
		})
		if err == nil {
			_, err = p.Commit()
		}
		return built, err
	}
	fill := func(text string) func(string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, "data"), []byte(text), 0o644) }
	}
	fault := errors.New("fault")
	steps := []struct {
		name, inputs  string
		usable, force bool
		build         func(string) error
		built         bool
		err           error
		want          string
	}{
		{"first", "1", true, false, fill("one"), true, nil, "one"},
		{"same inputs", "1", true, false, fill("x"), false, nil, "one"},
		{"other inputs", "2", true, false, fill("two"), true, nil, "two"},
		{"not usable", "2", false, false, fill("again"), true, nil, "again"},
		{"forced", "2", true, true, fill("forced"), true, nil, "forced"},
		{"fails", "3", true, false, func(dir string) error { return errors.Join(fill("half")(dir), fault) }, true, fault, "forced"},
		{"and is built then", "3", true, false, fill("three"), true, nil, "three"},
	}
	for _, s := range steps {
		usable = s.usable
		built, err := put(s.inputs, s.force, s.build)
		if built != s.built || !errors.Is(err, s.err) {
			t.Errorf("%s: built %t, %v, want %t, %v", s.name, built, err, s.built, s.err)
		}
		if got, _ := os.ReadFile(filepath.Join(StatePath(out, "index"), "data")); string(got) != s.want {
			t.Errorf("%s: the index holds %q, want %q", s.name, got, s.want)
		}
	}
}

// TestAfterACrash: a build that died while it renamed files left some of its files, an unfinished staging folder and a
// manifest that relies on nothing.
func TestAfterACrash(t *testing.T) {
	out := t.TempDir()
	mustBuild(t, out, files{"a": "1", "gone": "2", "d/gone": "3"})
	p, err := Open(out, false)
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range (files{"a": "11", "new": "4"}) {
		if err := p.Put(path, text, func() ([]byte, error) { return []byte(text), nil }); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(p.state, manifestName)
	if err := p.before.union(p.now).write(file, filepath.Join(p.staging, manifestName)); err != nil {
		t.Fatal(err)
	}
	if err := p.renameFiles(); err != nil {
		t.Fatal(err)
	}
	p.unlock() // as the system does when a process ends
	write(t, filepath.Join(p.staging, "5"), "left over")
	wantFiles(t, out, files{"a": "11", "new": "4", "gone": "2", "d/gone": "3"})

	stats := mustBuild(t, out, files{"a": "11", "other": "5"})
	if want := (Stats{Written: 1, Kept: 1, Removed: 3}); stats != want {
		t.Errorf("the build after the crash gives %+v, want %+v", stats, want)
	}
	wantFiles(t, out, files{"a": "11", "other": "5"})
	if _, err := os.Stat(p.staging); err == nil {
		t.Error("the staging folder is left")
	}
}

// TestCommitWritesAheadWhatItKnows: a rename that fails half way leaves a manifest that knows all files.
func TestCommitWritesAheadWhatItKnows(t *testing.T) {
	out := t.TempDir()
	mustBuild(t, out, files{"a": "1", "gone": "2"})
	p, err := Open(out, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Put("b", "3", func() ([]byte, error) { return []byte("3"), nil }); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(p.staged[0].temp); err != nil { // so that its rename fails
		t.Fatal(err)
	}
	if _, err := p.Commit(); err == nil {
		t.Fatal("the rename did not fail")
	}
	if got := mustBuild(t, out, files{"a": "1"}); got != (Stats{Kept: 1, Removed: 1}) {
		t.Errorf("the build after it gives %+v", got)
	}
	wantFiles(t, out, files{"a": "1"})
}
