package server

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"errbook/search/ticket"
)

// ticketJSON is the answer of POST /api/ticket. Spans are bytes of the text as it was sent.
type ticketJSON struct {
	Codes   []ticketCode `json:"codes"`
	Unknown []string     `json:"unknown,omitempty"`
}

type ticketCode struct {
	Catalog string        `json:"catalog"`
	Code    string        `json:"code"`
	Count   int           `json:"count"`
	Title   string        `json:"title"`
	URL     string        `json:"url"`
	Spans   []ticket.Span `json:"spans"`
}

// apiTicket reads a ticket sent as text/plain in UTF-8. Nothing of it is kept or logged.
func (v *Server) apiTicket(w http.ResponseWriter, r *http.Request) {
	snap := v.current.Load()
	w.Header().Set("Cache-Control", "no-store")
	v.letIn(w, r)
	lang := r.URL.Query().Get("lang")
	if lang == "" {
		lang = snap.site.Config.Source
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(params["charset"])
	switch _, known := snap.editions[lang]; {
	case r.Method == http.MethodOptions:
		w.Header().Set("Access-Control-Allow-Methods", "POST")
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
		w.WriteHeader(http.StatusNoContent)
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "OPTIONS, POST")
		refuseTicket(w, http.StatusMethodNotAllowed, "the method is not allowed", "use POST with a text/plain body")
		return
	case !known:
		refuseTicket(w, http.StatusBadRequest, "unknown language", "lang is one of: "+strings.Join(snap.site.Config.Languages, ", "))
		return
	case err != nil || kind != "text/plain" || charset != "" && charset != "utf-8" && charset != "us-ascii" || r.Header.Get("Content-Encoding") != "":
		refuseTicket(w, http.StatusUnsupportedMediaType, "the body must be plain text", "send Content-Type: text/plain; charset=utf-8")
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxTicket))
	switch {
	case errors.As(err, new(*http.MaxBytesError)):
		refuseTicket(w, http.StatusRequestEntityTooLarge, "the text is too long", "send at most 8 MiB")
		return
	case err != nil:
		refuseTicket(w, http.StatusBadRequest, "the body could not be read", "send it again")
		return
	}
	v.answerTicket(w, r, snap, lang, string(data))
}

func (v *Server) answerTicket(w http.ResponseWriter, r *http.Request, snap *snapshot, lang, text string) {
	leave, ok := v.enterTicket(r)
	if !ok {
		w.Header().Set("Retry-After", "1")
		refuseTicket(w, http.StatusServiceUnavailable, "too many tickets at once", "try again in a second")
		return
	}
	defer leave()
	x, release, ok := v.indexes.Acquire()
	if !ok {
		refuseTicket(w, http.StatusServiceUnavailable, "the index is not ready", "try again in a few seconds")
		return
	}
	defer release()
	reading := ticket.Read(x.Codes(), text)
	a := ticketJSON{Codes: []ticketCode{}, Unknown: reading.Unknown}
	for _, c := range reading.Codes {
		code := x.Codes().At(c.Index)
		out := ticketCode{Catalog: code.Catalog, Code: code.Text, Count: len(c.Spans), URL: v.pageURL(lang, code.Catalog, code.Text), Spans: c.Spans}
		if d, err := x.Document(c.Index); err == nil {
			out.Title, _ = shownTitle(d, snap.site.Chain(lang))
		}
		a.Codes = append(a.Codes, out)
	}
	sendJSON(w, http.StatusOK, a)
}

// letIn lets the pages of the origins that site.toml names read the answer.
func (v *Server) letIn(w http.ResponseWriter, r *http.Request) {
	origins, origin := v.settings().Origins, r.Header.Get("Origin")
	switch {
	case slices.Contains(origins, "*"):
		w.Header().Set("Access-Control-Allow-Origin", "*")
	case len(origins) > 0:
		w.Header().Add("Vary", "Origin")
		if slices.Contains(origins, origin) {
			w.Header().Set("Access-Control-Allow-Origin", origin)
		}
	}
}

func refuseTicket(w http.ResponseWriter, status int, message, hint string) {
	sendJSON(w, status, map[string]any{"error": map[string]string{"message": message, "hint": hint}})
}

func sendJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // the client may have gone
}
