// Package workbench is where translations are worked on: what is done and what is to do, keeping files in step with the
// documents, and taking in what others translated.
//
// It reads through fs.FS and returns Edits: the bytes that files are to have. Only Apply writes, each file whole or not at
// all. Files are therefore never half-written, and what was read is compared with what stands there before it is replaced,
// so that a translator who saved in the meantime loses nothing.
//
// For each catalogue and language there are, below i18n/:
//
//	<catalog>.<lang>.toml          the messages, in the document's order
//	attic/<catalog>.<lang>.toml    messages whose source has left the document
//	state/<catalog>.<lang>.tsv     what each translation was made from (package state)
//	state/<catalog>.sources.tsv    the texts of those sources, for all languages
//
// Above each message stand its comments: those of people, and those that sync writes. The latter are the source, or where
// the translation is stale the source that it was made from and the present one:
//
//	# was: the source then
//	# now: the source now
//
// and "# reused from <id>" where the text was taken over from another message with the same source.
package workbench

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/state"
)

// Section is a section of a catalogue, for people to know where a text stands.
type Section struct {
	ID     string
	Title  string
	Parent string // id, or ""
}

// Catalog is what is translated of one document.
type Catalog struct {
	ID       string
	Sources  *locale.Sources
	Sections []Section // in the document's order
}

// Path names a section by the titles above it and its own; nothing for what belongs to the whole catalogue.
func (c Catalog) Path(id string) (titles []string) {
	for range c.Sections { // no path is longer, whatever the parents say
		i := slices.IndexFunc(c.Sections, func(s Section) bool { return s.ID == id })
		if id == "" || i < 0 {
			break
		}
		titles = append(titles, c.Sections[i].Title)
		id = c.Sections[i].Parent
	}
	slices.Reverse(titles)
	return titles
}

// Bench is all of a site that is translated.
type Bench struct {
	FS        fs.FS
	Dir       string // of the messages, below the root: "i18n"
	Source    string // language of the documents
	Languages []string
	Catalogs  []Catalog
}

// Targets are the languages to translate into.
func (b *Bench) Targets() (tags []string) {
	for _, tag := range b.Languages {
		if tag != b.Source {
			tags = append(tags, tag)
		}
	}
	return tags
}

// Catalog finds a catalogue by its id.
func (b *Bench) Catalog(id string) (Catalog, bool) {
	for _, c := range b.Catalogs {
		if c.ID == id {
			return c, true
		}
	}
	return Catalog{}, false
}

func (b *Bench) path(name string) string { return path.Join(b.Dir, name) }

func atticFile(stem, tag string) string { return "attic/" + locale.FileName(stem, tag) }

// RuleUnreadable: a file of the workbench cannot be read.
const RuleUnreadable = "translation-read"

// read returns the bytes of a file, nil where there is none.
func (b *Bench) read(name string) ([]byte, diag.List) {
	data, err := fs.ReadFile(b.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diag.List{diag.Errorf(diag.At(name, 1, 1), RuleUnreadable, "cannot read it: %v", err)}
	}
	return data, nil
}

// known reads the source texts that a catalogue's translations were made from.
func (b *Bench) known(catalog string) (state.Sources, []byte, diag.List) {
	name := b.path(locale.SourcesFile(catalog))
	data, list := b.read(name)
	known, found := state.ParseSources(name, data)
	return known, data, append(list, found...)
}
