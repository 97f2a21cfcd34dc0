package page

// ownTexts are the texts that a page is there to show: not those of its menus, and not those of the pages beside it.
func (v *View) ownTexts() (list []Text) {
	each := func(texts ...Text) { list = append(list, texts...) }
	switch {
	case v.Home != nil:
		v.Home.texts(each)
	case v.Catalog != nil:
		v.Catalog.texts(each)
	case v.Code != nil:
		v.Code.texts(each)
	}
	return list
}

func (h *Home) texts(each func(...Text)) {
	for _, c := range h.Catalogs {
		each(c.Link.Title)
		for _, s := range c.Sections {
			each(s.Title)
		}
	}
}

func (c *Catalog) texts(each func(...Text)) {
	each(c.Title)
	noteTexts(c.Notes, each)
	for _, s := range c.Sections {
		each(s.Title)
		noteTexts(s.Notes, each)
		for _, code := range s.Codes {
			each(code.Title)
		}
	}
	for _, code := range c.Retired {
		each(code.Title)
	}
}

func (c *Code) texts(each func(...Text)) {
	each(c.Title)
	for _, m := range c.Meanings {
		for _, crumb := range m.Breadcrumbs {
			each(crumb.Title)
		}
		for _, f := range m.Fields {
			each(f.Text)
		}
	}
	if c.Retired != nil && c.Retired.Reason != nil {
		each(*c.Retired.Reason)
	}
	if c.Longer != nil {
		each(*c.Longer)
	}
	noteTexts(c.Notes, each)
}

func noteTexts(notes []Note, each func(...Text)) {
	for _, n := range notes {
		each(n.Text)
	}
}
