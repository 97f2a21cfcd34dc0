package search

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	maxGet    = 1000 // characters of q that are read
	timeLimit = 5 * time.Second
)

// handler serves searches as JSON.
type handler struct {
	indexes *Swapper
	url     URLFunc
	log     *slog.Logger
}

// NewHandler returns the search endpoint. GET takes q, lang, catalog, section and limit; a longer q than 1,000 characters is cut.
// POST takes the text as a text/plain body of at most MaxText bytes and the rest from the address. Invalid UTF-8 is
// passed over. A request that cannot be answered gets {"error":{"message","hint"}}: 400 for a wrong parameter, 405, 413
// and 415 as HTTP has them, 503 while there is no index. Failures of errbook itself go to log.
func NewHandler(indexes *Swapper, url URLFunc, log *slog.Logger) http.Handler {
	return &handler{indexes, url, log}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	index, release, ok := h.indexes.Acquire()
	if !ok {
		w.Header().Set("Retry-After", "5")
		writeError(w, &httpError{http.StatusServiceUnavailable, "the search index is not ready", "try again in a few seconds"})
		return
	}
	defer release()
	q, err := readQuery(w, r)
	if err != nil {
		h.fail(w, r, err)
		return
	}
	if r.Method != http.MethodPost && notModified(w, r, index.Build()) {
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), timeLimit)
	defer cancel()
	q.URL = h.url
	res, err := index.Search(ctx, q)
	if err != nil {
		h.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, res)
}

// readQuery reads a query from a request. A limit that is no number is refused here, all else by Search.
func readQuery(w http.ResponseWriter, r *http.Request) (Query, error) {
	params, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return Query{}, &QueryError{"the address is not encoded properly", "percent-encode q, for example q=50%25"}
	}
	q := Query{Text: clip(params.Get("q"), maxGet), Lang: params.Get("lang"), Catalog: params.Get("catalog"), Section: params.Get("section")}
	if limit := params.Get("limit"); limit != "" {
		q.Limit, err = strconv.Atoi(limit)
		if err != nil || q.Limit < 1 {
			return q, &QueryError{fmt.Sprintf("limit %q is no number that can be used", clip(limit, 20)), fmt.Sprintf("limit is 1 to %d", MaxLimit)}
		}
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return q, nil
	case http.MethodPost:
		q.Text, err = readBody(w, r)
		return q, err
	}
	w.Header().Set("Allow", "GET, HEAD, POST")
	return q, &httpError{http.StatusMethodNotAllowed, "method " + clip(r.Method, 20) + " is not allowed", "use GET with q, or POST with a text/plain body"}
}

func readBody(w http.ResponseWriter, r *http.Request) (string, error) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "text/plain" && kind != "" {
		return "", &httpError{http.StatusUnsupportedMediaType, "the body must be text/plain", "send Content-Type: text/plain; charset=utf-8"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxText))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return "", &httpError{http.StatusRequestEntityTooLarge, "the text is too long", fmt.Sprintf("send at most %d bytes", MaxText)}
	}
	if err != nil {
		return "", &QueryError{"the body could not be read", "send it again"}
	}
	return string(body), nil
}

// notModified sets the entity tag of an answer and reports whether the client has that answer, having said so.
func notModified(w http.ResponseWriter, r *http.Request, build string) bool {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s\n%s", formatVersion, build, r.URL.RawQuery))
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	w.Header().Set("ETag", tag)
	for have := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if have = strings.TrimPrefix(strings.TrimSpace(have), "W/"); have == tag {
			w.WriteHeader(http.StatusNotModified)
			return true
		}
	}
	return false
}

// httpError is a request that is refused with a status of its own.
type httpError struct {
	status        int
	message, hint string
}

func (e *httpError) Error() string { return e.message }

// fail answers with the status that an error stands for; this is the one place that maps them.
func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	var refused *httpError
	var wrong *QueryError
	w.Header().Del("ETag")
	switch {
	case errors.As(err, &refused):
		writeError(w, refused)
	case errors.As(err, &wrong):
		writeError(w, &httpError{http.StatusBadRequest, wrong.Message, wrong.Hint})
	case r.Context().Err() != nil:
		// The client has gone; nobody reads an answer.
	case errors.Is(err, context.DeadlineExceeded):
		h.log.Error("search took too long", "err", err)
		writeError(w, &httpError{http.StatusServiceUnavailable, "the search took too long", "ask for fewer words"})
	default:
		h.log.Error("search failed", "err", err)
		writeError(w, &httpError{http.StatusInternalServerError, "the search failed", "the server's log says why"})
	}
}

type errorBody struct {
	Error errorText `json:"error"`
}

type errorText struct {
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func writeError(w http.ResponseWriter, e *httpError) {
	writeJSON(w, e.status, errorBody{errorText{e.message, e.hint}})
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
