package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"errbook/site/diag"
)

// finish makes sections of the headings that have codes below them, and files the entries there.
func (d *document) finish() {
	if len(d.pending) == 0 {
		d.report(diag.Errorf(diag.At(d.src.file, 1, 1), RuleNoCodes, "no codes found in %s; %s", tableCount(len(d.catalog.Tables)), noCodesHint))
		return
	}
	for _, p := range d.pending {
		for h := p.heading; h != nil && !h.codes; h = h.parent {
			h.codes = true
		}
	}
	title := d.titleHeading()
	if title != nil {
		d.catalog.Title = title.title
		d.catalog.Notes = append(d.catalog.Notes, title.notes...)
	}
	sections := d.sections(title)
	first := map[string]bool{}
	for _, p := range d.pending {
		p.entry.Section = sections[p.heading]
		p.entry.Key = entryKey(p.entry, first)
		d.catalog.Entries = append(d.catalog.Entries, p.entry)
	}
}

// entryKey leaves the section out of the first meaning's key, so that a code keeps its translations when it moves.
func entryKey(e *Entry, taken map[string]bool) string {
	key := e.Code.Text
	if taken[key] && e.Section != nil {
		key += "@" + e.Section.ID
	}
	taken[key] = true
	return key
}

const noCodesHint = "a code table is a pipe table with a row of dashes below its header and a column of codes; " +
	"if its header is an unusual word, name it under columns in content/site.toml"

func tableCount(n int) string {
	if n == 1 {
		return "1 table"
	}
	return strconv.Itoa(n) + " tables"
}

// titleHeading is the document's title: its first heading, if that is the only one of level 1. It is no section.
func (d *document) titleHeading() *heading {
	var ones []*heading
	for _, h := range d.outline.all {
		if h.level == 1 {
			ones = append(ones, h)
		}
	}
	if len(ones) == 1 && ones[0] == d.outline.all[0] {
		return ones[0]
	}
	return nil
}

// sections makes a section of every heading with codes below it, in document order.
func (d *document) sections(title *heading) map[*heading]*Section {
	made := map[*heading]*Section{}
	ids := newSectionIDs(d.opt.Sections)
	for _, h := range d.outline.all {
		if !h.codes || h == title {
			continue
		}
		s := &Section{Title: h.title, Parent: made[h.parent], Level: 1, Notes: h.notes, Pos: h.pos}
		if s.Parent != nil {
			s.Level = s.Parent.Level + 1
		}
		path := strings.Join(s.Path(), PathSeparator)
		var hashed bool
		if s.ID, hashed = ids.id(path); hashed {
			d.report(diag.Warnf(h.pos, RuleSectionID, "section %q has no id, so links to it use %q, which changes with its title; give it one under sections in content/site.toml", path, s.ID))
		}
		made[h] = s
		d.catalog.Sections = append(d.catalog.Sections, s)
	}
	for _, path := range ids.unused() {
		d.report(diag.Warnf(diag.At(d.src.file, 1, 1), RuleSectionID, "content/site.toml gives section %q an id, but no heading with codes has that path", path))
	}
	return made
}

// sectionIDs hands out the ids of sections, each once.
type sectionIDs struct {
	given map[string]string
	used  map[string]bool // paths
	taken map[string]bool // ids
}

func newSectionIDs(given map[string]string) *sectionIDs {
	s := &sectionIDs{given: given, used: map[string]bool{}, taken: map[string]bool{}}
	for _, id := range given {
		s.taken[id] = true
	}
	return s
}

// id returns the id of a section by its path, and whether it was made from a hash.
func (s *sectionIDs) id(path string) (id string, hashed bool) {
	if id, ok := s.given[path]; ok && !s.used[path] {
		s.used[path] = true
		return id, false
	}
	last := path[strings.LastIndex(path, PathSeparator)+1:]
	id = slug(last)
	if id == "" {
		sum := sha256.Sum256([]byte(path))
		id, hashed = "section-"+hex.EncodeToString(sum[:4]), true
	}
	unique := id
	for n := 2; s.taken[unique]; n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	s.taken[unique] = true
	return unique, hashed
}

func (s *sectionIDs) unused() (paths []string) {
	for _, path := range slices.Sorted(maps.Keys(s.given)) {
		if !s.used[path] {
			paths = append(paths, path)
		}
	}
	return paths
}

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slug makes an id of a title that is ASCII, and "" of any other: a few ASCII words of a Japanese title do not name it.
func slug(title string) string {
	if !isASCII(title) {
		return ""
	}
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(title), "-"), "-")
}
