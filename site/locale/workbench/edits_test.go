package workbench

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestApplyWritesAllOrNothing has a file that somebody changed after it was read, behind one that is new.
func TestApplyWritesAllOrNothing(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "b"), []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	edits := []Edit{{Name: "a/new", After: []byte("1")}, {Name: "b", Before: []byte("old"), After: []byte("ours")}}
	if err := Apply(root, edits); !errors.Is(err, ErrMoved) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(filepath.Join(root, "a")); err == nil {
		t.Error("the new file was written")
	}
	edits[1].Before = []byte("theirs")
	if err := Apply(root, edits); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/new": "1", "b": "ours"} {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
}
