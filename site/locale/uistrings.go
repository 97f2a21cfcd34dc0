package locale

import (
	"cmp"
	"io/fs"
	"path"
	"slices"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// UIStrings gives the strings of the page in one language, as LoadUI reads them: for each id its plural forms, "other"
// among them. What cannot be read is left out: LoadUI reports it; so is what is empty.
func UIStrings(builtin, site fs.FS, dir, tag string) map[string]map[string]string {
	strings := map[string]map[string]string{}
	file := path.Join(dir, FileName(UIStem, tag))
	for _, fsys := range []fs.FS{builtin, site} {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			continue
		}
		messages, _ := parseFile(file, data)
		for _, m := range translated(messages) {
			byName := map[string]string{}
			for name, text := range map[string]string{"zero": m.Zero, "one": m.One, "two": m.Two, "few": m.Few, "many": m.Many, "other": m.Other} {
				if text != "" {
					byName[name] = text
				}
			}
			strings[m.ID] = byName
		}
	}
	return strings
}

// UIIDs lists the ids of the strings of the page in one language, in the order in which they stand in errbook's file and
// then in the site's; empty ones too.
func UIIDs(builtin, site fs.FS, dir, tag string) (ids []string) {
	file := path.Join(dir, FileName(UIStem, tag))
	for _, fsys := range []fs.FS{builtin, site} {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			continue
		}
		messages, _ := parseFile(file, data)
		at := positionsByID(file, data)
		slices.SortStableFunc(messages, func(a, b *i18n.Message) int {
			return cmp.Or(cmp.Compare(at[a.ID].Line, at[b.ID].Line), cmp.Compare(at[a.ID].Col, at[b.ID].Col))
		})
		for _, m := range messages {
			if !slices.Contains(ids, m.ID) {
				ids = append(ids, m.ID)
			}
		}
	}
	return ids
}
