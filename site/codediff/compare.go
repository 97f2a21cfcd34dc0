package codediff

import (
	"maps"
	"slices"
	"strings"

	"errbook/site/locale/worddiff"
)

// Changes are the differences of two documents, each list by catalogue and in the order of the document: of the new one, and
// of the old one for what was removed.
type Changes struct {
	Schema   string   `json:"$schema,omitempty"` // address of the JSON Schema of this document
	Old      string   `json:"old"`               // the build ids
	New      string   `json:"new"`
	Added    []Code   `json:"added"`
	Changed  []Change `json:"changed"`
	Retired  []Code   `json:"retired"`
	Restored []Code   `json:"restored"` // that were retired
	Removed  []Code   `json:"removed"`  // without being retired: their links lead nowhere
	Moved    []Move   `json:"moved"`
}

// Code is a code that is in one of the documents only, or whose retirement is.
type Code struct {
	Catalog string `json:"catalog"`
	Code    string `json:"code"`
	Title   string `json:"title"`
	*Retirement
}

// Change is what changed in a code.
type Change struct {
	Catalog string  `json:"catalog"`
	Code    string  `json:"code"`
	Title   string  `json:"title"`
	Fields  []Field `json:"fields"`
}

// Field is a text that changed; Old is "" for one that is new, New for one that is gone. The fields are those of the document,
// and "symbol", "aliases", "lo" and "hi". Section is the id of the section in which the code has the meaning.
type Field struct {
	Section string          `json:"section"`
	Name    string          `json:"name"`
	Old     string          `json:"old"`
	New     string          `json:"new"`
	Diff    []worddiff.Part `json:"diff"`
}

// Move is a code that stands in another section. From and To are ids, "" outside any section; the names are their titles.
type Move struct {
	Catalog  string `json:"catalog"`
	Code     string `json:"code"`
	Title    string `json:"title"`
	From     string `json:"from"`
	FromName string `json:"from_title"`
	To       string `json:"to"`
	ToName   string `json:"to_title"`
}

// Any reports whether there are any.
func (c Changes) Any() bool {
	return len(c.Added)+len(c.Changed)+len(c.Retired)+len(c.Restored)+len(c.Removed)+len(c.Moved) > 0
}

// Words give a code's title, and why it was retired, in the reader's language; "" is for what they do not know.
type Words func(catalog, code string) (title, reason string)

// Compare tells what changed from an old document to a new one. Where words are nil or do not know, texts are in the language of
// the documents.
func Compare(old, new Document, words Words) Changes {
	c := comparer{words: words, out: Changes{Old: old.Build, New: new.Build, Added: []Code{}, Changed: []Change{}, Retired: []Code{},
		Restored: []Code{}, Removed: []Code{}, Moved: []Move{}}}
	if base := new.Base(); base != "" {
		c.out.Schema = base + "api/diff.schema.json"
	}
	before := byID(old.Catalogs)
	for _, n := range new.Catalogs {
		c.catalog(before[n.ID], n)
		delete(before, n.ID)
	}
	for _, o := range old.Catalogs {
		if _, gone := before[o.ID]; gone {
			c.catalog(o, Catalog{ID: o.ID})
		}
	}
	return c.out
}

func byID(list []Catalog) map[string]Catalog {
	out := map[string]Catalog{}
	for _, c := range list {
		out[c.ID] = c
	}
	return out
}

type comparer struct {
	words Words
	out   Changes
}

// meanings are the entries of one code.
type meanings []Entry

func (m meanings) retired() *Retirement { return m[0].Retired }

// grouped returns the entries of each code, and the codes in the order of the document.
func grouped(c Catalog) (order []string, codes map[string]meanings) {
	codes = map[string]meanings{}
	for _, e := range c.Entries {
		if _, ok := codes[e.Code]; !ok {
			order = append(order, e.Code)
		}
		codes[e.Code] = append(codes[e.Code], e)
	}
	return order, codes
}

