// Package glossary knows what the terms of a document are called in each language.
//
// The glossary of a site is i18n/glossary.toml, a table for each term:
//
//	[[term]]
//	source = "証明書"                          # as it stands in the documents
//	en = ["credential", "certificate"]         # the form to write, then others that count as the term
//	ko = "인증서"
//	why = "What UserSig is a kind of."         # a line for translators
//
// A term stands in a source where its text does; one of Latin letters only as whole words. Where a longer term covers a
// shorter one, only the longer counts. A translation has the term where it has one of the forms, in whatever case.
package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/site/diag"
)

// Term is one term with its forms.
type Term struct {
	Source string
	Forms  map[string][]string // by language; the first is the one to write
	Why    string
	At     diag.Position
}

// Glossary is a site's terms. The zero value has none.
type Glossary struct {
	terms   []Term
	byFirst map[rune][]int32 // terms by the first letter of their source, the longest first
}

// New returns a glossary of terms.
func New(terms []Term) *Glossary {
	g := &Glossary{terms: terms, byFirst: map[rune][]int32{}}
	for i, t := range terms {
		first, _ := utf8.DecodeRuneInString(fold(t.Source))
		g.byFirst[first] = append(g.byFirst[first], int32(i))
	}
	for _, list := range g.byFirst {
		slices.SortStableFunc(list, func(a, b int32) int { return -cmp.Compare(len(terms[a].Source), len(terms[b].Source)) })
	}
	return g
}

// Terms lists the terms as they stand in the file.
func (g *Glossary) Terms() []Term { return g.terms }

// In returns the terms that stand in a source and have a form in a language, in the order in which they first stand.
func (g *Glossary) In(source, lang string) (found []Term) {
	text := fold(source)
	seen := map[int32]bool{}
	for at := 0; at < len(text); {
		i, length := g.at(text, at)
		if length == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		if !seen[i] && len(g.terms[i].Forms[lang]) > 0 {
			found = append(found, g.terms[i])
		}
		seen[i] = true
		at += length
	}
	return found
}

// at finds the longest term that starts at a byte of a text.
func (g *Glossary) at(text string, at int) (term int32, length int) {
	first, _ := utf8.DecodeRuneInString(text[at:])
	for _, i := range g.byFirst[first] {
		source := fold(g.terms[i].Source)
		if strings.HasPrefix(text[at:], source) && wholeWord(text, at, at+len(source)) {
			return i, len(source)
		}
	}
	return 0, 0
}

// wholeWord tells whether no Latin word goes on at either end of a part of a text.
func wholeWord(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !(latin(before) && latin(first)) && !(latin(last) && latin(after))
}

func latin(r rune) bool {
	return r == '_' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || unicode.Is(unicode.Latin, r)
}

// Has tells whether a translation has the term, in one of its forms.
func (t Term) Has(text, lang string) bool {
	text = fold(text)
	for _, form := range t.Forms[lang] {
		if strings.Contains(text, fold(form)) {
			return true
		}
	}
	return len(t.Forms[lang]) == 0
}

func fold(s string) string { return strings.ToLower(s) }
