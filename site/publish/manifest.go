package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

const (
	manifestName   = "manifest"
	manifestHeader = "errbook manifest 1"
)

// manifest is what a build left behind: for each file a digest of its inputs, and its size. On disk it is a line for each
// file, sorted by path: digest, size, path.
type manifest struct{ entries map[string]entry }

type entry struct {
	inputs [16]byte
	size   int64
}

func newManifest() *manifest { return &manifest{map[string]entry{}} }

func digest(inputs string) (d [16]byte) {
	sum := sha256.Sum256([]byte(inputs))
	copy(d[:], sum[:])
	return d
}

func (m *manifest) get(path string) (entry, bool) {
	e, ok := m.entries[path]
	return e, ok
}

func (m *manifest) set(path string, e entry) { m.entries[path] = e }

// forget keeps the paths, by which files of removed pages are found, and nothing of how they were made.
func (m *manifest) forget() {
	for path := range m.entries {
		m.entries[path] = entry{size: -1}
	}
}

// union knows the files of both manifests and nothing of how they were made.
func (m *manifest) union(other *manifest) *manifest {
	u := newManifest()
	maps.Copy(u.entries, m.entries)
	maps.Copy(u.entries, other.entries)
	u.forget()
	return u
}

func (m *manifest) equal(other *manifest) bool { return maps.Equal(m.entries, other.entries) }

// missingFrom lists the paths that the other manifest lacks, sorted; what stands in the state folder is no file.
func (m *manifest) missingFrom(other *manifest) (paths []string) {
	for path := range m.entries {
		if _, ok := other.entries[path]; !ok && !isState(path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

func isState(path string) bool { return strings.HasPrefix(path, StateDir+"/") }

var errManifest = errors.New("the manifest is damaged")

// readManifest reads a manifest; any fault in it is an error, and its paths are checked, since files are removed by them.
func readManifest(name string) (*manifest, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := newManifest()
	lines := bufio.NewScanner(f)
	if !lines.Scan() || lines.Text() != manifestHeader {
		return nil, errManifest
	}
	for lines.Scan() {
		parts := strings.SplitN(lines.Text(), " ", 3)
		if len(parts) != 3 || !isOutput(parts[2]) && !isState(parts[2]) {
			return nil, errManifest
		}
		var e entry
		inputs, err := hex.DecodeString(parts[0])
		if err != nil || len(inputs) != len(e.inputs) {
			return nil, errManifest
		}
		copy(e.inputs[:], inputs)
		if e.size, err = strconv.ParseInt(parts[1], 10, 64); err != nil {
			return nil, errManifest
		}
		m.entries[parts[2]] = e
	}
	return m, lines.Err()
}

// write writes the manifest by way of a temporary file.
func (m *manifest) write(name, temp string) error {
	f, err := os.Create(temp)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, manifestHeader)
	for _, path := range slices.Sorted(maps.Keys(m.entries)) {
		e := m.entries[path]
		fmt.Fprintf(w, "%x %d %s\n", e.inputs, e.size, path)
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		return err
	}
	return os.Rename(temp, name)
}
