package server

import (
	"net/http"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// languageCookie holds the language that a reader asked to be remembered. The server never sets it: a page does, when its box is
// ticked (remember.js).
const languageCookie = "errbook-language"

// anyLanguage is what "*" in Accept-Language is read as.
var anyLanguage = language.MustParse("mul")

// bestLanguage is the site's language that suits a request best: the one that the reader asked to be remembered, else the first
// one by Accept-Language. A cookie that names no language of the site says nothing.
func (s *snapshot) bestLanguage(r *http.Request) string {
	if c, err := r.Cookie(languageCookie); err == nil {
		if _, ok := s.editions[c.Value]; ok {
			return c.Value
		}
	}
	wishes, _, err := language.ParseAcceptLanguage(strings.Join(r.Header.Values("Accept-Language"), ","))
	wishes = slices.DeleteFunc(wishes, func(t language.Tag) bool { return t == language.Und || t == anyLanguage })
	if err != nil || len(wishes) == 0 {
		return s.site.Config.Source
	}
	_, i, _ := s.matcher.Match(wishes...)
	return s.tags[i]
}

// varies says that an answer depends on what bestLanguage looks at.
func varies(w http.ResponseWriter) {
	w.Header().Add("Vary", "Accept-Language")
	w.Header().Add("Vary", "Cookie")
}

// pageLanguage is the language that a path names, or the best one.
func (s *snapshot) pageLanguage(r *http.Request, path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if _, ok := s.editions[first]; ok {
		return first
	}
	return s.bestLanguage(r)
}

// toBest sends a reader to a page in the best language, or where the output folder lacks it there, as when it is of another
// build, in the source language or any other one that it has. It reports false where it has none.
func (v *Server) toBest(w http.ResponseWriter, r *http.Request, snap *snapshot, pathIn func(lang string) string) bool {
	for _, lang := range append([]string{snap.bestLanguage(r), snap.site.Config.Source}, snap.site.Config.Languages...) {
		if v.exists("/" + pathIn(lang) + "index.html") {
			v.redirect(w, r, snap, pathIn(lang), true)
			return true
		}
	}
	return false
}