func (c *comparer) catalog(old, new Catalog) {
	oldOrder, before := grouped(old)
	newOrder, after := grouped(new)
	oldNames, newNames := names(old), names(new)
	for _, code := range newOrder {
		was, is := before[code], after[code]
		switch {
		case is.retired() != nil && (was == nil || was.retired() == nil):
			c.out.Retired = append(c.out.Retired, c.code(new.ID, is, is.retired()))
		case is.retired() != nil:
		case was == nil:
			c.out.Added = append(c.out.Added, c.code(new.ID, is, nil))
		case was.retired() != nil:
			c.out.Restored = append(c.out.Restored, c.code(new.ID, is, nil))
		default:
			c.compare(new.ID, was, is, oldNames, newNames)
		}
	}
	for _, code := range oldOrder {
		if after[code] == nil {
			c.out.Removed = append(c.out.Removed, c.code(new.ID, before[code], before[code].retired()))
		}
	}
}

func names(c Catalog) map[string]string {
	out := map[string]string{}
	for _, s := range c.Sections {
		out[s.ID] = s.Title
	}
	return out
}

func (c *comparer) code(catalog string, m meanings, r *Retirement) Code {
	title, reason := c.wordsOf(catalog, m)
	if r != nil && reason != "" {
		r = &Retirement{r.Since, reason, r.ReplacedBy}
	}
	return Code{catalog, m[0].Code, title, r}
}

func (c *comparer) wordsOf(catalog string, m meanings) (title, reason string) {
	if c.words != nil {
		title, reason = c.words(catalog, m[0].Code)
	}
	if title == "" {
		title = m[0].Title()
	}
	return title, reason
}

// compare tells what changed in a code that both documents have. Meanings are compared section by section; those of sections
// in which only one document has the code are taken for moved, in their order, and what is left is new or gone.
func (c *comparer) compare(catalog string, was, is meanings, oldNames, newNames map[string]string) {
	title, _ := c.wordsOf(catalog, is)
	change := Change{Catalog: catalog, Code: is[0].Code, Title: title}
	var oldRest meanings
	newRest := slices.Clone(is)
	for _, o := range was {
		i := slices.IndexFunc(newRest, func(n Entry) bool { return n.Section == o.Section })
		if i < 0 {
			oldRest = append(oldRest, o)
			continue
		}
		change.Fields = append(change.Fields, fields(o, newRest[i], o.Section)...)
		newRest = slices.Delete(newRest, i, i+1)
	}
	for i, o := range oldRest {
		if i >= len(newRest) {
			change.Fields = append(change.Fields, fields(o, Entry{}, o.Section)...)
			continue
		}
		n := newRest[i]
		c.out.Moved = append(c.out.Moved, Move{catalog, n.Code, change.Title, o.Section, oldNames[o.Section], n.Section, newNames[n.Section]})
		change.Fields = append(change.Fields, fields(o, n, n.Section)...)
	}
	for _, n := range newRest[min(len(oldRest), len(newRest)):] {
		change.Fields = append(change.Fields, fields(Entry{}, n, n.Section)...)
	}
	if len(change.Fields) > 0 {
		c.out.Changed = append(c.out.Changed, change)
	}
}

// fields compares the texts of two entries.
func fields(old, new Entry, section string) (list []Field) {
	a, b := old.texts(), new.texts()
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, name := range slices.SortedFunc(maps.Keys(all), textFirst) {
		if a[name] != b[name] {
			list = append(list, Field{section, name, a[name], b[name], worddiff.Diff(a[name], b[name])})
		}
	}
	return list
}

// textFirst puts the description before all else.
func textFirst(a, b string) int {
	rank := func(s string) string {
		if s == "text" {
			return ""
		}
		return s
	}
	return strings.Compare(rank(a), rank(b))
}

// texts are what is compared of an entry.
func (e Entry) texts() map[string]string {
	out := map[string]string{}
	for name, text := range e.Fields {
		out[name] = text
	}
	aliases := slices.DeleteFunc(slices.Clone(e.Aliases), func(a string) bool { return a == e.Symbol })
	for name, text := range map[string]string{"symbol": e.Symbol, "aliases": strings.Join(aliases, ", "), "lo": e.Lo, "hi": e.Hi} {
		if text != "" {
			out[name] = text
		}
	}
	return out
}
