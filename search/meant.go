package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"errbook/search/codes"
)

// What a word that is like one of the query is worth: one that it starts, and one that it was mistyped from.
const (
	startedWorth = 0.8
	likeWorth    = 0.7
)

// meant returns the words that a unit was probably meant to be: of a word that no text has, those that it is the beginning
// of, because people see results as they type, else those one slip away. In Latin letters a slip is one letter left out,
// added, changed or swapped with the next, in a word of five or more that starts right; in long words it may be two. In Korean it
// is one letter of a syllable, in katakana one character.
func (x *lexicon) meant(u unit) (alts []alternative) {
	if !x.lacks(u) {
		return nil
	}
	word := u.text
	first, _ := utf8.DecodeRuneInString(word)
	kind := scriptOf(first)
	words, worth := x.started(word, kind), startedWorth
	if len(words) == 0 {
		words, worth = x.like(word, kind), likeWorth
	}
	for _, w := range words[:min(len(words), maxMeant)] {
		alts = append(alts, alternative{[]unit{known(w)}, worth})
	}
	return alts
}

// lacks tells whether a unit is a word, such as a lexicon keeps, that no text has.
func (x *lexicon) lacks(u unit) bool {
	first, _ := utf8.DecodeRuneInString(u.text)
	kind := scriptOf(first)
	if x == nil || x.words[u.text] || len(u.parts) > 0 || !latin(first) && kind != hangul && kind != katakana {
		return false
	}
	return kind != hangul || !x.startsWord(u.text)
}

// known is a unit of a word of the lexicon.
func known(word string) unit {
	u := unit{text: word}
	for _, t := range tokenize(word) {
		u.terms = append(u.terms, t.term)
	}
	return u
}

// started lists the Latin words that begin with some letters, the shortest first.
func (x *lexicon) started(start string, kind script) (words []string) {
	if kind != otherScript || len(start) < 3 {
		return nil
	}
	first, _ := utf8.DecodeRuneInString(start)
	bucket := x.byFirst[first]
	i, _ := slices.BinarySearch(bucket, start)
	for ; i < len(bucket) && strings.HasPrefix(bucket[i], start) && len(words) < 50; i++ {
		words = append(words, bucket[i])
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	return words
}

// startsWord tells whether a Korean word begins one of the lexicon or one of the lexicon begins it: particles follow words.
func (x *lexicon) startsWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return slices.ContainsFunc(x.byFirst[first], func(w string) bool { return strings.HasPrefix(w, word) || strings.HasPrefix(word, w) })
}

// like lists the words that are a slip away, the likest first.
func (x *lexicon) like(word string, kind script) (words []string) {
	typed := letters(word, kind)
	least := map[script]int{otherScript: 5, katakana: 4, hangul: 2}[kind]
	if n := utf8.RuneCountInString(word); n < least || n > maxWordRunes {
		return nil
	}
	allowed := 1
	if kind == otherScript && len(typed) >= 8 {
		allowed = 2
	}
	type found struct {
		word string
		far  int
	}
	var list []found
	for _, w := range x.candidates(word, kind) {
		if n := utf8.RuneCountInString(w); kind == otherScript && n < 4 {
			continue
		}
		if far := codes.Slips(typed, letters(alike(w, word, kind), kind), allowed); far <= allowed {
			list = append(list, found{w, far})
		}
	}
	slices.SortStableFunc(list, func(a, b found) int { return cmp.Compare(a.far, b.far) })
	for _, f := range list {
		words = append(words, f.word)
	}
	return words
}

// candidates are the words that a slip may have made another word of: those with the same first letter, and in Korean those
// whose first syllable has the same first consonant or vowel.
func (x *lexicon) candidates(word string, kind script) (list []string) {
	first, _ := utf8.DecodeRuneInString(word)
	if kind != hangul {
		return x.byFirst[first]
	}
	typed := letters(string(first), kind)
	for _, r := range slices.Sorted(keysOf(x.byFirst)) {
		if scriptOf(r) == hangul && codes.Slips(typed, letters(string(r), kind), 1) <= 1 {
			list = append(list, x.byFirst[r]...)
		}
	}
	return list
}

func keysOf[V any](m map[rune]V) func(func(rune) bool) {
	return func(yield func(rune) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// alike cuts a Korean word to as many syllables as were typed: what follows may be a particle.
func alike(word, typed string, kind script) string {
	if n := utf8.RuneCountInString(typed); kind == hangul && utf8.RuneCountInString(word) > n {
		return clip(word, n)
	}
	return word
}

// letters are what a person types: characters, but for Hangul the letters that a syllable is made of.
func letters(word string, kind script) []rune {
	if kind == hangul {
		return []rune(norm.NFD.String(word))
	}
	return []rune(word)
}
