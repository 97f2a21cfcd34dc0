package workbench

import (
	"path"
	"slices"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/glossary"
	"errbook/site/locale/lint"
)

// GlossaryFile is the path below the messages' folder of the site's glossary.
const GlossaryFile = "glossary.toml"

// Glossary reads the site's glossary; a site without one has an empty one.
func (b *Bench) Glossary() (*glossary.Glossary, diag.List) {
	name := b.path(GlossaryFile)
	data, list := b.read(name)
	g, found := glossary.Parse(name, data, b.Languages)
	return g, append(list, found...)
}

// Check compares the translations of some catalogues and languages with their sources. What a person has said to be right is
// left out, and told where nothing was to be said. A text that cannot be shown is none of its findings: reading the site
// tells of those.
func (b *Bench) Check(catalogs []Catalog, langs []string) (list diag.List) {
	g, found := b.Glossary()
	list = append(list, found...)
	for _, lang := range langs {
		linter := lint.New(b.Source, lang, g)
		for _, c := range catalogs {
			list = append(list, b.checkFile(c, lang, linter)...)
		}
	}
	return list
}

// checkFile checks one file; its faults as a file are told where the site is read.
func (b *Bench) checkFile(c Catalog, lang string, linter *lint.Linter) (list diag.List) {
	d, _ := b.Desk(c, lang)
	found := map[string][]lint.Finding{}
	for _, f := range linter.Check(d.shown()) {
		found[f.ID] = append(found[f.ID], f)
	}
	for _, e := range d.File.Entries {
		if d.entries[e.ID] != e {
			continue // the second of two with one id
		}
		at := e.Position(d.names.file)
		ignored, bad := suppressions(e, d.names.file)
		list = append(list, bad...)
		for _, f := range found[e.ID] {
			if i := slices.IndexFunc(ignored, func(s suppression) bool { return s.rule == f.Rule }); i >= 0 {
				ignored[i].used = true
				continue
			}
			list = append(list, diag.Diagnostic{Position: at, Severity: f.Severity, Rule: f.Rule, Message: f.ID + ": " + f.Message})
		}
		for _, s := range ignored {
			if !s.used {
				list = append(list, diag.Warnf(s.at, RuleUnusedSuppression, "there is nothing to ignore by the rule %s at %s; delete the comment", s.rule, e.ID))
			}
		}
	}
	return list
}

// shown lists the translations that are shown, in the document's order.
func (d *Desk) shown() (messages []lint.Message) {
	for _, source := range d.Catalog.Sources.List {
		if text := d.text(source.ID); text != "" && d.Unit(source).Fault == "" {
			messages = append(messages, lint.Message{ID: source.ID, Source: d.madeFrom(source.ID, source.Text), Text: text, Block: source.Block, Free: source.Free})
		}
	}
	return messages
}

// Speaks tells whether a diagnostic is of a file of the given catalogues and languages, or of one that belongs to none.
func (b *Bench) Speaks(d diag.Diagnostic, catalogs []Catalog, langs []string) bool {
	for _, lang := range b.Targets() {
		for _, c := range b.Catalogs {
			if !slices.Contains([]string{b.path(locale.FileName(c.ID, lang)), b.path(atticFile(c.ID, lang)), b.path(locale.StateFile(c.ID, lang))}, d.File) {
				continue
			}
			return slices.Contains(langs, lang) && slices.ContainsFunc(catalogs, func(o Catalog) bool { return o.ID == c.ID })
		}
	}
	return path.Dir(d.File) == b.Dir || path.Dir(path.Dir(d.File)) == b.Dir
}
