package site

import (
	"cmp"
	"slices"

	"errbook/site/catalog"
	"errbook/site/locale"
	"errbook/site/page"
)

// maxFeed bounds the entries of a feed: the latest count. Those of the day on which the first codes were published, which are no
// news, give way to all others.
const maxFeed = 200

// events are what codes.lock and site.toml know to have happened to published codes, the latest first, and of a day in the order
// of the documents. A site without codes.lock has none.
func (s *Site) events(volumes []*page.Volume) (list []page.Event) {
	for n, v := range volumes {
		for i, p := range v.Pages {
			list = append(list, s.eventsOf(v.Model, n, i, p)...)
		}
	}
	latest := func(a, b page.Event) int { return cmp.Compare(b.Day, a.Day) }
	slices.SortStableFunc(list, latest)
	first := firstDay(list)
	slices.SortStableFunc(list, func(a, b page.Event) int { return cmp.Compare(isOf(first, a), isOf(first, b)) })
	list = list[:min(len(list), maxFeed)]
	slices.SortStableFunc(list, latest)
	return list
}

// firstDay is the day on which the first codes were published.
func firstDay(list []page.Event) (day string) {
	for _, e := range list {
		if e.Kind == page.Added && (day == "" || e.Day < day) {
			day = e.Day
		}
	}
	return day
}

// isOf is 1 for a code that was published on the first day, else 0.
func isOf(first string, e page.Event) int {
	if e.Kind == page.Added && e.Day == first {
		return 1
	}
	return 0
}

// feed publishes the feed of a language.
func (b *build) feed(l locale.Language, e *page.Edition) error {
	if len(e.Events) == 0 {
		return nil
	}
	data, err := e.Feed(e.Events)
	if err != nil {
		return err
	}
	return b.putText(page.FeedPath(l.Tag), string(data))
}

func (s *Site) eventsOf(c *catalog.Catalog, n, i int, p page.CodePage) (list []page.Event) {
	was, ok := s.lock.codes[c.ID+"/"+p.Code.Text]
	if !ok {
		return nil
	}
	add := func(kind page.EventKind, day string) {
		list = append(list, page.Event{Volume: n, Page: i, Kind: kind, Day: day})
	}
	if r := p.Retired(); r != nil {
		add(page.Retired, r.Since)
	}
	if was.Changed > was.Added {
		add(page.Changed, was.Changed)
	}
	add(page.Added, was.Added)
	return list
}
