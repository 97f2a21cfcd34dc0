package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// WithFile is a file system in which one file holds something else, or is there at all: a site as it will be once that file
// is written.
func WithFile(fsys fs.FS, name string, data []byte) fs.FS { return withFile{fsys, name, data} }

type withFile struct {
	fs.FS
	name string
	data []byte
}

// Open implements fs.FS.
func (o withFile) Open(name string) (fs.File, error) {
	if name == o.name {
		return memory{o.name: o.data}.Open(name)
	}
	return o.FS.Open(name)
}

// ReadDir implements fs.ReadDirFS.
func (o withFile) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	if err != nil || name != path.Dir(o.name) {
		return list, err
	}
	list = slices.DeleteFunc(list, func(d fs.DirEntry) bool { return d.Name() == path.Base(o.name) })
	list = append(list, memory{o.name: o.data}.entries(name)...)
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}
