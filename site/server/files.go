package server

import (
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"
)

// atFile serves a file of the output folder. A folder's address without the slash at its end is redirected to the one with
// it.
func (v *Server) atFile(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if isHidden(name) || !fs.ValidPath(name) && name != "" {
		v.notFound(w, r)
		return
	}
	if name == "" {
		name = "."
	}
	inFolder := strings.HasSuffix(r.URL.Path, "/")
	info, ok := v.stat(name)
	isFolder := ok && info.IsDir()
	if isFolder && !inFolder {
		v.toFolder(w, r)
		return
	}
	if isFolder {
		name = path.Join(name, "index.html")
		info, ok = v.stat(name)
	}
	if !ok || !info.Mode().IsRegular() || inFolder != isFolder {
		v.notFound(w, r)
		return
	}
	v.sendFile(w, r, name, info)
}

func (v *Server) sendFile(w http.ResponseWriter, r *http.Request, name string, info fs.FileInfo) {
	build := v.build() // before the file is opened, so that the page is not taken for one of a build that comes just then
	f, err := os.OpenInRoot(v.out, name)
	if err != nil {
		v.notFound(w, r)
		return
	}
	defer f.Close()
	v.discover(w, name)
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	if t := contentType(name); t != "" {
		h.Set("Content-Type", t)
	}
	if v.reload != nil && strings.HasSuffix(name, ".html") {
		v.sendWithReload(w, f, build)
		return
	}
	h.Set("ETag", fmt.Sprintf(`"%x-%x"`, info.ModTime().UnixNano(), info.Size()))
	http.ServeContent(w, r, name, info.ModTime(), f)
}

func (v *Server) sendWithReload(w http.ResponseWriter, f io.Reader, build string) {
	data, err := io.ReadAll(f)
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(withReload(data, build)) // the client may have gone
}

// contentType is fixed for what errbook makes, because the host's table of types may lack some.
func contentType(name string) string {
	if path.Base(name) == "feed.xml" {
		return "application/atom+xml; charset=utf-8"
	}
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".md":
		return "text/markdown; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// isHidden tells whether any part of a path starts with a dot.
func isHidden(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") {
			return true
		}
	}
	return false
}

// toFolder redirects to the same address with a slash at its end, relatively, so that it holds below any path.
func (v *Server) toFolder(w http.ResponseWriter, r *http.Request) {
	location := "./" + path.Base(r.URL.EscapedPath()) + "/"
	if r.URL.RawQuery != "" {
		location += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", location)
	w.WriteHeader(http.StatusFound)
}

// exists tells whether a file is at a path of the site.
func (v *Server) exists(urlPath string) bool {
	name := strings.TrimPrefix(path.Clean(urlPath), "/")
	if isHidden(name) || !fs.ValidPath(name) {
		return false
	}
	info, ok := v.stat(name)
	return ok && info.Mode().IsRegular()
}

// stat looks a file up in the output folder as it is now: the folder may be another one of the same name since the server
// was started. A link that leads out of the folder is none of its files.
func (v *Server) stat(name string) (fs.FileInfo, bool) {
	f, err := os.OpenInRoot(v.out, name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	return info, err == nil
}
