package server

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Where browsers listen for changes while the site is being edited.
const (
	reloadPath   = "/.errbook/reload"
	reloadScript = "/.errbook/reload.js"
)

// reloader tells browsers to load their page again. A nil one does nothing.
type reloader struct {
	mu   sync.Mutex
	next chan struct{} // closed at the next change
	done chan struct{} // closed when the server stops
	once sync.Once
}

func newReloader() *reloader {
	return &reloader{next: make(chan struct{}), done: make(chan struct{})}
}

func (l *reloader) changed() {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	close(l.next)
	l.next = make(chan struct{})
}

func (l *reloader) stop() {
	if l != nil {
		l.once.Do(func() { close(l.done) })
	}
}

func (l *reloader) wait() chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.next
}

// events is a stream of server-sent events: one at each change.
func (l *reloader) events(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	if err := control.SetWriteDeadline(time.Time{}); err != nil {
		http.Error(w, "this connection cannot stay open", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	next := l.wait()
	fmt.Fprint(w, ": errbook\n\n")
	for control.Flush() == nil {
		select {
		case <-next:
			next = l.wait()
			fmt.Fprint(w, "data: changed\n\n")
		case <-r.Context().Done():
			return
		case <-l.done:
			return
		}
	}
}

// script keeps the reader's place on the page: browsers restore it on a reload.
func (l *reloader) script(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, `const at = document.currentScript.src.replace(/\.js$/, "");
new EventSource(at).onmessage = () => location.reload();
`)
}

// withReload puts the script into a page. Its address is absolute below the base path's root, found by the page's own root.
func withReload(page []byte) []byte {
	tag := []byte("<script src=\"" + reloadScript + "\"></script></body>")
	return bytes.Replace(page, []byte("</body>"), tag, 1)
}
