package site

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"errbook/search"
	"errbook/search/codes"
	"errbook/site/catalog"
	"errbook/site/page"
	"errbook/site/prose"
	"errbook/site/publish"
)

// IndexDir is the search index of a site whose output folder is out.
func IndexDir(out string) string { return publish.StatePath(out, indexName) }

const indexName = "index"

// index publishes the search index.
func (b *build) index(ctx context.Context) error {
	b.progress(Step{Name: "index"})
	usable := func(dir string) bool {
		x, err := b.site.openIndex(dir)
		if err != nil {
			return false
		}
		return x.Close() == nil
	}
	return b.out.PutState(indexName, b.site.build, usable, func(dir string) error {
		return search.Build(ctx, dir, search.Options{Build: b.site.build, Languages: b.site.searchLanguages(), Same: b.site.Same}, b.documents())
	})
}

// OpenIndex opens the search index that a build left in the output folder out, after it has verified every file of it. An
// index for other languages than the site's is refused: site.toml was changed since.
func (s *Site) OpenIndex(out string) (*search.Index, error) { return s.openIndex(IndexDir(out)) }

func (s *Site) openIndex(dir string) (*search.Index, error) {
	x, err := search.Open(dir)
	if err != nil {
		return nil, err
	}
	same := func(a, b search.Language) bool { return a.Tag == b.Tag && slices.Equal(a.Fallback, b.Fallback) }
	if want, have := s.searchLanguages(), x.Languages(); !slices.EqualFunc(want, have, same) {
		err := fmt.Errorf("%s: %w: it was built for %s, and the site now has %s", dir, search.ErrMismatch, languageList(have), languageList(want))
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// languageList names languages with those that each falls back to.
func languageList(list []search.Language) string {
	var names []string
	for _, l := range list {
		names = append(names, strings.Join(append([]string{l.Tag}, l.Fallback...), ">"))
	}
	return strings.Join(names, ", ")
}

// Chain is a language with those that it falls back to, the source language last.
func (s *Site) Chain(tag string) []string {
	chain := []string{tag}
	for _, t := range append(slices.Clone(s.Config.Fallback[tag]), s.Config.Source) {
		if !slices.Contains(chain, t) {
			chain = append(chain, t)
		}
	}
	return chain
}

func (s *Site) searchLanguages() (list []search.Language) {
	for _, l := range s.Languages {
		list = append(list, search.Language{Tag: l.Tag, Fallback: s.Chain(l.Tag)[1:]})
	}
	return list
}

// documents streams what search is to know: catalogue after catalogue, codes in natural order.
func (b *build) documents() iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		for n, v := range b.site.Book.Volumes {
			for _, i := range naturalOrder(v) {
				if !yield(b.document(n, i)) {
					return
				}
			}
		}
	}
}

// naturalOrder lists the pages of a catalogue by their codes.
func naturalOrder(v *page.Volume) []int {
	order := make([]int, len(v.Pages))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return codes.Compare(v.Pages[a].Code.Text, v.Pages[b].Code.Text) })
	return order
}

func (b *build) document(n, i int) search.Document {
	v := b.site.Book.Volumes[n]
	p := v.Pages[i]
	d := search.Document{
		Catalog: v.Model.ID, Code: searchCode(v.Model, p), Section: sectionID(p.Entries[0].Section), Symbols: symbols(p),
		Retired: p.Retired() != nil,
	}
	for _, r := range b.records[n][i] {
		d.Texts = append(d.Texts, search.Text{Lang: r.Lang, Title: r.Title, Body: r.Body(), Notes: r.Notes, Symptoms: r.Symptoms, Section: r.Meanings[0].Section})
	}
	return d
}

func searchCode(c *catalog.Catalog, p page.CodePage) codes.Code {
	return codes.Code{Catalog: c.ID, Text: p.Code.Text, Range: p.Code.Kind() != "single", Lo: p.Code.Lo, Hi: p.Code.Hi,
		Number: c.Numbers, Aliases: pageAliases(p)}
}

func pageAliases(p page.CodePage) (list []string) {
	for _, e := range p.Entries {
		list = append(list, aliases(e)...)
	}
	return list
}

func symbols(p page.CodePage) (list []string) {
	for _, e := range p.Entries {
		if f, ok := e.Field(catalog.RoleSymbol); ok {
			list = append(list, prose.Line(prose.Plain(f.Text)))
		}
	}
	return list
}

// CodeSet returns all codes of the site for looking one up, in the order in which the search index has them, and for each
// the numbers of its catalogue and page.
func (s *Site) CodeSet() (*codes.Set, [][2]int) {
	var list []codes.Code
	var where [][2]int
	for n, v := range s.Book.Volumes {
		for _, i := range naturalOrder(v) {
			list = append(list, searchCode(v.Model, v.Pages[i]))
			where = append(where, [2]int{n, i})
		}
	}
	return codes.NewSet(list), where
}
