package site

import (
	"errbook/site/catalog"
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
