package search

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The index finds pages; this file orders them, by looking at each page's own texts. What counts is how much of the query a
// page answers: each unit by its weight (rare words say more), as the best field of the best language answers it. A page
// that answers too little of a query is no result at all.

// What an answer is worth by the field in which it stands. A title is the first sentence of the body.
const (
	titleWorth   = 1.0
	symptomWorth = 0.95
	bodyWorth    = 0.85
	symbolWorth  = 1.0
	notesWorth   = 0.5
	sectionWorth = 0.45
)

// What an answer is worth by its language: the reader's or the query's own, one the reader falls back to, any other.
const (
	ownWorth      = 1.0
	fallbackWorth = 0.8
	otherWorth    = 0.5
)

// A page must answer a part of a query to be a result: the more a query says, the less of it, because people tell their story
// around what happened.
var (
	leastOfFew  = 0.44 // of one or two words
	leastByWord = 0.03 // less for each more
	leastOfMany = 0.26
)

func least(words float64) float64 {
	return max(leastOfMany, leastOfFew-leastByWord*max(0, words-2))
}

// scorer scores pages for one query.
type scorer struct {
	units   []unit
	weights []float64 // of the units, one in sum
	langs   []langWorth
	whole   string // the units' texts in a row
	least   float64
}

type langWorth struct {
	lang  string
	worth float64
}

// scorer prepares the query. It asks the index how many pages have each term.
func (s *searcher) scorer(ctx context.Context) (*scorer, error) {
	sc := &scorer{langs: s.langWorths()}
	rarity, done, err := s.x.frequencies(ctx, sc.langs)
	if err != nil {
		return nil, err
	}
	defer done()
	var sum, words float64
	for _, u := range s.units {
		words += u.words()
		u = u.weighed(rarity)
		w := u.weight()
		sc.units, sc.weights = append(sc.units, u), append(sc.weights, w)
		sum += w
		sc.whole += u.text
	}
	for i := range sc.weights {
		sc.weights[i] /= max(sum, 1e-9)
	}
	sc.least = least(words)
	return sc, nil
}

// langWorths lists the languages of the index with what they are worth for this reader and query.
func (s *searcher) langWorths() (list []langWorth) {
	written := writtenIn(s.units)
	for _, l := range s.x.manifest.Languages {
		worth := otherWorth
		switch i := slices.Index(s.chain, l.Tag); {
		case i == 0 || slices.Contains(written, baseOf(l.Tag)):
			worth = ownWorth
		case i > 0:
			worth = fallbackWorth
		}
		list = append(list, langWorth{l.Tag, worth})
	}
	return list
}

// writtenIn lists the languages that a query's script speaks of: kana of Japanese, Hangul of Korean; Han alone of both
// Chinese and Japanese; Latin letters of English.
func writtenIn(units []unit) []string {
	var found [hangul + 1]bool
	for _, u := range units {
		for _, r := range u.text {
			found[scriptOf(r)] = true
		}
	}
	switch {
	case found[hangul]:
		return []string{"ko"}
	case found[katakana] || found[hiragana]:
		return []string{"ja"}
	case found[han]:
		return []string{"zh", "ja"}
	}
	return []string{"en"}
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}

// frequencies returns a function that tells how rare a term is: the logarithm of how many pages there are for each that has
// the term, in the language that has it most.
func (x *Index) frequencies(ctx context.Context, langs []langWorth) (func(term string) float64, func(), error) {
	advanced, err := x.text.Advanced()
	if err != nil {
		return nil, nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, nil, err
	}
	known := map[string]float64{}
	rarity := func(term string) float64 {
		if v, ok := known[term]; ok {
			return v
		}
		var most uint64
		for _, l := range langs {
			for _, field := range []string{textField, symptomsField} {
				r, err := reader.TermFieldReader(ctx, []byte(term), field+l.lang, false, false, false)
				if err != nil {
					continue // the language has no such field
				}
				most = max(most, r.Count())
				_ = r.Close() // nothing was read from it
			}
		}
		v := math.Log(1 + float64(x.manifest.Documents)/(float64(most)+0.5))
		if r, _ := utf8.DecodeRuneInString(term); most == 0 && isDense(r) {
			v = math.Min(v, unknownPair) // most such pairs only stand where two words meet, or are an ending
		}
		known[term] = v
		return v
	}
	return rarity, func() { _ = reader.Close() }, nil
}

// words is about how many words a unit is: a run of characters has one for every two.
func (u unit) words() float64 {
	switch n := float64(len(u.terms)); {
	case u.weak:
		return 0
	case u.loose:
		return (n + 1) / 2
	}
	return 1
}

