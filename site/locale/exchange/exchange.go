// Package exchange reads and writes the files in which translations go to translators and come back: XLIFF 1.2 (OASIS), PO
// (GNU gettext), CSV (RFC 4180) and go-i18n's JSON. It is pure: bytes in, bytes out; what becomes of a text that comes back
// is the workbench's to say.
//
// What Write writes Read reads again as it was: languages, catalogue, and of each unit id, source, former source, text,
// status and base. Section, notes and place of the source are for people, and are not read. A text that is not UTF-8 loses
// what is not. JSON and CSV say no more of a unit than fits into them; see their files.
//
// What is read is hostile until checked. A file is bounded in size, an XML document has no DOCTYPE and so no entities of its
// own, and what is broken is told with its place. A file with an error among its diagnostics gives no units: part of what a
// translator did is not to pass for all of it. What the other tools add is passed over.
package exchange

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// Format is a kind of file.
type Format string

// The formats, by the names that the command has for them.
const (
	XLIFF Format = "xliff"
	PO    Format = "po"
	CSV   Format = "csv"
	JSON  Format = "json"
)

// Formats lists all of them.
func Formats() []Format { return []Format{XLIFF, PO, CSV, JSON} }

// Ending is what the name of a file of the format ends with.
func (f Format) Ending() string {
	if f == XLIFF {
		return ".xlf"
	}
	return "." + string(f)
}

// Marks tells whether the format marks what is unfinished, and tools set and take away that mark. Where it is so, a text
// with the mark is not done. In a spreadsheet the status is but a word that nobody keeps.
func (f Format) Marks() bool { return f == XLIFF || f == PO }

// FormatOf is the format that the ending of a name stands for, "" for none.
func FormatOf(name string) Format {
	switch strings.ToLower(path.Ext(filepath.ToSlash(name))) {
	case ".xlf", ".xliff":
		return XLIFF
	case ".po":
		return PO
	case ".csv":
		return CSV
	case ".json":
		return JSON
	}
	return ""
}

// File is the translations of a catalogue into a language. Readers leave empty what a file does not say.
type File struct {
	Format     Format
	Name       string // of the file that was read
	Catalog    string
	SourceLang string
	Lang       string
	Units      []Unit
}

// Unit is one message.
type Unit struct {
	ID     string
	Source string // "" where a file has lost it
	Was    string // the source that a stale translation was made from, where it is known
	Text   string // the translation, "" for none

	// Status is Fresh, Stale or Missing. When read, Stale is a text with a mark that says that work is left on it, and ""
	// stands for a file that says nothing.
	Status state.Status

	// Base is the hash of the translation when the file was written, None where there was none. When read, "" stands for a
	// file that has lost it.
	Base state.Hash

	Section []string      // titles of the sections around it, the outermost first
	Notes   []string      // what people noted above the translation
	From    diag.Position // of the source in the document

	At diag.Position // of the unit in the file that was read
}

// Write writes a file in its format.
func Write(f *File) []byte {
	switch f.Format {
	case PO:
		return writePO(f)
	case CSV:
		return writeCSV(f)
	case JSON:
		return writeJSON(f)
	default:
		return writeXLIFF(f)
	}
}

// Rules of the diagnostics of Read.
const (
	RuleSyntax = "exchange-syntax" // the file cannot be read
	RuleUnit   = "exchange-unit"   // a part of it is no message
)

// Read reads a file of any of the formats, which it knows by what is in it, then by its name. It may hold several catalogues
// and languages. Where it does not name them, its own name does, if it is like im.ko.po.
func Read(name string, data []byte) ([]*File, diag.List) {
	in, list := decode(name, data)
	if list != nil {
		return nil, list
	}
	format := in.format()
	files, list := in.read(format)
	list.Sort()
	if list.HasErrors() {
		return nil, slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
	}
	if more := len(list) - maxFaults; more > 0 {
		list = append(list[:maxFaults], diag.Warnf(list[maxFaults].Position, RuleUnit, "%d more like this from here on", more))
	}
	return gather(files, format, name), list
}

// split parts the units of a file that names a catalogue and a language at each of them.
type split struct {
	files []*File
	of    map[[2]string]*File
}

// file is that of a catalogue and a language.
func (s *split) file(catalog, lang string) *File {
	key := [2]string{catalog, lang}
	f, ok := s.of[key]
	if !ok {
		f = &File{Catalog: catalog, Lang: lang}
		if s.of == nil {
			s.of = map[[2]string]*File{}
		}
		s.of[key] = f
		s.files = append(s.files, f)
	}
	return f
}

func (in *input) read(format Format) ([]*File, diag.List) {
	switch format {
	case XLIFF:
		return readXLIFF(in)
	case PO:
		return readPO(in)
	case CSV:
		return readCSV(in)
	case JSON:
		return readJSON(in)
	}
	return nil, diag.List{diag.Errorf(in.at(0), RuleSyntax,
		"the file is none of XLIFF 1.2, PO, CSV with the columns id and translation, and go-i18n JSON")}
}

// gather makes one of the files of a catalogue and a language, and names those that do not name themselves.
func gather(files []*File, format Format, name string) (out []*File) {
	stem, tag := nameParts(name)
	seen := map[[2]string]*File{}
	for _, f := range files {
		f.Format, f.Name = format, name
		if f.Catalog == "" {
			f.Catalog = stem
		}
		if f.Lang == "" {
			f.Lang = tag
		}
		for _, name := range []*string{&f.Catalog, &f.Lang} {
			if len(*name) > 255 { // no file's name is longer
				*name = short(*name)
			}
		}
		key := [2]string{f.Catalog, f.Lang}
		if first, ok := seen[key]; ok {
			first.Units = append(first.Units, f.Units...)
			continue
		}
		seen[key] = f
		out = append(out, f)
	}
	return out
}

// nameParts are the catalogue and the language in a name such as im.ko.po.
func nameParts(name string) (stem, tag string) {
	base := path.Base(filepath.ToSlash(name))
	base = strings.TrimSuffix(base, path.Ext(base))
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		return base[:i], base[i+1:]
	}
	return "", ""
}

// status is Missing for no text, else what a mark says.
func status(text string, unfinished bool) state.Status {
	switch {
	case text == "":
		return state.Missing
	case unfinished:
		return state.Stale
	}
	return state.Fresh
}

// told is the status that a word stands for, as far as the text agrees; "" for none.
func told(word, text string) state.Status {
	switch s := state.Status(strings.ToLower(strings.TrimSpace(word))); {
	case text == "":
		return state.Missing
	case s == state.Fresh || s == state.Stale:
		return s
	}
	return ""
}
