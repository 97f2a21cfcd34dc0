package locale

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"errbook/site/diag"
)

// The rules of what strings of the page lack.
const (
	RuleUIMissing     = "ui-missing"      // a string that the language does not have
	RuleUIPlaceholder = "ui-placeholder"  // a name that the English string has and this one leaves out
	RuleUIPlural      = "ui-plural-forms" // plural forms that are missing, or that the language does not know
)

// CheckUI compares the strings of the page in one language with the English ones: errbook's own and the site's. Each of its
// findings stands in the site's file, at the string where it is there.
func CheckUI(builtin, site fs.FS, dir, tag string) (list diag.List) {
	file := path.Join(dir, FileName(UIStem, tag))
	data, _ := fs.ReadFile(site, file) // one that cannot be read is told where the site is read
	pos := positionsByID(file, data)
	english, own := UIStrings(builtin, site, dir, "en"), UIStrings(builtin, site, dir, tag)
	if len(own) == 0 {
		return diag.List{diag.Warnf(diag.At(file, 1, 1), RuleUIMissing, "%s has none of the %d strings of the page, which are shown in another language; write them into this file", tag, len(english))}
	}
	for _, id := range slices.Sorted(maps.Keys(english)) {
		at, here := pos[id]
		if !here {
			at = diag.At(file, 1, 1)
		}
		list = append(list, compareUI(at, tag, id, english[id], own[id])...)
	}
	return list
}

func compareUI(at diag.Position, tag, id string, english, own map[string]string) (list diag.List) {
	if len(own) == 0 {
		return diag.List{diag.Warnf(at, RuleUIMissing, "%s has no text for the UI string %q, in English %q", tag, id, english["other"])}
	}
	names := namesOf(english)
	for _, name := range names {
		if !slices.Contains(namesOf(own), name) {
			list = append(list, diag.Errorf(at, RuleUIPlaceholder, "UI string %q leaves out {{.%s}}, which the English one has", id, name))
		}
	}
	if len(english) < 2 {
		return list
	}
	have, want := slices.Sorted(maps.Keys(own)), PluralForms(tag)
	for _, form := range want {
		if !slices.Contains(have, form) {
			list = append(list, diag.Errorf(at, RuleUIPlural, "UI string %q lacks the form %q; the plural forms of %s are %s", id, form, tag, strings.Join(want, ", ")))
		}
	}
	for _, form := range have {
		if !slices.Contains(want, form) {
			list = append(list, diag.Errorf(at, RuleUIPlural, "UI string %q has the form %q; the plural forms of %s are %s", id, form, tag, strings.Join(want, ", ")))
		}
	}
	return list
}

// namesOf lists the names in all forms of a string.
func namesOf(forms map[string]string) (names []string) {
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		found, err := placeholders(forms[form])
		if err == nil {
			names = union(names, found)
		}
	}
	return names
}
