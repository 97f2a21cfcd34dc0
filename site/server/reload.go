package server

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Where browsers listen for changes while the site is being edited.
const (
	reloadPath   = "/.errbook/reload"
	reloadScript = "/.errbook/reload.js"
)

// reloader tells browsers to load their page again. A nil one does nothing.
//
// Every build has a name, which a page knows and the stream of events tells: so a page that did not listen for a while, in
// a hidden tab or while the server was started anew, still learns that it is of another build.
type reloader struct {
	run  string // of the server
	mu   sync.Mutex
	n    int           // builds in this run
	next chan struct{} // closed at the next change
	done chan struct{} // closed when the server stops
	once sync.Once
}

func newReloader() *reloader {
	return &reloader{run: strconv.FormatInt(time.Now().UnixNano(), 36), next: make(chan struct{}), done: make(chan struct{})}
}

func (l *reloader) changed() {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.n++
	close(l.next)
	l.next = make(chan struct{})
}

// build is the name of the present build for pages that reload, else "".
func (v *Server) build() string {
	if v.reload == nil {
		return ""
	}
	build, _ := v.reload.now()
	return build
}

func (l *reloader) stop() {
	if l != nil {
		l.once.Do(func() { close(l.done) })
	}
}

// now is the name of the present build, and a channel that is closed at the next one.
func (l *reloader) now() (build string, next chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.run + "-" + strconv.Itoa(l.n), l.next
}

// events is a stream of server-sent events: the name of the build, at first and after each change.
func (l *reloader) events(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	if err := control.SetWriteDeadline(time.Time{}); err != nil {
		http.Error(w, "this connection cannot stay open", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	build, next := l.now()
	fmt.Fprintf(w, "data: %s\n\n", build)
	for control.Flush() == nil {
		select {
		case <-next:
			build, next = l.now()
			fmt.Fprintf(w, "data: %s\n\n", build)
		case <-r.Context().Done():
			return
		case <-l.done:
			return
		}
	}
}

// script keeps the reader's place on the page: browsers restore it on a reload. It listens only while the page is seen:
// browsers open no more than six connections to a server, and a page that was left may keep its own for a minute.
func (l *reloader) script(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, `const [at, build] = document.currentScript.src.split(".js?");
let events = null;
const listen = () => {
  if (events || document.hidden) return;
  events = new EventSource(at);
  events.onmessage = (e) => { if (e.data !== build) location.reload(); };
};
const leave = () => { events?.close(); events = null; };
listen();
addEventListener("pageshow", listen);
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
`)
}

// withReload puts the script into a page of the build with a name. Its address is absolute below the root of the host, where
// the server answers whatever the site's base path.
func withReload(page []byte, build string) []byte {
	tag := []byte("<script src=\"" + reloadScript + "?" + build + "\"></script></body>")
	return bytes.Replace(page, []byte("</body>"), tag, 1)
}
