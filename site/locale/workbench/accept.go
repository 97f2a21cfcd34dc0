package workbench

import (
	"errbook/site/diag"
	"errbook/site/locale/state"
)

// RuleNotStale: a message that is to be accepted is not stale.
const RuleNotStale = "not-stale"

// Accept plans to record that stale translations still hold though their source has changed, in some catalogues and
// languages. want tells which messages are meant. One that is missing or fresh anyway is a note; where nothing at all is
// accepted, one that is missing is an error.
func (b *Bench) Accept(catalogs []Catalog, langs []string, want func(catalog, id string) bool) (*Plan, []Unit, diag.List) {
	var accepted []Unit
	var missing diag.List
	plan, list := b.plan(catalogs, langs, func(d *Desk) (list diag.List) {
		for _, source := range d.Catalog.Sources.List {
			if !want(d.Catalog.ID, source.ID) {
				continue
			}
			u := d.Unit(source)
			switch u.Status {
			case state.Stale:
				d.Records.Set(state.Record{ID: source.ID, Source: state.HashOf(source.Text), Text: state.HashOf(u.Text), How: state.Accepted})
				accepted = append(accepted, u)
			case state.Missing:
				missing = append(missing, diag.Notef(u.At, RuleNotStale, "message %q has no translation into %s to accept; write one", source.ID, d.Lang))
			case state.Unusable:
				list = append(list, diag.Errorf(u.At, RuleNotStale, "message %q cannot be accepted: %s", source.ID, u.Fault))
			default:
				list = append(list, diag.Notef(u.At, RuleNotStale, "message %q is not stale in %s", source.ID, d.Lang))
			}
		}
		return list
	})
	if len(accepted) > 0 || len(missing) == 0 {
		return plan, accepted, append(list, missing...)
	}
	for i := range missing {
		missing[i].Severity = diag.Error
	}
	return nil, nil, append(list, missing...)
}
