package server

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"errbook/search/codes"
	"errbook/site"
	"errbook/site/page"
)

// snapshot is what answers depend on besides the files: it is made anew for each build and never changes.
type snapshot struct {
	site     *site.Site
	set      *codes.Set
	bySlug   map[string][]int // codes of the set
	matcher  language.Matcher
	tags     []string // the matcher's languages, as site.toml has them
	editions map[string]edition
}

// edition renders the pages of a language that depend on what was asked.
type edition struct {
	pages    *page.Edition
	renderer *page.Renderer
	places   func() []page.Place // what the sections are called; read from the translations when first asked for
}

func newSnapshot(s *site.Site, set *codes.Set) (*snapshot, error) {
	snap := &snapshot{site: s, set: set, bySlug: map[string][]int{}, editions: map[string]edition{}}
	for i := range set.Len() {
		slug := strings.ToLower(s.Book.Slugs.Of(set.At(i).Text))
		snap.bySlug[slug] = append(snap.bySlug[slug], i)
	}
	for _, l := range s.Languages {
		r, err := s.Renderer(l.Tag)
		if err != nil {
			return nil, fmt.Errorf("theme in %s: %w", l.Tag, err)
		}
		snap.editions[l.Tag] = edition{s.Frame(l), r, sync.OnceValue(func() []page.Place { return s.Edition(l).Places() })}
	}
	snap.tags = matchOrder(s)
	var tags []language.Tag
	for _, t := range snap.tags {
		tags = append(tags, language.MustParse(t)) // checked with the configuration
	}
	snap.matcher = language.NewMatcher(tags)
	return snap, nil
}

// matchOrder lists the site's languages, the one for readers of none of them first: English where the site has it.
func matchOrder(s *site.Site) []string {
	tags := slices.Clone(s.Config.Languages)
	first := s.Config.Source
	if slices.Contains(tags, "en") {
		first = "en"
	}
	tags = slices.DeleteFunc(tags, func(t string) bool { return t == first })
	return append([]string{first}, tags...)
}

// lookup finds the codes of the set that one part of an address means: the very code whose address it is, else what the
// text may stand for. Catalog narrows it; "" is all. Of several readings only the most confident one counts.
func (s *snapshot) lookup(catalog, part string) (found []int) {
	in := func(i int) bool { return catalog == "" || s.set.At(i).Catalog == catalog }
	for _, i := range s.bySlug[strings.ToLower(part)] {
		if in(i) && s.site.Book.Slugs.Of(s.set.At(i).Text) == part {
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, f := range s.set.Resolve(part) {
		if in(f.Index) && (len(found) == 0 || s.set.At(found[0]).Text == s.set.At(f.Index).Text) {
			found = append(found, f.Index)
		}
	}
	return found
}

// catalogID finds a catalogue by its part of an address.
func (s *snapshot) catalogID(part string) (string, bool) {
	for _, c := range s.site.Catalogs {
		if page.CatalogPath("", c.ID) == "/"+part+"/" {
			return c.ID, true
		}
	}
	return "", false
}
