package workbench

import (
	"unicode/utf8"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// Count is how far some messages are translated. What somebody translated again after its source changed, and what is new
// to the state, counts as fresh; a text that cannot be shown counts as missing.
type Count struct {
	Total      int `json:"total"`
	Fresh      int `json:"fresh"`
	Reused     int `json:"reused"`
	Stale      int `json:"stale"`
	Missing    int `json:"missing"`
	Characters int `json:"characters_left"` // of the sources of what is stale or missing
}

// Percent is the part that is done, rounded down, so that 100 means all; of nothing, all is done.
func (c Count) Percent() int {
	if c.Total == 0 {
		return 100
	}
	return (c.Fresh + c.Reused) * 100 / c.Total
}

func (c *Count) add(status state.Status, source string) {
	c.Total++
	switch status {
	case state.Stale:
		c.Stale++
	case state.Missing, state.Unusable:
		c.Missing++
	case state.ReusedText:
		c.Reused++
	default:
		c.Fresh++
	}
	if !status.Done() {
		c.Characters += utf8.RuneCountInString(source)
	}
}

// Add adds another count.
func (c *Count) Add(o Count) {
	c.Total, c.Fresh, c.Reused = c.Total+o.Total, c.Fresh+o.Fresh, c.Reused+o.Reused
	c.Stale, c.Missing, c.Characters = c.Stale+o.Stale, c.Missing+o.Missing, c.Characters+o.Characters
}

// Progress is how far a language is.
type Progress struct {
	Lang     string            `json:"lang"`
	All      Count             `json:"all"`
	Catalogs []CatalogProgress `json:"catalogs"`
}

// CatalogProgress is how far a catalogue is in a language.
type CatalogProgress struct {
	Catalog  string            `json:"catalog"`
	All      Count             `json:"all"`
	Sections []SectionProgress `json:"sections"` // those that have messages, in the document's order
}

// SectionProgress is how far a section is, without those below it; ID is "" for what belongs to the whole catalogue.
type SectionProgress struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Count
}

// Progress counts how far a language is in some catalogues. A message that cannot be read counts as missing, and is told.
func (b *Bench) Progress(lang string, catalogs []Catalog) (Progress, diag.List) {
	p := Progress{Lang: lang, Catalogs: []CatalogProgress{}}
	var list diag.List
	for _, c := range catalogs {
		d, found := b.Desk(c, lang)
		list = append(list, found...)
		cp := d.progress()
		p.All.Add(cp.All)
		p.Catalogs = append(p.Catalogs, cp)
	}
	return p, list
}

func (d *Desk) progress() CatalogProgress {
	cp := CatalogProgress{Catalog: d.Catalog.ID, Sections: []SectionProgress{}}
	at := map[string]int{}
	for _, s := range append([]Section{{}}, d.Catalog.Sections...) {
		at[s.ID] = len(cp.Sections)
		cp.Sections = append(cp.Sections, SectionProgress{ID: s.ID, Title: s.Title})
	}
	for _, source := range d.Catalog.Sources.List {
		status := d.Status(source.ID)
		cp.All.add(status, source.Text)
		cp.Sections[at[source.Section]].add(status, source.Text)
	}
	kept := cp.Sections[:0]
	for _, s := range cp.Sections {
		if s.Total > 0 {
			kept = append(kept, s)
		}
	}
	cp.Sections = kept
	return cp
}