// weighed is the unit, and what may stand for it, with the rarity of each term.
func (u unit) weighed(rarity func(string) float64) unit {
	u.weights = make([]float64, len(u.terms))
	for i, t := range u.terms {
		u.weights[i] = rarity(t)
	}
	alts := make([]alternative, len(u.alts))
	for i, a := range u.alts {
		units := make([]unit, len(a.units))
		for j, one := range a.units {
			units[j] = one.weighed(rarity)
		}
		alts[i] = alternative{units, a.worth}
	}
	u.alts = alts
	return u
}

// weight is how much a unit says: as much as its terms on average, and more for a run of several words. What may stand for
// a word bounds it: a word that no text has says as much as the one that was meant.
func (u unit) weight() float64 {
	own := 0.0
	if n := float64(len(u.terms)); n > 0 {
		for _, w := range u.weights {
			own += w / n
		}
		if u.loose {
			own *= math.Min(4, u.words())
		}
	}
	other := 0.0
	for _, a := range u.alts {
		w := 0.0
		for _, one := range a.units {
			w += one.weight()
		}
		other = max(other, w)
	}
	switch {
	case own == 0:
		own = other
	case other > 0:
		own = math.Min(own, max(other, 1))
	}
	if u.weak {
		own *= weakWorth
	}
	return own
}

// weakWorth is what the hiragana between words are worth.
const weakWorth = 0.35

// unknownPair is how much a pair of characters says that no text has.
var unknownPair = 1.5

// score tells how well a page answers: how much of the query, from 0 to 1, and its rank among those that answer as much.
func (sc *scorer) score(texts []pageText) (coverage, score float64) {
	for _, l := range sc.langs {
		for _, t := range texts {
			if t.lang != l.lang {
				continue
			}
			c, s := sc.inText(t.passages)
			coverage, score = max(coverage, c), max(score, s*l.worth)
		}
	}
	return coverage, score
}

// inText scores one language's text. A phrase that answers much of the query by itself counts more than pieces that stand
// apart.
func (sc *scorer) inText(list []passage) (coverage, score float64) {
	for i, u := range sc.units {
		answered, worth := 0.0, 0.0
		for _, p := range list {
			a := u.answered(p)
			answered, worth = max(answered, a), max(worth, a*p.worth)
		}
		coverage += sc.weights[i] * answered
		score += sc.weights[i] * worth
	}
	together := 0.0
	for _, p := range list {
		together = max(together, sc.together(p))
	}
	return coverage, score + togetherWorth*together
}

const (
	togetherWorth = 0.6
	nameWorth     = 2.0 // of a section that a query says by name
)

// together is how much of the query one passage answers, and for a phrase also how much of the phrase the query says.
func (sc *scorer) together(p passage) float64 {
	cover := 0.0
	said := map[string]bool{}
	for i, u := range sc.units {
		cover += sc.weights[i] * u.answered(p)
		u.says(p, said)
	}
	if cover == 0 {
		return 0
	}
	precision := 0.5
	if p.whole && p.count > 0 {
		precision = float64(len(said)) / float64(len(p.terms))
	}
	if p.name && cover > 0.99 && precision > 0.99 {
		return nameWorth
	}
	close := 0.0
	if sc.whole != "" && strings.Contains(strings.ReplaceAll(p.text, " ", ""), sc.whole) {
		close = 0.2
	}
	return p.worth * cover * (0.6 + 0.4*math.Min(1, precision) + close)
}

// answered is how much of a unit a passage has, from 0 to 1.
func (u unit) answered(p passage) float64 {
	best := 0.0
	if n := len(u.terms); n > 0 {
		have, weight, all := 0, 0.0, 0.0
		for i, t := range u.terms {
			all += u.weights[i]
			if p.terms[t] {
				have++
				weight += u.weights[i]
			}
		}
		switch {
		case have == n:
			best = 1
		case u.loose && all > 0:
			best = weight / all
		}
	}
	if len(u.parts) > 0 && best < 0.8 && !slices.ContainsFunc(u.parts, func(t string) bool { return !p.terms[t] }) {
		best = 0.8
	}
	for _, a := range u.alts {
		if best >= a.worth {
			continue
		}
		sum := 0.0
		for _, one := range a.units {
			sum += one.answered(p)
		}
		best = max(best, a.worth*sum/float64(len(a.units)))
	}
	return best
}

// says notes the terms of a passage that a unit has.
func (u unit) says(p passage, said map[string]bool) {
	for _, t := range u.terms {
		if p.terms[t] {
			said[t] = true
		}
	}
	for _, a := range u.alts {
		for _, one := range a.units {
			one.says(p, said)
		}
	}
}
