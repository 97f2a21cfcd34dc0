package server

import (
	"html/template"
	"net/http"
	"path"
	"strings"

	"errbook/search"
	"errbook/site/locale"
	"errbook/site/page"
)

// viewText is a plain text; lang is "" where it is the page's own.
func viewText(plain, lang string) page.Text {
	t := page.Text{HTML: template.HTML(template.HTMLEscapeString(plain)), Plain: plain}
	if l, err := locale.ParseLanguage(lang); err == nil {
		t.Lang, t.Dir = l.Tag, l.Dir
	}
	return t
}

// maxNearest is how many codes a 404 page offers.
const maxNearest = 8

// notFound answers with a page in the reader's language that offers the codes nearest to what was asked for.
func (v *Server) notFound(w http.ResponseWriter, r *http.Request) {
	snap := v.current.Load()
	if v.atUnknownPage(w, r, snap) {
		return
	}
	lang := snap.pageLanguage(r, r.URL.Path)
	body := &page.NotFound{}
	if asked, ok := snap.askedCode(r.URL.Path); ok {
		body.Asked = asked
		body.Nearest = v.nearest(snap, lang, asked)
	}
	varies(w)
	ed := snap.editions[lang]
	v.render(w, ed, ed.pages.NotFound(body), http.StatusNotFound)
}

// askedCode is the part of an address that stands where a code does.
func (s *snapshot) askedCode(urlPath string) (string, bool) {
	parts := strings.Split(strings.Trim(path.Clean(urlPath), "/"), "/")
	_, isLang := s.editions[parts[0]]
	switch {
	case parts[0] == "c" && len(parts) >= 2, isLang && len(parts) >= 3:
		return strings.TrimSuffix(parts[len(parts)-1], ".json"), true
	}
	return "", false
}

func (v *Server) nearest(snap *snapshot, lang, asked string) (hits []page.Hit) {
	x, release, ok := v.indexes.Acquire()
	if !ok {
		return nil
	}
	defer release()
	book := snap.site.Book
	for _, i := range x.Codes().Nearest(asked, maxNearest) {
		d, err := x.Document(i)
		if err != nil {
			v.log.Error("document of the index", "err", err)
			continue
		}
		title, in := shownTitle(d, snap.site.Chain(lang))
		if in == lang {
			in = ""
		}
		hits = append(hits, page.Hit{URL: book.BasePath + book.Slugs.CodePath(lang, d.Catalog, d.Code.Text),
			Code: d.Code.Text, Catalog: d.Catalog, Title: viewText(title, in)})
	}
	return hits
}

// shownTitle is a document's title in the first language of a chain that has one.
func shownTitle(d search.Document, chain []string) (title, lang string) {
	for _, tag := range chain {
		for _, t := range d.Texts {
			if t.Lang == tag {
				return t.Title, t.Lang
			}
		}
	}
	return "", ""
}

// render writes a page that a cache may keep if it asks about it each time.
func (v *Server) render(w http.ResponseWriter, ed edition, p page.Page, status int) {
	w.Header().Set("Cache-Control", "no-cache")
	v.renderKept(w, ed, p, status)
}

// renderKept writes a page; how long it may be kept has been said.
func (v *Server) renderKept(w http.ResponseWriter, ed edition, p page.Page, status int) {
	build := v.build()
	data, err := ed.renderer.Render(p.View)
	if err != nil {
		v.log.Error("template", "path", p.Path, "err", err)
		http.Error(w, "the page cannot be shown; the server's log says why", http.StatusInternalServerError)
		return
	}
	if v.reload != nil {
		data = withReload(data, build)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data) // the client may have gone
}
