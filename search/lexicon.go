package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/search/codes"
)

// lexicon knows the words of all texts, and which mean the same. It never changes once made; a nil one knows nothing.
type lexicon struct {
	words   map[string]bool
	byFirst map[rune][]string // sorted
	same    map[rune][]sameWord
}

// sameWord is a word with its others: those of its groups, in their order.
type sameWord struct {
	word   string // folded
	others []string
}

const (
	maxWords     = 50_000 // of the lexicon
	maxWordRunes = 32
	maxOthers    = 4 // words of the same meaning that stand for one
	maxSame      = 8 // words of a query that others stand for
	maxMeant     = 4 // words that may have been meant
)

// wordsOf lists the words of a text that a lexicon keeps: stems of Latin words, runs of katakana and of Hangul, folded. Names
// with digits in them are not mistyped, but looked up as they are.
func wordsOf(text string) (words []string) {
	text = codes.Normalize(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		switch kind := scriptOf(r); {
		case kind == katakana || kind == hangul:
			end = runEnd(text, i, func(r rune) bool { return scriptOf(r) == kind })
			words = append(words, fold(text[i:end]))
		case isWord(r) && !isDense(r):
			end = runEnd(text, i, isWord)
			for _, t := range tokenize(text[i:end]) {
				if !strings.ContainsAny(t.term, "0123456789_") {
					words = append(words, t.term)
				}
			}
		}
		i = end
	}
	return slices.DeleteFunc(words, func(w string) bool { n := utf8.RuneCountInString(w); return n < 2 || n > maxWordRunes })
}

// newLexicon makes a lexicon of words and of groups of words that mean the same. What belongs to several groups has the
// others of all.
func newLexicon(words []string, groups [][]string) *lexicon {
	x := &lexicon{words: make(map[string]bool, len(words)), byFirst: map[rune][]string{}, same: map[rune][]sameWord{}}
	for _, w := range words {
		x.words[w] = true
	}
	for _, w := range slices.Sorted(maps.Keys(x.words)) {
		first, _ := utf8.DecodeRuneInString(w)
		x.byFirst[first] = append(x.byFirst[first], w)
	}
	others := map[string][]string{}
	for _, group := range groups {
		for _, w := range group {
			for _, o := range group {
				if fold(o) != fold(w) && !slices.Contains(others[fold(w)], o) {
					others[fold(w)] = append(others[fold(w)], o)
				}
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(others)) {
		if isFiller(w) {
			continue // it says nothing, whatever it is called
		}
		first, _ := utf8.DecodeRuneInString(w)
		x.same[first] = append(x.same[first], sameWord{w, likeFirst(first, others[w])})
	}
	for _, list := range x.same {
		slices.SortStableFunc(list, func(a, b sameWord) int { return -cmp.Compare(len(a.word), len(b.word)) })
	}
	return x
}

// likeFirst puts some words of a word's own script first, then those of others: the groups of all languages are one table, and
// an English word in a Korean query means the Korean ones.
func likeFirst(first rune, others []string) []string {
	rank := func(word string) int {
		r, _ := utf8.DecodeRuneInString(fold(word))
		if scriptOf(r) == scriptOf(first) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(others, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	own := 0
	for own < len(others) && rank(others[own]) == 0 {
		own++
	}
	if keep := maxOthers / 2; own > keep { // only so many stand for a word: half of them are for other scripts
		return slices.Concat(others[:keep], others[own:], others[keep:own])
	}
	return others
}

// has tells whether texts have a word, folded.
func (x *lexicon) has(word string) bool { return x != nil && x.words[word] }

// sameMatch is where a query has a word that others mean too.
type sameMatch struct {
	from, to int // bytes of the normalised query
	others   []string
}

// sameIn finds the words of a normalised query that others mean too, the longest at each place; Latin ones only as whole
// words, whatever their endings.
func (x *lexicon) sameIn(text string) (found []sameMatch) {
	if x == nil || len(x.same) == 0 {
		return nil
	}
	runes := []rune(text)
	f := foldRunes(runes)
	offsets := byteOffsets(text)
	for i := 0; i < len(f.runes) && len(found) < maxSame; {
		w, n := x.sameAt(f.runes, i)
		if n == 0 {
			i++
			continue
		}
		found = append(found, sameMatch{offsets[f.at[i]], offsets[f.end(i+n, len(runes))], w.others[:min(len(w.others), maxOthers)]})
		i += n
	}
	return found
}

func (x *lexicon) sameAt(text []rune, i int) (sameWord, int) {
	if i > 0 && latin(text[i]) && latin(text[i-1]) {
		return sameWord{}, 0
	}
	for _, w := range x.same[text[i]] {
		word := []rune(w.word)
		if i+len(word) > len(text) || !slices.Equal(text[i:i+len(word)], word) {
			continue
		}
		n := len(word)
		for latin(word[len(word)-1]) && i+n < len(text) && latin(text[i+n]) {
			n++
		}
		if n == len(word) || stem(string(text[i:i+n])) == stem(w.word) {
			return w, n
		}
	}
	return sameWord{}, 0
}

func latin(r rune) bool {
	return !isDense(r) && (r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r))
}

// byteOffsets gives for each character of a text, and its end, the byte at which it starts.
func byteOffsets(text string) (offsets []int) {
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}
