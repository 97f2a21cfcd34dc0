package search

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"errbook/search/codes"
)

// entry is one line of the code table.
type entry struct {
	Catalog string   `json:"catalog"`
	Text    string   `json:"code"`
	Range   bool     `json:"range,omitempty"`
	Lo      int64    `json:"lo,omitempty"`
	Hi      int64    `json:"hi,omitempty"`
	Number  bool     `json:"number,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Section string   `json:"section,omitempty"`
	Retired bool     `json:"retired,omitempty"`
	Bytes   int      `json:"bytes"` // of its line in the pages file, with the line break
}

// storeWriter writes the code table and the pages.
type storeWriter struct {
	codes, pages *lineWriter
}

func createStore(dir string) (*storeWriter, error) {
	c, err := createLines(filepath.Join(dir, codesFile))
	if err != nil {
		return nil, err
	}
	p, err := createLines(filepath.Join(dir, pagesFile))
	if err != nil {
		return nil, errors.Join(err, c.close())
	}
	return &storeWriter{c, p}, nil
}

func (w *storeWriter) add(d Document) error {
	n, err := w.pages.add(page{Section: d.Section, Symbols: d.Symbols, Texts: d.Texts})
	if err != nil {
		return err
	}
	c := d.Code
	_, err = w.codes.add(entry{d.Catalog, c.Text, c.Range, c.Lo, c.Hi, c.Number, aliases(d), d.Section, d.Retired, n})
	return err
}

// aliases returns the other spellings of a document's code, symbols among them, each once.
func aliases(d Document) []string {
	var list []string
	seen := map[string]bool{d.Code.Text: true, "": true}
	for _, group := range [...][]string{d.Code.Aliases, d.Symbols} {
		for _, a := range group {
			if !seen[a] {
				seen[a] = true
				list = append(list, a)
			}
		}
	}
	return list
}

func (w *storeWriter) close() error {
	return errors.Join(w.codes.close(), w.pages.close())
}

// lineWriter writes one JSON value a line.
type lineWriter struct {
	f *os.File
	w *bufio.Writer
}

func createLines(path string) (*lineWriter, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &lineWriter{f, bufio.NewWriterSize(f, 1<<16)}, nil
}

func (l *lineWriter) add(v any) (int, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return 0, err
	}
	return l.w.Write(append(data, '\n'))
}

func (l *lineWriter) close() error {
	return errors.Join(l.w.Flush(), l.f.Close())
}

// store reads what storeWriter wrote. Only the table is held in memory.
type store struct {
	set     *codes.Set
	places  places
	retired map[int]bool // codes of the set that are in use no more
	pages   *os.File
	offsets []int64 // of each page, and the end
}

func openStore(dir string) (*store, error) {
	f, err := os.Open(filepath.Join(dir, codesFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []codes.Code
	s := &store{offsets: []int64{0}, retired: map[int]bool{}}
	for dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<16)); ; {
		var e entry
		if err := dec.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", codesFile, err)
		}
		if e.Retired {
			s.retired[len(list)] = true
		}
		list = append(list, codes.Code{
			Catalog: e.Catalog, Text: e.Text, Range: e.Range, Lo: e.Lo, Hi: e.Hi, Number: e.Number, Aliases: e.Aliases,
		})
		s.places.add(e.Catalog, e.Section)
		s.offsets = append(s.offsets, s.offsets[len(s.offsets)-1]+int64(e.Bytes))
	}
	s.set = codes.NewSet(list)
	s.pages, err = os.Open(filepath.Join(dir, pagesFile))
	return s, err
}

// age is 1 for a code that is in use no more, and 0 for any other.
func (s *store) age(i int) int {
	if s.retired[i] {
		return 1
	}
	return 0
}

// page reads the page of code i.
func (s *store) page(i int) (page, error) {
	var p page
	data := make([]byte, s.offsets[i+1]-s.offsets[i])
	if _, err := s.pages.ReadAt(data, s.offsets[i]); err != nil {
		return p, fmt.Errorf("search: page %d: %w", i, err)
	}
	return p, json.Unmarshal(data, &p)
}
