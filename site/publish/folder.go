package publish

import (
	"slices"
	"strings"
)

// PutFolder publishes all files of a folder that depend on the same inputs: make puts them, each below name, and is called
// only if inputs are not those of the build before, or a file that it left is not there in its size.
func (p *Publisher) PutFolder(name, inputs string, make func() error) error {
	key := StateDir + "/" + name
	e := entry{inputs: digest(inputs)}
	p.mu.Lock()
	p.now.set(key, e)
	p.mu.Unlock()
	was, known := p.before.get(key)
	if !known || was != e {
		return make()
	}
	var paths []string
	for path, file := range p.before.entries {
		if !strings.HasPrefix(path, name+"/") {
			continue
		}
		if !hasSize(p.name(path), file.size) {
			return make()
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		file, _ := p.before.get(path)
		if err := p.done(path, file, nil, func(s *Stats) { s.Skipped++ }); err != nil {
			return err
		}
	}
	return nil
}
