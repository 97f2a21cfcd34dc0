package server

import (
	"net/http"
	"net/url"
	"strings"

	"errbook/search/codes"
	"errbook/site/page"
)

// atRoot sends a reader to the home page in the best language. ?stay shows the chooser.
func (v *Server) atRoot(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Has("stay") {
		v.atFile(w, r)
		return
	}
	snap := v.current.Load()
	if !v.toBest(w, r, snap, page.HomePath) {
		v.notFound(w, r)
	}
}

// atShort answers short links. A code's JSON and the pages that offer all languages are files.
func (v *Server) atShort(w http.ResponseWriter, r *http.Request) {
	snap := v.current.Load()
	catalog, code, ok := snap.shortParts(r.URL)
	stay := r.URL.Query().Has("stay")
	if !ok || v.exists(r.URL.Path) || stay && v.exists(r.URL.Path+"/index.html") {
		v.atFile(w, r)
		return
	}
	other := snap.otherForm(catalog, code, stay)
	if other != "" && "/"+other != r.URL.EscapedPath() { // else the file should be there and is not: no loop
		if stay {
			other += "?stay"
		}
		v.redirect(w, r, snap, other, false)
		return
	}
	if path, many := snap.spellingOfMany(catalog, code); many && v.exists("/"+path+"index.html") {
		v.atPage(w, r, snap, path)
		return
	}
	found := snap.lookup(catalog, code)
	switch len(found) {
	case 0:
		v.notFound(w, r)
	case 1:
		c := snap.set.At(found[0])
		if !v.toBest(w, r, snap, func(lang string) string { return snap.site.Book.Slugs.CodePath(lang, c.Catalog, c.Text) }) {
			v.notFound(w, r)
		}
	default:
		// The bare code stands in several catalogues: its page lists them.
		v.atPage(w, r, snap, snap.site.Book.Slugs.ShortPath(snap.set.At(found[0]).Text)+"/")
	}
}

// atPage serves the page at a path, at no other address than its own.
func (v *Server) atPage(w http.ResponseWriter, r *http.Request, snap *snapshot, path string) {
	if r.URL.Path != "/"+path {
		v.redirect(w, r, snap, path, false)
		return
	}
	v.atFile(w, r)
}

// spellingOfMany tells whether a part of an address is no code but a spelling of several, such as a symbol that two codes have;
// path is where the page that lists them stands, if it does.
func (s *snapshot) spellingOfMany(catalog, part string) (path string, many bool) {
	if catalog != "" || len(s.bySlug[strings.ToLower(part)]) > 0 {
		return "", false
	}
	found := s.set.Resolve(part)
	for _, f := range found {
		if f.Match == codes.Exact && s.set.At(f.Index).Text != s.set.At(found[0].Index).Text {
			return s.site.Book.Slugs.ShortPath(strings.TrimSpace(part)) + "/", true
		}
	}
	return "", false
}

// otherForm is where the page that offers all languages, or the JSON, of a code in any spelling stands; "" where another
// page was asked for, or there is no such code.
func (s *snapshot) otherForm(catalog, code string, stay bool) string {
	bare, isJSON := strings.CutSuffix(code, ".json")
	slugs := s.site.Book.Slugs
	found := s.lookup(catalog, bare)
	if len(found) == 0 || !isJSON && !stay {
		return ""
	}
	c := s.set.At(found[0])
	switch {
	case isJSON:
		return slugs.JSONPath(c.Catalog, c.Text)
	case catalog != "":
		return slugs.ShortCatalogPath(c.Catalog, c.Text) + "/"
	}
	return slugs.ShortPath(c.Text) + "/"
}

// shortParts takes the address of a short link apart. A code that holds a slash may stand with the slash or with %2F.
func (s *snapshot) shortParts(u *url.URL) (catalog, code string, ok bool) {
	rest := strings.TrimSuffix(strings.TrimPrefix(u.Path, "/c/"), "/")
	if rest == "" {
		return "", "", false
	}
	first, second, two := strings.Cut(rest, "/")
	if id, known := s.catalogID(first); two && known {
		return id, second, true
	}
	return "", rest, true
}

// atUnknownPage sends /<lang>/<catalog>/<code> in another spelling to the code's page in that language, and a language or
// catalogue in another case to its own. It reports false where the path means no page.
func (v *Server) atUnknownPage(w http.ResponseWriter, r *http.Request, snap *snapshot) bool {
	parts := strings.SplitN(strings.Trim(r.URL.Path, "/"), "/", 3)
	lang := snap.languageNamed(parts[0])
	if lang == "" {
		return false
	}
	if len(parts) == 3 {
		id, ok := snap.catalogID(parts[1])
		if !ok {
			return false
		}
		found := snap.lookup(id, parts[2])
		if len(found) == 0 {
			return false
		}
		path := snap.site.Book.Slugs.CodePath(lang, id, snap.set.At(found[0]).Text)
		if "/"+path == r.URL.Path {
			return false // the page should be there and is not: no loop
		}
		v.redirect(w, r, snap, path, false)
		return true
	}
	if lang == parts[0] {
		return false
	}
	parts[0] = lang
	there := url.URL{Path: strings.Join(parts, "/") + "/"}
	v.redirect(w, r, snap, there.EscapedPath(), false)
	return true
}

// languageNamed finds a language by its tag in any case; "" where the site has none of that name.
func (s *snapshot) languageNamed(tag string) string {
	for known := range s.editions {
		if strings.EqualFold(known, tag) {
			return known
		}
	}
	return ""
}

// redirect sends a reader to a path of the site. The path starts with a tag of the site or with c/, whatever was asked, and is
// escaped, so that nobody is sent elsewhere.
func (v *Server) redirect(w http.ResponseWriter, r *http.Request, snap *snapshot, path string, byLanguage bool) {
	if byLanguage {
		varies(w)
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Location", snap.site.Book.BasePath+path)
	w.WriteHeader(http.StatusFound)
}
