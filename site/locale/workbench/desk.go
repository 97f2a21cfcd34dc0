package workbench

import (
	"maps"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
)

// Desk is one catalogue in one language, with all that is known of its translations.
type Desk struct {
	Catalog Catalog
	Lang    string
	File    *messagefile.File
	Attic   *messagefile.File
	Records state.Records
	Known   state.Sources // former and present sources, by hash
	before  state.Records // as they were read: the comments in the file are from then

	entries map[string]*messagefile.Entry
	read    map[string][]byte // what the files held when they were read; nil for one that was not there
	names   struct{ file, attic, state string }
}

// Desk reads what there is of a catalogue in a language. With an error among the diagnostics its files are not to be
// written: a message may be missing from what was read.
func (b *Bench) Desk(c Catalog, lang string) (*Desk, diag.List) {
	known, _, list := b.known(c.ID)
	d, found := b.desk(c, lang, known)
	return d, append(list, found...)
}

func (b *Bench) desk(c Catalog, lang string, known state.Sources) (*Desk, diag.List) {
	d := &Desk{Catalog: c, Lang: lang, Known: known, entries: map[string]*messagefile.Entry{}, read: map[string][]byte{}}
	d.names.file, d.names.attic = b.path(locale.FileName(c.ID, lang)), b.path(atticFile(c.ID, lang))
	d.names.state = b.path(locale.StateFile(c.ID, lang))
	var list diag.List
	open := func(name string) []byte {
		data, found := b.read(name)
		d.read[name], list = data, append(list, found...)
		return data
	}
	var found diag.List
	d.File, found = messagefile.Parse(d.names.file, open(d.names.file))
	list = append(list, found...)
	d.Attic, found = messagefile.Parse(d.names.attic, open(d.names.attic))
	list = append(list, found...)
	d.Records, found = state.Parse(d.names.state, open(d.names.state))
	list = append(list, found...)
	d.before = maps.Clone(d.Records)
	for _, e := range d.File.Entries {
		if _, twice := d.entries[e.ID]; !twice {
			d.entries[e.ID] = e
		}
	}
	return d, list
}

// text is the present translation of a message, "" for none; blanks alone are none.
func (d *Desk) text(id string) string {
	e, ok := d.entries[id]
	if !ok || strings.TrimSpace(e.Value) == "" {
		return ""
	}
	return e.Value
}

// Status tells what became of the translation of a message.
func (d *Desk) Status(id string) state.Status {
	text := d.text(id)
	if source, ok := d.Catalog.Sources.Get(id); ok && text != "" {
		if _, _, bad := locale.Unusable(source, text); bad {
			return state.Unusable
		}
	}
	return d.Records.Of(id, d.Catalog.Sources.Hash(id), state.HashOf(text))
}

// Unit is a message with all that is known of its translation.
type Unit struct {
	locale.Source
	Status state.Status
	Text   string
	Was    string        // the source that the translation was made from, where that is another and known
	At     diag.Position // of the message in its file; where it has none yet, the file's first line
	Notes  []string      // comments of people above it
	Fault  string        // why the text cannot be shown, where it cannot
}

// Unit returns the message with an id; it is to be one of the catalogue's.
func (d *Desk) Unit(source locale.Source) Unit {
	u := Unit{Source: source, Status: d.Status(source.ID), Text: d.text(source.ID), At: diag.At(d.names.file, 1, 1)}
	u.Was = d.was(source.ID)
	_, u.Fault, _ = locale.Unusable(source, u.Text)
	if e, ok := d.entries[source.ID]; ok {
		u.At = e.Position(d.names.file)
		u.Notes, _ = d.comments(e)
	}
	return u
}

// was is the source that a message was translated from, where it has changed and is known.
func (d *Desk) was(id string) string {
	now := d.Catalog.Sources.Hash(id)
	record, ok := d.Records.Find(id, now, state.HashOf(d.text(id)))
	if !ok || record.Source == now {
		return ""
	}
	return d.Known[record.Source]
}
