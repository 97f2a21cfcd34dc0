package catalog

import (
	"slices"
	"strings"

	"errbook/site/diag"
)

// place is where an entry stands: a code in a section.
type place struct {
	section *Section
	code    Code
}

// isNew tells whether an entry is to be kept beside those of its code that its section has already, and reports what it
// decides: the same row again is merged, a row that another column tells apart is kept, and any other one is an error,
// because a reader could not tell which holds.
func (d *document) isNew(seen map[place][]*Entry, e *Entry) bool {
	at := place{e.Section, e.Code}
	before := seen[at]
	if len(before) == 0 && e.Text() == "" {
		d.report(diag.Warnf(e.Pos, RuleNoText, "code %s has no description", e.Code.Text))
	}
	for _, first := range before {
		if slices.EqualFunc(first.Fields, e.Fields, sameField) {
			d.report(diag.Warnf(e.Pos, RuleSameRow, "code %s stands in lines %d and %d with the same text; the two are merged", e.Code.Text, first.Pos.Line, e.Pos.Line))
			return false
		}
	}
	if len(before) > 0 && !d.keepApart(before[0], e) {
		return false
	}
	seen[at] = append(before, e)
	return true
}

func (d *document) keepApart(first, e *Entry) bool {
	column := apartBy(first, e)
	switch {
	case column != "":
		d.report(diag.Notef(e.Pos, RuleKeptApart, "code %s stands in line %d of this section already; column %q tells the two apart", e.Code.Text, first.Pos.Line, column))
	case d.opt.KeepSame:
		d.report(diag.Warnf(e.Pos, RuleKeptApart, "code %s stands in line %d of this section already, with another text; both are kept, as content/site.toml says", e.Code.Text, first.Pos.Line))
	default:
		d.report(diag.Errorf(e.Pos, RuleDuplicateCode,
			"code %s stands in line %d of this section already, with another text; keep one of the two, put them under headings of their own, "+
				`or keep both with same_code = "keep" in content/site.toml`, e.Code.Text, first.Pos.Line))
		return false
	}
	return true
}

// apartBy names the column that tells two entries of a code apart: one that does not describe and in which they differ.
func apartBy(a, b *Entry) string {
	for _, f := range slices.Concat(a.Fields, b.Fields) {
		if f.describes() {
			continue
		}
		if valueOf(a, f.Name) != valueOf(b, f.Name) {
			return strings.TrimSpace(f.Header)
		}
	}
	return ""
}

// describes tells whether a field is a text about the code, and not a value that goes with it.
func (f Field) describes() bool {
	switch f.Role {
	case RoleText, RoleCause, RoleSolution, RoleDetails:
		return true
	}
	return false
}

func valueOf(e *Entry, name string) string {
	for _, f := range e.Fields {
		if f.Name == name {
			return f.Text
		}
	}
	return ""
}

func sameField(a, b Field) bool { return a.Name == b.Name && a.Text == b.Text }
