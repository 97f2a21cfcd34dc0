// Package server serves a built site over HTTP: its files, short links, searches, and pages that depend on what was asked.
//
//	GET /                        302 to the home page in the best language
//	GET /c/<code>                302 to the code's page in the best language; so /c/<catalog>/<code>. Other spellings and
//	                             numbers within a range answer too. ?stay shows the page that offers all languages.
//	GET /<lang>/search/?q=…      results, for readers without JavaScript; catalog and section narrow them down
//	POST /<lang>/ticket/         what a pasted ticket speaks of, for readers without JavaScript; nothing of it is kept or logged
//	POST /api/ticket             the same as JSON: a text/plain body of at most 8 MiB, and lang
//	GET /api/search              see package search
//	GET /-/source/<file>         in a preview only: a file below i18n/ or content/ of the site, with its line numbers
//	GET /api/suggest             OpenSearch Suggestions for a browser's address bar
//	GET /api/oembed?url=…        oEmbed for the pages of codes and their short links; a Link header of those pages tells of it
//	GET /<lang>/opensearch.xml   how a browser adds the search in a language, with the base URL that the server was given
//	GET /healthz                 {"status":"ok","build":"…"}, or 503 while there is no index or no page in the output folder
//	GET anything else            the file, or a 404 page in the reader's language that offers the nearest codes
//
// The best language is the one that the reader asked to be remembered, which is in a cookie that only a page with that box sets;
// else the first one by Accept-Language (RFC 9110 section 12.5.4) that the site has; for a reader of none
// of them it is English where the site has it, and the source language for one who states no wish. A page in a language
// that the address names never redirects to another language.
//
// Nothing below a name that starts with a dot is served, so the state folder of the output is not. Every answer may be
// kept by a cache only if it is asked about each time, by entity tag: a rebuilt page is seen at once.
//
// The site may stand below a path, by its base URL. Requests are taken with that path or, behind a proxy that strips it,
// without.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"errbook/search"
	"errbook/site"
)

// Server answers for one output folder. Make one with New.
type Server struct {
	out      string
	log      *slog.Logger
	indexes  search.Swapper
	searches *search.Service
	current  atomic.Pointer[snapshot]
	tickets  chan struct{} // a place for each ticket that is read
	reload   *reloader     // nil where browsers are not to reload
	sources  string        // root of the site whose files are shown, "" for none
	handler  http.Handler
}

// New returns a server for the site built into the folder out. With watch, pages that browsers show reload after each
// Swap.
func New(s *site.Site, out string, log *slog.Logger, watch bool) (*Server, error) {
	v := &Server{out: out, log: log, tickets: make(chan struct{}, runtime.GOMAXPROCS(0))}
	v.searches = search.NewService(&v.indexes, log, v.settings)
	if watch {
		v.reload = newReloader()
	}
	if err := v.Swap(s); err != nil {
		return nil, err
	}
	v.handler = v.routes()
	return v, nil
}

// NewPreview returns a server for the preview of a site, whose root is the folder dir: pages reload after each Swap, and
// SourcePath shows the files that people edit.
func NewPreview(s *site.Site, out, dir string, log *slog.Logger) (*Server, error) {
	v, err := New(s, out, log, true)
	if err != nil {
		return nil, err
	}
	v.sources = dir
	v.handler = noRobots(v.routes())
	return v, nil
}

// Swap makes the server answer from what a new build of the site left in the same folder, once all of it is found whole;
// until then, and where it is not, it answers as before. Requests under way end with what they began.
func (v *Server) Swap(s *site.Site) error {
	index, err := s.OpenIndex(v.out)
	if err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	snap, err := newSnapshot(s, index.Codes())
	if err != nil {
		return errors.Join(err, index.Close())
	}
	v.current.Store(snap)
	v.indexes.Swap(index)
	v.reload.changed()
	return nil
}

// Close ends what the server holds open.
func (v *Server) Close() { v.indexes.Swap(nil) }

// ServeHTTP implements http.Handler.
func (v *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { v.handler.ServeHTTP(w, r) }

func (v *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/api/search", v.searches.Handler(v.pageURL))
	read := func(pattern string, h http.HandlerFunc) { mux.Handle(pattern, readOnly(h)) }
	mux.HandleFunc("/api/ticket", v.apiTicket)
	read("/healthz", v.health)
	read("/api/suggest", v.suggest)
	read("/api/oembed", v.oembed)
	read("/{$}", v.atRoot)
	read("/c/", v.atShort)
	read("/", v.atFile)
	if v.reload != nil {
		read(reloadPath, v.reload.events)
		read(reloadScript, v.reload.script)
	}
	if v.sources != "" {
		read(sourcePath, v.atSource)
	}
	return headers(cleanPath(v.stripBase(v.ofLanguage(mux))))
}

// settings are what site.toml says of searches.
func (v *Server) settings() search.Settings {
	c := v.current.Load().site.Config.Search
	return search.Settings{Origins: c.CORS, LogZero: c.LogsZero()}
}

func (v *Server) pageURL(lang, catalog, code string) string {
	b := v.current.Load().site.Book
	return b.BasePath + b.Slugs.CodePath(lang, catalog, code)
}

func (v *Server) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	x, release, ok := v.indexes.Acquire()
	if !ok {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, `{"status":"no index"}`)
		return
	}
	defer release()
	if _, ok := v.stat("index.html"); !ok {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, `{"status":"no files"}`)
		return
	}
	fmt.Fprintf(w, "{\"status\":\"ok\",\"build\":%q}\n", x.Build())
}

// readOnly refuses methods other than GET and HEAD.
func readOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "errbook answers GET and HEAD here", http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// cleanPath redirects an address with empty, "." or ".." parts to the one without, below whatever path the site stands.
func cleanPath(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		clean := path.Clean("/" + r.URL.EscapedPath())
		if strings.HasSuffix(r.URL.Path, "/") && clean != "/" {
			clean += "/"
		}
		if clean == r.URL.EscapedPath() || r.URL.Path == "" {
			next.ServeHTTP(w, r)
			return
		}
		if r.URL.RawQuery != "" {
			clean += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", clean)
		w.WriteHeader(http.StatusTemporaryRedirect)
	})
}

// stripBase takes the path of the site's base URL off the request's.
func (v *Server) stripBase(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		base := v.current.Load().site.Book.BasePath
		switch {
		case base == "/":
		case r.URL.Path+"/" == base:
			http.Redirect(w, r, base, http.StatusFound)
			return
		case strings.HasPrefix(r.URL.Path, base):
			http.StripPrefix(strings.TrimSuffix(base, "/"), next).ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy lets a page load nothing but what stands beside it.
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", policy)
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		next.ServeHTTP(w, r)
	})
}

// The bounds on what a client may keep a connection busy with.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 10 * time.Second
	maxHeader     = 64 << 10
)

// Serve answers on a listener until ctx ends, and then lets requests under way finish for up to ten seconds.
func (v *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler: v, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(v.log.Handler(), slog.LevelWarn),
	}
	h.RegisterOnShutdown(v.reload.stop)
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := h.Shutdown(stop); err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}
