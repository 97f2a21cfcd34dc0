package search

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/klauspost/compress/gzhttp"
)

// allow lists the methods of the endpoint.
const allow = "GET, HEAD, OPTIONS, POST"

// minCompressed is how large an answer is compressed, in bytes.
const minCompressed = 1400

// handler serves the searches of a service as JSON.
type handler struct {
	service *Service
	url     URLFunc
}

// Handler returns the search endpoint; url makes the addresses of its hits. GET takes q, lang, catalog, section and limit; q has at
// most 8,000 characters. POST takes the text as a text/plain body of at most MaxText bytes and the rest from the
// address. Invalid UTF-8 is passed over.
//
// An answer to GET and HEAD has an entity tag, which changes with the build and the address, and may be kept by a cache
// that asks each time whether it still holds. Pages of other origins may read answers where the settings name them. Larger
// answers are compressed for who accepts gzip.
//
// A request that cannot be answered gets {"error":{"message","hint"}}, which no cache keeps: 400 for a wrong parameter; 403
// for a preflight of a page that may not ask; 405, 413, 414 and 415 as HTTP has them; 503 while there is no index, when too
// many search at once, both with Retry-After, and for a search that takes too long.
func (s *Service) Handler(url URLFunc) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(minCompressed), gzhttp.ContentTypes([]string{"application/json"}))
	if err != nil {
		panic("search: " + err.Error()) // the options are constants
	}
	return wrap(&handler{s, url})
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	allowed := cors(w, r, h.service.settings().Origins)
	if err := h.answer(w, r, allowed); err != nil {
		h.fail(w, r, err)
	}
}

// answer writes an answer, or returns why there is none.
func (h *handler) answer(w http.ResponseWriter, r *http.Request, allowed bool) error {
	if r.Method == http.MethodOptions {
		w.Header().Set("Allow", allow)
		return options(w, r, allowed, searchMethods, searchHeaders)
	}
	q, err := readQuery(w, r)
	if err != nil {
		return err
	}
	q.URL = h.url
	x, release, ok := h.service.indexes.Acquire()
	if !ok {
		return ErrNotReady
	}
	if err := x.check(&q); err != nil {
		release()
		return err
	}
	if r.Method != http.MethodPost && notModified(w, r, x.Build()) {
		release()
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	res, err := h.service.search(r.Context(), x, release, q)
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, res)
	return nil
}

// httpError is a request that is refused with a status of its own.
type httpError struct {
	status        int
	message, hint string
	retry         int // seconds after which it may be asked again; 0 is not said
}

func (e *httpError) Error() string { return e.message }

// fail answers with what an error stands for.
func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // the client has gone; nobody reads an answer
	}
	refused := refusal(err)
	if refused.status == http.StatusInternalServerError || errors.Is(err, context.DeadlineExceeded) {
		h.service.log.Error(refused.message, "err", err)
	}
	w.Header().Del("ETag")
	w.Header().Set("Cache-Control", "no-store")
	if refused.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(refused.retry))
	}
	writeJSON(w, refused.status, errorBody{errorText{refused.message, refused.hint}})
}

// refusal is the one place that maps errors to statuses.
func refusal(err error) *httpError {
	var refused *httpError
	var wrong *QueryError
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.As(err, &wrong):
		return &httpError{status: http.StatusBadRequest, message: wrong.Message, hint: wrong.Hint}
	case errors.Is(err, ErrNotReady):
		return &httpError{http.StatusServiceUnavailable, err.Error(), "try again in a few seconds", 5}
	case errors.Is(err, ErrBusy):
		return &httpError{http.StatusServiceUnavailable, err.Error(), "try again in a second", 1}
	case errors.Is(err, context.DeadlineExceeded):
		return &httpError{status: http.StatusServiceUnavailable, message: "the search took too long", hint: "ask for fewer words"}
	}
	return &httpError{status: http.StatusInternalServerError, message: "the search failed", hint: "the server's log says why"}
}

type errorBody struct {
	Error errorText `json:"error"`
}

type errorText struct {
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		http.Error(w, "the answer could not be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}
