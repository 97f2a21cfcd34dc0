package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/search/codes"
)

const (
	maxUnits = 24   // parts of a query that are looked for
	maxTerms = 32   // terms of all of them
	maxQuery = 4096 // bytes of the text of a query that are looked at
)

// unit is one part of a query that a page must hold as a whole: a word, or a run of characters of one script.
type unit struct {
	text  string        // folded
	terms []string      // the word itself, or the pairs of the run; none where only alternatives count
	parts []string      // of an identifier, which may stand for it
	loose bool          // a run of several words, whose pairs may stand apart
	char  bool          // the one term is a single character, kept in a field of its own
	alts  []alternative // what may stand for it, the likeliest first

	tail    string    // the last pair of a Korean word that ends in no particle: a page need not have it, but does better with it
	weak    bool      // what stands between words, or qualifies one: it says little
	weights []float64 // of the terms: how rare each is; set by the scorer
}

// alternative is what may stand for a unit: all of some units.
type alternative struct {
	units []unit
	worth float64 // as a part of what the unit itself is worth
}

// unitsOf cuts the text of a query into units, each once. Words that say nothing are left out unless there are no
// others, as are the hiragana between Japanese words. What words of the lexicon mean the same, or were probably meant,
// becomes alternatives; a nil lexicon has none.
func unitsOf(text string, x *lexicon) []unit {
	c := cutter{lexicon: x}
	text = codes.Normalize(clipBytes(text, maxQuery))
	at := 0
	for _, m := range x.sameIn(text) {
		c.cut(dropFillers(text[at:m.from]))
		c.same(text[m.from:m.to], m.others)
		at = m.to
	}
	c.cut(dropFillers(text[at:]))
	if len(c.full) == 0 {
		for _, u := range c.filler {
			u.weak = true
			c.full = append(c.full, u)
		}
	}
	return c.bounded()
}

// cutter collects the units of a text.
type cutter struct {
	lexicon      *lexicon
	full, filler []unit
	lookedUp     int
}

// bounded returns the units, each once and not too many.
func (c *cutter) bounded() (list []unit) {
	terms := 0
	for _, u := range c.full {
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

// same adds a unit for words that have others of the same meaning.
func (c *cutter) same(text string, others []string) {
	own := cutter{}
	own.cut(text)
	u := unit{text: fold(text)}
	if units := append(own.full, own.filler...); len(units) == 1 {
		u = units[0]
	} else if len(units) > 1 {
		u.alts = append(u.alts, alternative{units, 1})
	}
	for _, o := range others {
		other := cutter{}
		other.cut(o)
		if units := append(other.full, other.filler...); len(units) > 0 {
			u.alts = append(u.alts, alternative{units, sameWorth})
		}
	}
	c.full = append(c.full, u)
}

// sameWorth is what a word of the same meaning is worth.
const sameWorth = 0.8

func (c *cutter) cut(text string) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		switch {
		case isDense(r):
			kind := scriptOf(r)
			end = runEnd(text, i, func(r rune) bool { return isDense(r) && (scriptOf(r) == kind || r == longVowel) })
			c.dense(text, i, end, kind)
		case isWord(r):
			end = runEnd(text, i, isWord)
			if word := strings.Trim(text[i:end], "_"); word != "" && (isFiller(strings.ToLower(word)) || len(word) == 1) {
				c.filler = append(c.filler, wordUnit(word))
			} else if word != "" {
				u := wordUnit(word)
				u.weak = qualifies(text[end:])
				c.add(u)
			}
		}
		i = end
	}
}

// qualifies tells whether what follows a word makes it the qualifier of another: Client.logIn, Client#logIn, Client::logIn and
// client->logIn are about logIn.
func qualifies(rest string) bool {
	for _, sign := range [...]string{".", "#", "::", "->"} {
		if member, ok := strings.CutPrefix(rest, sign); ok {
			r, _ := utf8.DecodeRuneInString(member)
			return isWord(r) && !isDense(r) && !unicode.IsDigit(r)
		}
	}
	return false
}

// add takes a unit, with what was probably meant where no text has it.
func (c *cutter) add(u unit) {
	if c.lookedUp < maxLookedUp && c.lexicon.lacks(u) {
		c.lookedUp++
		u.alts = c.lexicon.meant(u)
	}
	c.full = append(c.full, u)
}

// maxLookedUp bounds the words of a query that no text has and for which like ones are looked up.
const maxLookedUp = 8

// dense takes a run of one script. Short hiragana are what stands between words, unless they are a word that texts write
// in katakana.
func (c *cutter) dense(text string, i, end int, kind script) {
	u := denseUnit(text, i, end, kind)
	if kind == hiragana && utf8.RuneCountInString(u.text) < 5 && !c.lexicon.has(u.text) {
		c.filler = append(c.filler, u)
		return
	}
	c.add(u)
}

// wordUnit makes a unit of a word, with its parts where it is an identifier.
func wordUnit(word string) unit {
	u := unit{text: stem(fold(word))}
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
	if kind == han && utf8.RuneCountInString(text[i:end]) == 1 {
		end += inflection(text[end:])
	}
	u := unit{text: fold(text[i:end])}
	for _, t := range tokenize(text[i:end]) {
		if len(u.terms) < 2*maxTerms && !slices.Contains(u.terms, t.term) {
			u.terms = append(u.terms, t.term)
		}
	}
	if n := len(u.terms); kind == hangul && n > 1 {
		if last, _ := utf8.DecodeLastRuneInString(u.text); !strings.ContainsRune(particles, last) {
			u.tail = u.terms[n-1]
		}
		u.terms = u.terms[:n-1]
	}
	u.loose = kind != katakana && len(u.terms) > 2
	u.weak = kind == hiragana
	u.char = len(u.terms) == 1 && utf8.RuneCountInString(u.terms[0]) == 1
	return u
}

// inflection returns how many bytes of hiragana belong to a lone Han character before them: the first, as in 入れる; none
// where a particle stands there alone, as in 人の.
func inflection(text string) int {
	run := runEnd(text, 0, func(r rune) bool { return scriptOf(r) == hiragana })
	first, n := utf8.DecodeRuneInString(text)
	if run == 0 || run == n && strings.ContainsRune("のがをにはでともへや", first) {
		return 0
	}
	return n
}

// particles are the syllables that end Korean words with what other languages have small words for.
const particles = "은는이가을를에의로도만과와서고요면게지다까니나라"

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
	case r == longVowel || unicode.Is(unicode.Katakana, r):
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
