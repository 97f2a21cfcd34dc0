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
// If the process dies while files are being renamed, each file is whole, old or new; the manifest is taken away before the
// first rename, so that the next build looks at every file again.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
	isNew   bool // the output folder was not there
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
	_, err := os.Stat(out)
	isNew := errors.Is(err, fs.ErrNotExist)
	state := filepath.Join(out, StateDir)
	if err := os.MkdirAll(state, 0o755); err != nil {
		return nil, err
	}
	unlock, err := lock(filepath.Join(state, "lock"))
	if err != nil {
		return nil, err
	}
	staging := filepath.Join(state, "staging")
	if err := os.RemoveAll(staging); err != nil { // of a build that died
		unlock()
		return nil, err
	}
	if err := os.Mkdir(staging, 0o755); err != nil {
		unlock()
		return nil, err
	}
	before, err := readManifest(filepath.Join(state, manifestName))
	if err != nil {
		before = newManifest()
	}
	if force {
		before.forget()
	}
	return &Publisher{out: out, isNew: isNew, state: state, staging: staging, unlock: unlock, before: before, now: newManifest()}, nil
}

// Put publishes a file. Path is below the output folder, with slashes. Inputs sums up all that its bytes depend on; make is
// called only if they are not those of the build before, or the file is not as that build left it.
func (p *Publisher) Put(path, inputs string, make func() ([]byte, error)) error {
	if !fs.ValidPath(path) || strings.ContainsFunc(path, unicode.IsControl) {
		return fmt.Errorf("publish: %q is no path below the output folder", path)
	}
	name := filepath.Join(p.out, filepath.FromSlash(path))
	was, known := p.before.get(path)
	if known && was.inputs == digest(inputs) && hasSize(name, was.size) {
		p.done(path, was, nil, func(s *Stats) { s.Skipped++ })
		return nil
	}
	data, err := make()
	if err != nil {
		return err
	}
	e := entry{inputs: digest(inputs), size: int64(len(data))}
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		p.done(path, e, nil, func(s *Stats) { s.Kept++ })
		return nil
	}
	temp := filepath.Join(p.staging, strconv.FormatInt(p.next.Add(1), 36))
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return err
	}
	p.done(path, e, &stagedFile{temp, path}, func(s *Stats) { s.Written++ })
	return nil
}

func (p *Publisher) done(path string, e entry, staged *stagedFile, count func(*Stats)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.set(path, e)
	if staged != nil {
		p.staged = append(p.staged, *staged)
	}
	count(&p.stats)
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
	if p.isNew {
		_ = os.Remove(p.state) // succeeds only on an empty folder
		_ = os.Remove(p.out)
	}
}

// Commit puts everything into place.
func (p *Publisher) Commit() (Stats, error) {
	defer p.Abort()
	file := filepath.Join(p.state, manifestName)
	if p.now.equal(p.before) && len(p.staged) == 0 && len(p.dirs) == 0 {
		return p.stats, nil
	}
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return p.stats, err
	}
	if err := p.rename(); err != nil {
		return p.stats, err
	}
	if err := p.removeGone(); err != nil {
		return p.stats, err
	}
	return p.stats, p.now.write(file, filepath.Join(p.staging, manifestName))
}

func (p *Publisher) rename() error {
	for _, s := range p.staged {
		name := filepath.Join(p.out, filepath.FromSlash(s.path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.Rename(s.temp, name); err != nil {
			return err
		}
	}
	for _, d := range p.dirs {
		name := filepath.Join(p.state, d.name)
		if err := os.Rename(name, d.temp+".old"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := os.Rename(d.temp, name); err != nil {
			return err
		}
	}
	return nil
}

// removeGone removes the files that the build before made and this one did not, and folders that become empty.
func (p *Publisher) removeGone() error {
	for _, path := range p.before.missingFrom(p.now) {
		name := filepath.Join(p.out, filepath.FromSlash(path))
		err := os.Remove(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil {
			p.stats.Removed++
		}
		for dir := filepath.Dir(name); dir != p.out && os.Remove(dir) == nil; dir = filepath.Dir(dir) {
			continue
		}
	}
	return nil
}
