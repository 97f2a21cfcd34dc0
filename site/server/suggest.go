package server

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"errbook/search"
)

// The bounds of a suggestion.
const (
	maxSuggestions   = 8
	maxSuggestQuery  = 200 // characters of q that are read
	maxSuggestLength = 80  // characters of a suggestion
	suggestTimeout   = 2 * time.Second
)

// suggest answers a browser's address bar: /api/suggest?q=…&lang=… gives the array of OpenSearch Suggestions, which holds
// the query, texts to search for, what each means, and the address of its page. A text is a code and its title, so that
// searching for it leads to that code.
func (v *Server) suggest(w http.ResponseWriter, r *http.Request) {
	snap := v.current.Load()
	params, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		refuse(w, http.StatusBadRequest, "the address is not encoded properly", "percent-encode q, for example q=50%25")
		return
	}
	text, lang := clipped(strings.ToValidUTF8(params.Get("q"), ""), maxSuggestQuery), params.Get("lang")
	if _, ok := snap.editions[lang]; !ok {
		if lang != "" {
			refuse(w, http.StatusBadRequest, "unknown language", "lang is one of: "+strings.Join(snap.site.Config.Languages, ", "))
			return
		}
		lang = snap.bestLanguage(r)
		varies(w)
	}
	ctx, cancel := context.WithTimeout(r.Context(), suggestTimeout)
	defer cancel()
	hits, err := v.suggestions(ctx, snap, text, lang)
	if err != nil {
		v.log.Warn("suggestions", "lang", lang, "err", err)
		w.Header().Set("Retry-After", "5")
		refuse(w, http.StatusServiceUnavailable, "there are no suggestions now", "try again in a few seconds")
		return
	}
	texts, titles, urls := []string{}, []string{}, []string{}
	for _, h := range hits {
		texts = append(texts, clippedWords(strings.TrimSpace(h.Code+" "+h.Title), maxSuggestLength))
		titles = append(titles, clippedWords(h.Section, maxSuggestLength))
		urls = append(urls, h.URL)
	}
	writeJSON(w, http.StatusOK, "application/x-suggestions+json", []any{text, texts, titles, urls})
}

func (v *Server) suggestions(ctx context.Context, snap *snapshot, text, lang string) ([]search.Hit, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	book := snap.site.Book
	res, err := v.searches.Search(ctx, search.Query{Text: text, Lang: lang, Limit: maxSuggestions,
		URL: func(lang, catalog, code string) string {
			return book.BaseURL + book.Slugs.CodePath(lang, catalog, code)
		}})
	return res.Hits, err
}

// openSearch gives the description by which browsers add the search in a language, with the base URL that the server was
// started with: the file of the build may have another.
func (v *Server) openSearch(w http.ResponseWriter, ed edition) {
	data, err := ed.pages.OpenSearch()
	if err != nil {
		v.log.Error("search description", "err", err)
		http.Error(w, "the description cannot be made; the server's log says why", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/opensearchdescription+xml; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(data) // the client may have gone
}

func writeJSON(w http.ResponseWriter, status int, kind string, v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		http.Error(w, "the answer could not be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "no-cache")
	}
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the client may have gone
}

// clipped returns at most n characters of a text.
func clipped(text string, n int) string {
	if r := []rune(text); len(r) > n {
		return string(r[:n])
	}
	return text
}

// clippedWords returns at most n characters of a text, and cuts no word where there is a blank in the last third.
func clippedWords(text string, n int) string {
	cut := clipped(text, n)
	if i := strings.LastIndexByte(cut, ' '); len(cut) < len(text) && text[len(cut)] != ' ' && i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ")
}
