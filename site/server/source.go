package server

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sourcePath is where a preview shows the files of the site that people edit.
const sourcePath = "/-/source/"

// sourceFolders are the folders of the site whose files are shown, and no others.
var sourceFolders = []string{"content", "i18n"}

// maxSource bounds the size of a file that is shown.
const maxSource = 64 << 20

// atSource shows a file with its line numbers. A file of messages that is not there yet has a page that says so, because
// that is where missing texts are to be written; of anything else nothing is told.
func (v *Server) atSource(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, sourcePath)
	text, err := readSource(v.sources, name)
	isMessages := strings.HasPrefix(name, "i18n/") && strings.HasSuffix(name, ".toml")
	none := errors.Is(err, fs.ErrNotExist) && isMessages
	if err != nil && !none {
		v.notFound(w, r)
		return
	}
	status := http.StatusOK
	if none {
		status = http.StatusNotFound
	}
	snap := v.current.Load()
	lang := snap.site.Book.Preview.Lang
	ed := snap.editions[lang]
	v.render(w, ed, ed.pages.SourceFile(name, text, none), status)
}

// errNotShown: a file is none of those that are shown.
var errNotShown = errors.New("not shown")

// readSource reads a file below one of the folders that are shown. A link that leads out of its folder is not followed, and
// what is no regular file, such as a pipe, is not opened.
func readSource(dir, name string) (string, error) {
	top, rest, _ := strings.Cut(name, "/")
	if !slices.Contains(sourceFolders, top) || rest == "" || !fs.ValidPath(name) || isHidden(name) {
		return "", errNotShown
	}
	root, err := os.OpenRoot(filepath.Join(dir, top))
	if err != nil {
		return "", err
	}
	defer root.Close()
	info, err := root.Stat(rest)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > maxSource {
		return "", errNotShown
	}
	f, err := root.Open(rest)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSource))
	return string(data), err
}

// noRobots keeps every answer of a preview out of search engines.
func noRobots(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Robots-Tag", "noindex, nofollow")
		next.ServeHTTP(w, r)
	})
}
