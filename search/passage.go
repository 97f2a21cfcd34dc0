package search

import (
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

// passage is a piece of a page's text, as terms.
type passage struct {
	worth float64
	terms map[string]bool
	text  string // folded
	count int    // of its terms
	whole bool   // a phrase of its own: how much of it the query says counts too
	name  bool   // of a section: a query that says it, and nothing else, means all of the section

	identifiers map[string]bool // the terms that a description writes as names of programs, as in autoLogin
}

func newPassage(worth float64, text string, whole bool) passage {
	text = codes.Normalize(text)
	tokens := tokenizeNormal(text)
	p := passage{worth: worth, terms: make(map[string]bool, 2*len(tokens)), text: foldNormal(text), whole: whole, count: len(tokens)}
	for _, t := range tokens {
		p.terms[t.term] = true
	}
	for i, r := range p.text {
		if isDense(r) {
			p.terms[p.text[i:i+utf8.RuneLen(r)]] = true
		}
	}
	return p
}

// described is the passage with the identifiers of the text noted: that of a description, which tells what the code itself is
// about. In a note or in what people report an identifier stands by the way.
func (p passage) described(text string) passage {
	last := ""
	for _, t := range tokenize(text) {
		if !t.part {
			last = t.term
			continue
		}
		if p.identifiers == nil {
			p.identifiers = map[string]bool{}
		}
		p.identifiers[last] = true
	}
	return p
}

// pageText is what a page says in one language.
type pageText struct {
	lang     string
	passages []passage
}

// maxLooked is how many pages are kept as they were looked at.
const maxLooked = 2048

// maxKept is how many bytes of text a page may have to be kept: as it is looked at, it takes some twenty times as many.
const maxKept = 16 << 10

// passages are those of page i in every language.
func (x *Index) passages(i int) ([]pageText, error) {
	if texts, ok := x.looked.Get(i); ok {
		return texts, nil
	}
	p, err := x.store.page(i)
	if err != nil {
		return nil, err
	}
	var texts []pageText
	size := 0
	for _, t := range p.Texts {
		size += len(t.Body) + len(t.Notes) + len(t.Symptoms)
		texts = append(texts, pageText{t.Lang, passagesOf(p, t)})
	}
	if size <= maxKept {
		x.looked.Add(i, texts)
	}
	return texts, nil
}

// passagesOf are those of a page in one language.
func passagesOf(p page, t Text) (list []passage) {
	list = append(list, newPassage(titleWorth, t.Title, true).described(t.Title), newPassage(bodyWorth, t.Body, false).described(t.Body))
	for _, phrase := range strings.Split(t.Symptoms, "\n") {
		if phrase != "" {
			list = append(list, newPassage(symptomWorth, phrase, true))
		}
	}
	if t.Notes != "" {
		list = append(list, newPassage(notesWorth, t.Notes, false))
	}
	return append(list, sectionName(t.Section), newPassage(symbolWorth, strings.Join(p.Symbols, " "), false))
}

// sectionName is the title of a section without words that say nothing.
func sectionName(title string) passage {
	p := newPassage(sectionWorth, title, true)
	p.name, p.terms = true, map[string]bool{}
	for _, u := range unitsOf(title, nil) {
		for _, t := range u.all() {
			p.terms[t] = true
		}
	}
	return p
}
