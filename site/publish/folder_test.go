package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPutFolder(t *testing.T) {
	out := t.TempDir()
	run := func(inputs string, folder files) (made bool, stats Stats) {
		t.Helper()
		p, err := Open(out, false)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Abort()
		put := func(path, text string) error {
			return p.Put(path, text, func() ([]byte, error) { return []byte(text), nil })
		}
		err = p.PutFolder("data", inputs, func() error {
			made = true
			for path, text := range folder {
				if err := put(path, text); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := put("index.html", "x"); err != nil {
			t.Fatal(err)
		}
		if stats, err = p.Commit(); err != nil {
			t.Fatal(err)
		}
		return made, stats
	}
	one := files{"data/a": "1", "data/d/b": "2"}
	whole := files{"data/a": "1", "data/d/b": "2", "index.html": "x"}
	if made, stats := run("i", one); !made || stats.Written != 3 {
		t.Errorf("first: made %t, %+v", made, stats)
	}
	if made, stats := run("i", nil); made || stats.Skipped != 3 || stats.Removed != 0 {
		t.Errorf("again: made %t, %+v", made, stats)
	}
	wantFiles(t, out, whole)
	if made, _ := run("i", nil); made {
		t.Error("a third time it is made")
	}
	if err := os.Remove(filepath.Join(out, "data/d/b")); err != nil {
		t.Fatal(err)
	}
	if made, stats := run("i", one); !made || stats.Written != 1 {
		t.Errorf("with a file that is gone: made %t, %+v", made, stats)
	}
	wantFiles(t, out, whole)
	if made, stats := run("j", files{"data/a": "3"}); !made || stats.Written != 1 || stats.Removed != 1 {
		t.Errorf("with other inputs: made %t, %+v", made, stats)
	}
	wantFiles(t, out, files{"data/a": "3", "index.html": "x"})
}
