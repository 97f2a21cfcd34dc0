package workbench

import (
	"cmp"
	"slices"

	"errbook/site/diag"
)

// Survey counts how far a language is, as Progress does, and lists the first texts that are to be translated, in the order
// of Todo. It looks for no translations of other messages, and makes no more of a message that is not listed than to count
// it: so it is cheap enough for every build.
func (b *Bench) Survey(lang string, catalogs []Catalog, limit int) (p Progress, tasks []Task, list diag.List) {
	p = Progress{Lang: lang, Catalogs: []CatalogProgress{}}
	var places []place
	for _, c := range catalogs {
		d, found := b.Desk(c, lang)
		list = append(list, found...)
		cp := d.progress()
		p.All.Add(cp.All)
		p.Catalogs = append(p.Catalogs, cp)
		places = append(places, d.places()...)
	}
	slices.SortStableFunc(places, func(x, y place) int {
		return cmp.Or(-cmp.Compare(x.rank, y.rank), -cmp.Compare(x.weight, y.weight))
	})
	for _, x := range places[:min(limit, len(places))] {
		c := x.desk.Catalog
		tasks = append(tasks, Task{Unit: x.desk.Unit(c.Sources.List[x.n]), Catalog: c.ID, Weight: x.weight})
	}
	return p, tasks, list
}

// place is where a text that is to be translated stands in the order of all.
type place struct {
	desk         *Desk
	n            int // of the source
	rank, weight int
}

func (d *Desk) places() (list []place) {
	weights := d.Catalog.weights()
	for n, source := range d.Catalog.Sources.List {
		if status := d.Status(source.ID); !status.Done() {
			list = append(list, place{d, n, rank(status), weights[n]})
		}
	}
	return list
}
