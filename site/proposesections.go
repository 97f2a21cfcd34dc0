package site

import (
	"regexp"
	"strconv"
	"strings"

	"errbook/site/catalog"
)

// proposedSection is an id for a section.
type proposedSection struct{ path, id string }

// proposeSections gives every section an id: of an ASCII heading its words, of any other its place in the document, such
// as part-2-1. A path that stands twice can have one id only, the first.
func (p *proposer) proposeSections(c *catalog.Catalog) (list []proposedSection) {
	given, taken := map[string]bool{}, map[string]bool{}
	ids, places, children := map[*catalog.Section]string{}, map[*catalog.Section]string{}, map[*catalog.Section]int{}
	byPlace := 0
	for _, s := range c.Sections {
		children[s.Parent]++
		places[s] = places[s.Parent] + "-" + strconv.Itoa(children[s.Parent])
		sectionPath := strings.Join(s.Path(), catalog.PathSeparator)
		if given[sectionPath] {
			p.unsure("%s has two sections %q: the id of the second may change with the order of the headings; reword one", s.Pos, sectionPath)
			continue
		}
		given[sectionPath] = true
		id, named := newSectionID(s.Title, ids[s.Parent], places[s], taken)
		if ids[s] = id; !named {
			byPlace++
		}
		list = append(list, proposedSection{sectionPath, id})
	}
	if byPlace > 0 {
		p.unsure("%s: %d of %d sections are called by their place, such as part-1, because their headings are not ASCII; give them better ids before you publish links",
			c.File, byPlace, len(c.Sections))
	}
	return list
}

// newSectionID is an id that is not taken yet. It reports whether the title names it.
func newSectionID(title, parent, place string, taken map[string]bool) (id string, named bool) {
	id, named = asciiWords(title), true
	if id == "" {
		id, named = "part"+place, false
	} else if taken[id] && parent != "" {
		id = parent + "-" + id
	}
	unique := id
	for n := 2; taken[unique]; n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	taken[unique] = true
	return unique, named
}

var notIDLetter = regexp.MustCompile(`[^a-z0-9]+`)

// asciiWords makes an id of a title in ASCII, and "" of any other, or of one without letters and digits.
func asciiWords(title string) string {
	if strings.ContainsFunc(title, func(r rune) bool { return r > 0x7f }) {
		return ""
	}
	id := strings.Trim(notIDLetter.ReplaceAllString(strings.ToLower(title), "-"), "-")
	if id != "" && id[0] <= '9' {
		return "section-" + id
	}
	return id
}
