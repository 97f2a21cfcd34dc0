package locale

import (
	"io/fs"
	"path"
)

// UIStrings gives the strings of the page in one language, as LoadUI reads them: for each id its plural forms, "other"
// among them. What cannot be read is left out: LoadUI reports it.
func UIStrings(builtin, site fs.FS, dir, tag string) map[string]map[string]string {
	strings := map[string]map[string]string{}
	file := path.Join(dir, FileName(UIStem, tag))
	for _, fsys := range []fs.FS{builtin, site} {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			continue
		}
		messages, _ := parseFile(file, data)
		for _, m := range messages {
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
