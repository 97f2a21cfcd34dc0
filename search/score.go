package search

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
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

// leastCoverage is the part of a query that a page must answer to be a result.
const leastCoverage = 0.42

// scorer scores pages for one query.
type scorer struct {
	units   []unit
	weights []float64 // of the units, one in sum
	langs   []langWorth
	whole   string // the units' texts in a row
}

type langWorth struct {
	lang  string
	worth float64
}

// scorer prepares the query. It asks the index how many pages have each term.
func (s *searcher) scorer(ctx context.Context) (*scorer, error) {
	sc := &scorer{units: s.units, langs: s.langWorths()}
	df, closeDF, err := s.x.frequencies(ctx, sc.langs)
	if err != nil {
		return nil, err
	}
	defer closeDF()
	var sum float64
	for _, u := range s.units {
		w := unitWeight(u, df)
		sc.weights = append(sc.weights, w)
		sum += w
		sc.whole += u.text
	}
	for i := range sc.weights {
		sc.weights[i] /= max(sum, 1e-9)
	}
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
		known[term] = v
		return v
	}
	return rarity, func() { _ = reader.Close() }, nil
}

// unitWeight is how much a unit says: the rarity of its terms on average, and more for a long run.
func unitWeight(u unit, rarity func(string) float64) float64 {
	if len(u.terms) == 0 {
		best := 0.0
		for _, a := range u.alts {
			w := 0.0
			for _, one := range a.units {
				w += unitWeight(one, rarity)
			}
			best = max(best, w*a.worth)
		}
		return best
	}
	sum := 0.0
	for _, t := range u.terms {
		sum += rarity(t)
	}
	average := sum / float64(len(u.terms))
	if len(u.alts) > 0 { // a word that no text has says as much as those that may have been meant
		for _, a := range u.alts {
			w := 0.0
			for _, one := range a.units {
				w += unitWeight(one, rarity)
			}
			average = min(average, max(w, 1))
		}
	}
	return average * math.Min(3, 1+0.5*float64(len(u.terms)-1))
}

// passage is a piece of a page's text, as terms.
type passage struct {
	worth float64
	terms map[string]bool
	text  string // folded
	count int    // of its terms
	whole bool   // a phrase of its own: how much of it the query says counts too
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

// passages are those of a page in one language.
func passages(p page, t Text) (list []passage) {
	list = append(list, newPassage(titleWorth, t.Title, true), newPassage(bodyWorth, t.Body, false))
	for _, phrase := range strings.Split(t.Symptoms, "\n") {
		if phrase != "" {
			list = append(list, newPassage(symptomWorth, phrase, true))
		}
	}
	if t.Notes != "" {
		list = append(list, newPassage(notesWorth, t.Notes, false))
	}
	return append(list, newPassage(sectionWorth, t.Section, true), newPassage(symbolWorth, strings.Join(p.Symbols, " "), false))
}

// score tells how well a page answers: how much of the query, from 0 to 1, and its rank among those that answer as much.
func (sc *scorer) score(p page) (coverage, score float64) {
	for _, l := range sc.langs {
		for i, t := range p.Texts {
			if t.Lang != l.lang {
				continue
			}
			c, s := sc.inText(p.passages(i))
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

const togetherWorth = 0.6

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
		have := 0
		for _, t := range u.terms {
			if p.terms[t] {
				have++
			}
		}
		switch {
		case have == n:
			best = 1
		case u.loose:
			best = float64(have) / float64(n)
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
