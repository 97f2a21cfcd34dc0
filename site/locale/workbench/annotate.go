package workbench

import (
	"slices"
	"strings"

	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
)

// What the comments that sync writes start with; the source alone has nothing before it.
const (
	prefixWas    = "was: "
	prefixNow    = "now: "
	prefixReused = "reused from "
)

// comments are those of people above an entry, and where among them those of sync stood.
func (d *Desk) comments(e *messagefile.Entry) (people []string, at int) {
	at = -1
	lines := e.Comments
	for i := 0; i < len(lines); {
		if n := d.written(e.ID, lines[i:]); n > 0 {
			if at < 0 {
				at = len(people)
			}
			i += n
			continue
		}
		people = append(people, lines[i])
		i++
	}
	if at < 0 {
		at = len(people)
	}
	return people, at
}

// written counts the lines at the start of some that sync wrote.
func (d *Desk) written(id string, lines []string) int {
	text := strings.TrimSpace(strings.TrimLeft(lines[0], " \t"))
	for _, source := range d.sourcesOf(id) {
		for _, prefix := range []string{"", prefixWas, prefixNow} {
			block := messagefile.Comment(prefix, source)
			if len(block) <= len(lines) && slices.Equal(block, lines[:len(block)]) {
				return len(block)
			}
		}
	}
	if from, ok := strings.CutPrefix(text, "# "+prefixReused); ok {
		if !strings.ContainsAny(from, " \t") { // an id, not a sentence
			return 1
		}
	}
	return 0
}

// sourcesOf are the texts that a message is or was made from.
func (d *Desk) sourcesOf(id string) (texts []string) {
	if source, ok := d.Catalog.Sources.Get(id); ok {
		texts = append(texts, source.Text)
	}
	for _, r := range slices.Concat(d.before[id], d.Records[id]) {
		if text, ok := d.Known[r.Source]; ok && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// annotate writes the comments of sync above an entry anew; those of people stay, in their order.
func (d *Desk) annotate(e *messagefile.Entry, reusedFrom string) {
	source, _ := d.Catalog.Sources.Get(e.ID)
	people, at := d.comments(e)
	var own []string
	if was := d.was(e.ID); d.Status(e.ID) == state.Stale && was != "" {
		own = append(messagefile.Comment(prefixWas, was), messagefile.Comment(prefixNow, source.Text)...)
	} else {
		own = messagefile.Comment("", source.Text)
	}
	if reusedFrom != "" {
		own = append(own, messagefile.Comment(prefixReused, reusedFrom)...)
	}
	e.Comments = slices.Concat(people[:at:at], own, people[at:])
}
