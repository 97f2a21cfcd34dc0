package search

import (
	"context"
	"math"
	"strings"
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

// A page must answer a part of a query to be a result: the more a query says, the less of it, because people tell their story
// around what happened.
const (
	leastOfFew  = 0.55  // of one or two words
	leastByWord = 0.045 // less for each more
	leastOfMany = 0.28
	leastWords  = 1.4 // of a query that has as many
)

func least(words float64) float64 {
	return max(leastOfMany, leastOfFew-leastByWord*max(0, words-2))
}

// scorer scores pages for one query.
type scorer struct {
	units   []unit
	weights []float64 // of the units, one in sum
	langs   []langWorth
	whole   string  // the query as it is written, folded, without spaces
	least   float64 // part of the query that a page must answer
	words   float64 // about how many words the query has
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
	}
	for i := range sc.weights {
		sc.weights[i] /= max(sum, 1e-9)
	}
	sc.least, sc.words, sc.whole = least(words), words, unspaced(fold(s.rest))
	return sc, nil
}

// answer is how well a page answers a query.
type answer struct {
	coverage float64 // part of the query's weight, from 0 to 1
	words    float64 // about how many of its words in one passage
	score    float64 // its rank among others
}

// enough tells whether a page answers enough of the query to be a result: one word of several is a coincidence.
func (sc *scorer) enough(a answer) bool {
	return a.coverage >= sc.least && a.words >= min(sc.words, leastWords)
}

// score tells how well a page answers, in the language in which it does best.
func (sc *scorer) score(texts []pageText) (best answer) {
	for _, l := range sc.langs {
		for _, t := range texts {
			if t.lang != l.lang {
				continue
			}
			a := sc.inText(t.passages)
			best = answer{max(best.coverage, a.coverage), max(best.words, a.words), max(best.score, a.score*l.worth)}
		}
	}
	return best
}

// inText scores one language's text. A phrase that answers much of the query by itself counts more than pieces that stand
// apart.
func (sc *scorer) inText(list []passage) (a answer) {
	for i, u := range sc.units {
		answered, worth := 0.0, 0.0
		for _, p := range list {
			n := u.answered(p)
			answered, worth = max(answered, n), max(worth, n*p.worth)
		}
		a.coverage += sc.weights[i] * answered
		a.score += sc.weights[i] * worth
	}
	together := 0.0
	for _, p := range list {
		said := 0.0
		for _, u := range sc.units {
			said += u.words() * u.answered(p)
		}
		a.words, together = max(a.words, said), max(together, sc.together(p))
	}
	a.score += togetherWorth * together
	return a
}

const (
	togetherWorth  = 0.6
	precisionShare = 0.4 // how much of a phrase's worth hangs on how much of it the query says
	closeWorth     = 0.2 // of a passage that has the whole query as it is written
	startWorth     = 0.5 // of a phrase that starts with it, where it is more than a word, but for an article
	calledWorth    = 0.8 // of a description that has the whole query as an identifier
	articleLength  = 3
	nameWorth      = 2.6 // of a section that a query says by name
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
	return p.worth * cover * (1 - precisionShare + precisionShare*math.Min(1, precision) + sc.close(p))
}

// close is what it is worth that a passage has the whole query as it is written.
func (sc *scorer) close(p passage) float64 {
	at := strings.Index(unspaced(p.text), sc.whole)
	switch {
	case sc.calls(p):
		return calledWorth
	case sc.whole == "" || at < 0:
		return 0
	case p.whole && at <= articleLength && len(sc.units) > 1:
		return startWorth
	}
	return closeWorth
}

// calls tells whether the query is an identifier of the passage and nothing else.
func (sc *scorer) calls(p passage) bool {
	return len(sc.units) == 1 && len(sc.units[0].terms) == 1 && p.identifiers[sc.units[0].terms[0]]
}

func unspaced(text string) string { return strings.ReplaceAll(text, " ", "") }
