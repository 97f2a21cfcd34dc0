package workbench

import (
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/exchange"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
)

// Outcome is what becomes of a text that comes back from translators.
type Outcome string

// The outcomes. Refused and Conflict keep what is there, and so do Unchanged, Kept and Empty, which need nobody's eye.
const (
	Added     Outcome = "new"       // the message had no translation
	Updated   Outcome = "updated"   // it had another
	Confirmed Outcome = "accepted"  // it was stale, and the file says that it still holds
	Unchanged Outcome = "unchanged" // it has this one
	Kept      Outcome = "kept"      // it has another since the export, and the file the one of the export
	Empty     Outcome = "empty"     // the file has none
	Refused   Outcome = "refused"
	Conflict  Outcome = "conflict"
)

// Outcomes lists them in the order in which they are counted.
func Outcomes() []Outcome {
	return []Outcome{Added, Updated, Confirmed, Unchanged, Kept, Empty, Refused, Conflict}
}

// Imported is a unit of a file, and what becomes of it.
type Imported struct {
	Catalog, Lang string
	ID            string
	Outcome       Outcome
	Former, Text  string          // of the catalogue and of the file
	Stale         bool            // taken, and stale at once: the file's source is not the document's present one
	At            diag.Position   // of the unit in the file
	Entry         diag.Position   // of the message in the catalogue's file; where it has none yet, the file's first line
	Problem       diag.Diagnostic // why it was refused, or what it conflicts with
}

// ImportOptions say how files are imported.
type ImportOptions struct {
	// Force takes texts that are in conflict, unfinished, or of an unknown source. The text that was there goes to the attic.
	Force bool
}

// Import plans to take in what translators did; the catalogues and languages of the files are to be the site's. What is taken
// is written as if a person had typed it and sync had run, with one difference: a text from another source than the present
// one is recorded as made from that, so that it is stale at once. Importing a file twice changes nothing the second time.
//
// A file carries the hash that each translation had at export. So a translation that somebody has worked on since is
// recognised, and kept. For each unit the outcome is told, in the order of the files. The diagnostics are of the site's own
// files; with an error among them there is no plan, as in Sync.
func (b *Bench) Import(files []*exchange.File, o ImportOptions) (*Plan, []Imported, diag.List) {
	var catalogs []Catalog
	of := map[[2]string][]*exchange.File{}
	for _, f := range files {
		key := [2]string{f.Catalog, f.Lang}
		of[key] = append(of[key], f)
	}
	for _, c := range b.Catalogs {
		if slices.ContainsFunc(files, func(f *exchange.File) bool { return f.Catalog == c.ID }) {
			catalogs = append(catalogs, c)
		}
	}
	wanted := func(catalog, lang string) bool { return of[[2]string{catalog, lang}] != nil }
	var all []Imported
	plan, list := b.planWhere(catalogs, wanted, func(d *Desk) diag.List {
		in := &intake{desk: d, force: o.Force, seen: map[string]Imported{}}
		for _, f := range of[[2]string{d.Catalog.ID, d.Lang}] {
			for _, u := range f.Units {
				all = append(all, in.unit(f, u))
			}
		}
		return nil
	})
	return plan, all, list
}

// intake takes the units of files in at a desk.
type intake struct {
	desk    *Desk
	force   bool
	seen    map[string]Imported
	guesses int // ids that a suggestion was looked for
}

func (in *intake) unit(f *exchange.File, u exchange.Unit) Imported {
	d := in.desk
	out := Imported{Catalog: d.Catalog.ID, Lang: d.Lang, ID: u.ID, At: u.At, Entry: diag.At(d.names.file, 1, 1), Former: d.text(u.ID)}
	source, known := d.Catalog.Sources.Get(u.ID)
	if !known {
		return out.refuse(RuleImportUnknown, "message %q belongs to no text of the document%s; it is not taken", brief(u.ID), in.didYouMean(u.ID))
	}
	if e, ok := d.entries[u.ID]; ok {
		out.Entry = e.Position(d.names.file)
	}
	out.Text = strings.ReplaceAll(u.Text, "\r\n", "\n")
	if state.HashOf(out.Text) == state.None {
		out.Outcome = Empty
		return out
	}
	if first, twice := in.seen[u.ID]; twice && state.HashOf(first.Text) != state.HashOf(out.Text) {
		return out.refuse(RuleImportTwice, "message %q has another text at %s already; this one is not taken", u.ID, first.At)
	}
	given := out
	out.Text = framed(out.Text, source.Text)
	if out.Former != "" {
		out.Text = framed(out.Text, out.Former)
	}
	out = in.judge(f, u, source, out)
	if out.Outcome != Refused {
		in.seen[u.ID] = given
	}
	if out.Outcome == Added || out.Outcome == Updated {
		in.take(u, source, out)
	}
	return out
}

// take writes a text, and records what it was made from.
func (in *intake) take(u exchange.Unit, source locale.Source, out Imported) {
	d := in.desk
	e, ok := d.entries[u.ID]
	if !ok {
		e = messagefile.NewEntry(u.ID, "")
		d.entries[u.ID] = e
	}
	if out.Problem.Rule != "" && out.Former != "" {
		d.setAside(u.ID, out.Former, u.At.File)
	}
	e.Set(out.Text)
	made := source.Text
	if out.Stale {
		made = u.Source
	}
	d.Known[state.HashOf(made)] = made
	d.Records.Set(state.Record{ID: u.ID, Source: state.HashOf(made), Text: state.HashOf(out.Text), How: state.Written})
}

// setAside puts a text into the attic that an import replaces by force. Its id there is none of a message, so that sync does
// not bring it back.
func (d *Desk) setAside(id, text, file string) {
	e := messagefile.NewEntry(id+"~replaced", text)
	e.Comments = messagefile.Comment("", "replaced by an import of "+file)
	d.keep(e)
}

// brief keeps an id that somebody made up from filling a screen.
func brief(id string) string {
	if r := []rune(id); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return id
}

func (out Imported) refuse(rule, format string, args ...any) Imported {
	out.Outcome, out.Problem = Refused, diag.Warnf(out.At, rule, format, args...)
	return out
}

// didYouMean suggests an id for one that is unknown. It looks at ids with the same code or field that are about as long, and
// not for ever: a file of another document is not to cost a search for each of its units.
func (in *intake) didYouMean(id string) string {
	if in.guesses++; in.guesses > 50 {
		return ""
	}
	dot := strings.LastIndexByte(id, '.') + 1
	var near []string
	for _, c := range in.desk.Catalog.Sources.IDs() {
		if (strings.HasSuffix(c, id[dot:]) || strings.HasPrefix(c, id[:dot])) && len(c) <= len(id)+2 && len(c) >= len(id)-2 {
			near = append(near, c)
		}
	}
	return diag.DidYouMean(id, near)
}
