package page

import (
	"iter"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
)

// Index is what the pages of a catalogue share in every language: which entries stand on which page, and how the pages
// relate. It is made once and only read afterwards.
type Index struct {
	Model *catalog.Catalog
	Pages []CodePage // in document order of each code's first entry; retired codes last
	byKey map[string]int
	rows  map[*catalog.Section][]int // pages by section, in document order
	live  int                        // how many pages are of codes that are not retired: they come first
}

// CodePage is one code of a catalogue with all its meanings.
type CodePage struct {
	Code     catalog.Code
	Entries  []*catalog.Entry
	Longer   string // Markdown of the longer notes, or ""
	Notes    string // the file in which those stand
	Symptoms Symptoms
	same     []int // other pages with the same description
	opposite int   // the page whose code differs only in sign, or -1
}

// Live counts the pages of codes that are not retired.
func (x *Index) Live() int { return x.live }

// Retired is how the page's code was retired; nil for one that was not.
func (p CodePage) Retired() *catalog.Retirement { return p.Entries[0].Retired }

// reason is why the page's code was retired, in the source language; "" where nobody says, or it was not.
func (p CodePage) reason() string {
	if r := p.Retired(); r != nil {
		return r.Reason
	}
	return ""
}

// messageIDs are the ids of the texts that belong to the page's code alone.
func (p CodePage) messageIDs() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, entry := range p.Entries {
			for _, f := range entry.Fields {
				if f.Translatable() && !yield(entry.FieldID(f)) {
					return
				}
			}
		}
		if p.reason() != "" && !yield(catalog.RetiredID(p.Code)) {
			return
		}
		if p.Longer != "" {
			yield(catalog.LongerID(p.Code))
		}
	}
}

// anyMessage tells whether something holds of one of the texts that belong to the page's code alone.
func (p CodePage) anyMessage(holds func(id, source string) bool) bool {
	for _, entry := range p.Entries {
		for _, f := range entry.Fields {
			if f.Translatable() && holds(entry.FieldID(f), f.Text) {
				return true
			}
		}
	}
	return p.reason() != "" && holds(catalog.RetiredID(p.Code), p.reason()) || p.Longer != "" && holds(catalog.LongerID(p.Code), p.Longer)
}

// Longer are the longer notes of a code, and the file in which they stand.
type Longer struct{ File, Text string }

// Symptoms are phrases in which people report a code, in the source language; Phrases tells them apart.
type Symptoms struct {
	Text string // "" for none
	At   diag.Position
}

// Phrases are those of a message with symptoms, in any language: a slash between blanks parts them.
func Phrases(symptoms string) (list []string) {
	for _, p := range strings.Split(symptoms, " / ") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// Beside is what a site says of codes beside their document, by code.
type Beside struct {
	Longer   map[string]Longer
	Symptoms map[string]Symptoms
}

// NewIndex makes the index of a catalogue.
func NewIndex(c *catalog.Catalog, beside Beside) *Index {
	x := &Index{Model: c, byKey: map[string]int{}, rows: map[*catalog.Section][]int{}}
	for _, e := range c.Entries {
		i, ok := x.byKey[e.Code.Text]
		if !ok {
			i = len(x.Pages)
			notes := beside.Longer[e.Code.Text]
			x.byKey[e.Code.Text] = i
			x.Pages = append(x.Pages, CodePage{Code: e.Code, Longer: notes.Text, Notes: notes.File, Symptoms: beside.Symptoms[e.Code.Text], opposite: -1})
		}
		x.Pages[i].Entries = append(x.Pages[i].Entries, e)
		if e.Retired == nil {
			x.live = len(x.Pages)
			x.rows[e.Section] = append(x.rows[e.Section], i)
		}
	}
	x.relate()
	return x
}

// Page finds the page of a code as written.
func (x *Index) Page(code string) (int, bool) {
	i, ok := x.byKey[code]
	return i, ok
}

// maxSame bounds the codes that a page lists as having its description, so that a text that 10,000 codes share does not
// make 100,000,000 links.
const maxSame = 24

func (x *Index) relate() {
	byText := map[string][]int{}
	for i, p := range x.Pages {
		if text := p.Entries[0].Text(); text != "" && i < x.live {
			byText[text] = append(byText[text], i)
		}
		if j, ok := x.byKey[opposite(p.Code.Text)]; ok {
			x.Pages[i].opposite = j
		}
	}
	for i, p := range x.Pages {
		for _, j := range byText[p.Entries[0].Text()] {
			if len(x.Pages[i].same) == maxSame {
				break
			}
			if j != i {
				x.Pages[i].same = append(x.Pages[i].same, j)
			}
		}
	}
}

// opposite is a number with the other sign; "" for what is no number.
func opposite(code string) string {
	digits := strings.TrimPrefix(code, "-")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	if digits == code {
		return "-" + code
	}
	return digits
}

// Own tells for each page whether a language has a text of its own for any part of it; the source language has all.
func (x *Index) Own(has func(id string) bool) []bool {
	own := make([]bool, len(x.Pages))
	for i, p := range x.Pages {
		own[i] = p.Longer != "" && has(catalog.LongerID(p.Code)) || p.reason() != "" && has(catalog.RetiredID(p.Code))
		for _, e := range p.Entries {
			for _, f := range e.Fields {
				own[i] = own[i] || f.Translatable() && has(e.FieldID(f))
			}
		}
	}
	return own
}
