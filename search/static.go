package search

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// StaticFormat changes with the layout of the files that Static makes, or with what they say of the same documents.
const StaticFormat = 1

// StaticOptions are what the files for a search without a server are made of besides the documents.
type StaticOptions struct {
	Options
	Page func(catalog, code string) string    // path of a code's page below its language: "im/6017/"
	Data func(catalog, code string) string    // path of a code's JSON: "c/im/6017.json"
	Put  func(path string, data []byte) error // takes a file; the path is relative to the root of the site
	Docs iter.Seq[Document]                   // ranged over several times, each time the same
}

// A site of up to so many documents, whose texts take up to so many bytes in each language (about 270 KB compressed), is
// small: all codes and texts of a language are in two files.
const (
	maxPlain      = 5000
	maxPlainBytes = 1 << 20
)

// Static writes what the search in the browser (search-static.js of the theme) reads where no endpoint answers. The same
// documents give the same bytes.
//
//	search/index.json         build id, languages, catalogues, sections, words that mean the same; of a small site the codes
//	                          too, in natural order
//	search/<lang>.json        of a small site: what each document says in this language, in the same order; title, body,
//	                          notes, symptoms, section
//	search/han.json           Simplified for Traditional characters, where a language of the site is Chinese or Japanese
//
// Of a larger site no file grows with the number of documents but the first, and that slowly:
//
//	search/codes/<n>.json     the codes and other spellings whose keys (see staticKeys) lie between two that index.json
//	                          names, with the numbers of their documents; a code is looked up in one of them
//	search/ids/<n>.json       catalogue and code of documents n*256 to n*256+255
//	search/<lang>/terms/<n>.json  of each term whose hash (FNV-1a, 32 bits) modulo the number of files is n, the documents
//	                          that have it (see staticPostings)
//	search/<lang>/words.json  words that may have been meant where a term is not found
//
// The texts of a large site are not repeated: those of the few pages that answer best are read from their JSON.
func Static(opt StaticOptions) error {
	s := &staticSite{opt: opt, index: staticIndex{Format: StaticFormat, Build: opt.Build, Languages: opt.Languages, Same: opt.Same}}
	count, err := s.read()
	if err != nil {
		return err
	}
	texts, ok, err := s.plainTexts(count)
	if err != nil {
		return err
	}
	if ok {
		err = s.plain(texts)
	} else {
		err = s.sharded()
	}
	if err != nil {
		return err
	}
	if s.index.Han {
		if err := s.put("search/han.json", [2]string{hanTraditional, hanSimplified}); err != nil {
			return err
		}
	}
	return s.put("search/index.json", s.index)
}

// staticIndex is the file index.json.
type staticIndex struct {
	Format    int           `json:"format"`
	Build     string        `json:"build"`
	Count     int           `json:"count"` // of documents
	Languages []Language    `json:"languages"`
	Catalogs  []string      `json:"catalogs"`
	Sections  []string      `json:"sections"` // ids
	Han       bool          `json:"han,omitempty"`
	Same      [][]string    `json:"same,omitempty"`
	Codes     []staticCode  `json:"codes,omitempty"`
	Shards    *staticShards `json:"shards,omitempty"`
}

// staticCode is a code. Fields that say the usual are left out.
type staticCode struct {
	Doc     int      `json:"i,omitempty"` // number of the document; in index.json the place in the list
	Catalog int      `json:"c,omitempty"` // number of the catalogue
	Text    string   `json:"t"`
	Page    string   `json:"u,omitempty"` // path below the language, where it is not "<catalogue>/<code>/"
	Data    string   `json:"d,omitempty"` // path of its JSON, where it is not "c/<catalogue>/<code>.json"
	Section int      `json:"s,omitempty"` // number of the section
	Bounds  []string `json:"b,omitempty"` // of a range
	Number  bool     `json:"n,omitempty"` // is a 32-bit number
	Aliases []string `json:"a,omitempty"`
	Symbols []string `json:"y,omitempty"` // where they are not the aliases
	Retired bool     `json:"r,omitempty"` // is in use no more
}

// staticText is what a document says in one language.
type staticText struct {
	Title    string `json:"t,omitempty"`
	Length   int    `json:"l,omitempty"` // the title is the first so many UTF-16 units of the body instead
	Body     string `json:"b,omitempty"`
	Notes    string `json:"n,omitempty"`
	Symptoms string `json:"y,omitempty"`
	Section  int    `json:"s,omitempty"` // number of the section's title, from 1
}

