package server

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"errbook/search"
	"errbook/search/ticket"
)

// apiTicket reads a ticket sent as text/plain in UTF-8. Nothing of it is kept or logged.
func (v *Server) apiTicket(w http.ResponseWriter, r *http.Request) {
	snap := v.current.Load()
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodOptions {
		search.Preflight(w, r, v.settings().Origins, http.MethodPost)
		return
	}
	search.AllowOrigin(w, r, v.settings().Origins)
	lang := r.URL.Query().Get("lang")
	if lang == "" {
		lang = snap.site.Config.Source
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(params["charset"])
	switch _, known := snap.editions[lang]; {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "OPTIONS, POST")
		refuse(w, http.StatusMethodNotAllowed, "the method is not allowed", "use POST with a text/plain body")
		return
	case !known:
		refuse(w, http.StatusBadRequest, "unknown language", "lang is one of: "+strings.Join(snap.site.Config.Languages, ", "))
		return
	case err != nil || kind != "text/plain" || charset != "" && charset != "utf-8" && charset != "us-ascii" || r.Header.Get("Content-Encoding") != "":
		refuse(w, http.StatusUnsupportedMediaType, "the body must be plain text", "send Content-Type: text/plain; charset=utf-8")
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxTicket))
	switch {
	case errors.As(err, new(*http.MaxBytesError)):
		refuse(w, http.StatusRequestEntityTooLarge, "the text is too long", "send at most 8 MiB")
		return
	case err != nil:
		refuse(w, http.StatusBadRequest, "the body could not be read", "send it again")
		return
	}
	v.answerTicket(w, r, snap, lang, string(data))
}

func (v *Server) answerTicket(w http.ResponseWriter, r *http.Request, snap *snapshot, lang, text string) {
	leave, ok := v.enterTicket(r)
	if !ok {
		w.Header().Set("Retry-After", "1")
		refuse(w, http.StatusServiceUnavailable, "too many tickets at once", "try again in a second")
		return
	}
	defer leave()
	x, release, ok := v.indexes.Acquire()
	if !ok {
		w.Header().Set("Retry-After", "5")
		refuse(w, http.StatusServiceUnavailable, "the index is not ready", "try again in a few seconds")
		return
	}
	defer release()
	set := x.Codes()
	a := ticket.Read(set, text).Answer(set, func(i int) (title, url string) {
		if d, err := x.Document(i); err == nil {
			title, _ = shownTitle(d, snap.site.Chain(lang))
		} else {
			v.log.Error("document of the index", "err", err)
		}
		return title, v.pageURL(lang, set.At(i).Catalog, set.At(i).Text)
	})
	writeJSON(w, http.StatusOK, "application/json", a)
}
