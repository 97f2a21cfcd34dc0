package search

import (
	"context"
	"math"
	"unicode/utf8"
)

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

// weakWorth is what the hiragana between words, and qualifiers of words, are worth.
const weakWorth = 0.35

// unknownPair is how much a pair of characters says that no text has.
const unknownPair = 1.5
