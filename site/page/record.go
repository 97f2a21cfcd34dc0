package page

import (
	"cmp"
	"strings"

	"errbook/site/catalog"
	"errbook/site/prose"
)

// Record is what one edition says on a code's page, as plain text: for programs, for search and for the short link's page.
type Record struct {
	Lang     string
	Title    string
	Meanings []RecordMeaning
	Notes    string // the longer notes, "" where the edition has none of its own
	Retired  string // why the code was retired, in this language or another one; "" where nobody says
	Symptoms string // phrases in which people report the code, a line each; "" where the edition has none of its own
}

// RecordMeaning is one meaning of a code.
type RecordMeaning struct {
	Section string // title
	Fields  []RecordField
}

// RecordField is one field by the name that it has in JSON.
type RecordField struct{ Name, Plain string }

// Record returns what this edition says of the ith code of the nth catalogue in its own language. It reports false where
// the edition has nothing of its own there.
func (e *Edition) Record(n, i int) (Record, bool) {
	if e.Lang.Tag != e.Source && !e.Volumes[n].Own[e.Lang.Tag][i] {
		return Record{}, false
	}
	r := Record{Lang: e.Lang.Tag, Title: e.titles[n]()[i].Plain}
	for _, entry := range e.Volumes[n].Pages[i].Entries {
		var m RecordMeaning
		if entry.Section != nil {
			m.Section = e.sectionTitle(n, entry.Section).Plain
		}
		for _, f := range entry.Fields {
			t := e.field(n, entry, f)
			m.Fields = append(m.Fields, RecordField{f.Name, plainOf(f, t.Value)})
		}
		r.Meanings = append(r.Meanings, m)
	}
	if reason := e.Volumes[n].Pages[i].reason(); reason != "" {
		t := e.texts[n].Text(catalog.RetiredID(e.Volumes[n].Pages[i].Code), reason)
		r.Retired = prose.Line(prose.Plain(t.Value))
	}
	r.Notes, r.Symptoms = e.longer(n, i), e.reported(n, i)
	return r, true
}

func (e *Edition) longer(n, i int) string {
	p := e.Volumes[n].Pages[i]
	text, own := e.texts[n].Own(catalog.LongerID(p.Code), p.Longer)
	if !own {
		return ""
	}
	return prose.PlainBlock(text)
}

func (e *Edition) reported(n, i int) string {
	p := e.Volumes[n].Pages[i]
	text, own := e.texts[n].Own(catalog.SymptomsID(p.Code), p.Symptoms.Text)
	if !own {
		return ""
	}
	return strings.Join(Phrases(prose.Plain(text)), "\n")
}

// Body is all that the table says of the code, one field a line.
func (r Record) Body() string {
	var lines []string
	for _, m := range r.Meanings {
		for _, f := range m.Fields {
			lines = append(lines, f.Plain)
		}
	}
	return strings.Join(lines, "\n")
}

// ShortTarget is a page that a short link may lead to: a catalogue's number, the code where it is not that of the link, and the
// records of its page, the source language's first.
type ShortTarget struct {
	Volume  int
	Code    string // "" for that of the link
	Records []Record
}

// Short is the page of a short link for where no server chooses the language. It is made from the source language's
// edition. Path is "c/<code>/" or "c/<catalog>/<code>/".
func (e *Edition) Short(path, code string, targets []ShortTarget) Page {
	v := e.neutral(KindShort, path)
	v.Short = &Short{Code: code}
	for _, t := range targets {
		v.Short.Targets = append(v.Short.Targets, e.shortTarget(t, cmp.Or(t.Code, code), v.Root))
	}
	v.Head.Title = e.say("short_title", map[string]any{"Code": code})
	v.Head.Description = clip(e.shortDescription(path, code, targets), 160)
	v.Head.NoIndex = true
	for i := range e.Languages {
		v.Site.Languages[i].URL = v.Short.Targets[0].Languages[i].URL
	}
	return Page{path, v}
}

// ShortAlias is the page of a short link by another spelling of a code. The one by the code itself is the one that counts, unless
// it is a spelling of several codes, the first of which is given: then the page names them all.
func (e *Edition) ShortAlias(path, alias, code string, targets []ShortTarget) Page {
	p := e.Short(path, code, targets)
	head := &p.View.Head
	p.View.Short.Alias = alias
	for i, t := range targets {
		if t.Code != code {
			p.View.Short.Many = true
		}
		p.View.Short.Targets[i].Code = t.Code
	}
	head.Canonical = e.BaseURL + e.Slugs.ShortPath(code) + "/"
	head.Title = e.say("short_title", map[string]any{"Code": alias})
	head.Description = clip(prose.Line(alias+" = "+head.Description), 160)
	if p.View.Short.Many {
		head.Canonical = e.BaseURL + path
	}
	return p
}

// shortDescription tells a short link that names its catalogue from the one that does not.
func (e *Edition) shortDescription(path, code string, targets []ShortTarget) string {
	first := targets[0]
	if path != e.Slugs.ShortPath(code)+"/" {
		code = e.volumeTitle(first.Volume).Plain + " " + code
	}
	return code + ": " + first.Records[0].Title
}

func (e *Edition) shortTarget(t ShortTarget, code, root string) Target {
	id := e.Volumes[t.Volume].Model.ID
	target := Target{Catalog: e.volumeTitle(t.Volume).Plain}
	for _, l := range e.Languages {
		record := t.Records[0]
		for _, r := range t.Records {
			if r.Lang == l.Tag {
				record = r
			}
		}
		title := e.plainText(record.Title, record.Lang)
		if record.Lang == l.Tag {
			title.Lang, title.Dir = "", ""
		} else if title.Lang == "" {
			title.Lang, title.Dir = record.Lang, e.language(record.Lang).Dir
		}
		target.Languages = append(target.Languages, TargetLanguage{Tag: l.Tag, Dir: l.Dir, Name: l.Name,
			URL: root + e.Slugs.CodePath(l.Tag, id, code), Title: title})
	}
	return target
}
