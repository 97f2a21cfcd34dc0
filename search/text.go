package search

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// candidate is a page whose text answers.
type candidate struct {
	index int
	score float64
}

// fieldSet is a choice of fields, with what a find in each is worth.
type fieldSet []field

type field struct {
	name  string
	boost float64
	lang  string // empty for the field of identifiers
}

// What a find is worth: in the reader's language, in one it falls back to, in any other, in notes, in symptoms, in a
// section's title, in an identifier.
const (
	ownBoost      = 1.0
	fallbackBoost = 0.7
	otherBoost    = 0.2
	notesBoost    = 0.4
	symptomsBoost = 0.9
	sectionBoost  = 0.3
	symbolBoost   = 2.0
)

// text returns the pages whose texts answer, best first, and how many there are in all. With strict, every unit of the
// query must be found.
func (s *searcher) text(ctx context.Context, strict bool) ([]candidate, int, error) {
	chain, all := s.fields(false), s.fields(true)
	stages := []query.Query{s.every(chain)}
	if len(all) > len(chain) {
		stages = append(stages, s.every(all))
	}
	for _, q := range stages {
		list, total, err := s.run(ctx, q, true)
		if err != nil || total > 0 {
			return list, total, err
		}
	}
	sure := slices.ContainsFunc(s.units, func(u unit) bool { return !u.weak })
	if q := s.some(all); q != nil && sure && !strict {
		return s.run(ctx, q, false)
	}
	return nil, 0, nil
}

// fields returns the fields of the reader's languages, or of all.
func (s *searcher) fields(all bool) fieldSet {
	set := fieldSet{{name: symbolField, boost: symbolBoost}}
	add := func(lang string, boost float64) {
		set = append(set, field{textField + lang, boost, lang}, field{notesField + lang, boost * notesBoost, lang},
			field{symptomsField + lang, boost * symptomsBoost, lang},
			field{sectionField + lang, boost * sectionBoost, lang})
	}
	seen := map[string]bool{}
	for i, lang := range s.chain {
		boost := ownBoost
		if i > 0 {
			boost = fallbackBoost
		}
		seen[lang] = true
		add(lang, boost)
	}
	for _, l := range s.x.manifest.Languages {
		if all && !seen[l.Tag] {
			add(l.Tag, otherBoost)
		}
	}
	return set
}

// every asks for all units, each in any one field.
func (s *searcher) every(set fieldSet) query.Query {
	var list []query.Query
	for _, u := range s.units {
		list = append(list, u.inAny(set))
	}
	return allOf(list)
}

// inAny asks for the unit in any one field, or for what may stand for it.
func (u unit) inAny(set fieldSet) query.Query {
	var list []query.Query
	if len(u.terms) > 0 {
		for _, f := range set {
			list = append(list, u.in(f))
		}
	}
	for _, a := range u.alts {
		var all []query.Query
		for _, one := range a.units {
			all = append(all, one.inAny(set.worth(a.worth)))
		}
		list = append(list, allOf(all))
	}
	return anyOf(list, 1)
}

// worth is the set with what a find is worth changed.
func (set fieldSet) worth(factor float64) fieldSet {
	out := slices.Clone(set)
	for i := range out {
		out[i].boost *= factor
	}
	return out
}

// someShare is the part of a query's pieces that a page must have to be looked at. How much they answer is told later.
var someShare = 0.15

// some asks for some of the units, each in any one field; a run of several words counts as many as it has pairs.
// For a single unit it is no different from every.
func (s *searcher) some(set fieldSet) query.Query {
	var list []query.Query
	for _, u := range s.units {
		for _, one := range u.pieces() {
			list = append(list, one.inAny(set))
		}
	}
	if len(list) < 2 {
		return nil
	}
	return anyOf(list, math.Ceil(float64(len(list))*someShare))
}

// pieces returns what may be found without the rest of the unit.
func (u unit) pieces() []unit {
	if !u.loose {
		return []unit{u}
	}
	var list []unit
	for _, t := range u.terms {
		list = append(list, unit{terms: []string{t}})
	}
	return list
}

// in asks for the unit in one field.
func (u unit) in(f field) query.Query {
	if u.char && f.lang != "" && strings.HasPrefix(f.name, textField) {
		f.name = characterField + f.lang
	}
	whole := allOf(termQueries(u.terms, f))
	if len(u.parts) == 0 {
		return whole
	}
	return anyOf([]query.Query{whole, allOf(termQueries(u.parts, f))}, 1)
}

func termQueries(terms []string, f field) []query.Query {
	list := make([]query.Query, len(terms))
	for i, t := range terms {
		q := bleve.NewTermQuery(t)
		q.SetField(f.name)
		q.SetBoost(f.boost)
		list[i] = q
	}
	return list
}

func allOf(list []query.Query) query.Query {
	if len(list) == 1 {
		return list[0]
	}
	return bleve.NewConjunctionQuery(list...)
}

func anyOf(list []query.Query, least float64) query.Query {
	if len(list) == 1 {
		return list[0]
	}
	q := bleve.NewDisjunctionQuery(list...)
	q.SetMin(least)
	return q
}
