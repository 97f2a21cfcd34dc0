package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxUnits = 24   // parts of a query that are looked for
	maxTerms = 32   // terms of all of them
	maxQuery = 4096 // bytes of the text of a query that are looked at
)

// unit is one part of a query that a page must hold as a whole: a word, or a run of characters of one script.
type unit struct {
	text  string   // in lower case
	terms []string // the word itself, or the pairs of the run
	parts []string // of an identifier, which may stand for it
	loose bool     // a run of several words, whose pairs may stand apart
	char  bool     // the one term is a single character, kept in a field of its own
}

// unitsOf cuts the text of a query into units, each once. Words that say nothing are left out unless there are no
// others, as are the hiragana between Japanese words.
func unitsOf(text string) []unit {
	text = clipBytes(text, maxQuery)
	full, filler := cutUnits(text)
	if len(full) == 0 {
		full = filler
	}
	var list []unit
	terms := 0
	for _, u := range full {
		if slices.ContainsFunc(list, func(o unit) bool { return o.text == u.text }) {
			continue
		}
		if terms += len(u.terms) + len(u.parts); len(list) == maxUnits || terms > maxTerms && len(list) > 0 {
			break
		}
		u.terms = u.terms[:min(len(u.terms), maxTerms)]
		list = append(list, u)
	}
	return list
}

func cutUnits(text string) (full, filler []unit) {
	text = dropFillers(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		switch {
		case isDense(r):
			kind := scriptOf(r)
			end = runEnd(text, i, func(r rune) bool { return isDense(r) && (scriptOf(r) == kind || r == 'ー') })
			u := denseUnit(text, i, end, kind)
			if kind == hiragana && utf8.RuneCountInString(u.text) < 5 {
				filler = append(filler, u)
			} else {
				full = append(full, u)
			}
		case isWord(r):
			end = runEnd(text, i, isWord)
			if word := strings.Trim(text[i:end], "_"); word != "" && (isFiller(strings.ToLower(word)) || len(word) == 1) {
				filler = append(filler, wordUnit(word))
			} else if word != "" {
				full = append(full, wordUnit(word))
			}
		}
		i = end
	}
	return full, filler
}

// wordUnit makes a unit of a word, with its parts where it is an identifier.
func wordUnit(word string) unit {
	u := unit{text: strings.ToLower(word)}
	for _, t := range tokenize(word) {
		if t.part {
			u.parts = append(u.parts, t.term)
		} else {
			u.terms = append(u.terms, t.term)
		}
	}
	return u
}

// denseUnit makes a unit of text[i:end]. A lone Han character takes the hiragana after it, as verbs are written. The
// end of a Korean word may be a particle, so the last pair is not asked for.
func denseUnit(text string, i, end int, kind script) unit {
	if r, n := utf8.DecodeRuneInString(text[end:]); kind == han && utf8.RuneCountInString(text[i:end]) == 1 && n > 0 && scriptOf(r) == hiragana {
		end += n
	}
	u := unit{text: text[i:end]}
	for _, t := range tokenize(u.text) {
		u.terms = append(u.terms, t.term)
	}
	if kind == hangul && len(u.terms) > 1 {
		u.terms = u.terms[:len(u.terms)-1]
	}
	u.loose = kind != katakana && len(u.terms) > 2
	u.char = len(u.terms) == 1 && utf8.RuneCountInString(u.terms[0]) == 1
	return u
}

type script int

const (
	otherScript script = iota
	han
	hiragana
	katakana
	hangul
)

func scriptOf(r rune) script {
	switch {
	case r == 'ー' || unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Hangul, r):
		return hangul
	}
	return otherScript
}
