package site

import (
	"io/fs"
	"strconv"
	"strings"

	"errbook/site/diag"
	"errbook/site/page"
	"errbook/site/tomlfile"
)

// locateTitles tells a preview where the titles of the catalogues stand in site.toml: one that is missing is to be written
// beside the others, or where site.toml speaks of the catalogue.
func (s *Site) locateTitles() {
	if s.preview == nil {
		return
	}
	data, err := fs.ReadFile(s.fsys, ConfigFile)
	if err != nil {
		return // it was read when the site was loaded; it is being written just now
	}
	at := tomlfile.Positions(ConfigFile, data)
	for _, v := range s.Book.Volumes {
		v.TitleAt = page.TitlePositions{"": diag.At(ConfigFile, 1, 1)}
		for n, c := range s.Config.Catalogs {
			if c.ID == v.Model.ID {
				noteTitles(v.TitleAt, at, []string{"catalog", strconv.Itoa(n)}, c.Title)
			}
		}
	}
}

func noteTitles(found page.TitlePositions, at map[string]diag.Position, table []string, titles map[string]string) {
	find := func(more ...string) (diag.Position, bool) {
		pos, ok := at[strings.Join(append(table[:len(table):len(table)], more...), tomlfile.KeySeparator)]
		return pos, ok
	}
	if pos, ok := find(); ok {
		found[""] = pos
	}
	if pos, ok := find("title"); ok {
		found[""] = pos
	}
	for tag := range titles {
		if pos, ok := find("title", tag); ok {
			found[tag] = pos
			if _, whole := find("title"); !whole && pos.Line > found[""].Line {
				found[""] = pos
			}
		}
	}
}
