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
	title := d.titleHeading()
	if title != nil {
		d.catalog.Title = title.title
		d.catalog.Notes = append(d.catalog.Notes, title.notes...)
	}
	d.catalog.Notes = append(d.catalog.Notes, d.closingNotes(title)...)
	for i, t := range d.catalog.Tables {
		d.catalog.Tables[i].Section = strings.Join(t.heading.pathBelow(title), PathSeparator)
	}
	for _, word := range d.columns.unused() {
		d.report(diag.Warnf(diag.At(d.src.file, 1, 1), RuleUnknownColumn, "content/site.toml gives a role to the column %q, but no table has it", word))
	}
	if len(d.pending) == 0 {
		d.report(diag.Errorf(diag.At(d.src.file, 1, 1), RuleNoCodes, "no codes found in %s; %s", count(len(d.catalog.Tables), "table"), noCodesHint))
		return
	}
	for _, r := range d.rules {
		if !r.used {
			d.report(diag.Warnf(diag.At(d.src.file, 1, 1), RuleUnknownTable, "content/site.toml has a rule for tables of section %q with the headers %q, but no table fits it", r.Section, r.Headers))
		}
	}
	d.file(d.sections(title))
}

// file puts the entries into their sections and names them.
func (d *document) file(sections map[*heading]*Section) {
	seen, taken := map[place][]*Entry{}, map[string]bool{}
	for _, p := range d.pending {
		p.entry.Section = sections[p.heading]
		if d.isNew(seen, p.entry) {
			p.entry.Key = entryKey(p.entry, taken)
			d.catalog.Entries = append(d.catalog.Entries, p.entry)
		}
	}
}

// entryKey leaves the section out of the first meaning's key, so that a code keeps its translations when it moves.
func entryKey(e *Entry, taken map[string]bool) string {
	key := e.Code.Text
	if taken[key] && e.Section != nil {
		key += "@" + e.Section.ID
	}
	unique := key
	for n := 2; taken[unique]; n++ { // a code may have an @ of its own
		unique = key + "-" + strconv.Itoa(n)
	}
	taken[unique] = true
	return unique
}

const noCodesHint = "a code table is a pipe table with a row of dashes below its header and a column of codes; " +
	"if its header is an unusual word, name it under columns in content/site.toml"

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
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
	for _, p := range d.pending {
		for h := p.heading; h != nil && !h.codes; h = h.parent {
			h.codes = true
		}
	}
	made := map[*heading]*Section{}
	ids := newSectionIDs(d.opt.Sections)
	for _, h := range d.outline.all {
		if !h.codes || h == title || h.entry {
			continue
		}
		s := &Section{Title: h.title, Parent: made[h.parent], Level: 1, Notes: h.notes, Pos: h.pos}
		if s.Parent != nil {
			s.Level = s.Parent.Level + 1
		}
		path := strings.Join(s.Path(), PathSeparator)
		var changes string
		if s.ID, changes = ids.id(path, s.Title); changes != "" {
			d.report(diag.Warnf(h.pos, RuleSectionID, "section %q has no id, so links to it use %q, which changes with %s; give it one under sections in content/site.toml", path, s.ID, changes))
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
	last  map[string]int  // the number that a slug had last
}

func newSectionIDs(given map[string]string) *sectionIDs {
	s := &sectionIDs{given: given, used: map[string]bool{}, taken: map[string]bool{}, last: map[string]int{}}
	for _, id := range given {
		s.taken[id] = true
	}
	return s
}

// id returns the id of a section by its path, and with what it changes although the section stays; "" where it does not.
func (s *sectionIDs) id(path, title string) (id, changes string) {
	if id, ok := s.given[path]; ok && !s.used[path] {
		s.used[path] = true
		return id, ""
	}
	id = slug(title)
	if id == "" {
		sum := sha256.Sum256([]byte(path))
		id, changes = "section-"+hex.EncodeToString(sum[:4]), "its title"
	}
	unique := id
	for n := max(2, s.last[id]); s.taken[unique]; n++ {
		s.last[id] = n
		unique, changes = id+"-"+strconv.Itoa(n), "the order of the headings"
	}
	s.taken[unique] = true
	return unique, changes
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

// slug makes an id of a title that is ASCII, and "" of any other: a few ASCII words of a Japanese title do not name it. Like
// the ids in site.toml it starts with a letter.
func slug(title string) string {
	if !isASCII(title) {
		return ""
	}
	id := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(title), "-"), "-")
	if id != "" && id[0] <= '9' {
		return "section-" + id
	}
	return id
}
