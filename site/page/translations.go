package page

import (
	"html/template"
	"slices"

	"errbook/site/catalog"
)

// Translations is the body of the page that tells how far the site is translated. In a report, which is a file of its own,
// nothing links to the site and Style holds the theme's styles.
type Translations struct {
	Source    string // what readers of the page call the language of the documents
	Languages []TranslatedLanguage
	Style     template.CSS
}

// TranslatedLanguage is how far one language is. URLs are "" in a report.
type TranslatedLanguage struct {
	Tag, Dir, Name string
	Called         string // by readers of the page
	URL            string // of its home page
	Open           bool   // what is to do in it is shown at once
	Tally
	Catalogs []TranslatedCatalog
	Work     []Work // the first texts that are stale or missing
}

// TranslatedCatalog is how far a catalogue is in a language.
type TranslatedCatalog struct {
	Title Text
	URL   string
	Tally
	Sections []TranslatedSection
}

// TranslatedSection is how far a section is, without those below it. The title of what stands in no section is empty.
type TranslatedSection struct {
	Title Text
	URL   string
	Level int // 1 for a top-level section
	Tally
}

// Work is a text to translate.
type Work struct {
	ID       string
	URL      string // of the page in its language that shows the text
	Status   string // "stale" or "missing"
	File     string
	Line     int
	Edit     template.URL // of that line; "" where nothing says how to link to it
	Original Passage
	Changes  []Change
	Present  Passage // the translation; empty where it is missing
}

// Passage is Markdown as it was written, with its language.
type Passage struct{ Text, Lang, Dir string }

// Translations is the page that tells how far the site is translated.
func (e *Edition) Translations(all []Progress) Page {
	path := TranslationsPath(e.Lang.Tag)
	v := e.frame(KindTranslations, path, TranslationsPath)
	v.Translations = e.translations(all, v.Root)
	e.translationsHead(v)
	e.fillBar(v, start)
	return Page{path, v}
}

// TranslationsReport is the same as a file of its own, with these styles: it links to the editor or repository, and to
// nothing of the site.
func (e *Edition) TranslationsReport(all []Progress, style string) *View {
	v := &View{Kind: KindTranslations, Lang: e.Lang.Tag, Dir: e.Lang.Dir, Site: Site{Title: e.siteTitle()}}
	v.Translations = e.translations(all, "")
	v.Translations.Style = template.CSS(style) // a file of the theme, which could hold scripts as well
	e.translationsHead(v)
	return v
}

func (e *Edition) translationsHead(v *View) {
	v.Head.Title = e.say("translations_title", nil)
	v.Head.Description = e.spoken("translations_lead", e.say("translations_lead", map[string]any{"Language": v.Translations.Source}))
	v.Head.NoIndex = true
}

// translations makes the body; root is "" where nothing is to link to the site.
func (e *Edition) translations(all []Progress, root string) *Translations {
	body := &Translations{Source: e.language(e.Source).NameIn(e.Lang.Tag)}
	for _, p := range all {
		l := e.language(p.Lang)
		t := TranslatedLanguage{Tag: l.Tag, Dir: l.Dir, Name: l.Name, Called: l.NameIn(e.Lang.Tag), Tally: p.Tally,
			Open: len(all) == 1 || l.Tag == e.Lang.Tag}
		if root != "" {
			t.URL = root + HomePath(l.Tag)
		}
		for _, c := range p.Catalogs {
			t.Catalogs = append(t.Catalogs, e.translatedCatalog(l.Tag, c, root))
		}
		pages := e.messagePages(p.Todo)
		for i, todo := range p.Todo {
			t.Work = append(t.Work, e.work(p.Lang, todo, pages[i], root))
		}
		if l.Tag == e.Lang.Tag { // what readers work at comes first
			body.Languages = slices.Insert(body.Languages, 0, t)
		} else {
			body.Languages = append(body.Languages, t)
		}
	}
	return body
}

// translatedCatalog links to the catalogue's page in the language that is spoken of.
func (e *Edition) translatedCatalog(lang string, p CatalogProgress, root string) TranslatedCatalog {
	model := e.Volumes[p.Volume].Model
	t := TranslatedCatalog{Title: e.volumeTitle(p.Volume), Tally: p.Tally}
	if root != "" {
		t.URL = root + CatalogPath(lang, model.ID)
	}
	byID := map[string]*catalog.Section{}
	for _, s := range model.Sections {
		byID[s.ID] = s
	}
	for _, s := range p.Sections {
		row := TranslatedSection{Tally: s.Tally, Level: 1}
		if section := byID[s.ID]; section != nil {
			row.Title, row.Level = e.sectionTitle(p.Volume, section), section.Level
			if root != "" {
				row.URL = t.URL + "#" + s.ID
			}
		}
		t.Sections = append(t.Sections, row)
	}
	return t
}

// work makes a text to translate ready to show; page is the code's that has it, or -1.
func (e *Edition) work(lang string, todo Todo, page int, root string) Work {
	volume, source, target := e.Volumes[todo.Volume], e.language(e.Source), e.language(lang)
	w := Work{ID: todo.ID, Status: todo.Status, File: todo.File, Line: todo.Line, Changes: todo.Changes,
		Original: Passage{todo.Source, source.Tag, source.Dir}, Present: Passage{todo.Text, target.Tag, target.Dir}}
	code := ""
	switch {
	case page >= 0:
		code = volume.Pages[page].Code.Text
		w.URL = e.Slugs.CodePath(lang, volume.Model.ID, code)
	case todo.Section != "":
		w.URL = CatalogPath(lang, volume.Model.ID) + "#" + todo.Section
	default:
		w.URL = CatalogPath(lang, volume.Model.ID)
	}
	if w.URL = root + w.URL; root == "" {
		w.URL = ""
	}
	if e.Preview != nil {
		w.Edit = e.lineURL(todo.File, todo.Line)
		return w
	}
	w.Edit = template.URL(lineLink(e.EditLink, todo.File, todo.Line, code)) // checked to be http or https with site.toml
	return w
}

// messagePages finds for each text the page of the code to which it belongs; -1 for one of a section or catalogue.
func (e *Edition) messagePages(todo []Todo) []int {
	type message struct {
		volume int
		id     string
	}
	wanted, pages := map[message]int{}, make([]int, len(todo))
	for i, t := range todo {
		wanted[message{t.Volume, t.ID}], pages[i] = i, -1
	}
	if len(wanted) == 0 {
		return pages
	}
	for n, v := range e.Volumes {
		for p, page := range v.Pages {
			for id := range page.messageIDs() {
				if i, ok := wanted[message{n, id}]; ok {
					pages[i] = p
				}
			}
		}
	}
	return pages
}
