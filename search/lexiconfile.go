package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// lexiconFile holds the words of all texts and the groups of words that mean the same.
const lexiconFile = "words.json"

type lexiconEntry struct {
	Words  []string   `json:"words"`
	Groups [][]string `json:"groups"`
}

// lexiconWriter counts the words of documents.
type lexiconWriter struct {
	counts map[string]int
}

func (w *lexiconWriter) add(d Document) {
	for _, t := range d.Texts {
		for _, text := range []string{t.Title, t.Body, t.Notes, t.Symptoms, t.Section} {
			for _, word := range wordsOf(text) {
				w.counts[word]++
			}
		}
	}
}

// list returns the words, sorted. Of very many the commonest are kept.
func (w *lexiconWriter) list() []string {
	words := slices.Sorted(maps.Keys(w.counts))
	if len(words) > maxWords {
		slices.SortStableFunc(words, func(a, b string) int { return -cmp.Compare(w.counts[a], w.counts[b]) })
		words = words[:maxWords]
		slices.Sort(words)
	}
	return words
}

// write writes the lexicon.
func (w *lexiconWriter) write(dir string, groups [][]string) error {
	data, err := json.Marshal(lexiconEntry{w.list(), groups})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, lexiconFile), append(data, '\n'), 0o644)
}

func readLexicon(dir string) (*lexicon, error) {
	data, err := os.ReadFile(filepath.Join(dir, lexiconFile))
	if err != nil {
		return nil, err
	}
	var e lexiconEntry
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, fmt.Errorf("%s: %w", lexiconFile, err)
	}
	return newLexicon(e.Words, e.Groups), nil
}
