package search

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"errbook/search/codes"
)

// The sizes of the files of a large site.
const (
	codesInFile = 4000   // codes, about 30 KB compressed
	idsInFile   = 256    // documents, about 2 KB
	termsInFile = 40_000 // bytes of terms, about 15 KB
	maxHeads    = 500    // beginnings of codes with letters that index.json lists
)

// A term that more documents have than commonLeast and one in commonPart of all is common: it tells little, so only the
// first commonKept documents are listed. So is a single character that more than commonKept have.
const (
	commonLeast = 2000
	commonPart  = 50
	commonKept  = 200
)

// staticShards is what index.json says of the other files of a large site.
type staticShards struct {
	Codes   []string       `json:"codes"`             // the first key of each file of codes
	Heads   []string       `json:"heads,omitempty"`   // what codes with letters begin with (codes.Head); null where those are many
	Numbers bool           `json:"numbers,omitempty"` // some codes are 32-bit numbers
	Ranges  []staticCode   `json:"ranges,omitempty"`  // all codes that are ranges
	IDs     int            `json:"ids"`               // documents in a file of ids
	Terms   map[string]int `json:"terms"`             // files of terms, by language
}

// sharded writes the files of a large site.
func (s *staticSite) sharded() error {
	s.index.Shards = &staticShards{IDs: idsInFile, Terms: map[string]int{}}
	if err := s.codeFiles(); err != nil {
		return err
	}
	for from := 0; from < len(s.codes); from += idsInFile {
		block := slices.Clone(s.codes[from:min(len(s.codes), from+idsInFile)])
		for i := range block {
			block[i].Doc, block[i].Aliases, block[i].Symbols = 0, nil, nil
		}
		if err := s.put(fmt.Sprintf("search/ids/%d.json", from/idsInFile), block); err != nil {
			return err
		}
	}
	for _, l := range s.opt.Languages {
		if err := s.termFiles(l.Tag); err != nil {
			return err
		}
	}
	return nil
}

// keyed is a code by one of its keys.
type keyed struct {
	key string
	doc int
}

// staticKeys lists the keys of a code and its other spellings (see codes.Key), each once. A range has none: index.json
// lists all ranges.
func staticKeys(c staticCode) (list []string) {
	for _, spelling := range append([]string{c.Text}, c.Aliases...) {
		if len(c.Bounds) > 0 && spelling == c.Text {
			continue
		}
		if key := codes.Key(spelling); key != "" && !slices.Contains(list, key) {
			list = append(list, key)
		}
	}
	return list
}

// codeFiles writes the codes in the order of their keys, all codes of one key in the same file.
func (s *staticSite) codeFiles() error {
	var all []keyed
	heads := map[string]bool{}
	for i, c := range s.codes {
		for _, key := range staticKeys(c) {
			all = append(all, keyed{key, i})
		}
		for _, spelling := range append([]string{c.Text}, c.Aliases...) {
			heads[codes.Head(spelling)] = true
		}
		if len(c.Bounds) > 0 {
			s.index.Shards.Ranges = append(s.index.Shards.Ranges, c)
		}
		s.index.Shards.Numbers = s.index.Shards.Numbers || c.Number
	}
	delete(heads, "")
	if len(heads) <= maxHeads {
		s.index.Shards.Heads = append([]string{}, slices.Sorted(maps.Keys(heads))...)
	}
	slices.SortFunc(all, func(a, b keyed) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.doc, b.doc)) })
	for len(all) > 0 {
		end := min(len(all), codesInFile)
		for end < len(all) && all[end].key == all[end-1].key {
			end++
		}
		if err := s.codeFile(all[:end]); err != nil {
			return err
		}
		all = all[end:]
	}
	return nil
}

func (s *staticSite) codeFile(part []keyed) error {
	docs := map[int]bool{}
	for _, k := range part {
		docs[k.doc] = true
	}
	var list []staticCode
	for _, doc := range slices.Sorted(maps.Keys(docs)) {
		list = append(list, s.codes[doc])
	}
	n := len(s.index.Shards.Codes)
	s.index.Shards.Codes = append(s.index.Shards.Codes, part[0].key)
	return s.put(fmt.Sprintf("search/codes/%d.json", n), list)
}

// staticPostings are the documents that have a term: how many, then for each the distance from the one before (the first
// from 0), doubled, and one more where the term stands in a title, a symptom or an identifier. Of common terms the first
// documents only.
type staticPostings struct {
	list []int // the above
	last int
}

func (p *staticPostings) add(doc int, strong bool, most int) {
	if len(p.list) == 0 {
		p.list = append(p.list, 0)
	}
	p.list[0]++
	if len(p.list) > most {
		return
	}
	d := 2 * (doc - p.last)
	if strong {
		d++
	}
	p.list, p.last = append(p.list, d), doc
}

// termFiles writes the terms and words of one language.
func (s *staticSite) termFiles(lang string) error {
	terms, words := map[string]*staticPostings{}, &lexiconWriter{counts: map[string]int{}}
	doc := -1
	most := max(commonLeast, len(s.codes)/commonPart)
	for d := range s.opt.Docs {
		doc++
		for _, t := range d.Texts {
			if t.Lang != lang {
				continue
			}
			for term, strong := range termsOf(d, t) {
				p := terms[term]
				if p == nil {
					p = &staticPostings{}
					terms[term] = p
				}
				p.add(doc, strong, most)
			}
			words.add(Document{Texts: []Text{t}})
		}
	}
	for term, p := range terms {
		if single := len([]rune(term)) == 1; p.list[0] > most || single && p.list[0] > commonKept {
			p.list = p.list[:min(len(p.list), commonKept+1)]
		}
	}
	if err := s.hashed(lang, terms); err != nil {
		return err
	}
	return s.put("search/"+lang+"/words.json", words.list())
}

// termsOf gives the terms of a document in one language, and of each whether it stands where it tells most.
func termsOf(d Document, t Text) map[string]bool {
	terms := map[string]bool{}
	add := func(text string, strong bool) {
		for _, token := range tokenize(text) {
			terms[token.term] = terms[token.term] || strong
		}
	}
	add(d.Code.Text+" "+strings.Join(d.Symbols, " "), true)
	add(t.Title, true)
	add(t.Symptoms, true)
	add(t.Body, false)
	add(t.Notes, false)
	add(t.Section, false)
	for _, c := range characters(t.Title + "\n" + t.Body) {
		terms[c.term] = terms[c.term] || false
	}
	return terms
}

// hashed writes terms into as many files as keep them small.
func (s *staticSite) hashed(lang string, terms map[string]*staticPostings) error {
	size := 0
	for term, p := range terms {
		size += len(term) + 8 + 4*len(p.list)
	}
	n := max(1, size/termsInFile)
	files := make([]map[string][]int, n)
	for term, p := range terms {
		h := fnv.New32a()
		_, _ = h.Write([]byte(term)) // never fails
		i := h.Sum32() % uint32(n)
		if files[i] == nil {
			files[i] = map[string][]int{}
		}
		files[i][term] = p.list
	}
	s.index.Shards.Terms[lang] = n
	for i, file := range files {
		if file == nil {
			file = map[string][]int{}
		}
		if err := s.put(fmt.Sprintf("search/%s/terms/%d.json", lang, i), file); err != nil {
			return err
		}
	}
	return nil
}
