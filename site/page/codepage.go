package page

import (
	"slices"

	"errbook/site/catalog"
	"errbook/site/prose"
)

// CodePage is the page of the ith code of the nth catalogue.
func (e *Edition) CodePage(n, i int) Page {
	volume := e.Volumes[n]
	p := volume.Pages[i]
	id, code := volume.Model.ID, p.Code.Text
	pathIn := func(lang string) string { return e.Slugs.CodePath(lang, id, code) }
	path := pathIn(e.Lang.Tag)
	v := e.frame(KindCode, path, pathIn)
	body := &Code{
		Catalog: e.catalogLink(n, v.Root), Code: code, Kind: p.Code.Kind(), Title: e.titles[n]()[i],
		Permalink: e.permalink(code), JSON: v.Root + e.Slugs.JSONPath(id, code), Markdown: markdownFile,
	}
	for _, entry := range p.Entries {
		for _, alias := range entry.Aliases {
			if !slices.Contains(body.Aliases, alias) {
				body.Aliases = append(body.Aliases, alias)
			}
		}
	}
	if p.Code.Kind() != "single" {
		body.Lo, body.Hi = itoa(int(p.Code.Lo)), itoa(int(p.Code.Hi))
	}
	e.addMeanings(body, n, p, v.Root)
	e.addRelations(body, n, i, v.Root)
	body.Retired = e.retirement(n, p, v.Root)
	body.Fallback = e.codeFallback(body)
	if body.Fallback != nil {
		body.Fallback.Edit = e.editTranslation(n, p)
	}
	body.Kit = e.kit(body, path)
	v.Code = body
	e.codeHead(v, n, i, pathIn)
	e.fillBar(v, spot{n, i})
	return Page{path, v}
}

func (e *Edition) permalink(code string) Permalink {
	path := e.Slugs.ShortPath(code)
	return Permalink{URL: e.BaseURL + path, Path: path}
}

func (e *Edition) addMeanings(body *Code, n int, p CodePage, root string) {
	var seen []*catalog.Section
	for _, entry := range p.Entries {
		m := Meaning{Source: editLink(e.EditLink, entry), Line: entry.Pos.Line}
		m.Breadcrumbs = e.breadcrumbs(n, entry.Section, root)
		m.Section = m.Breadcrumbs[len(m.Breadcrumbs)-1]
		m.Where = where(m.Breadcrumbs)
		for _, f := range entry.Fields {
			m.Fields = append(m.Fields, e.viewField(n, entry, f))
		}
		body.Meanings = append(body.Meanings, m)
		for s := entry.Section; s != nil; s = s.Parent {
			if !slices.Contains(seen, s) {
				seen = append(seen, s)
				body.Notes = append(body.Notes, e.sectionNotes(n, s)...)
			}
		}
	}
	body.Notes = append(body.Notes, e.catalogNotes(n)...)
	if e.Symptoms && p.Symptoms.Text != "" {
		t := e.texts[n].Text(catalog.SymptomsID(p.Code), p.Symptoms.Text)
		for _, phrase := range Phrases(prose.Plain(t.Value)) {
			body.Reported = append(body.Reported, e.plainText(phrase, t.Lang))
		}
	}
	if p.Longer != "" {
		longer := e.honest(n, catalog.LongerID(p.Code), p.Longer, e.block)
		body.Longer = &longer
	}
}

func (e *Edition) viewField(n int, entry *catalog.Entry, f catalog.Field) Field {
	show := e.inline
	if f.Block {
		show = e.block
	}
	field := Field{Key: f.Name}
	if f.Translatable() {
		field.Text = e.honest(n, entry.FieldID(f), f.Text, show)
	} else {
		field.Text = show(e.field(n, entry, f))
	}
	if f.Role == catalog.RoleOther {
		field.Key, field.Label = "", f.Header
	}
	return field
}

func (e *Edition) breadcrumbs(n int, s *catalog.Section, root string) []Link {
	trail := []Link{e.catalogLink(n, root)}
	var up []Link
	for ; s != nil; s = s.Parent {
		up = append(up, Link{URL: trail[0].URL + "#" + s.ID, Title: e.sectionTitle(n, s)})
	}
	slices.Reverse(up)
	return append(trail, up...)
}

func (e *Edition) addRelations(body *Code, n, i int, root string) {
	volume := e.Volumes[n]
	p := volume.Pages[i]
	body.SameText = e.links(n, p.same, root)
	if p.opposite >= 0 {
		link := e.codeLink(n, p.opposite, root)
		body.Opposite = &link
	}
	beside := func(j int) bool { return volume.Pages[j].Retired() == nil == (p.Retired() == nil) }
	if i > 0 && beside(i-1) {
		link := e.codeLink(n, i-1, root)
		body.Prev = &link
	}
	if i+1 < len(volume.Pages) && beside(i+1) {
		link := e.codeLink(n, i+1, root)
		body.Next = &link
	}
}

// codeFallback tells in which other language texts of the page's own code are shown, if any are.
func (e *Edition) codeFallback(body *Code) *Fallback {
	var shown shownIn
	for _, m := range body.Meanings {
		for _, f := range m.Fields {
			shown.add(f.Text)
		}
	}
	if body.Longer != nil {
		shown.add(*body.Longer)
	}
	if body.Retired != nil && body.Retired.Reason != nil {
		shown.add(*body.Retired.Reason)
	}
	return e.fallback(shown)
}

// editTranslation links to the line where the first text of the page that falls back is translated.
func (e *Edition) editTranslation(n int, p CodePage) string {
	missing := func(id, source string) (string, bool) {
		t := e.texts[n].Text(id, source)
		if t.Lang == e.Lang.Tag || t.At.File == "" {
			return "", false
		}
		return lineLink(e.EditLink, t.At.File, t.At.Line, p.Code.Text), true
	}
	for _, entry := range p.Entries {
		for _, f := range entry.Fields {
			if !f.Translatable() {
				continue
			}
			if link, ok := missing(entry.FieldID(f), f.Text); ok {
				return link
			}
		}
	}
	if p.reason() != "" {
		if link, ok := missing(catalog.RetiredID(p.Code), p.reason()); ok {
			return link
		}
	}
	if p.Longer == "" {
		return ""
	}
	link, _ := missing(catalog.LongerID(p.Code), p.Longer)
	return link
}

func (e *Edition) codeHead(v *View, n, i int, pathIn func(string) string) {
	volume, body := e.Volumes[n], v.Code
	v.Head.Type = "article"
	v.Head.Title = body.label(90)
	v.Head.Description = e.codeDescription(body, 160)
	has := func(lang string) bool { return lang == e.Source || volume.Own[lang][i] }
	e.offer(v, pathIn, has, e.Slugs.ShortPath(body.Code)+"/")
}
