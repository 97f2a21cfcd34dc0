package search

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
)

// Options are what an index is made of besides its documents.
type Options struct {
	Build     string     // id of the build
	Languages []Language // that readers may choose, the default first
	Same      [][]string // groups of words that mean the same
}

// Build writes an index of docs into dir, which must be empty or not there yet. The manifest is written last, so a
// build that fails or is cancelled leaves a folder that Open refuses. No documents at all make an index that finds
// nothing. Two documents with the same catalogue and code, or a text in a language that is not in languages, are an
// error.
func Build(ctx context.Context, dir string, opt Options, docs iter.Seq[Document]) error {
	if err := freshDir(dir); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if err := checkLanguages(opt.Languages); err != nil {
		return err
	}
	store, err := createStore(dir)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	text, words := newTextWriter(ctx, dir), &lexiconWriter{counts: map[string]int{}}
	n, err := feed(ctx, opt.Languages, docs, store.add, text.add, func(d Document) error { words.add(d); return nil })
	err = errors.Join(err, store.close(), text.close(err == nil), words.write(dir, opt.Same))
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	m := manifest{Format: formatVersion, Zap: zapVersion, Bleve: bleveVersion(), Build: opt.Build, Documents: n, Languages: opt.Languages}
	if err := m.write(dir); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	return nil
}

// feed checks each document and hands it to each writer.
func feed(ctx context.Context, languages []Language, docs iter.Seq[Document], writers ...func(Document) error) (int, error) {
	known := map[string]bool{}
	for _, l := range languages {
		known[l.Tag] = true
	}
	ids := map[string]bool{}
	for d := range docs {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if err := d.check(); err != nil {
			return 0, err
		}
		if ids[d.id()] {
			return 0, fmt.Errorf("%s is there twice", d.id())
		}
		ids[d.id()] = true
		for _, t := range d.Texts {
			if !known[t.Lang] {
				return 0, fmt.Errorf("%s: text in %q, which is no language of the site", d.id(), t.Lang)
			}
		}
		for _, add := range writers {
			if err := add(d); err != nil {
				return 0, err
			}
		}
	}
	return len(ids), nil
}

func checkLanguages(languages []Language) error {
	known := map[string]bool{}
	for _, l := range languages {
		if l.Tag == "" || known[l.Tag] {
			return fmt.Errorf("search: language %q is empty or there twice", l.Tag)
		}
		known[l.Tag] = true
	}
	for _, l := range languages {
		for _, f := range l.Fallback {
			if !known[f] {
				return fmt.Errorf("search: language %q falls back to %q, which is no language of the site", l.Tag, f)
			}
		}
	}
	return nil
}

func freshDir(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return os.MkdirAll(dir, 0o755)
	}
	if err == nil && len(entries) > 0 {
		return fmt.Errorf("%s: %w and is not empty", dir, fs.ErrExist)
	}
	return err
}
