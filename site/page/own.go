package page

import "slices"

// HomeIn tells whether the home page has a text of its own in a language: a title, or one of any catalogue. The source
// language has all.
func (b *Book) HomeIn(lang string) bool {
	if lang == b.Source || b.Titles[lang] != "" {
		return true
	}
	for n := range b.Volumes {
		if b.CatalogIn(lang, n) {
			return true
		}
	}
	return false
}

// CatalogIn is HomeIn for the page of the nth catalogue.
func (b *Book) CatalogIn(lang string, n int) bool {
	v := b.Volumes[n]
	return lang == b.Source || v.Titles[lang] != "" || slices.Contains(v.Own[lang], true)
}

// offer gives a page the links to itself in other languages, of those that have a text of their own for it; where the page's
// own has none, it names the source language's page as the one that counts.
func (e *Edition) offer(v *View, pathIn func(lang string) string, has func(lang string) bool, neutral string) {
	if !has(e.Lang.Tag) {
		v.Head.Canonical = e.BaseURL + pathIn(e.Source)
		return
	}
	v.Head.Alternates = e.alternates(pathIn, has, neutral)
	v.Head.Locales = e.otherLocales(has)
}
