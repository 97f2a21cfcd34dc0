package page

import (
	"slices"

	"errbook/site/locale"
)

// Page is a page before it is rendered: where it stands, and its view.
type Page struct {
	Path string // below the root of the site; ends in a slash, but for 404.html
	View *View
}

// frame makes the view of a page of this edition without its body. pathIn gives the path of the same page in another
// language.
func (e *Edition) frame(kind Kind, path string, pathIn func(lang string) string) *View {
	root := rootFrom(path)
	v := &View{Kind: kind, Lang: e.Lang.Tag, Dir: e.Lang.Dir, Root: root}
	v.Site = Site{
		Title:  e.siteTitle(),
		Home:   root + HomePath(e.Lang.Tag),
		Search: root + SearchPath(e.Lang.Tag),
	}
	if slices.ContainsFunc(e.Volumes, func(v *Volume) bool { return len(v.Pages) > 0 }) {
		v.Site.Integrations = root + IntegrationsPath(e.Lang.Tag)
	}
	if len(e.Events) > 0 {
		v.Site.Feed = &Feed{e.FeedTitle(), root + FeedPath(e.Lang.Tag)}
	}
	if e.TranslationsPage {
		v.Site.Translations = root + TranslationsPath(e.Lang.Tag)
	}
	for _, l := range e.Languages {
		v.Site.Languages = append(v.Site.Languages, Language{Tag: l.Tag, Dir: l.Dir, Name: l.Name,
			URL: root + pathIn(l.Tag), Current: l.Tag == e.Lang.Tag})
	}
	for i := range e.Volumes {
		v.Site.Catalogs = append(v.Site.Catalogs, e.catalogLink(i, root))
	}
	v.Site.Engines = []Engine{e.engine(e.Lang.Tag, root)}
	v.Head = Head{Canonical: e.BaseURL + path, Type: "website", NoIndex: e.Preview != nil, Locale: cardLocale(e.Lang.Tag)}
	v.Preview = e.previewBar(root, pathIn)
	return v
}

func (e *Edition) catalogLink(v int, root string) Link {
	return Link{URL: root + CatalogPath(e.Lang.Tag, e.Volumes[v].Model.ID), Title: e.volumeTitle(v), Count: e.Volumes[v].Live(),
		ID: e.Volumes[v].Model.ID}
}

// alternates lists the same page in the languages for which has is true, its own among them, and for readers of none of
// them (x-default).
func (b *Book) alternates(pathIn func(lang string) string, has func(lang string) bool, neutral string) (list []Alternate) {
	for _, l := range b.Languages {
		if has(l.Tag) {
			list = append(list, Alternate{l.Tag, b.BaseURL + pathIn(l.Tag)})
		}
	}
	return append(list, Alternate{"x-default", b.BaseURL + neutral})
}

// Home is the home page.
func (e *Edition) Home() Page {
	path := HomePath(e.Lang.Tag)
	v := e.frame(KindHome, path, HomePath)
	home := &Home{}
	for i := range e.Volumes {
		card := CatalogCard{Link: e.catalogLink(i, v.Root)}
		for _, s := range e.sections(i, v.Root) {
			if s.Level == 2 && s.ID != "" {
				card.Sections = append(card.Sections, Link{URL: card.Link.URL + "#" + s.ID, Title: s.Title, Count: s.Total})
			}
		}
		home.Catalogs = append(home.Catalogs, card)
		home.Codes += e.Volumes[i].Live()
	}
	v.Home = home
	v.Head.Title = v.Site.Title
	v.Head.Description = e.spoken("home_description", e.sayCount("home_description", home.Codes, nil))
	e.offer(v, HomePath, e.HomeIn, "")
	e.fillBar(v, start)
	return Page{path, v}
}

// Search is the search page; body is nil on the static one. Without Places it gets the edition's own.
func (e *Edition) Search(body *Search) Page {
	path := SearchPath(e.Lang.Tag)
	v := e.frame(KindSearch, path, SearchPath)
	if body == nil {
		body = &Search{}
	}
	if body.Places == nil {
		body.Places = e.Places()
	}
	v.Search = body
	if body.Params != "" {
		for i := range v.Site.Languages {
			v.Site.Languages[i].URL += "?" + body.Params
		}
	}
	v.Head.Title = e.say("search_title", nil)
	v.Head.Description = e.spoken("search_description", e.say("search_description", nil))
	v.Head.NoIndex = true
	e.fillBar(v, start)
	return Page{path, v}
}

// NotFound is the 404 page of the language. Its links start at the root of the host, because a server shows it at any
// depth.
func (e *Edition) NotFound(body *NotFound) Page {
	path := e.Lang.Tag + "/404.html"
	v := e.frame(KindNotFound, path, HomePath)
	if body == nil {
		body = &NotFound{}
	}
	v.NotFound = body
	v.Head = Head{Title: e.say("notfound_title", nil), Description: e.say("notfound_title", nil), NoIndex: true, Type: "website"}
	e.rebase(v)
	return Page{path, v}
}

// rebase makes the links of a page start at the root of the host.
func (e *Edition) rebase(v *View) {
	was := len(v.Root)
	v.Root = e.BasePath
	v.Site.Home, v.Site.Search = e.BasePath+v.Site.Home[was:], e.BasePath+v.Site.Search[was:]
	if v.Site.Integrations != "" {
		v.Site.Integrations = e.BasePath + v.Site.Integrations[was:]
	}
	if v.Site.Feed != nil {
		v.Site.Feed.URL = e.BasePath + v.Site.Feed.URL[was:]
	}
	if v.Site.Translations != "" {
		v.Site.Translations = e.BasePath + v.Site.Translations[was:]
	}
	if v.Preview != nil {
		v.Preview.Here, v.Preview.All = e.BasePath+v.Preview.Here[was:], e.BasePath+v.Preview.All[was:]
	}
	for i := range v.Site.Languages {
		v.Site.Languages[i].URL = e.BasePath + v.Site.Languages[i].URL[was:]
	}
	for i := range v.Site.Engines {
		v.Site.Engines[i].URL = e.BasePath + v.Site.Engines[i].URL[was:]
	}
	for i := range v.Site.Catalogs {
		v.Site.Catalogs[i].URL = e.BasePath + v.Site.Catalogs[i].URL[was:]
	}
}

// neutral is the frame of a page of no language.
func (e *Edition) neutral(kind Kind, path string) *View {
	v := e.frame(kind, path, HomePath)
	v.Lang, v.Dir, v.Preview, v.Head.Locale = "", "ltr", nil, ""
	v.Site.Home, v.Site.Search, v.Site.Integrations, v.Site.Translations, v.Site.Catalogs, v.Site.Engines = "", "", "", "", nil, nil
	v.Site.Feed = nil
	for _, l := range e.Languages {
		v.Site.Engines = append(v.Site.Engines, e.engine(l.Tag, v.Root))
	}
	for i := range v.Site.Languages {
		v.Site.Languages[i].Current = false
	}
	return v
}

// Chooser is the page at the root of the site, where a reader chooses a language. It is made from the source language's
// edition.
func (e *Edition) Chooser() Page {
	v := e.neutral(KindChooser, "")
	v.Chooser = &Chooser{}
	v.Head.Title, v.Head.Description = v.Site.Title, v.Site.Title
	v.Head.Alternates = e.alternates(HomePath, e.HomeIn, "")
	return Page{"", v}
}

// language finds a language of the site by its tag.
func (b *Book) language(tag string) locale.Language {
	for _, l := range b.Languages {
		if l.Tag == tag {
			return l
		}
	}
	return locale.Language{Tag: tag, Dir: "ltr", Name: tag}
}
