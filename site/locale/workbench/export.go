package workbench

import (
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/exchange"
	"errbook/site/locale/state"
)

// Export gives the translations of a catalogue into a language for translators outside, in the document's order: all, or
// only what is to do, which is stale, missing, or cannot be shown. The last goes as stale, with its fault as a note. Where a
// file cannot be read whole there is no export: what seems to be missing might only not have been read.
func (b *Bench) Export(c Catalog, lang string, todo bool) (*exchange.File, diag.List) {
	d, list := b.Desk(c, lang)
	if list.HasErrors() {
		return nil, list
	}
	f := &exchange.File{Catalog: c.ID, SourceLang: b.Source, Lang: lang}
	paths := map[string][]string{}
	for _, source := range c.Sources.List {
		u := d.Unit(source)
		if todo && u.Status.Done() {
			continue
		}
		path, ok := paths[source.Section]
		if !ok {
			path = c.Path(source.Section)
			paths[source.Section] = path
		}
		f.Units = append(f.Units, u.export(path))
	}
	return f, list
}

func (u Unit) export(path []string) exchange.Unit {
	out := exchange.Unit{ID: u.ID, Source: u.Source.Text, Was: u.Was, Text: u.Text, Status: state.Fresh,
		Base: state.HashOf(u.Text), Section: path, From: u.Pos}
	switch u.Status {
	case state.Missing:
		out.Status = state.Missing
	case state.Stale, state.Unusable:
		out.Status = state.Stale
	}
	if u.Text != "" {
		out.Text = framed(u.Text, u.Source.Text) // gettext takes it for a fault if one of the two ends its line and the other not
	}
	for _, note := range u.Notes {
		if note = strings.TrimSpace(strings.TrimLeft(note, " \t#")); note != "" {
			out.Notes = append(out.Notes, note)
		}
	}
	if u.Fault != "" {
		out.Notes = append(out.Notes, u.Fault)
	}
	return out
}

// framed gives a text the line ends around it that another has.
func framed(text, like string) string {
	inner := strings.Trim(like, "\n")
	if inner == "" {
		return text
	}
	at := strings.Index(like, inner)
	return like[:at] + strings.Trim(text, "\n") + like[at+len(inner):]
}
