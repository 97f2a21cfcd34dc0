package server

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"errbook/search"
)

// maxEmbedURL is how long an address may be that is looked at, in bytes.
const maxEmbedURL = 2000

// embedTarget is what an address of the site leads to: codes of the set, in a language. For a short link that is "", since the
// reader's counts.
type embedTarget struct {
	lang    string
	found   []int
	short   bool
	catalog bool // a short link that names the catalogue
}

// embedTarget reads an address of a code's page or short link. Its host is to be that of the base URL or the one that was
// asked; its path may have the site's own in front or not, as in requests.
func (s *snapshot) embedTarget(raw, host string) (t embedTarget, ok bool) {
	u, err := url.Parse(raw)
	if err != nil || len(raw) > maxEmbedURL || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Opaque != "" {
		return t, false
	}
	base, err := url.Parse(s.site.Book.BaseURL)
	if err != nil || !strings.EqualFold(u.Host, base.Host) && !strings.EqualFold(u.Host, host) {
		return t, false
	}
	at := u.Path
	if rest, below := strings.CutPrefix(at, base.Path); below {
		at = "/" + rest
	}
	if at = strings.TrimSuffix(at, "/"); at == "" || at != path.Clean(at) {
		return t, false
	}
	if strings.HasPrefix(at, "/c/") {
		catalog, code, ok := s.shortParts(&url.URL{Path: at})
		t.short, t.catalog = true, catalog != ""
		if ok {
			t.found = s.lookup(catalog, code)
		}
	} else {
		t.lang, t.found = s.pageTarget(at)
	}
	t.found = t.found[:min(len(t.found), maxEmbedded)]
	return t, len(t.found) > 0
}

// pageTarget reads the path of a code's page in a language.
func (s *snapshot) pageTarget(at string) (lang string, found []int) {
	parts := strings.SplitN(strings.TrimPrefix(at, "/"), "/", 3)
	if len(parts) < 3 {
		return "", nil
	}
	lang = s.languageNamed(parts[0])
	id, ok := s.catalogID(parts[1])
	if lang == "" || !ok {
		return "", nil
	}
	return lang, s.lookup(id, strings.TrimSuffix(parts[2], "/index.html"))
}

// embedURL is the address that stands for an address: the page in its language, or the short link.
func (s *snapshot) embedURL(t embedTarget, d search.Document) string {
	book := s.site.Book
	switch {
	case !t.short:
		return book.BaseURL + book.Slugs.CodePath(t.lang, d.Catalog, d.Code.Text)
	case t.catalog || len(t.found) > 1:
		return book.BaseURL + book.Slugs.ShortCatalogPath(d.Catalog, d.Code.Text)
	}
	return book.BaseURL + book.Slugs.ShortPath(d.Code.Text)
}

// discover tells programs where the oEmbed of a code's page is, by a header: where no server answers, nothing points to it.
func (v *Server) discover(w http.ResponseWriter, name string) {
	snap := v.current.Load()
	dir, isPage := strings.CutSuffix(name, "/index.html")
	parts := strings.Split(dir, "/")
	if !isPage || len(parts) != 3 {
		return
	}
	_, isLang := snap.editions[parts[0]]
	id, ok := snap.catalogID(parts[1])
	if !isLang || !ok {
		return
	}
	for _, i := range snap.bySlug[strings.ToLower(parts[2])] {
		c, book := snap.set.At(i), snap.site.Book
		if c.Catalog == id && book.Slugs.Of(c.Text) == parts[2] {
			query := url.Values{"format": {"json"}, "url": {book.BaseURL + dir + "/"}}
			w.Header().Set("Link", "<"+book.BaseURL+"api/oembed?"+query.Encode()+`>; rel="alternate"; type="application/json+oembed"`)
			return
		}
	}
}
