package catalog

import (
	"strconv"

	"errbook/site/diag"
)

// Message is one translatable text of a catalogue.
type Message struct {
	ID      string
	Text    string // Markdown
	Block   bool   // not one line
	Section *Section
	Pos     diag.Position
}

// FieldID is the id of the message of an entry's field.
func (e *Entry) FieldID(f Field) string { return e.Key + "." + f.Name }

// LongerID is the id of the message with a code's longer notes.
func LongerID(code Code) string { return code.Text + ".notes" }

// SymptomsID is the id of the message with the phrases in which people report a code.
func SymptomsID(code Code) string { return code.Text + ".symptoms" }

// TitleID is the id of the message with a section's title. A section's ids start with "#", as in the link to it.
func (s *Section) TitleID() string { return "#" + s.ID + ".title" }

// NoteID is the id of the message of a section's nth note, from 0.
func (s *Section) NoteID(n int) string { return "#" + s.ID + ".note" + strconv.Itoa(n+1) }

// NoteID is the id of the message of the catalogue's nth note, from 0.
func (c *Catalog) NoteID(n int) string { return "#.note" + strconv.Itoa(n+1) }

// Translatable tells whether a field is prose; a symbol or an HTTP status is the same in every language.
func (f Field) Translatable() bool { return f.Role != RoleSymbol && f.Role != RoleHTTP }

// Messages lists every translatable text of the document in its order: the catalogue's notes, then each section's title,
// notes and entries; entries outside any section come first, retired codes last.
func (c *Catalog) Messages() (list []Message) {
	for i, n := range c.Notes {
		list = append(list, Message{ID: c.NoteID(i), Text: n.Text, Pos: n.Pos})
	}
	bySection := map[*Section][]*Entry{}
	for _, e := range c.Entries {
		bySection[e.Section] = append(bySection[e.Section], e)
	}
	for _, e := range bySection[nil] {
		if e.Retired == nil {
			list = append(list, e.messages()...)
		}
	}
	for _, s := range c.Sections {
		list = append(list, Message{ID: s.TitleID(), Text: s.Title, Section: s, Pos: s.Pos})
		for i, n := range s.Notes {
			list = append(list, Message{ID: s.NoteID(i), Text: n.Text, Section: s, Pos: n.Pos})
		}
		for _, e := range bySection[s] {
			list = append(list, e.messages()...)
		}
	}
	for _, e := range bySection[nil] {
		list = append(list, e.retiredMessages()...)
	}
	return list
}

func (e *Entry) messages() (list []Message) {
	for _, f := range e.Fields {
		if f.Translatable() {
			list = append(list, Message{ID: e.FieldID(f), Text: f.Text, Block: f.Block, Section: e.Section, Pos: f.Pos})
		}
	}
	return list
}
