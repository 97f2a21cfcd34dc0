// Package publish writes a build's files into the output folder, all of them or none.
//
// A file that must change is first written whole into a staging folder inside the output folder, on the same file system.
// Only when everything has been made are the staged files renamed into place, and files of pages that are gone removed.
// Whatever fails before that leaves the output as it was. A file whose bytes would be the same is not touched, so its
// modification time stays, and a page whose inputs are those of the build before is not even made.
//
// What the publisher knows of the build before stands in the manifest, in the state folder <out>/.errbook, beside the
// search index. A server never serves that folder. Files in the output folder that no build made are left alone.
//
// If the process dies while files are being renamed, each file is whole, old or new. Before the first rename the manifest is
// replaced by one that knows every file of the build before and of this one, and relies on none: so the next build looks at
// each again and still removes those whose pages are gone.
//
// Where a file has to come and a folder stands, or the other way round, what the build before made there makes room. What
// nobody but a person can have put there stops the build before anything is changed.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
)

// StateDir is the name of the state folder in the output folder.
const StateDir = ".errbook"

// Publisher is one build's way to the output folder. Put may be called by many goroutines; Commit or Abort ends it.
type Publisher struct {
	out     string
	made    []string // folders that were not there before, the outermost first
	state   string
	staging string
	unlock  func()
	before  *manifest
	next    atomic.Int64 // number of the next staged file

	mu     sync.Mutex
	staged []stagedFile
	now    *manifest
	stats  Stats
	dirs   []stagedDir
}

type stagedFile struct{ temp, path string }

type stagedDir struct{ temp, name string }

// Stats counts what a build did to the output.
type Stats struct {
	Written int // files whose bytes changed
	Kept    int // files made again with the same bytes
	Skipped int // files whose inputs did not change
	Removed int // files of pages that are gone
}

// Total is the number of files that the site has.
func (s Stats) Total() int { return s.Written + s.Kept + s.Skipped }

// Open starts a build into a folder, which is made if it is not there. It fails where the folder cannot be written, or
// another build is writing there. With force, what the build before left is not relied on: every file is made again.
func Open(out string, force bool) (*Publisher, error) {
	out = filepath.Clean(out)
	state := filepath.Join(out, StateDir)
	p := &Publisher{out: out, made: missingFolders(state), state: state, staging: filepath.Join(state, "staging"), now: newManifest()}
	if err := os.MkdirAll(state, 0o755); err != nil {
		p.removeMade()
		return nil, err
	}
	unlock, err := lock(filepath.Join(state, "lock"))
	if err != nil {
		return nil, err
	}
	p.unlock = unlock
	if err := p.emptyStaging(); err != nil {
		p.Abort()
		return nil, err
	}
	if p.before, err = readManifest(filepath.Join(state, manifestName)); err != nil {
		p.before = newManifest()
	}
	if force {
		p.before.forget()
	}
	return p, nil
}

// emptyStaging makes the staging folder, without what a build that died left in it.
func (p *Publisher) emptyStaging() error {
	if err := os.RemoveAll(p.staging); err != nil {
		return err
	}
	return os.Mkdir(p.staging, 0o755)
}

// missingFolders lists the folders that MkdirAll would make, the outermost first.
func missingFolders(dir string) (missing []string) {
	for {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return missing
		}
		missing = slices.Insert(missing, 0, dir)
		if filepath.Dir(dir) == dir {
			return missing
		}
		dir = filepath.Dir(dir)
	}
}

// removeMade removes the folders that this build made, as far as they are empty.
func (p *Publisher) removeMade() {
	for _, dir := range slices.Backward(p.made) {
		_ = os.Remove(dir)
	}
}

// Put publishes a file. Path is below the output folder and outside the state folder, with slashes; a path can be put once.
// Inputs sums up all that its bytes depend on; make is called only if they are not those of the build before, or the file
// is not there in the size in which that build left it.
func (p *Publisher) Put(path, inputs string, make func() ([]byte, error)) error {
	if !isOutput(path) {
		return fmt.Errorf("publish: %q is no path below the output folder", path)
	}
	name := p.name(path)
	was, known := p.before.get(path)
	if known && was.inputs == digest(inputs) && hasSize(name, was.size) {
		return p.done(path, was, nil, func(s *Stats) { s.Skipped++ })
	}
	data, err := make()
	if err != nil {
		return err
	}
	e := entry{inputs: digest(inputs), size: int64(len(data))}
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return p.done(path, e, nil, func(s *Stats) { s.Kept++ })
	}
	temp := filepath.Join(p.staging, strconv.FormatInt(p.next.Add(1), 36))
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return err
	}
	return p.done(path, e, &stagedFile{temp, path}, func(s *Stats) { s.Written++ })
}

// isOutput tells whether a path may be that of a file of the site.
func isOutput(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return path != "." && fs.ValidPath(path) && filepath.IsLocal(filepath.FromSlash(path)) &&
		!strings.EqualFold(first, StateDir) && !strings.ContainsFunc(path, unicode.IsControl)
}

func (p *Publisher) done(path string, e entry, staged *stagedFile, count func(*Stats)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, twice := p.now.get(path); twice {
		return fmt.Errorf("publish: two files would stand at %s", path)
	}
	p.now.set(path, e)
	if staged != nil {
		p.staged = append(p.staged, *staged)
	}
	count(&p.stats)
	return nil
}

func hasSize(name string, size int64) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular() && info.Size() == size
}

// PutState publishes a folder of the state folder, such as the search index. Build is called with an empty folder to fill
// if inputs are not those of the build before or usable does not accept what that build left.
func (p *Publisher) PutState(name, inputs string, usable func(dir string) bool, build func(dir string) error) error {
	key := StateDir + "/" + name
	dir := filepath.Join(p.state, name)
	e := entry{inputs: digest(inputs)}
	p.mu.Lock()
	p.now.set(key, e)
	p.mu.Unlock()
	if was, ok := p.before.get(key); ok && was == e && usable(dir) {
		return nil
	}
	temp := filepath.Join(p.staging, name)
	if err := os.Mkdir(temp, 0o755); err != nil {
		return err
	}
	if err := build(temp); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dirs = append(p.dirs, stagedDir{temp, name})
	return nil
}

// StatePath is where a folder of the state folder stands in the output folder out.
func StatePath(out, name string) string { return filepath.Join(out, StateDir, name) }

// Abort ends the build and leaves the output as it was. After Commit it does nothing.
func (p *Publisher) Abort() {
	if p.unlock == nil {
		return
	}
	_ = os.RemoveAll(p.staging)
	p.unlock()
	p.unlock = nil
	p.removeMade()
}