// staticSite is the work on the files of one site.
type staticSite struct {
	opt   StaticOptions
	index staticIndex
	codes []staticCode // of every document, in order
}

func (s *staticSite) put(path string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return s.opt.Put(path, append(data, '\n'))
}

// read goes through the documents once, for all but their texts.
func (s *staticSite) read() (count int, err error) {
	catalogs, sections := numbering{}, numbering{}
	for d := range s.opt.Docs {
		if err := d.check(); err != nil {
			return 0, err
		}
		s.codes = append(s.codes, s.code(d, len(s.codes), catalogs.of(d.Catalog), sections.of(d.Section)))
	}
	s.index.Count, s.index.Catalogs, s.index.Sections = len(s.codes), catalogs.list(), sections.list()
	for _, l := range s.opt.Languages {
		s.index.Han = s.index.Han || baseOf(l.Tag) == "zh" || baseOf(l.Tag) == "ja"
	}
	return len(s.codes), nil
}

func (s *staticSite) code(d Document, doc, catalog, section int) staticCode {
	c := staticCode{Doc: doc, Catalog: catalog, Text: d.Code.Text, Section: section, Number: d.Code.Number, Aliases: d.Code.Aliases, Retired: d.Retired}
	usual := d.Catalog + "/" + d.Code.Text
	if page := s.opt.Page(d.Catalog, d.Code.Text); page != usual+"/" {
		c.Page = page
	}
	if data := s.opt.Data(d.Catalog, d.Code.Text); data != "c/"+usual+".json" {
		c.Data = data
	}
	if d.Code.Range {
		c.Bounds = []string{strconv.FormatInt(d.Code.Lo, 10), strconv.FormatInt(d.Code.Hi, 10)}
	}
	if !slices.Equal(d.Symbols, d.Code.Aliases) {
		c.Symbols = d.Symbols
	}
	return c
}

// plain writes the files of a small site, given those of its languages.
func (s *staticSite) plain(texts [][]byte) error {
	s.index.Codes = slices.Clone(s.codes)
	for i := range s.index.Codes {
		s.index.Codes[i].Doc = 0
	}
	for i, l := range s.opt.Languages {
		if err := s.opt.Put("search/"+l.Tag+".json", texts[i]); err != nil {
			return err
		}
	}
	return nil
}

// plainTexts makes the files of all languages of a small site, and reports false for a large one.
func (s *staticSite) plainTexts(count int) (files [][]byte, ok bool, err error) {
	if count > maxPlain {
		return nil, false, nil
	}
	for _, l := range s.opt.Languages {
		data, err := json.Marshal(s.textsIn(l.Tag))
		if err != nil || len(data) > maxPlainBytes {
			return nil, false, err
		}
		files = append(files, append(data, '\n'))
	}
	return files, true, nil
}

// staticTexts is the file of a language of a small site.
type staticTexts struct {
	Lang   string        `json:"lang"`
	Titles []string      `json:"titles"` // of sections
	Texts  []*staticText `json:"texts"`  // null for a document without a text of its own
}

func (s *staticSite) textsIn(lang string) staticTexts {
	file := staticTexts{Lang: lang, Texts: []*staticText{}}
	titles := numbering{}
	for d := range s.opt.Docs {
		file.Texts = append(file.Texts, textIn(d, lang, titles))
	}
	file.Titles = titles.list()
	return file
}

func textIn(d Document, lang string, titles numbering) *staticText {
	i := slices.IndexFunc(d.Texts, func(t Text) bool { return t.Lang == lang })
	if i < 0 {
		return nil
	}
	t := d.Texts[i]
	out := &staticText{Title: t.Title, Body: t.Body, Notes: t.Notes, Symptoms: t.Symptoms}
	if t.Title != "" && strings.HasPrefix(t.Body, t.Title) {
		out.Title, out.Length = "", unitsIn(t.Title)
	}
	if t.Section != "" {
		out.Section = titles.of(t.Section) + 1
	}
	return out
}

// unitsIn counts the UTF-16 units of a text.
func unitsIn(text string) (n int) {
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// numbering gives strings numbers, from 0, in the order in which they come.
type numbering map[string]int

func (n numbering) of(text string) int {
	i, ok := n[text]
	if !ok {
		i = len(n)
		n[text] = i
	}
	return i
}

func (n numbering) list() []string {
	list := make([]string, len(n))
	for text, i := range n {
		list[i] = text
	}
	return list
}
