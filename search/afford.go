package search

import (
	"cmp"
	"context"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// maxPostings bounds how many entries of the index are read where any part of a query may do. An entry is one page's for a
// term in a field.
const maxPostings = 400_000

// affordable returns the pieces of a query that can be looked for without reading more than most entries, in their order:
// where all together have more, the commonest, which tell pages apart the least, are left out, but never all. In a small
// index that is none.
func (x *Index) affordable(ctx context.Context, pieces []unit, set fieldSet, most uint64) ([]unit, error) {
	if uint64(x.manifest.Documents*len(pieces)) <= most {
		return pieces, nil
	}
	advanced, err := x.text.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	costs, order := make([]uint64, len(pieces)), make([]int, len(pieces))
	for i, u := range pieces {
		costs[i], order[i] = u.postings(ctx, reader, set), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(costs[a], costs[b]) })
	n, sum := 0, uint64(0)
	for n < len(order) && (n < 1 || sum+costs[order[n]] <= most) {
		sum += costs[order[n]]
		n++
	}
	kept := order[:n]
	slices.Sort(kept)
	out := make([]unit, n)
	for i, at := range kept {
		out[i] = pieces[at]
	}
	return out, nil
}

// postings is how many entries are read at most to find the unit in any of the fields. A field that the index lacks has
// none.
func (u unit) postings(ctx context.Context, reader index.IndexReader, set fieldSet) (sum uint64) {
	for _, f := range set {
		least := uint64(0)
		for i, t := range u.terms {
			r, err := reader.TermFieldReader(ctx, []byte(t), f.name, false, false, false)
			if err != nil {
				continue
			}
			if n := r.Count(); i == 0 || n < least {
				least = n
			}
			_ = r.Close() // nothing was read from it
		}
		sum += least
	}
	for _, a := range u.alts {
		for _, one := range a.units {
			sum += one.postings(ctx, reader, set)
		}
	}
	return sum
}
