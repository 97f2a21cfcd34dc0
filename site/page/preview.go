package page

import (
	"cmp"
	"html/template"
	"net/url"
	"path"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale"
)

// Preview shows a site to the translator of one language before it is published: its pages in that language tell of every
// text where it stands, and which are stale or missing.
type Preview struct {
	Lang   string
	Editor string // pattern of a link that opens a line in an editor, with {path}, {abs} and {line}; "" for SourcePath
	Root   string // absolute path of the site's root, for {abs}
}

// Origin is where a text that is translated stands. Only a preview has it.
type Origin struct {
	ID     string // of the message; "" for a title of site.toml
	Status string // "fresh", "stale" or "missing"
	File   string // below the root of the site; of a missing text, where it is to be written
	Line   int
	URL    template.URL // opens that line
}

// PreviewBar is what a page of a preview says of itself.
type PreviewBar struct {
	Language       string // the one that is previewed, as readers of the page call it
	Marked         bool   // the page is in that language, and its texts are marked
	Missing, Stale int    // texts of the page
	Next           string // URL of the next page on which something is to do; "" where there is none
	Here           string // URL of the same page in the language that is previewed
	All            string // URL of the list of all that is to do
}

// SourcePath is the path at which a preview shows a file of the site.
func SourcePath(file string) string { return "-/source/" + escapePath(file) }

func escapePath(file string) string {
	segments := strings.Split(file, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return strings.Join(segments, "/")
}

// previewed tells whether the texts of this edition are to be marked.
func (e *Edition) previewed() bool { return e.Preview != nil && e.Preview.Lang == e.Lang.Tag }

// origin tells where a message of a volume stands; nil where no translator looks at this edition.
func (e *Edition) origin(v int, id string, t locale.Text) *Origin {
	if !e.previewed() {
		return nil
	}
	o := &Origin{ID: id, Status: e.status(t), File: t.At.File, Line: t.At.Line}
	if o.File == "" {
		o.File, o.Line = path.Join("i18n", locale.FileName(e.Volumes[v].Model.ID, e.Lang.Tag)), 1
	}
	o.URL = e.lineURL(o.File, o.Line)
	return o
}

func (e *Edition) status(t locale.Text) string {
	switch {
	case t.Lang != e.Lang.Tag:
		return "missing"
	case t.Stale:
		return "stale"
	}
	return "fresh"
}

// titleOrigin tells where a volume's title stands in site.toml, or is to be written there.
func (e *Edition) titleOrigin(v int) *Origin {
	volume := e.Volumes[v]
	if !e.previewed() || volume.TitleAt == nil {
		return nil
	}
	at, status := volume.TitleAt[e.Lang.Tag], "fresh"
	if volume.Titles[e.Lang.Tag] == "" {
		at, status = volume.TitleAt[""], "missing"
	}
	return &Origin{Status: status, File: at.File, Line: at.Line, URL: e.lineURL(at.File, at.Line)}
}

// TitlePositions tells where the titles of a volume stand, by language; "" is where one that is missing is to be written.
type TitlePositions map[string]diag.Position

// lineURL opens a line of a file: in the editor, or on a page of the preview's server. The pattern was checked when it was
// given.
func (e *Edition) lineURL(file string, line int) template.URL {
	p := e.Preview
	if p.Editor == "" {
		return template.URL(e.BasePath + SourcePath(file) + "#L" + itoa(line))
	}
	abs := escapePath(path.Join(p.Root, file))
	pattern := p.Editor
	if strings.HasPrefix(abs, "/") { // vscode://file/{abs} is to have one slash there
		pattern = strings.ReplaceAll(pattern, "/{abs}", "{abs}")
	}
	return template.URL(strings.NewReplacer("{path}", escapePath(file), "{abs}", abs, "{line}", itoa(line)).Replace(pattern))
}

// previewBar is the bar of a page whose counts are not known yet.
func (e *Edition) previewBar(root string, pathIn func(lang string) string) *PreviewBar {
	if e.Preview == nil {
		return nil
	}
	return &PreviewBar{Language: e.language(e.Preview.Lang).NameIn(e.Lang.Tag), Marked: e.previewed(),
		Here: root + pathIn(e.Preview.Lang), All: root + TranslationsPath(e.Lang.Tag)}
}

// spot is a page on which something may be to do: a code's, or with page -1 a catalogue's.
type spot struct{ volume, page int }

// start comes before every spot.
var start = spot{-1, -1}

func compareSpots(a, b spot) int {
	return cmp.Or(cmp.Compare(a.volume, b.volume), cmp.Compare(a.page, b.page))
}

// fillBar counts what is to do on a page, and finds the next page on which something is.
func (e *Edition) fillBar(v *View, at spot) {
	if v.Preview == nil || !v.Preview.Marked || e.Bare {
		return
	}
	type key struct {
		file, id string
		line     int // titles have no id
	}
	seen := map[key]bool{}
	for _, t := range v.ownTexts() {
		o := t.Origin
		if o == nil || seen[key{o.File, o.ID, o.Line}] {
			continue
		}
		seen[key{o.File, o.ID, o.Line}] = true
		switch o.Status {
		case "missing":
			v.Preview.Missing++
		case "stale":
			v.Preview.Stale++
		}
	}
	v.Preview.Next = e.next(at, v.Root)
}

// next is the first page behind one on which something is to do; behind the last it begins anew.
func (e *Edition) next(at spot, root string) string {
	all := e.toDo()
	i, here := slices.BinarySearchFunc(all, at, compareSpots)
	if here {
		i++
	}
	if len(all) == 0 || here && len(all) == 1 {
		return ""
	}
	s := all[i%len(all)]
	volume := e.Volumes[s.volume]
	if s.page < 0 {
		return root + CatalogPath(e.Lang.Tag, volume.Model.ID)
	}
	return root + e.Slugs.CodePath(e.Lang.Tag, volume.Model.ID, volume.Pages[s.page].Code.Text)
}

// findWork lists the pages that have a stale or missing text of their own, in order.
func (e *Edition) findWork() (all []spot) {
	for n, v := range e.Volumes {
		todo := func(id, source string) bool { return e.status(e.texts[n].Text(id, source)) != "fresh" }
		if e.catalogWork(n, todo) {
			all = append(all, spot{n, -1})
		}
		for i, p := range v.Pages {
			if p.anyMessage(todo) {
				all = append(all, spot{n, i})
			}
		}
	}
	return all
}

// catalogWork tells whether a text of a catalogue or of its sections is to be translated.
func (e *Edition) catalogWork(n int, todo func(id, source string) bool) bool {
	model := e.Volumes[n].Model
	if o := e.titleOrigin(n); o != nil && o.Status != "fresh" {
		return true
	}
	for i, note := range model.Notes {
		if todo(model.NoteID(i), note.Text) {
			return true
		}
	}
	for _, s := range model.Sections {
		if todo(s.TitleID(), s.Title) {
			return true
		}
		for i, note := range s.Notes {
			if todo(s.NoteID(i), note.Text) {
				return true
			}
		}
	}
	return false
}
