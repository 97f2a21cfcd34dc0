package workbench

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Edit is what a file is to become. Before is what it held when it was read, nil where it was not there; After is nil where
// it is to go.
type Edit struct {
	Name          string // below the root of the site, with slashes
	Before, After []byte
}

// Changed tells whether the edit changes anything.
func (e Edit) Changed() bool {
	return (e.Before == nil) != (e.After == nil) || !bytes.Equal(e.Before, e.After)
}

// ErrMoved: a file changed between reading and writing.
var ErrMoved = errors.New("the file was changed in the meantime; nothing of that change is lost: run the command again")

// Apply writes the edits that change something, in their order, each file whole: a new file is written beside the old one,
// made durable, and put in its place. Where somebody changed one of the files since it was read, nothing is written; it stops
// at one that cannot be written. Whatever it was interrupted in, the next sync goes on from there.
func Apply(root string, edits []Edit) error {
	for _, e := range edits {
		if e.Changed() {
			if err := e.unmoved(root); err != nil {
				return err
			}
		}
	}
	for _, e := range edits {
		if !e.Changed() {
			continue
		}
		if err := e.unmoved(root); err != nil { // again, for the time that the others took
			return err
		}
		if err := replace(e.path(root), e.After); err != nil {
			return err
		}
	}
	return nil
}

func (e Edit) path(root string) string { return filepath.Join(root, filepath.FromSlash(e.Name)) }

// unmoved is an error where the file holds something else than what was read.
func (e Edit) unmoved(root string) error {
	now, err := os.ReadFile(e.path(root))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil && now == nil {
		now = []byte{}
	}
	if (now == nil) != (e.Before == nil) || !bytes.Equal(now, e.Before) {
		return fmt.Errorf("%s: %w", e.Name, ErrMoved)
	}
	return nil
}

// replace puts new bytes in a file's place, or takes it away.
func replace(name string, data []byte) error {
	if data == nil {
		return os.Remove(name)
	}
	target, mode := name, fs.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		target = real
		if info, err := os.Stat(real); err == nil {
			mode = info.Mode().Perm()
		}
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), target)
}
