package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Commit puts everything into place. It fails before it changes anything where something stands in the way that no build
// made.
func (p *Publisher) Commit() (Stats, error) {
	defer p.Abort()
	file, temp := filepath.Join(p.state, manifestName), filepath.Join(p.staging, manifestName)
	if p.now.equal(p.before) && len(p.staged) == 0 && len(p.dirs) == 0 {
		return p.stats, nil
	}
	r := p.newRoom()
	if err := p.check(r); err != nil {
		return p.stats, err
	}
	if err := p.before.union(p.now).write(file, temp); err != nil {
		return p.stats, err
	}
	if err := p.removeGone(r.needs); err != nil {
		return p.stats, err
	}
	if err := p.renameFiles(); err != nil {
		return p.stats, err
	}
	if err := p.renameDirs(); err != nil {
		return p.stats, err
	}
	if err := p.removeGone(func(string) bool { return true }); err != nil {
		return p.stats, err
	}
	return p.stats, p.now.write(file, temp)
}

func (p *Publisher) renameFiles() error {
	for _, s := range p.staged {
		name := p.name(s.path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := clearFolder(name); err != nil {
			return err
		}
		if err := os.Rename(s.temp, name); err != nil {
			return err
		}
	}
	return nil
}

func (p *Publisher) renameDirs() error {
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

// removeGone removes the files that the build before made and this one did not, and folders that become empty. What stands
// in their place and is no file was put there by someone else. Only those that want accepts are removed.
func (p *Publisher) removeGone(want func(path string) bool) error {
	for _, path := range p.before.missingFrom(p.now) {
		name := p.name(path)
		if info, err := os.Lstat(name); err != nil || info.IsDir() || !want(path) {
			continue
		}
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		p.stats.Removed++
		for dir := filepath.Dir(name); dir != p.out && os.Remove(dir) == nil; dir = filepath.Dir(dir) {
			continue
		}
	}
	return nil
}

// name is where a file of the site stands.
func (p *Publisher) name(path string) string { return filepath.Join(p.out, filepath.FromSlash(path)) }
