package workbench

import (
	"slices"
	"strings"

	"errbook/site/locale"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
)

// Changes tells what sync did to the messages of one catalogue and language, by their ids in the document's order.
type Changes struct {
	Catalog      string   `json:"catalog"`
	Lang         string   `json:"lang"`
	File         string   `json:"file"`
	Added        []string `json:"added"`        // stubs for new messages
	Reused       []string `json:"reused"`       // empty before, now the text of a message with the same source
	Restored     []string `json:"restored"`     // back from the attic with its source
	Stale        []string `json:"stale"`        // stale before and after
	Retranslated []string `json:"retranslated"` // source and translation both changed: taken as done
	Orphaned     []string `json:"orphaned"`     // moved to the attic
	Dropped      []string `json:"dropped"`      // stubs that lost their source
}

// sync brings the desk in step with the document. It changes what the desk holds and writes nothing.
func (d *Desk) sync() Changes {
	c := Changes{Catalog: d.Catalog.ID, Lang: d.Lang, File: d.names.file}
	d.restore(&c)
	pool := d.reusable()
	var order []*messagefile.Entry
	for _, source := range d.Catalog.Sources.List {
		e, ok := d.entries[source.ID]
		if !ok {
			e = messagefile.NewEntry(source.ID, "")
			d.entries[source.ID] = e
			c.Added = append(c.Added, source.ID)
		}
		from := d.reuse(e, source, pool, &c)
		d.note(source, &c)
		d.annotate(e, from)
		order = append(order, e)
	}
	above := d.orphan(&c)
	d.arrange(order, above)
	return c
}

// reusable gives for each source that has a fresh translation, not one taken over itself where there is another, the
// message that has it first.
func (d *Desk) reusable() map[string]string {
	pool := map[string]string{}
	for _, taken := range []bool{false, true} {
		for _, source := range d.Catalog.Sources.List {
			status := d.Status(source.ID)
			if _, ok := pool[source.Text]; !ok && status.Done() && (status == state.ReusedText) == taken {
				pool[source.Text] = source.ID
			}
		}
	}
	return pool
}

// reuse fills an empty entry, and returns the message from which the entry's text comes, or "".
func (d *Desk) reuse(e *messagefile.Entry, source locale.Source, pool map[string]string, c *Changes) string {
	from, ok := pool[source.Text]
	if !ok || from == source.ID {
		return ""
	}
	switch d.Status(source.ID) {
	case state.Missing:
		text := d.text(from)
		e.Set(text)
		hash := state.HashOf(source.Text)
		d.Records.Set(state.Record{ID: source.ID, Source: hash, Text: state.HashOf(text), How: state.Reused})
		c.Reused = append(c.Reused, source.ID)
		return from
	case state.ReusedText:
		return from
	}
	return ""
}

// note records what a translation is made from, and keeps the source's text.
func (d *Desk) note(source locale.Source, c *Changes) {
	now, text := state.HashOf(source.Text), state.HashOf(d.text(source.ID))
	record, known := d.Records.Find(source.ID, now, text)
	switch d.Status(source.ID) {
	case state.Unusable: // once it is mended, it was made from what stood above it now
		if !known {
			d.Records.Set(state.Record{ID: source.ID, Source: now, Text: state.None, How: state.Written})
		}
		d.Known[now] = source.Text
		return
	case state.Stale:
		record.Text = text
		c.Stale = append(c.Stale, source.ID)
		d.Known[now] = source.Text
		if record.Source != now { // what a translator sees from now on: "# now:"
			d.Records[source.ID] = []state.Record{record, {ID: source.ID, Source: now, Text: state.None, How: state.Written}}
			return
		}
	case state.Retranslated:
		record = state.Record{ID: source.ID, Source: now, Text: text, How: state.Written}
		c.Retranslated = append(c.Retranslated, source.ID)
	default:
		if d.againTranslated(source.ID, now, text) {
			c.Retranslated = append(c.Retranslated, source.ID)
		}
		if !known || record.Text != text {
			record.How = state.Written
		}
		record.ID, record.Source, record.Text = source.ID, now, text
	}
	d.Records.Set(record)
	d.Known[now] = source.Text
}

// againTranslated tells whether a message was stale, and has another translation since.
func (d *Desk) againTranslated(id string, now, text state.Hash) bool {
	return text != state.None && len(d.before[id]) > 1 && slices.ContainsFunc(d.before[id], func(r state.Record) bool {
		return r.Source != now && r.Text != state.None && r.Text != text
	}) && !slices.ContainsFunc(d.before[id], func(r state.Record) bool { return r.Text == text })
}

// arrange puts the entries into the document's order. What stood above an orphan of comments apart from it stays, above the
// entry that followed.
func (d *Desk) arrange(order []*messagefile.Entry, above map[*messagefile.Entry]string) {
	for i, e := range order {
		if left, ok := above[e]; ok {
			e.Above = left + e.Above
		}
		if i > 0 && e.Above == "" {
			e.Above = d.File.EOL
		}
	}
	if d.File.Head == "" && len(d.File.Entries) == 0 {
		d.File.Head = header(d.Lang)
	}
	d.File.Entries = order
}

// header is what a new file starts with.
func header(lang string) string {
	return "# Translations into " + nameOf(lang) + ". Above each message stands its source; the translation goes between the quotes.\n" +
		"# After a change of the document: errbook i18n sync. What is to do: errbook i18n todo " + lang + "\n\n"
}

// nameOf is the language's name in English, with its tag.
func nameOf(lang string) string {
	l, err := locale.ParseLanguage(lang)
	if err != nil {
		return lang
	}
	return l.NameIn("en") + " (" + lang + ")"
}

// blank tells whether lines hold nothing but blanks.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
