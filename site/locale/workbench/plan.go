package workbench

import (
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
)

// Plan is what a command would write, and what that does to the messages.
type Plan struct {
	Edits   []Edit
	Changes []Changes
}

// Changed tells whether the plan changes any file.
func (p *Plan) Changed() bool {
	for _, e := range p.Edits {
		if e.Changed() {
			return true
		}
	}
	return false
}

// Sync plans to bring the files of some catalogues and languages in step with the documents. Where a file cannot be read
// whole there is no plan: nothing is to be written before that is mended.
func (b *Bench) Sync(catalogs []Catalog, langs []string) (*Plan, diag.List) {
	return b.plan(catalogs, langs, func(*Desk) diag.List { return nil })
}

// plan works at each desk and then syncs it.
func (b *Bench) plan(catalogs []Catalog, langs []string, work func(*Desk) diag.List) (*Plan, diag.List) {
	return b.planWhere(catalogs, func(_, lang string) bool { return slices.Contains(langs, lang) }, work)
}

// planWhere is plan for those desks of some catalogues that are wanted.
func (b *Bench) planWhere(catalogs []Catalog, wanted func(catalog, lang string) bool, work func(*Desk) diag.List) (*Plan, diag.List) {
	p := &Plan{}
	var list diag.List
	for _, c := range catalogs {
		known, before, found := b.known(c.ID)
		list = append(list, found...)
		list = append(list, b.sourceFile(c)...)
		used := map[state.Hash]bool{}
		var files, states []Edit
		for _, lang := range b.Targets() {
			if !wanted(c.ID, lang) {
				list = append(list, b.use(c.ID, lang, used)...)
				continue
			}
			d, found := b.desk(c, lang, known)
			list = append(list, found...)
			if found.HasErrors() {
				continue
			}
			list = append(list, work(d)...)
			p.Changes = append(p.Changes, d.sync())
			files = append(files, d.edit(d.names.attic), d.edit(d.names.file))
			states = append(states, d.edit(d.names.state))
			d.Records.Use(used)
		}
		p.Edits = append(p.Edits, b.keepKnown(c, known, before, used))
		p.Edits = append(append(p.Edits, files...), states...)
	}
	attributes, found := b.attributes()
	list = append(list, found...)
	if list.HasErrors() {
		return nil, list
	}
	if p.Changed() {
		p.Edits = append(p.Edits, attributes)
	}
	return p, list
}

// sourceFile tells what of the source language's own file cannot be read: what is lost there only looks as if it had left
// the document.
func (b *Bench) sourceFile(c Catalog) diag.List {
	name := b.path(locale.FileName(c.ID, b.Source))
	data, list := b.read(name)
	f, found := messagefile.Parse(name, data)
	for _, e := range f.Entries {
		if _, message, bad := locale.Unusable(locale.Source{ID: e.ID}, e.Value); bad && strings.TrimSpace(e.Value) != "" {
			found = append(found, diag.Errorf(e.Position(name), RuleUnreadable, "%s; mend it first: its translations would go to the attic", message))
		}
	}
	return append(list, found...)
}

// attributes is the edit that tells git to merge state by keeping the lines of both sides. A file that is there already is
// left as it is: somebody may want it otherwise.
func (b *Bench) attributes() (Edit, diag.List) {
	name := b.path("state/.gitattributes")
	before, list := b.read(name)
	after := before
	if before == nil {
		after = []byte("# Both branches of a merge say what a translation was made from; errbook picks what fits.\n*.tsv merge=union\n")
	}
	return Edit{Name: name, Before: before, After: after}, list
}

// edit is what the desk makes of one of its files. A file that was not there and has nothing in it stays away, and so does
// an attic that is empty again.
func (d *Desk) edit(name string) Edit {
	e := Edit{Name: name, Before: d.read[name]}
	switch name {
	case d.names.file:
		if e.Before != nil || len(d.File.Entries) > 0 {
			e.After = d.File.Bytes()
		}
	case d.names.attic:
		if len(d.Attic.Entries) > 0 {
			e.After = d.Attic.Bytes()
		}
	case d.names.state:
		if e.Before != nil || len(d.Records) > 0 {
			e.After = d.Records.Format()
		}
	}
	return e
}

// use adds the sources that a language's translations were made from to those that are used.
func (b *Bench) use(catalog, lang string, used map[state.Hash]bool) diag.List {
	name := b.path(locale.StateFile(catalog, lang))
	data, list := b.read(name)
	records, found := state.Parse(name, data)
	records.Use(used)
	return append(list, found...)
}

// keepKnown is the edit of the source texts: those that no language was translated from are let go.
func (b *Bench) keepKnown(c Catalog, known state.Sources, before []byte, used map[state.Hash]bool) Edit {
	e := Edit{Name: b.path(locale.SourcesFile(c.ID)), Before: before}
	for hash := range known {
		if !used[hash] {
			delete(known, hash)
		}
	}
	if before != nil || len(known) > 0 {
		e.After = known.Format()
	}
	return e
}
