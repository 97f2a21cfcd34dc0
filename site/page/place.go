package page

// maxPlaces bounds how many sections a search page knows by name.
const maxPlaces = 2000

// Place is a section in which hits may stand.
type Place struct {
	Catalog, Section string // ids
	Title            string
	Parent           string // title of the section around it; "" at the top
}

// Places lists the sections of all catalogues in the order of the documents.
func (e *Edition) Places() (list []Place) {
	for n, v := range e.Volumes {
		for _, s := range v.Model.Sections {
			if len(list) == maxPlaces {
				return list
			}
			p := Place{Catalog: v.Model.ID, Section: s.ID, Title: e.sectionTitle(n, s).Plain}
			if s.Parent != nil {
				p.Parent = e.sectionTitle(n, s.Parent).Plain
			}
			list = append(list, p)
		}
	}
	return list
}
