package site

import (
	"slices"

	"errbook/site/page"
)

// records keep what every edition says of every page, as plain text: by catalogue and page, the source language's first.
// They are what outlives an edition, so that one language's messages are in memory at a time.
type records [][][]page.Record

func newRecords(b *page.Book) records {
	r := make(records, len(b.Volumes))
	for n, v := range b.Volumes {
		r[n] = make([][]page.Record, len(v.Pages))
	}
	return r
}

// add keeps what an edition says of a page. Two goroutines may add to different pages at once.
func (r records) add(e *page.Edition, n, i int) {
	record, ok := e.Record(n, i)
	if !ok {
		return
	}
	if e.Lang.Tag == e.Source {
		r[n][i] = slices.Insert(r[n][i], 0, record)
	} else {
		r[n][i] = append(r[n][i], record)
	}
}

// shortLink is one page below /c/.
type shortLink struct {
	path    string
	code    string
	targets []page.ShortTarget
	alias   string // another spelling of the code, by which the link is; "" for the code itself
}

// shortLinks lists the short links of a site: for every code one that leads to all catalogues that have it, and one for
// each of those catalogues.
func (r records) shortLinks(b *page.Book) (links []shortLink) {
	byCode := map[string]int{}
	for n, v := range b.Volumes {
		for i, p := range v.Pages {
			code := p.Code.Text
			target := page.ShortTarget{Volume: n, Records: r[n][i]}
			at, ok := byCode[code]
			if !ok {
				at = len(links)
				byCode[code] = at
				links = append(links, shortLink{path: b.Slugs.ShortPath(code) + "/", code: code})
			}
			links[at].targets = append(links[at].targets, target)
			links = append(links, shortLink{path: b.Slugs.ShortCatalogPath(v.Model.ID, code) + "/", code: code, targets: []page.ShortTarget{target}})
		}
	}
	return links
}

// shown returns the record of a page in the first language of a chain that has one, else the source language's.
func (r records) shown(n, i int, chain []string) page.Record {
	for _, tag := range chain {
		for _, record := range r[n][i] {
			if record.Lang == tag {
				return record
			}
		}
	}
	return r[n][i][0]
}
