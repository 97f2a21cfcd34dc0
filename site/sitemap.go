package site

import (
	"encoding/xml"
	"fmt"
	"strings"

	"errbook/site/page"
)

// A sitemap holds at most 50,000 addresses (sitemaps.org, protocol 0.9); more go into several, which an index names.
const maxSitemap = 50000

// sitemap publishes the addresses of all pages but those wholly in another language than their own.
func (b *build) sitemap() error {
	addresses := b.site.addresses()
	if len(addresses) <= maxSitemap {
		return b.putText("sitemap.xml", sitemapXML("urlset", "url", addresses))
	}
	var parts []string
	for n := 0; n*maxSitemap < len(addresses); n++ {
		name := fmt.Sprintf("sitemap-%d.xml", n+1)
		part := addresses[n*maxSitemap : min((n+1)*maxSitemap, len(addresses))]
		if err := b.putText(name, sitemapXML("urlset", "url", part)); err != nil {
			return err
		}
		parts = append(parts, b.site.Book.BaseURL+name)
	}
	return b.putText("sitemap.xml", sitemapXML("sitemapindex", "sitemap", parts))
}

func (s *Site) addresses() (list []string) {
	book := s.Book
	add := func(path string) { list = append(list, book.BaseURL+path) }
	add("")
	for _, l := range book.Languages {
		if book.HomeIn(l.Tag) {
			add(page.HomePath(l.Tag))
		}
		for n, v := range book.Volumes {
			if book.CatalogIn(l.Tag, n) {
				add(page.CatalogPath(l.Tag, v.Model.ID))
			}
			for i, p := range v.Pages {
				if l.Tag == book.Source || v.Own[l.Tag][i] {
					add(book.Slugs.CodePath(l.Tag, v.Model.ID, p.Code.Text))
				}
			}
		}
	}
	return list
}

func sitemapXML(root, element string, addresses []string) string {
	var b strings.Builder
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", root)
	for _, a := range addresses {
		fmt.Fprintf(&b, "<%s><loc>", element)
		_ = xml.EscapeText(&b, []byte(a)) // a strings.Builder takes everything
		fmt.Fprintf(&b, "</loc></%s>\n", element)
	}
	fmt.Fprintf(&b, "</%s>\n", root)
	return b.String()
}
