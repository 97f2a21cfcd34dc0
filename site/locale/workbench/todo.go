package workbench

import (
	"cmp"
	"slices"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/state"
)

// Task is a message to translate, with what helps to do it.
type Task struct {
	Unit
	Catalog string
	Weight  int     // how many pages show the text, or would with it
	Same    []Match // translations of the very same source
	Near    []Match // translations of sources much like it, the most alike first
	Terms   []Term  // of the glossary, in the order in which they stand in the source
}

// Term is what the glossary calls a term of a task's source.
type Term struct {
	Source string   `json:"source"`
	Forms  []string `json:"forms"` // the first is the one to write
	Why    string   `json:"why,omitempty"`
}

// Match is a message whose source is like that of a task.
type Match struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	Text   string `json:"text"`
	Alike  int    `json:"alike"` // in percent
}

// Todo lists what is to be translated into a language: what cannot be shown first, then what is stale, then what is missing,
// each by how many pages show it. At most limit tasks are returned, with the number of all; 0 is no limit.
func (b *Bench) Todo(lang string, catalogs []Catalog, limit int) (tasks []Task, total int, list diag.List) {
	var desks []*Desk
	for _, c := range catalogs {
		d, found := b.Desk(c, lang)
		list = append(list, found...)
		desks = append(desks, d)
		tasks = append(tasks, d.tasks()...)
	}
	slices.SortStableFunc(tasks, func(x, y Task) int {
		return cmp.Or(-cmp.Compare(rank(x.Status), rank(y.Status)), -cmp.Compare(x.Weight, y.Weight))
	})
	total = len(tasks)
	if limit > 0 && total > limit {
		tasks = tasks[:limit]
	}
	memory := newMemory(desks)
	terms, found := b.Glossary()
	list = append(list, found...)
	for i := range tasks {
		tasks[i].Same, tasks[i].Near = memory.matches(tasks[i].Unit)
		for _, t := range terms.In(tasks[i].Source.Text, lang) {
			tasks[i].Terms = append(tasks[i].Terms, Term{t.Source, t.Forms[lang], t.Why})
		}
	}
	return tasks, total, list
}

func rank(s state.Status) int {
	switch s {
	case state.Unusable:
		return 2
	case state.Stale:
		return 1
	}
	return 0
}

func (d *Desk) tasks() (tasks []Task) {
	weights := d.Catalog.weights()
	for i, source := range d.Catalog.Sources.List {
		if d.Status(source.ID).Done() {
			continue
		}
		tasks = append(tasks, Task{Unit: d.Unit(source), Catalog: d.Catalog.ID, Weight: weights[i]})
	}
	return tasks
}

// weights tells for each source how many pages show its translation: a note of the catalogue stands on all of them, the
// title of a section on those of its codes, and the translation of a text serves all messages that have it.
func (c Catalog) weights() []int {
	codes := map[string]int{} // messages of codes by section
	same := map[string]int{}
	for _, s := range c.Sources.List {
		same[s.Text]++
		if !ofSection(s) {
			codes[s.Section]++
		}
	}
	for i := len(c.Sections) - 1; i >= 0; i-- { // a section stands before those below it
		codes[c.Sections[i].Parent] += codes[c.Sections[i].ID]
	}
	weights := make([]int, len(c.Sources.List))
	for i, s := range c.Sources.List {
		weights[i] = same[s.Text]
		if ofSection(s) {
			weights[i] = max(weights[i], codes[s.Section])
		}
	}
	return weights
}

// ofSection tells whether a text is a section's or the catalogue's, and not a code's.
func ofSection(s locale.Source) bool { return s.ID != "" && s.ID[0] == '#' }
