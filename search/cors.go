package search

import (
	"net/http"
	"slices"
)

// How long a browser may keep the answer to a preflight, in seconds.
const preflightAge = "600"

// cors lets the pages of the given origins read the answer in a browser, and reports whether the request's page may. No
// origin is let in unless the site names it, and none with cookies or other credentials: they mean nothing to errbook.
func cors(w http.ResponseWriter, r *http.Request, origins []string) bool {
	origin := r.Header.Get("Origin")
	allowed := origin
	switch {
	case len(origins) == 0:
		return false
	case slices.Contains(origins, "*"):
		allowed = "*"
	default:
		w.Header().Add("Vary", "Origin")
	}
	if origin == "" || allowed != "*" && !slices.Contains(origins, origin) {
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", allowed)
	w.Header().Set("Access-Control-Expose-Headers", "ETag, Retry-After")
	return true
}

// AllowOrigin lets the pages of the given origins read an answer in a browser, and reports whether the request's page may:
// what the settings say of searches holds for other answers to programs too.
func AllowOrigin(w http.ResponseWriter, r *http.Request, origins []string) bool {
	return cors(w, r, origins)
}

// searchMethods and searchHeaders are what a page of another origin may use to search.
const (
	searchMethods = "GET, HEAD, POST"
	searchHeaders = "Content-Type, If-None-Match"
)

// Preflight answers OPTIONS for an endpoint other than the search, as the search answers it: 204 with what the endpoint can do,
// and 403 to the preflight of a page that the settings do not let in. methods are those that a page may use, such as "POST".
func Preflight(w http.ResponseWriter, r *http.Request, origins []string, methods string) {
	allowed := cors(w, r, origins)
	w.Header().Set("Allow", "OPTIONS, "+methods)
	if err := options(w, r, allowed, methods, "Content-Type"); err != nil {
		refused := refusal(err)
		writeJSON(w, refused.status, errorBody{errorText{refused.message, refused.hint}})
	}
}

// options answers OPTIONS: what the endpoint can do, and to a browser's preflight whether its page may ask.
func options(w http.ResponseWriter, r *http.Request, allowed bool, methods, headers string) error {
	if r.Header.Get("Access-Control-Request-Method") != "" && r.Header.Get("Origin") != "" {
		if !allowed {
			return &httpError{status: http.StatusForbidden, message: "pages of " + clip(r.Header.Get("Origin"), 100) + " may not search here",
				hint: "name that origin in cors of [search] in content/site.toml"}
		}
		w.Header().Set("Access-Control-Allow-Methods", methods)
		w.Header().Set("Access-Control-Allow-Headers", headers)
		w.Header().Set("Access-Control-Max-Age", preflightAge)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}
