package server

import (
	"cmp"
	"slices"

	"errbook/search"
	"errbook/site/page"
)

// maxFacets is how many catalogues or sections a page offers to choose from.
const maxFacets = 30

// place is where hits stand.
type place struct {
	catalog, section string
	title            string
	count            int
}

// facets counts where the hits of a query that is not narrowed down stand: by catalogue, and within the chosen catalogue by
// section, most hits first. A group in which there is nothing to choose is left out.
func (s *resultPage) facets(all search.Result) (catalogs, sections []page.Facet) {
	var byCatalog, bySection []place
	within := 0
	whole := all.Total <= len(all.Hits) // else nobody has counted those that are not shown
	number := func(n int) int {
		if whole {
			return n
		}
		return 0
	}
	for _, h := range all.Hits {
		byCatalog = counted(byCatalog, place{catalog: h.Catalog, title: s.catalogTitle(h.Catalog)})
		if s.q.Catalog != "" && h.Catalog != s.q.Catalog {
			continue
		}
		within++
		if h.SectionID != "" {
			bySection = counted(bySection, place{catalog: h.Catalog, section: h.SectionID, title: h.Section})
		}
	}
	if len(byCatalog) > 1 || s.q.Catalog != "" && len(s.snap.site.Catalogs) > 1 {
		catalogs = append(catalogs, page.Facet{URL: s.url("", ""), Count: all.Total, Current: s.q.Catalog == ""})
		for _, p := range mostFirst(byCatalog) {
			catalogs = append(catalogs, page.Facet{
				URL: s.url(p.catalog, ""), Title: viewText(p.title, ""), Count: number(p.count), Current: p.catalog == s.q.Catalog})
		}
	}
	if len(bySection) > 1 || s.q.Section != "" {
		sections = append(sections, page.Facet{URL: s.url(s.q.Catalog, ""), Count: s.inCatalog(all, within, number), Current: s.q.Section == ""})
		for _, p := range mostFirst(bySection) {
			sections = append(sections, page.Facet{
				URL: s.url(s.catalogOf(p), p.section), Title: viewText(p.title, ""), Within: s.within(p, bySection), Count: number(p.count),
				Current: p.section == s.q.Section && (s.q.Catalog == "" || p.catalog == s.q.Catalog)})
		}
	}
	return catalogs, sections
}

// inCatalog is how many hits there are in the chosen catalogue, or in all; 0 where that is not known.
func (s *resultPage) inCatalog(all search.Result, within int, number func(int) int) int {
	if s.q.Catalog == "" {
		return all.Total
	}
	return number(within)
}

// catalogOf is the catalogue that the address of a section names: in a site of one it goes without saying.
func (s *resultPage) catalogOf(p place) string {
	if len(s.snap.site.Catalogs) == 1 {
		return ""
	}
	return p.catalog
}

// within is the title of the section around a place, where that is needed to tell it from another of the same title.
func (s *resultPage) within(p place, among []place) string {
	same := func(q place) bool { return q.title == p.title && (q.catalog != p.catalog || q.section != p.section) }
	if !slices.ContainsFunc(among, same) {
		return ""
	}
	for _, known := range s.ed.places() {
		if known.Catalog == p.catalog && known.Section == p.section {
			return known.Parent
		}
	}
	return ""
}

func (s *resultPage) catalogTitle(id string) string {
	return s.ed.pages.CatalogTitle(id)
}

// counted adds one to the place of a hit.
func counted(list []place, p place) []place {
	i := slices.IndexFunc(list, func(q place) bool { return q.catalog == p.catalog && q.section == p.section })
	if i < 0 {
		i = len(list)
		list = append(list, p)
	}
	list[i].count++
	return list
}

// mostFirst puts the places with most hits first, and of equals the one that was met first.
func mostFirst(list []place) []place {
	slices.SortStableFunc(list, func(a, b place) int { return cmp.Compare(b.count, a.count) })
	return list[:min(len(list), maxFacets)]
}
