package page

import (
	"errbook/site/catalog"
	"errbook/site/prose"
)

// CatalogPage is the page of the nth catalogue.
func (e *Edition) CatalogPage(n int) Page {
	volume := e.Volumes[n]
	pathIn := func(lang string) string { return CatalogPath(lang, volume.Model.ID) }
	path := pathIn(e.Lang.Tag)
	v := e.frame(KindCatalog, path, pathIn)
	v.Catalog = &Catalog{
		ID: volume.Model.ID, Title: e.volumeTitle(n), Count: volume.Live(),
		Notes: e.catalogNotes(n), Sections: e.sections(n, v.Root), Retired: e.retiredRows(n, v.Root), Fallback: e.catalogFallback(n),
	}
	v.Head.Title = v.Catalog.Title.Plain
	v.Head.Description = e.spoken("catalog_description",
		e.sayCount("catalog_description", v.Catalog.Count, map[string]any{"Title": v.Catalog.Title.Plain}))
	e.offer(v, pathIn, func(lang string) bool { return e.CatalogIn(lang, n) }, "")
	e.fillBar(v, spot{n, -1})
	return Page{path, v}
}

// sections flattens the tree of sections, each with its codes.
func (e *Edition) sections(n int, root string) (list []Section) {
	volume := e.Volumes[n]
	if rows := volume.rows[nil]; len(rows) > 0 {
		list = append(list, Section{Level: 2, Count: len(rows), Total: len(rows), Codes: e.rows(n, rows, root)})
	}
	totals := volume.totals()
	for _, s := range volume.Model.Sections {
		rows := volume.rows[s]
		list = append(list, Section{
			ID: s.ID, Title: e.sectionTitle(n, s), Level: s.Level + 1, Count: len(rows), Total: totals[s],
			Notes: e.sectionNotes(n, s), Codes: e.rows(n, rows, root),
		})
	}
	return list
}

// totals counts for each section the codes in it and below.
func (x *Index) totals() map[*catalog.Section]int {
	totals := map[*catalog.Section]int{}
	for _, s := range x.Model.Sections {
		for up := s; up != nil; up = up.Parent {
			totals[up] += len(x.rows[s])
		}
	}
	return totals
}

// maxSummary is how much of a description a catalogue's page shows, in characters: enough to tell codes apart whose first
// sentences are the same.
const maxSummary = 120

// rows are links to codes with more of their descriptions than the first sentence.
func (e *Edition) rows(n int, pages []int, root string) []Link {
	links := e.links(n, pages, root)
	for i, p := range pages {
		entry := e.Volumes[n].Pages[p].Entries[0]
		if f, ok := entry.Field(catalog.RoleText); ok {
			t := e.field(n, entry, f)
			links[i].Title = e.plainText(clip(prose.Line(prose.Plain(t.Value)), maxSummary), t.Lang)
			links[i].Title.Origin = e.fieldOrigin(n, entry, f, t)
		}
	}
	return links
}

func (e *Edition) links(n int, pages []int, root string) []Link {
	links := make([]Link, len(pages))
	for i, p := range pages {
		links[i] = e.codeLink(n, p, root)
	}
	return links
}

func (e *Edition) codeLink(n, page int, root string) Link {
	volume := e.Volumes[n]
	code := volume.Pages[page].Code.Text
	return Link{URL: root + e.Slugs.CodePath(e.Lang.Tag, volume.Model.ID, code), Code: code, Title: e.titles[n]()[page]}
}

func (e *Edition) catalogNotes(n int) (notes []Note) {
	model := e.Volumes[n].Model
	for i, c := range model.Notes {
		notes = append(notes, Note{c.Tone, e.honest(n, model.NoteID(i), c.Text, e.inline)})
	}
	return notes
}

func (e *Edition) sectionNotes(n int, s *catalog.Section) (notes []Note) {
	for i, c := range s.Notes {
		notes = append(notes, Note{c.Tone, e.honest(n, s.NoteID(i), c.Text, e.inline)})
	}
	return notes
}

// catalogFallback tells whether descriptions of the catalogue are shown in another language.
func (e *Edition) catalogFallback(n int) *Fallback {
	var shown shownIn
	for _, t := range e.titles[n]() {
		shown.add(t)
	}
	return e.fallback(shown)
}

// shownIn counts the texts of a page that are in its own language, and knows which other one is shown first.
type shownIn struct {
	own, other int
	first      string
}

func (s *shownIn) add(t Text) {
	if t.Lang == "" {
		s.own++
		return
	}
	s.other++
	if s.first == "" {
		s.first = t.Lang
	}
}

// fallback is the notice that a page needs, or nil where all its texts are in its own language.
func (e *Edition) fallback(s shownIn) *Fallback {
	if s.other == 0 {
		return nil
	}
	return &Fallback{Tag: s.first, Name: e.language(s.first).NameIn(e.Lang.Tag), Whole: s.own == 0}
}
