package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"errbook/search/codes"
)

// maxRanked is how many pages are looked at closely to order them.
const maxRanked = 120

// run asks the index and orders what it gives: by its score, raised where the units stand in the text as they were
// written, and then by the order of codes.
func (s *searcher) run(ctx context.Context, q query.Query) ([]candidate, int, error) {
	if s.q.Catalog != "" {
		q = s.within(q)
	}
	res, err := s.x.text.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, maxRanked, 0, false))
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	list := make([]candidate, 0, len(res.Hits))
	for _, h := range res.Hits {
		catalog, code, _ := strings.Cut(h.ID, "/")
		i, ok := s.x.store.set.Lookup(catalog, code)
		if !ok {
			return nil, 0, errors.New("search: the index names a code that the table lacks: " + h.ID)
		}
		p, err := s.x.store.page(i)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, candidate{i, h.Score * s.closeness(p), p})
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
	return list, int(res.Total), nil
}

// within limits a query to the catalogue that was asked for.
func (s *searcher) within(q query.Query) query.Query {
	t := bleve.NewTermQuery(s.q.Catalog)
	t.SetField(catalogField)
	t.SetBoost(0)
	return bleve.NewConjunctionQuery(q, t)
}

// closeness is 1 for a page that holds none of the units as written, and up to 3 for one with all of them in its title,
// in a language the reader is shown.
func (s *searcher) closeness(p page) float64 {
	best := 1.0
	for i, lang := range s.chain {
		for _, t := range p.Texts {
			if t.Lang != lang {
				continue
			}
			title, body := fold(t.Title), fold(t.Body)
			score := 1.0
			for _, u := range s.units {
				if strings.Contains(title, u.text) {
					score += 2 / float64(len(s.units))
				} else if strings.Contains(body, u.text) {
					score += 1 / float64(len(s.units))
				}
			}
			if i > 0 {
				score = 1 + (score-1)*fallbackBoost
			}
			best = max(best, score)
		}
	}
	return best
}

// fold returns a text as units are written.
func fold(text string) string {
	return strings.ToLower(codes.Normalize(text))
}
