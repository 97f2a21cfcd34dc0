package search

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

// Document is one page's worth: a catalogue and a code, with its texts in every language that has them.
type Document struct {
	Catalog string
	Code    codes.Code // its Catalog may be empty; Document's is used
	Section string     // stable id of the first section
	Symbols []string   // identifiers that name the code
	Texts   []Text     // source language first
	Retired bool       // the code is in use no more: found by words, it stands behind all that are
}

// Text is what a page says in one language, as plain text.
type Text struct {
	Lang    string `json:"lang"`
	Title   string `json:"title"`
	Body    string `json:"body,omitempty"`
	Notes   string `json:"notes,omitempty"`   // what is said at length besides: a find there is worth less
	Section string `json:"section,omitempty"` // title of the section

	Symptoms string `json:"symptoms,omitempty"` // phrases in which people report it, a line each; searched, and not shown
}

// said is all that the page says, for a snippet of it, in one line: a dot stands between lines where no sentence ends, so that
// a heading does not run into what is around it.
func (t Text) said() string {
	var b strings.Builder
	for line := range strings.Lines(t.Body + "\n" + t.Notes) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if before := b.String(); before != "" && ends(before) {
			b.WriteByte(' ')
		} else if before != "" {
			b.WriteString(" · ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// ends tells whether a text ends as a sentence does.
func ends(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;。！？：；…", last)
}

// Language is one language that readers may choose.
type Language struct {
	Tag      string   `json:"tag"`
	Fallback []string `json:"fallback,omitempty"` // tags to show instead, best first, without Tag itself
}

// page is what is kept of a document for showing it.
type page struct {
	Section string   `json:"section,omitempty"`
	Symbols []string `json:"symbols,omitempty"`
	Texts   []Text   `json:"texts"`
}

// id names a document within an index. A catalogue id has no slash, so no two documents share one.
func (d Document) id() string {
	return d.Catalog + "/" + d.Code.Text
}

func (d Document) check() error {
	switch {
	case d.Catalog == "" || strings.Contains(d.Catalog, "/"):
		return fmt.Errorf("search: document %q: %q is no catalogue id", d.Code.Text, d.Catalog)
	case d.Code.Text == "":
		return fmt.Errorf("search: a document of catalogue %q has no code", d.Catalog)
	case d.Code.Range && d.Code.Lo > d.Code.Hi:
		return fmt.Errorf("search: %s: the range ends before it begins", d.id())
	}
	return nil
}

// text returns the text in the first language of chain that has one, or the first text of all.
func (p page) text(chain []string) Text {
	for _, lang := range chain {
		for _, t := range p.Texts {
			if t.Lang == lang && t.Title != "" {
				return t
			}
		}
	}
	if len(p.Texts) > 0 {
		return p.Texts[0]
	}
	return Text{}
}

// sectionTitle returns the section's title in the first language of chain that has one.
func (p page) sectionTitle(chain []string) string {
	for _, lang := range chain {
		for _, t := range p.Texts {
			if t.Lang == lang && t.Section != "" {
				return t.Section
			}
		}
	}
	return p.text(chain).Section
}
