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
)

// How many pages are looked at closely to order them: few of an index so large that they are not all kept.
const (
	maxRanked      = 100
	maxRankedSmall = 1000
)

func (x *Index) ranked() int {
	if x.manifest.Documents <= maxLooked {
		return maxRankedSmall
	}
	return maxRanked
}

// run asks the index and orders what it gives, codes in use first, by how well each page answers (see score), and then by the order of codes.
// Pages that answer too little are left out, but for those that have every unit.
func (s *searcher) run(ctx context.Context, q query.Query, every bool) ([]candidate, int, error) {
	q = s.within(q)
	res, err := s.x.text.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, s.x.ranked(), 0, false))
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	sc, err := s.scorer(ctx)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	total := int(res.Total)
	list := make([]candidate, 0, len(res.Hits))
	for _, h := range res.Hits {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		catalog, code, _ := strings.Cut(h.ID, "/")
		i, ok := s.x.store.set.Lookup(catalog, code)
		if !ok {
			return nil, 0, errors.New("search: the index names a code that the table lacks: " + h.ID)
		}
		texts, err := s.x.passages(i)
		if err != nil {
			return nil, 0, err
		}
		a := sc.score(texts)
		if !every && !sc.enough(a) {
			total--
			continue
		}
		list = append(list, candidate{i, a.score})
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(s.x.store.age(a.index), s.x.store.age(b.index)), cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
	if !every && len(res.Hits) < int(res.Total) {
		total = len(list) // of those that were not looked at, nobody knows
	}
	return list, total, nil
}
