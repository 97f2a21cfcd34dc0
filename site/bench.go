package site

import (
	"io/fs"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/workbench"
)

// Bench is all of the site that is translated.
func (s *Site) Bench() *workbench.Bench {
	b := &workbench.Bench{FS: s.fsys, Dir: i18nDir, Source: s.Config.Source, Languages: s.Config.Languages}
	for n, c := range s.Catalogs {
		b.Catalogs = append(b.Catalogs, workbench.Catalog{ID: c.ID, Sources: s.Sources[n], Sections: benchSections(c)})
	}
	return b
}

func benchSections(c *catalog.Catalog) (list []workbench.Section) {
	for _, section := range c.Sections {
		s := workbench.Section{ID: section.ID, Title: section.Title}
		if section.Parent != nil {
			s.Parent = section.Parent.ID
		}
		list = append(list, s)
	}
	return list
}

// CheckUI compares the strings of the page in some languages with the English ones.
func (s *Site) CheckUI(builtin fs.FS, tags []string) (list diag.List) {
	for _, tag := range tags {
		list = append(list, locale.CheckUI(builtin, s.fsys, i18nDir, tag)...)
	}
	return list
}
