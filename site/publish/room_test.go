package publish

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFilesAndFoldersMakeRoom(t *testing.T) {
	tests := []struct {
		name    string
		before  files
		foreign files
		site    files
		blocked bool
	}{
		{"a file becomes a folder", files{"a": "1", "x": "0"}, nil, files{"a/b/c": "2", "x": "0"}, false},
		{"a folder becomes a file", files{"a/b/c": "1", "a/d": "2"}, nil, files{"a": "3"}, false},
		{"both at once", files{"a": "1", "b/c": "2"}, nil, files{"a/c": "3", "b": "4"}, false},
		{"an empty folder is in the way", nil, files{"a/b/": ""}, files{"a": "1"}, false},
		{"a foreign file where a folder has to come", files{"x": "0"}, files{"a": "mine"}, files{"a/b": "1", "x": "1"}, true},
		{"a foreign file deep in a folder where a file has to come", files{"a/b": "1", "x": "0"}, files{"a/d/mine": "me"}, files{"a": "2", "x": "1"}, true},
		{"the site itself has a file and a folder of one name", files{"x": "0"}, nil, files{"a": "1", "a/b": "2", "x": "1"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := t.TempDir()
			if len(tt.before) > 0 {
				mustBuild(t, out, tt.before)
			}
			for path, text := range tt.foreign {
				if strings.HasSuffix(path, "/") {
					if err := os.MkdirAll(filepath.Join(out, path), 0o755); err != nil {
						t.Fatal(err)
					}
					continue
				}
				write(t, filepath.Join(out, path), text)
			}
			before := read(t, out, false)
			_, err := build(t, out, tt.site)
			if (err != nil) != tt.blocked {
				t.Fatalf("the build gives %v, want an error: %t", err, tt.blocked)
			}
			if tt.blocked {
				wantFiles(t, out, before)
			} else {
				wantFiles(t, out, tt.site)
				if got := mustBuild(t, out, tt.site); got.Skipped != len(tt.site) {
					t.Errorf("the build after it gives %+v, want all skipped", got)
				}
			}
		})
	}
}

func TestForeignThingsInTheWayAreNamed(t *testing.T) {
	out := t.TempDir()
	write(t, filepath.Join(out, "en"), "mine")
	_, err := build(t, out, files{"en/index.html": "1"})
	if !errors.Is(err, ErrInTheWay) {
		t.Fatalf("got %v, want ErrInTheWay", err)
	}
	if diff := cmp.Diff("make a folder "+filepath.Join(out, "en")+": "+ErrInTheWay.Error(), err.Error()); diff != "" {
		t.Errorf("message (-want +got):\n%s", diff)
	}
}

func TestDeadLinkIsInTheWay(t *testing.T) {
	out := t.TempDir()
	if err := os.Symlink(filepath.Join(out, "nowhere"), filepath.Join(out, "en")); err != nil {
		if runtime.GOOS == "windows" { // where making one needs a privilege
			t.Skip(err)
		}
		t.Fatal(err)
	}
	if _, err := build(t, out, files{"en/index.html": "1"}); !errors.Is(err, ErrInTheWay) {
		t.Errorf("got %v, want ErrInTheWay", err)
	}
}

func TestUnwritableOutput(t *testing.T) {
	for _, in := range []string{".", "public", "public/.errbook"} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, in, "x"), "")
		if err := os.RemoveAll(filepath.Join(dir, in)); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, in), "a file where a folder should be")
		before, _ := os.ReadFile(filepath.Join(dir, in))
		if _, err := Open(filepath.Join(dir, "public"), false); err == nil {
			t.Errorf("%s is a file, and Open says nothing", in)
		}
		if after, _ := os.ReadFile(filepath.Join(dir, in)); string(before) != string(after) {
			t.Errorf("%s: %q became %q", in, before, after)
		}
	}
}
