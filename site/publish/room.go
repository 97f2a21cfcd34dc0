package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// ErrInTheWay: where the site needs a file there is a folder with files of someone else, or the other way round.
var ErrInTheWay = errors.New("what stands there is no work of a build; move it elsewhere")

// room is what has to give way before the staged files can be renamed into place.
type room struct {
	files   map[string]bool // staged paths
	folders map[string]bool // folders above them
}

func (p *Publisher) newRoom() room {
	r := room{map[string]bool{}, map[string]bool{}}
	for _, s := range p.staged {
		r.files[s.path] = true
		for dir := path.Dir(s.path); dir != "." && !r.folders[dir]; dir = path.Dir(dir) {
			r.folders[dir] = true
		}
	}
	return r
}

// needs tells whether a file has to go before the staged ones can come: one stands above it, or it above one.
func (r room) needs(file string) bool {
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if r.files[dir] {
			return true
		}
	}
	return r.folders[file]
}

// check makes sure that every staged file can be renamed into place once files of pages that are gone have made room. It
// changes nothing.
func (p *Publisher) check(r room) error {
	for _, dir := range slices.Sorted(maps.Keys(r.folders)) {
		if err := p.checkFolder(dir); err != nil {
			return err
		}
	}
	for _, file := range slices.Sorted(maps.Keys(r.files)) {
		if err := p.checkFile(file); err != nil {
			return err
		}
	}
	return nil
}

// checkFolder makes sure that no file stands, or is to stand, where a folder has to come.
func (p *Publisher) checkFolder(dir string) error {
	if _, both := p.now.get(dir); both {
		return fmt.Errorf("publish: %s would be a file and a folder", dir)
	}
	name := p.name(dir)
	if _, err := os.Lstat(name); err != nil || p.isGone(dir) {
		return nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return &fs.PathError{Op: "make a folder", Path: name, Err: ErrInTheWay}
	}
	return nil
}

// checkFile makes sure that what stands where a file has to come is a file, or a folder in which nothing will be left.
func (p *Publisher) checkFile(file string) error {
	if info, err := os.Lstat(p.name(file)); err != nil || !info.IsDir() {
		return nil
	}
	return filepath.WalkDir(p.name(file), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(p.out, name)
		if err != nil || !p.isGone(filepath.ToSlash(rel)) {
			return &fs.PathError{Op: "write a file over a folder with", Path: name, Err: ErrInTheWay}
		}
		return nil
	})
}

// isGone tells whether the build before made a file and this one does not.
func (p *Publisher) isGone(file string) bool {
	_, was := p.before.get(file)
	_, is := p.now.get(file)
	return was && !is
}

// clearFolder removes a folder that holds nothing but empty folders; it does nothing where there is no folder.
func clearFolder(name string) error {
	var dirs []string
	err := filepath.WalkDir(name, func(dir string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			dirs = append(dirs, dir)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, dir := range slices.Backward(dirs) {
		if err := os.Remove(dir); err != nil {
			return err
		}
	}
	return nil
}
