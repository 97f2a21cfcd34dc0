package site

import (
	"io/fs"
	"path"
	"slices"
	"unicode/utf8"

	"errbook/site/catalog"
	"errbook/site/locale"
	"errbook/site/locale/state"
	"errbook/site/locale/worddiff"
	"errbook/site/locale/workbench"
	"errbook/site/page"
)

// maxWork is how many texts of a language a page lists that are to be translated.
const maxWork = 100

// Survey tells how far each of some languages is in some catalogues, by their ids; none means all. It reads one language
// after the other and keeps counts and the first texts that are to be translated. What is wrong with the files was
// reported when the site was loaded.
func (s *Site) Survey(langs, catalogs []string) (all []page.Progress) {
	bench := s.Bench()
	var chosen []workbench.Catalog
	for _, c := range bench.Catalogs {
		if len(catalogs) == 0 || slices.Contains(catalogs, c.ID) {
			chosen = append(chosen, c)
		}
	}
	for _, tag := range bench.Targets() {
		if len(langs) > 0 && !slices.Contains(langs, tag) {
			continue
		}
		progress, tasks, _ := bench.Survey(tag, chosen, maxWork)
		all = append(all, s.viewProgress(progress, tasks))
	}
	return all
}

func (s *Site) viewProgress(progress workbench.Progress, tasks []workbench.Task) page.Progress {
	p := page.Progress{Lang: progress.Lang, Tally: tally(progress.All)}
	for _, c := range progress.Catalogs {
		view := page.CatalogProgress{Volume: s.volume(c.Catalog), Tally: tally(c.All)}
		for _, section := range c.Sections {
			view.Sections = append(view.Sections, page.SectionProgress{ID: section.ID, Tally: tally(section.Count)})
		}
		p.Catalogs = append(p.Catalogs, view)
	}
	for _, t := range tasks {
		todo := page.Todo{Volume: s.volume(t.Catalog), Section: t.Section, ID: t.ID, Status: string(t.Status),
			File: t.At.File, Line: t.At.Line, Source: shorten(t.Source.Text), Text: shorten(t.Text)}
		if t.Was != "" && t.Status == state.Stale {
			todo.Changes = changes(t.Was, t.Source.Text)
		}
		p.Todo = append(p.Todo, todo)
	}
	return p
}

func (s *Site) volume(id string) int {
	return slices.IndexFunc(s.Catalogs, func(c *catalog.Catalog) bool { return c.ID == id })
}

func tally(c workbench.Count) page.Tally {
	return page.Tally{Total: c.Total, Fresh: c.Fresh, Reused: c.Reused, Stale: c.Stale, Missing: c.Missing,
		Characters: c.Characters, Percent: c.Percent()}
}

const (
	maxShown = 2000 // characters of a text in a list
	nearby   = 120  // characters that are kept beside a change
)

// shorten bounds a text in a list: longer notes can be of any length.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= maxShown {
		return text
	}
	return string([]rune(text)[:maxShown]) + " …"
}

// changes are what changed between two texts. In long texts, what is far from any change is left out.
func changes(was, now string) (list []page.Change) {
	parts := worddiff.Diff(was, now)
	long := utf8.RuneCountInString(was)+utf8.RuneCountInString(now) > maxShown
	for i, p := range parts {
		text := p.Text
		if long {
			text = around(text, p.Op == worddiff.Same && i > 0, p.Op == worddiff.Same && i < len(parts)-1)
		}
		list = append(list, page.Change{Op: string(p.Op), Text: text})
	}
	return list
}

// around keeps of a text what stands next to a change before or behind it; of a text that is a change itself, its start.
func around(text string, before, behind bool) string {
	r := []rune(text)
	if len(r) <= 2*nearby {
		return text
	}
	switch {
	case before && behind:
		return string(r[:nearby]) + " … " + string(r[len(r)-nearby:])
	case behind:
		return "… " + string(r[len(r)-nearby:])
	case before:
		return string(r[:nearby]) + " …"
	}
	return shorten(text)
}

// Report tells how far the site is translated, as a page that is a file of its own: it asks for nothing and links to
// nothing of the site. It is in the language l.
func (s *Site) Report(l locale.Language, all []page.Progress) ([]byte, error) {
	style := ""
	for _, name := range []string{"style.css", "pages.css", "translations.css"} {
		data, err := fs.ReadFile(s.theme, path.Join(assetsDir, name))
		if err != nil {
			return nil, readError(path.Join(themesDir, s.Config.Theme, assetsDir, name), err)
		}
		style += string(data)
	}
	r, err := s.Renderer(l.Tag)
	if err != nil {
		return nil, err
	}
	return r.RenderReport(s.Edition(l).TranslationsReport(all, style))
}
