package site

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

// themeFS shows a theme as one folder: a file of the site's own themes/<name>/ hides that of the built-in theme of the
// same name, which hides that of the built-in default.
type themeFS struct{ layers []fs.FS }

func newThemeFS(site, builtin fs.FS, name string) (themeFS, error) {
	var t themeFS
	for _, layer := range []struct {
		fsys fs.FS
		dir  string
	}{{site, path.Join("themes", name)}, {builtin, path.Join("themes", name)}, {builtin, "themes/default"}} {
		if info, err := fs.Stat(layer.fsys, layer.dir); err != nil || !info.IsDir() {
			continue
		}
		sub, err := fs.Sub(layer.fsys, layer.dir)
		if err != nil {
			return t, err
		}
		t.layers = append(t.layers, sub)
	}
	return t, nil
}

// Open implements fs.FS.
func (t themeFS) Open(name string) (fs.File, error) {
	for _, layer := range t.layers {
		f, err := layer.Open(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir implements fs.ReadDirFS: the files of all layers, each name once, sorted.
func (t themeFS) ReadDir(name string) ([]fs.DirEntry, error) {
	byName := map[string]fs.DirEntry{}
	found := false
	for _, layer := range t.layers {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		for _, e := range entries {
			if _, ok := byName[e.Name()]; !ok {
				byName[e.Name()] = e
			}
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	list := make([]fs.DirEntry, 0, len(byName))
	for _, e := range byName {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int {
		if a.Name() < b.Name() {
			return -1
		}
		return 1
	})
	return list, nil
}
