package search

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

const (
	maxGet     = 8000     // characters that q may have
	maxAddress = 32 << 10 // bytes of an address behind the question mark
)

// readQuery reads a query from a request. A limit that is no number is refused here, all else by Search.
func readQuery(w http.ResponseWriter, r *http.Request) (Query, error) {
	if len(r.URL.RawQuery) > maxAddress {
		return Query{}, &httpError{status: http.StatusRequestURITooLong, message: "the address is too long",
			hint: fmt.Sprintf("send a long text by POST as text/plain, up to %d bytes", MaxText)}
	}
	params, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return Query{}, &QueryError{"the address is not encoded properly", "percent-encode q, for example q=50%25"}
	}
	if clip(params.Get("q"), maxGet) != params.Get("q") {
		return Query{}, &httpError{status: http.StatusRequestURITooLong, message: fmt.Sprintf("q has more than %d characters", maxGet),
			hint: fmt.Sprintf("send a long text by POST as text/plain, up to %d bytes", MaxText)}
	}
	q := Query{Text: params.Get("q"), Lang: params.Get("lang"), Catalog: params.Get("catalog"), Section: params.Get("section")}
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
	w.Header().Set("Allow", allow)
	return q, &httpError{status: http.StatusMethodNotAllowed, message: "method " + clip(r.Method, 20) + " is not allowed",
		hint: "use GET with q, or POST with a text/plain body"}
}

func readBody(w http.ResponseWriter, r *http.Request) (string, error) {
	if err := checkBody(r); err != nil {
		return "", err
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxText))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return "", &httpError{status: http.StatusRequestEntityTooLarge, message: "the text is too long",
			hint: fmt.Sprintf("send at most %d bytes; the lines around the error are enough", MaxText)}
	}
	if err != nil {
		return "", &QueryError{"the body could not be read", "send it again"}
	}
	return string(body), nil
}

// checkBody refuses a body that is not plain text in UTF-8, before anything of it is read.
func checkBody(r *http.Request) error {
	wrong := func(message, hint string) error {
		return &httpError{status: http.StatusUnsupportedMediaType, message: message, hint: hint}
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return wrong("the body must not be compressed", "leave Content-Encoding out")
	}
	given := r.Header.Get("Content-Type")
	if given == "" {
		return nil
	}
	kind, params, err := mime.ParseMediaType(given)
	if err != nil || kind != "text/plain" {
		return wrong("the body must be text/plain", "send Content-Type: text/plain; charset=utf-8")
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "us-ascii") {
		return wrong("the body must be in UTF-8", "send Content-Type: text/plain; charset=utf-8")
	}
	return nil
}

// notModified sets the entity tag of an answer and reports whether the client has that answer, having said so. The tag is
// a weak one, because the same answer goes out compressed and plain.
func notModified(w http.ResponseWriter, r *http.Request, build string) bool {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s\n%s", formatVersion, build, r.URL.RawQuery))
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	w.Header().Set("ETag", "W/"+tag)
	for have := range strings.SplitSeq(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if have = strings.TrimSpace(have); have == "*" || strings.TrimPrefix(have, "W/") == tag {
			return true
		}
	}
	return false
}
