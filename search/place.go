package search

import (
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"errbook/search/codes"
)

// places knows in which section each document stands, and which sections there are.
type places struct {
	sections []string // ids, each once, in the order in which their first documents stand
	number   map[string]int32
	of       []int32 // by document, into sections
	catalogs map[[2]string]bool
}

// add notes the place of the next document.
func (p *places) add(catalog, section string) {
	if p.number == nil {
		p.number, p.catalogs = map[string]int32{}, map[[2]string]bool{}
	}
	n, ok := p.number[section]
	if !ok {
		n = int32(len(p.sections))
		p.number[section] = n
		p.sections = append(p.sections, section)
	}
	p.of = append(p.of, n)
	p.catalogs[[2]string{catalog, section}] = true
}

// section is the id of the section in which document i stands.
func (p *places) section(i int) string { return p.sections[p.of[i]] }

// in lists the ids of a catalogue's sections, or of all where catalog is empty; documents may stand outside any.
func (p *places) in(catalog string) (list []string) {
	for _, section := range p.sections {
		if section != "" && (catalog == "" || p.catalogs[[2]string{catalog, section}]) {
			list = append(list, section)
		}
	}
	return list
}

// maxHinted is how many sections a hint names.
const maxHinted = 20

// checkPlace refuses a catalogue or section that the index does not have.
func (x *Index) checkPlace(q Query) error {
	if catalogs := x.store.set.Catalogs(); q.Catalog != "" && !slices.Contains(catalogs, q.Catalog) {
		return &QueryError{fmt.Sprintf("unknown catalog %q", clip(q.Catalog, 50)), "catalog is one of: " + strings.Join(catalogs, ", ")}
	}
	if q.Section == "" {
		return nil
	}
	known := x.store.places.in(q.Catalog)
	if slices.Contains(known, q.Section) {
		return nil
	}
	where := ""
	if q.Catalog != "" {
		where = fmt.Sprintf(" in catalog %q", q.Catalog)
	}
	message := fmt.Sprintf("unknown section %q%s", clip(q.Section, 50), where)
	switch {
	case len(known) == 0:
		return &QueryError{message, "leave section out: there is none"}
	case len(known) > maxHinted:
		return &QueryError{message, "section is the section_id of a hit, such as " + strings.Join(known[:maxHinted], ", ")}
	}
	return &QueryError{message, "section is one of: " + strings.Join(known, ", ")}
}

// isWanted tells whether document i stands where the query looks.
func (s *searcher) isWanted(i int) bool {
	return (s.q.Catalog == "" || s.x.store.set.At(i).Catalog == s.q.Catalog) &&
		(s.q.Section == "" || s.x.store.places.section(i) == s.q.Section)
}

// inPlace keeps the codes that stand where the query looks.
func (s *searcher) inPlace(found []codes.Found) []codes.Found {
	return slices.DeleteFunc(found, func(f codes.Found) bool { return !s.isWanted(f.Index) })
}

// within limits a query to the catalogue and section that were asked for.
func (s *searcher) within(q query.Query) query.Query {
	for field, id := range map[string]string{catalogField: s.q.Catalog, sectionIDField: s.q.Section} {
		if id == "" {
			continue
		}
		t := bleve.NewTermQuery(id)
		t.SetField(field)
		t.SetBoost(0)
		q = bleve.NewConjunctionQuery(q, t)
	}
	return q
}
