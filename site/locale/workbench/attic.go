package workbench

import (
	"slices"
	"strconv"
	"strings"

	"errbook/site/locale/messagefile"
)

// restore takes messages back from the attic whose source is in the document again, where the file has no text for them.
func (d *Desk) restore(c *Changes) {
	var left []*messagefile.Entry
	for _, kept := range d.Attic.Entries {
		_, wanted := d.Catalog.Sources.Get(kept.ID)
		if !wanted || d.text(kept.ID) != "" || blank(kept.Value) {
			left = append(left, kept)
			continue
		}
		if e, ok := d.entries[kept.ID]; ok {
			kept.Above = e.Above
			takeComments(kept, append(d.peoples(e), e.Trailing()))
		}
		d.entries[kept.ID] = kept
		c.Restored = append(c.Restored, kept.ID)
	}
	d.Attic.Entries = left
}

func (d *Desk) peoples(e *messagefile.Entry) []string {
	people, _ := d.comments(e)
	return people
}

// orphan moves the entries without a source to the attic. Empty ones that nobody commented are dropped. It returns what
// stood above them apart, by the entry that comes after them in the file; for the end of the file that goes to its tail.
func (d *Desk) orphan(c *Changes) map[*messagefile.Entry]string {
	above := map[*messagefile.Entry]string{}
	pending := ""
	for _, e := range d.File.Entries {
		if _, wanted := d.Catalog.Sources.Get(e.ID); wanted {
			if pending != "" {
				above[e] = pending
			}
			pending = ""
			continue
		}
		if !blank(e.Above) {
			pending += strings.TrimRight(e.Above, "\r\n") + d.File.EOL
		}
		if blank(e.Value) && len(d.peoples(e)) == 0 && e.Trailing() == "" {
			c.Dropped = append(c.Dropped, e.ID)
			delete(d.Records, e.ID)
			continue
		}
		d.keep(e)
		c.Orphaned = append(c.Orphaned, e.ID)
	}
	d.File.Tail = pending + d.File.Tail
	return above
}

// takeComments gives an entry the comments that it does not have.
func takeComments(e *messagefile.Entry, comments []string) {
	for _, c := range comments {
		if !blank(c) && !slices.Contains(e.Comments, c) {
			e.Comments = append(e.Comments, c)
		}
	}
}

// keep puts an entry into the attic. Another text that is there under the same id stays, under an id of its own.
func (d *Desk) keep(e *messagefile.Entry) {
	id := e.ID
	for n := 2; ; n++ {
		other, taken := d.Attic.Entry(e.ID)
		if !taken {
			break
		}
		if other.Value == e.Value {
			takeComments(other, append(slices.Clone(e.Comments), e.Trailing()))
			return
		}
		e.Rename(id + "~" + strconv.Itoa(n))
	}
	e.Above = d.Attic.EOL
	if len(d.Attic.Entries) == 0 && d.Attic.Head == "" {
		d.Attic.Head = "# Translations whose source has left the document. errbook i18n sync brings one back with its source.\n"
	}
	d.Attic.Entries = append(d.Attic.Entries, e)
}
