package workbench

import (
	"io/fs"
	"slices"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/messagefile"
	"errbook/site/tomlfile"
)

// AddStrings plans the site's file of the strings of the page in a language: an empty string for each English one that
// neither errbook nor the file has in the language, with the English text above it. A string with plurals is a table of
// those forms that whole numbers have in the language. What is in the file stays as it is; where errbook brings all strings,
// and the site has none of its own, there is no file. It returns how many strings were added.
func (b *Bench) AddStrings(builtin fs.FS, tag string) (Edit, int, diag.List) {
	name := b.path(locale.FileName(locale.UIStem, tag))
	before, list := b.read(name)
	if before != nil {
		list = append(list, tomlfile.Decode(name, before, &map[string]any{})...)
	}
	if list.HasErrors() {
		return Edit{}, 0, list
	}
	data := before
	if data == nil {
		data = []byte(uiHeader(tag))
	}
	d, err := tomlfile.OpenDocument(data)
	added := 0
	if err == nil {
		added, err = b.addStrings(d, builtin, tag)
	}
	e := Edit{Name: name, Before: before, After: before}
	if added > 0 {
		e.After = d.Bytes()
		list = append(list, tomlfile.Decode(name, e.After, &map[string]any{})...)
	}
	if err != nil || list.HasErrors() {
		return Edit{}, 0, diag.List{diag.Errorf(diag.At(name, 1, 1), tomlfile.RuleEdit,
			"cannot add the strings of the page to the file without risk; move it away, run the command again, and bring its texts back")}
	}
	return e, added, list
}

// addStrings adds what is missing to a document, the strings with plurals last, because a key below a table belongs to it.
func (b *Bench) addStrings(d *tomlfile.Document, builtin fs.FS, tag string) (added int, err error) {
	english := locale.UIStrings(builtin, b.FS, b.Dir, "en")
	own := locale.UIIDs(builtin, b.FS, b.Dir, tag)
	forms := locale.PluralForms(tag)
	for _, plural := range []bool{false, true} {
		for _, id := range locale.UIIDs(builtin, b.FS, b.Dir, "en") {
			texts, known := english[id]
			if !known || plural != (len(texts) > 1) {
				continue
			}
			n := 0
			switch {
			case slices.Contains(own, id) && plural:
				n, err = completeForms(d, id, forms)
			case slices.Contains(own, id):
			case plural:
				n, err = 1, d.AddTable(id, "", pluralStub(texts, forms)...)
			default:
				n, err = 1, d.AddKey(nil, id, `""`, append([]string{""}, messagefile.Comment("", texts["other"])...)...)
			}
			if err != nil {
				return added, err
			}
			added += n
		}
	}
	return added, nil
}

// pluralStub is a table of empty forms, with the English ones above it.
func pluralStub(english map[string]string, forms []string) (lines []string) {
	for _, form := range locale.PluralForms("en") {
		lines = append(lines, messagefile.Comment(form+": ", english[form])...)
	}
	for _, form := range forms {
		lines = append(lines, form+` = ""`)
	}
	return lines
}

// completeForms adds the forms that a table of the file lacks. It counts them as one string. A string that is there as a
// text alone does for all forms.
func completeForms(d *tomlfile.Document, id string, forms []string) (added int, err error) {
	if !d.HasTable(id) && len(d.Keys(id)) == 0 {
		return 0, nil
	}
	for _, form := range forms {
		if slices.Contains(d.Keys(id), form) {
			continue
		}
		if err := d.AddKey([]string{id}, form, `""`); err != nil {
			return added, err
		}
		added = 1
	}
	return added, nil
}

// uiHeader is what a new file starts with.
func uiHeader(tag string) string {
	return "# The words of the interface in " + nameOf(tag) + ". Above each stands the English; the translation goes between the quotes.\n" +
		"# Names in braces, such as {{.Count}}, stay as they are. What is empty shows in another language.\n\n"
}
