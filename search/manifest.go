package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
)

// The errors of Open. Each is wrapped with the folder and what is wrong with it.
var (
	ErrNoIndex  = errors.New("no search index")
	ErrMismatch = errors.New("search index of another version")
	ErrCorrupt  = errors.New("damaged search index")
)

// formatVersion changes with the layout of the folder, the fields or the way text is cut into terms.
const formatVersion = 3

const (
	manifestFile = "manifest.json"
	codesFile    = "codes.jsonl"
	pagesFile    = "pages.jsonl"
	textDir      = "text"
)

// manifest says what an index is made of. Format and Zap decide whether a program can read it; Bleve, the version that wrote
// it where the program knows that, is for people.
type manifest struct {
	Format    int        `json:"format"`
	Zap       uint32     `json:"zap"`
	Bleve     string     `json:"bleve,omitempty"`
	Build     string     `json:"build"`
	Documents int        `json:"documents"`
	Languages []Language `json:"languages"`
	Files     []fileSum  `json:"files"`
}

// fileSum is what the manifest knows of a file; Name is relative to the folder, with slashes.
type fileSum struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// write adds the sums of all files and writes the manifest last, so that a folder without one is no index.
func (m manifest) write(dir string) error {
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		sum, err := sumFile(dir, name)
		m.Files = append(m.Files, sum)
		return err
	})
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	temp := filepath.Join(dir, manifestFile+".tmp")
	if err := os.WriteFile(temp, append(data, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(temp, filepath.Join(dir, manifestFile))
}

func readManifest(dir string) (manifest, error) {
	var m manifest
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return m, fmt.Errorf("%s: %w", dir, ErrNoIndex)
	}
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, fmt.Errorf("%s: %w: %s: %v", dir, ErrCorrupt, manifestFile, err)
	}
	if m.Format != formatVersion || m.Zap != zapVersion {
		return m, fmt.Errorf("%s: %w: format %d with zap %d, this program reads format %d with zap %d; build the site again",
			dir, ErrMismatch, m.Format, m.Zap, formatVersion, zapVersion)
	}
	if err := checkLanguages(m.Languages); err != nil {
		return m, fmt.Errorf("%s: %w: %v", dir, ErrCorrupt, err)
	}
	return m, nil
}

// needed lists the files without which there is no index.
func (m manifest) needed() []string {
	list := []string{codesFile, pagesFile, lexiconFile}
	if m.Documents > 0 {
		store := path.Join(textDir, storeDir)
		list = append(list, path.Join(textDir, metaFile), path.Join(store, rootFile), path.Join(store, segmentFile))
	}
	return list
}

// verify compares every file with its sum. A file that is needed and has none is as bad as one that was changed.
func (m manifest) verify(dir string) error {
	for _, name := range m.needed() {
		if !slices.ContainsFunc(m.Files, func(f fileSum) bool { return f.Name == name }) {
			return fmt.Errorf("%s: %w: %s has no sum of %s", dir, ErrCorrupt, manifestFile, name)
		}
	}
	for _, want := range m.Files {
		got, err := sumFile(dir, want.Name)
		if err != nil {
			return fmt.Errorf("%s: %w: %v", dir, ErrCorrupt, err)
		}
		if got != want {
			return fmt.Errorf("%s: %w: %s has changed since it was built", dir, ErrCorrupt, want.Name)
		}
	}
	return nil
}

// bleveVersion is the version of the bleve that this program was built with, or "" where the program does not know.
func bleveVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path != "github.com/blevesearch/bleve/v2" {
			continue
		}
		if m.Replace != nil {
			m = m.Replace
		}
		return m.Version
	}
	return ""
}

func sumFile(dir, name string) (fileSum, error) {
	if !fs.ValidPath(name) {
		return fileSum{}, fmt.Errorf("%q is no file of an index", name)
	}
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return fileSum{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return fileSum{Name: name, Size: n, SHA256: hex.EncodeToString(h.Sum(nil))}, err
}
