package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

const (
	maxEcho    = 1000 // characters of a query that are given back
	maxNearest = 5    // codes offered where none was found
	maxMissing = 3    // unknown numbers for which codes are offered
)

// Search answers a query. A query that names an unknown language, catalogue or section, or a limit out of bounds, is a
// *QueryError. An empty one has no hits.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	if err := x.check(&q); err != nil {
		return Result{}, err
	}
	f := x.store.set.Find(q.Text)
	s := &searcher{x: x, q: q, chain: x.chains[q.Lang], units: unitsOf(f.Rest, x.lexicon), rest: clipBytes(f.Rest, maxQuery)}
	r := Result{Build: x.Build(), Query: s.read(f), Hits: []Hit{}, Nearest: []Hit{}}
	found := s.inPlace(f.Found)
	if err := s.codeHits(&r, found); err != nil {
		return Result{}, err
	}
	if err := s.textHits(ctx, &r, f, found); err != nil {
		return Result{}, err
	}
	if len(found) == 0 {
		return r, s.nearest(&r, f)
	}
	return r, nil
}

// check completes a query and refuses one that cannot be meant.
func (x *Index) check(q *Query) error {
	if q.Lang == "" && len(x.manifest.Languages) > 0 {
		q.Lang = x.manifest.Languages[0].Tag
	}
	if _, ok := x.chains[q.Lang]; !ok && q.Lang != "" {
		var known []string
		for _, l := range x.manifest.Languages {
			known = append(known, l.Tag)
		}
		return &QueryError{fmt.Sprintf("unknown language %q", clip(q.Lang, 50)), "lang is one of: " + strings.Join(known, ", ")}
	}
	if err := x.checkPlace(*q); err != nil {
		return err
	}
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	if q.Limit < 1 || q.Limit > MaxLimit {
		return &QueryError{fmt.Sprintf("limit %d is out of bounds", q.Limit), fmt.Sprintf("limit is 1 to %d", MaxLimit)}
	}
	q.Text = strings.ToValidUTF8(clipBytes(q.Text, MaxText), " ")
	return nil
}

// searcher is the work on one query.
type searcher struct {
	x     *Index
	q     Query
	chain []string
	units []unit
	rest  string // of the query, without codes
}

func (s *searcher) read(f codes.Finding) Read {
	r := Read{Text: clip(s.q.Text, maxEcho), Codes: []string{}}
	for _, h := range f.Found {
		if len(r.Codes) == MaxLimit {
			break
		}
		if h.Match != codes.Prefix && !slices.Contains(r.Codes, h.Read) {
			r.Codes = append(r.Codes, h.Read)
		}
	}
	for _, u := range f.Unknown[:min(len(f.Unknown), MaxLimit)] {
		r.Unknown = append(r.Unknown, clip(u.Read, 100))
	}
	return r
}

func (s *searcher) codeHits(r *Result, found []codes.Found) error {
	r.Total = len(found)
	for _, f := range found[:min(len(found), s.q.Limit)] {
		h, err := s.hit(f.Index, f.Match)
		if err != nil {
			return err
		}
		h.Cued, h.Reason = f.Cued, s.x.store.set.Reason(f)
		if f.Written != h.Code {
			h.Written = f.Written
		}
		r.Hits = append(r.Hits, h)
	}
	return nil
}

// sayNothing tells whether the words beside codes are not to be searched: those that say nothing, where there are codes; and
// a single one beside a code that was asked for and is not there, because it does not make up for that.
func (s *searcher) sayNothing(f codes.Finding, found []codes.Found) bool {
	says := 0
	for _, u := range s.units {
		if !u.weak {
			says++
		}
	}
	if says == 0 {
		return len(found) > 0 || len(f.Unknown) > 0
	}
	return len(found) == 0 && len(s.units) == 1 && slices.ContainsFunc(f.Unknown, func(u codes.Unknown) bool { return u.Cued })
}

func (s *searcher) textHits(ctx context.Context, r *Result, f codes.Finding, found []codes.Found) error {
	if s.x.text == nil || len(s.units) == 0 {
		return nil
	}
	if s.sayNothing(f, found) {
		return nil
	}
	strict := len(found) > 0 || len(f.Unknown) > 0
	list, total, err := s.text(ctx, strict)
	if err != nil {
		return err
	}
	r.Total += total
	named := map[int]bool{}
	for i := range found {
		named[found[i].Index] = true
	}
	for _, c := range list {
		if named[c.index] {
			r.Total--
			continue
		}
		if len(r.Hits) < s.q.Limit {
			h, err := s.hit(c.index, codes.Text)
			if err != nil {
				return err
			}
			r.Hits = append(r.Hits, h)
		}
	}
	return nil
}

// nearest offers codes for the numbers that led to none.
func (s *searcher) nearest(r *Result, f codes.Finding) error {
	seen := map[int]bool{}
	for _, u := range f.Unknown[:min(len(f.Unknown), maxMissing)] {
		for _, i := range s.x.store.set.Nearest(u.Read, maxNearest) {
			if seen[i] || len(r.Nearest) == maxNearest || !s.isWanted(i) {
				continue
			}
			seen[i] = true
			p, err := s.x.store.page(i)
			if err != nil {
				return err
			}
			r.Nearest = append(r.Nearest, s.show(i, codes.Prefix, p, false))
		}
	}
	return nil
}

func (s *searcher) hit(i int, m codes.Match) (Hit, error) {
	p, err := s.x.store.page(i)
	return s.show(i, m, p, true), err
}

// show makes a hit of a page in the reader's language.
func (s *searcher) show(i int, m codes.Match, p page, withSnippet bool) Hit {
	c := s.x.store.set.At(i)
	t := p.text(s.chain)
	h := Hit{
		Catalog: c.Catalog, Code: c.Text, Section: p.sectionTitle(s.chain), SectionID: p.Section,
		Lang: s.q.Lang, Title: t.Title, Match: m,
	}
	h.Retired = s.x.store.retired[i]
	if t.Lang != h.Lang {
		h.TitleLang = t.Lang
	}
	if s.q.URL != nil {
		h.URL = s.q.URL(s.q.Lang, c.Catalog, c.Text)
	}
	if withSnippet {
		var lang string
		h.Snippet, lang = s.snippet(p)
		if lang != h.Lang {
			h.SnippetLang = lang
		}
	}
	return h
}

// clip returns at most n characters of a text.
func clip(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// clipBytes returns at most n bytes of a text without splitting a character.
func clipBytes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
