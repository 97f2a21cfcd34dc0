package search

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	lru "github.com/hashicorp/golang-lru/v2"

	"errbook/search/codes"
)

// Index is an open search index. It may be used by any number of goroutines; Close must wait for all of them, which is
// what a Swapper is for.
type Index struct {
	manifest manifest
	store    *store
	lexicon  *lexicon
	looked   *lru.Cache[int, []pageText]
	text     bleve.Index // nil when there are no documents
	chains   map[string][]string
}

// Open opens the index in dir for reading, after it has compared every file with the sum that Build noted. The error is
// ErrNoIndex where there is none, ErrMismatch for one of another version and ErrCorrupt for one that was changed.
func Open(dir string) (*Index, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	if err := m.verify(dir); err != nil {
		return nil, err
	}
	x := &Index{manifest: m, chains: chainsOf(m.Languages)}
	if err := x.open(dir); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w: %v", dir, ErrCorrupt, err), x.Close())
	}
	return x, nil
}

func (x *Index) open(dir string) (err error) {
	if x.store, err = openStore(dir); err != nil {
		return err
	}
	if x.lexicon, err = readLexicon(dir); err != nil {
		return err
	}
	if x.looked, err = lru.New[int, []pageText](maxLooked); err != nil {
		return err
	}
	if n := x.store.set.Len(); n != x.manifest.Documents {
		return fmt.Errorf("%d codes, the manifest says %d", n, x.manifest.Documents)
	}
	if x.manifest.Documents == 0 {
		return nil
	}
	text := filepath.Join(dir, textDir)
	if _, err := os.Stat(text); err != nil {
		return err
	}
	x.text, err = bleve.OpenUsing(text, map[string]any{"read_only": true, "bolt_timeout": "5s"})
	return err
}

// Close releases the files. Nothing of the index may be in use or be used after.
func (x *Index) Close() error {
	var err error
	if x.text != nil {
		err = x.text.Close()
	}
	if x.store != nil && x.store.pages != nil {
		err = errors.Join(err, x.store.pages.Close())
	}
	return err
}

// Build returns the build id that the index was made with.
func (x *Index) Build() string { return x.manifest.Build }

// Codes returns the codes of all documents, in their order.
func (x *Index) Codes() *codes.Set { return x.store.set }

// Languages returns the languages that readers may choose, the first being the default.
func (x *Index) Languages() []Language { return slices.Clone(x.manifest.Languages) }

// Document returns document i, in the order of Codes. It reads from disk.
func (x *Index) Document(i int) (Document, error) {
	p, err := x.store.page(i)
	if err != nil {
		return Document{}, err
	}
	c := x.store.set.At(i)
	return Document{Catalog: c.Catalog, Code: c, Section: p.Section, Symbols: p.Symbols, Texts: p.Texts, Retired: x.store.retired[i]}, nil
}

// chainsOf returns for each language the languages in which a reader of it is shown texts, best first.
func chainsOf(languages []Language) map[string][]string {
	chains := make(map[string][]string, len(languages))
	for _, l := range languages {
		chains[l.Tag] = append([]string{l.Tag}, l.Fallback...)
	}
	return chains
}
