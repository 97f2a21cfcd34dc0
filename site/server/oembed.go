package server

import (
	"fmt"
	"html"
	"net/http"
	"strconv"
	"strings"

	"errbook/search"
)

// oembed is an answer of the endpoint at /api/oembed (https://oembed.com, version 1.0): what a page that shows a link to a
// code may show of it.
type oembed struct {
	Version      string `json:"version"`
	Type         string `json:"type"` // "rich", or "link" where there is no room for more
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	HTML         string `json:"html,omitempty"`
	Width        int    `json:"width,omitempty"`
	Height       int    `json:"height,omitempty"`
}

// The size of a rich answer, in pixels, and how much of a code's text it has, in characters.
const (
	embedWidth    = 600
	minEmbedWidth = 200
	lineHeight    = 24
	maxEmbedText  = 400
	maxEmbedded   = 8 // codes, of a short link that leads to several catalogues
)

// oembed answers GET /api/oembed?url=…&format=json&maxwidth=…&maxheight=… for the pages of codes and their short links. It
// fetches nothing: the URL is taken apart, and only one of this site has an answer. All links of an answer start with the
// site's base URL, whatever host was asked.
func (v *Server) oembed(w http.ResponseWriter, r *http.Request) {
	search.AllowOrigin(w, r, v.settings().Origins)
	params := r.URL.Query()
	if f := params.Get("format"); f != "" && f != "json" {
		refuse(w, http.StatusNotImplemented, "there is no answer in the format "+clipped(f, 40), "leave format out, or ask for json")
		return
	}
	if params.Get("url") == "" {
		refuse(w, http.StatusBadRequest, "the address of a code's page is missing", "give it as url, percent-encoded")
		return
	}
	room, err := embedRoom(params.Get("maxwidth"), params.Get("maxheight"))
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error(), "give a number of pixels, such as 480")
		return
	}
	snap := v.current.Load()
	target, ok := snap.embedTarget(params.Get("url"), r.Host)
	if !ok {
		refuse(w, http.StatusNotFound, "this is the address of no code of this site", "ask for a code's page or short link below "+snap.site.Book.BaseURL)
		return
	}
	if target.lang == "" {
		target.lang = snap.bestLanguage(r)
		varies(w)
	}
	docs, ok := v.documents(snap, target.found)
	if !ok {
		w.Header().Set("Retry-After", "5")
		refuse(w, http.StatusServiceUnavailable, "there is no index now", "try again in a few seconds")
		return
	}
	writeJSON(w, http.StatusOK, "application/json", snap.embed(target, docs, room))
}

// refuse answers a request of a program that cannot be answered.
func refuse(w http.ResponseWriter, status int, message, hint string) {
	writeJSON(w, status, "application/json", map[string]any{"error": map[string]string{"message": message, "hint": hint}})
}

// size is the room that a page has for what it embeds, in pixels; 0 is as much as it takes.
type size struct{ width, height int }

func embedRoom(width, height string) (s size, err error) {
	for _, p := range []struct {
		name, value string
		to          *int
	}{{"maxwidth", width, &s.width}, {"maxheight", height, &s.height}} {
		if p.value == "" {
			continue
		}
		n, err := strconv.Atoi(p.value)
		if err != nil || n < 1 {
			return s, fmt.Errorf("%s is no number of pixels", p.name)
		}
		*p.to = n
	}
	return s, nil
}

// documents gives what the index has of codes of the snapshot's set; it reports false where the index is of another build.
func (v *Server) documents(snap *snapshot, found []int) (docs []search.Document, ok bool) {
	x, release, ok := v.indexes.Acquire()
	if !ok || x.Codes().Len() != snap.set.Len() {
		if ok {
			release()
		}
		return nil, false
	}
	defer release()
	for _, i := range found {
		d, err := x.Document(i)
		if err != nil || d.Catalog != snap.set.At(i).Catalog || d.Code.Text != snap.set.At(i).Text {
			return nil, false
		}
		docs = append(docs, d)
	}
	return docs, true
}

func (s *snapshot) embed(t embedTarget, docs []search.Document, room size) oembed {
	pages := s.editions[t.lang].pages
	out := oembed{Version: "1.0", Type: "link", ProviderName: pages.SiteTitle(), ProviderURL: s.site.Book.BaseURL}
	var quotes []string
	lines := 0
	width := embedWidth
	if room.width > 0 {
		width = min(width, room.width)
	}
	for i, d := range docs {
		text := textIn(d, s.site.Chain(t.lang))
		if i == 0 {
			out.Title = strings.TrimSpace(d.Code.Text + " " + text.Title)
		}
		body := clipped(strings.TrimSpace(strings.TrimPrefix(text.Body, text.Title)), maxEmbedText)
		quotes = append(quotes, s.quote(t, d, text, body))
		lines += 3 + 16*len([]rune(text.Title+body))/width // an em a character at most
	}
	if height := lines * lineHeight; width >= minEmbedWidth && (room.height == 0 || height <= room.height) {
		out.Type, out.HTML, out.Width, out.Height = "rich", strings.Join(quotes, ""), width, height
	}
	return out
}

// quote is a code as HTML that needs nothing besides: no script, no style, and a link to the site alone.
func (s *snapshot) quote(t embedTarget, d search.Document, text search.Text, body string) string {
	var b strings.Builder
	l, _ := s.site.Language(text.Lang)
	fmt.Fprintf(&b, `<blockquote lang="%s" dir="%s"><p><a href="%s"><strong>%s</strong> %s</a></p>`,
		html.EscapeString(text.Lang), l.Dir, html.EscapeString(s.embedURL(t, d)), html.EscapeString(d.Code.Text), html.EscapeString(text.Title))
	if body != "" {
		b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(body), "\n", "<br>") + "</p>")
	}
	title := s.editions[t.lang].pages.CatalogTitle(d.Catalog)
	b.WriteString("<footer>" + html.EscapeString(title) + "</footer></blockquote>")
	return b.String()
}

// textIn is what a document says in the first language of a chain that it has.
func textIn(d search.Document, chain []string) search.Text {
	for _, tag := range chain {
		for _, t := range d.Texts {
			if t.Lang == tag {
				return t
			}
		}
	}
	if len(d.Texts) > 0 {
		return d.Texts[0]
	}
	return search.Text{}
}
