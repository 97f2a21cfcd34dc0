package messagefile

import "strings"

// Set changes the entry's text. What follows it on its line stays.
func (e *Entry) Set(text string) {
	if text == e.Value && e.text != "" {
		return
	}
	e.Value, e.text = text, Quote(text)
}

// Trailing is the comment behind the text on its line, "" for none.
func (e *Entry) Trailing() string { return strings.TrimSpace(e.rest) }

// NewEntry returns an entry that stands in no file yet.
func NewEntry(id, text string) *Entry {
	return &Entry{ID: id, Value: text, lead: quoteKey(id) + " = ", text: Quote(text), flat: true}
}

// Rename gives the entry another id.
func (e *Entry) Rename(id string) {
	if id != e.ID {
		e.ID, e.lead, e.flat = id, quoteKey(id)+" = ", true
	}
}
