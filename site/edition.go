package site

import (
	"fmt"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
)

// cover finds out which pages each language has texts of its own for, and checks the translations on the way. One
// language's messages are in memory at a time.
func (s *Site) cover() (list diag.List) {
	for n, v := range s.Book.Volumes {
		for _, l := range s.Languages {
			if l.Tag == s.Config.Source {
				continue
			}
			m, found := locale.Load(s.fsys, i18nDir, s.Catalogs[n].ID, l.Tag, s.Sources[n])
			list = append(list, found...)
			v.Own[l.Tag] = v.Index.Own(func(id string) bool { _, ok := m.Text(id); return ok })
		}
	}
	return list
}

// sources lists all texts of a catalogue that are translated: those of its document, then for each code its
// longer notes and symptoms.
func sources(v *page.Volume) *locale.Sources {
	var list []locale.Source
	section := func(s *catalog.Section) string {
		if s == nil {
			return ""
		}
		return s.ID
	}
	for _, m := range v.Model.Messages() {
		list = append(list, locale.Source{ID: m.ID, Text: m.Text, Block: m.Block, Section: section(m.Section), Pos: m.Pos})
	}
	for _, p := range v.Pages {
		if p.Longer != "" {
			list = append(list, locale.Source{ID: catalog.LongerID(p.Code), Text: p.Longer, Block: true,
				Section: section(p.Entries[0].Section), Pos: diag.At(p.Notes, 1, 1)})
		}
		if p.Symptoms.Text != "" {
			list = append(list, locale.Source{ID: catalog.SymptomsID(p.Code), Text: p.Symptoms.Text, Free: true,
				Section: section(p.Entries[0].Section), Pos: p.Symptoms.At})
		}
	}
	return locale.NewSources(list)
}

// Edition reads the messages of a language and of those it falls back to, and returns the book in that language.
func (s *Site) Edition(l locale.Language) *page.Edition {
	var texts []*locale.Translator
	for n, c := range s.Catalogs {
		var chain []*locale.Messages
		for _, tag := range append([]string{l.Tag}, s.Config.Fallback[l.Tag]...) {
			if l.Tag == s.Config.Source || tag == s.Config.Source {
				continue
			}
			m, _ := locale.Load(s.fsys, i18nDir, c.ID, tag, s.Sources[n]) // problems were reported when the site was loaded
			chain = append(chain, m)
		}
		texts = append(texts, locale.NewTranslator(l.Tag, s.Config.Source, chain))
	}
	return page.NewEdition(s.Book, l, s.translate(l.Tag), texts)
}

// Frame is the edition of a language without its translations, for pages that show none: search results, a 404 page.
func (s *Site) Frame(l locale.Language) *page.Edition {
	texts := make([]*locale.Translator, len(s.Catalogs))
	for i := range texts {
		texts[i] = locale.NewTranslator(l.Tag, s.Config.Source, nil)
	}
	e := page.NewEdition(s.Book, l, s.translate(l.Tag), texts)
	e.Bare = true
	return e
}

// Renderer renders pages of a language; "" stands for pages of no language, which speak the source's.
func (s *Site) Renderer(lang string) (*page.Renderer, error) {
	if lang == "" {
		lang = s.Config.Source
	}
	return s.Templates.Renderer(themesDir+"/"+s.Config.Theme, s.UI.Key(lang), s.translate(lang))
}

func (s *Site) translate(lang string) page.Translate {
	return func(id string, count *int, args map[string]any) (string, error) {
		return s.UI.Message(lang, id, count, args)
	}
}

// Language finds one of the site's languages by its tag.
func (s *Site) Language(tag string) (locale.Language, error) {
	for _, l := range s.Languages {
		if l.Tag == tag {
			return l, nil
		}
	}
	return locale.Language{}, fmt.Errorf("the site has no language %q%s; it has %v", tag, diag.DidYouMean(tag, s.Config.Languages), s.Config.Languages)
}
