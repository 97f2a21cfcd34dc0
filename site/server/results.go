package server

import (
	"context"
	"errors"
	"html"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"errbook/search"
	"errbook/search/codes"
	"errbook/site/page"
)

// ofLanguage answers what is made for each request below a language: results and the description of the search.
func (v *Server) ofLanguage(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		snap := v.current.Load()
		lang, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		ed, ok := snap.editions[lang]
		isRead := r.Method == http.MethodGet || r.Method == http.MethodHead
		switch {
		case ok && isRead && rest == "search/" && r.URL.Query().Has("q"):
			v.results(w, r, snap, lang)
		case ok && r.Method == http.MethodPost && rest == "ticket/":
			v.ticket(w, r, snap, lang)
		case ok && isRead && rest == "opensearch.xml":
			v.openSearch(w, ed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// results answers the search form of readers without JavaScript: /<lang>/search/?q=…, narrowed down by catalog and section.
func (v *Server) results(w http.ResponseWriter, r *http.Request, snap *snapshot, lang string) {
	params := r.URL.Query()
	s := &resultPage{server: v, snap: snap, ed: snap.editions[lang], q: search.Query{
		Text: clipped(strings.ToValidUTF8(params.Get("q"), ""), maxAsked), Lang: lang, Limit: search.MaxLimit,
		Catalog: params.Get("catalog"), Section: params.Get("section"),
	}}
	body, status := s.body(r.Context())
	v.render(w, s.ed, s.ed.pages.Search(body), status)
}

// maxAsked is how many characters of a query are looked at; the endpoint takes as many from an address.
const maxAsked = 8000

// resultPage is the work on one page of results.
type resultPage struct {
	server *Server
	snap   *snapshot
	ed     edition
	q      search.Query
}

func (s *resultPage) body(ctx context.Context) (*page.Search, int) {
	body := &page.Search{Query: s.q.Text, Asked: true, Places: s.ed.places(), Params: s.params(s.q.Catalog, s.q.Section)}
	book := s.snap.site.Book
	s.q.URL = func(lang, catalog, code string) string { return "../../" + book.Slugs.CodePath(lang, catalog, code) }
	all, here, err := s.ask(ctx)
	if err != nil {
		if body.Everywhere = s.url("", ""); !errors.As(err, new(*search.QueryError)) {
			s.server.log.Warn("search failed", "lang", s.q.Lang, "err", err)
			return body, http.StatusServiceUnavailable
		}
		return body, http.StatusBadRequest
	}
	body.Query, body.Total = here.Query.Text, here.Total
	body.Hits, body.Nearest = s.hits(here.Hits), s.hits(here.Nearest)
	if s.q.Catalog+s.q.Section != "" {
		body.Everywhere = s.url("", "")
	}
	body.Catalogs, body.Sections = s.facets(all)
	return body, http.StatusOK
}

// ask searches everywhere, for the facets, and where the reader wants it.
func (s *resultPage) ask(ctx context.Context) (all, here search.Result, err error) {
	if here, err = s.server.searches.Search(ctx, s.q); err != nil || s.q.Catalog+s.q.Section == "" {
		return here, here, err
	}
	q := s.q
	q.Catalog, q.Section = "", ""
	all, err = s.server.searches.Search(ctx, q)
	return all, here, err
}

func (s *resultPage) hits(list []search.Hit) (out []page.Hit) {
	for _, h := range list {
		hit := page.Hit{
			URL: h.URL, Code: h.Code, Catalog: h.Catalog, Section: h.Section, Match: string(h.Match), Retired: h.Retired, Title: viewText(h.Title, h.TitleLang),
		}
		if r := h.Reason; r != nil {
			hit.Reason = s.ed.pages.Reason(h.Code, viewReason(*r))
		}
		snippet := viewText("", h.SnippetLang)
		snippet.HTML = template.HTML(h.Snippet) // search escapes everything but <mark>
		plain := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(h.Snippet))
		switch {
		case strings.TrimSpace(plain) == strings.TrimSpace(h.Title) && h.Snippet != "":
			hit.Title.HTML = snippet.HTML // said once is enough
		default:
			hit.Snippet = snippet
		}
		out = append(out, hit)
	}
	return out
}

func viewReason(r codes.Reason) page.Reason {
	return page.Reason{Kind: string(r.Kind), Written: r.Written, Number: r.Number, Lo: r.Lo, Hi: r.Hi}
}

// params is the address of a query, as it stands behind the question mark.
func (s *resultPage) params(catalog, section string) string {
	p := url.Values{"q": {s.q.Text}}
	if catalog != "" {
		p.Set("catalog", catalog)
	}
	if section != "" {
		p.Set("section", section)
	}
	return p.Encode()
}

func (s *resultPage) url(catalog, section string) string { return "?" + s.params(catalog, section) }
