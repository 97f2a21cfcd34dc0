package workbench

import (
	"strings"

	"errbook/site/locale"
	"errbook/site/locale/exchange"
	"errbook/site/locale/lint"
	"errbook/site/locale/state"
	"errbook/site/prose"
)

// Rules of what becomes of texts that are imported.
const (
	RuleImportUnknown    = "import-unknown-id"     // no message has the id
	RuleImportTwice      = "import-duplicate"      // a message has two texts
	RuleImportUnusable   = "import-unusable"       // a text that could not be shown
	RuleImportSource     = "import-source-filled"  // the source was put in for a translation
	RuleImportUnfinished = "import-unfinished"     // the file marks it as unfinished
	RuleImportNoSource   = "import-unknown-source" // the file does not say what it was made from
	RuleImportOutdated   = "import-outdated"       // made from a former source, and the present translation is not
	RuleImportConflict   = "import-conflict"       // the present translation was worked on since
)

// judge says what becomes of a text that is there and whose message is known.
func (in *intake) judge(f *exchange.File, u exchange.Unit, source locale.Source, out Imported) Imported {
	d := in.desk
	now, text, former := d.Catalog.Sources.Hash(u.ID), state.HashOf(out.Text), state.HashOf(out.Former)
	switch {
	case text == former && u.Status == state.Fresh && state.HashOf(u.Source) == now && d.Status(u.ID) == state.Stale:
		d.Records.Set(state.Record{ID: u.ID, Source: now, Text: text, How: state.Accepted})
		out.Outcome = Confirmed
		return out
	case text == former:
		out.Outcome = Unchanged
		return out
	case former != state.None && u.Base == text:
		out.Outcome = Kept
		return out
	}
	if _, message, bad := locale.Unusable(source, out.Text); bad {
		return out.refuse(RuleImportUnusable, "%s: %s; it is not taken", u.ID, message)
	}
	if (text == now || text == state.HashOf(u.Source)) && lint.Translatable(prose.PartsOf(source.Text, source.Block).Words) {
		return out.refuse(RuleImportSource, "%s: the source was put in for the translation; it is not taken", u.ID)
	}
	out.Stale = strings.TrimSpace(u.Source) != "" && state.HashOf(u.Source) != now
	out.Outcome = Updated
	if former == state.None {
		out.Outcome = Added
	}
	taken := out.Outcome
	out = in.doubt(f, u, out)
	if out.Problem.Rule != "" && in.force {
		out.Outcome = taken
	}
	out.Stale = out.Stale && out.Outcome == taken
	return out
}

// doubt finds what speaks against a text so that only a person can say that it is to be taken.
func (in *intake) doubt(f *exchange.File, u exchange.Unit, out Imported) Imported {
	d := in.desk
	lost := strings.TrimSpace(u.Source) == ""
	mine := d.Status(u.ID) != state.ReusedText // a text that sync took over from another message is nobody's work on this one
	switch former, done := state.HashOf(out.Former), d.Status(u.ID).Done(); {
	case f.Format.Marks() && u.Status == state.Stale:
		return out.refuse(RuleImportUnfinished, "%s: the file marks the translation as unfinished (%s); it is taken when the mark is gone, or with --force", u.ID, mark(f.Format))
	case former != state.None && u.Base == "" && mine:
		out = out.refuse(RuleImportConflict, "%s: another translation stands at %s, and the file does not say from which it was made; that one is kept (--force takes this one)", u.ID, out.Entry)
		out.Outcome = Conflict
	case former != state.None && u.Base != former && mine:
		out = out.refuse(RuleImportConflict, "%s: the translation at %s was changed since the export; that one is kept (--force takes this one)", u.ID, out.Entry)
		out.Outcome = Conflict
	case former != state.None && out.Stale && done:
		out = out.refuse(RuleImportOutdated, "%s: made from a former source, and the translation at %s holds for the present one; that one is kept (--force takes this one)", u.ID, out.Entry)
		out.Outcome = Conflict
	case lost:
		return out.refuse(RuleImportNoSource, "%s: the file does not say from which source the translation was made; with --force it counts as made from the present one", u.ID)
	}
	return out
}

// mark is what a format calls the mark of what is unfinished.
func mark(f exchange.Format) string {
	if f == exchange.PO {
		return "fuzzy"
	}
	return "its state is new or needs-…"
}
