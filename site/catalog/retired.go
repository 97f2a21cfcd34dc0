package catalog

import (
	"strings"

	"errbook/site/diag"
)

// Retirement says that a code has left its document, and why. Its page stays.
type Retirement struct {
	Since      string // YYYY-MM-DD
	Reason     string // Markdown in the source language; may be ""
	ReplacedBy string // "<code>", or "<catalogue>/<code>" where that is in another catalogue; "" where nothing replaces it

	To *Target // where ReplacedBy leads; nil where nothing replaces the code
	At Places
}

// Target is a code of a site.
type Target struct{ Catalog, Code string }

// Places are where the texts of a retired code stand.
type Places struct{ Entry, Text, Reason, ReplacedBy diag.Position }

// RetiredID is the id of the message that says why a code was retired.
func RetiredID(code Code) string { return code.Text + ".retired" }

// textName is the name of a field that describes.
const textName = string(RoleText)

// Retire adds a code that has left the document, behind all others and outside any section. Text is what it meant, as
// Markdown; it may be "". Its translations are those that the code had.
func (c *Catalog) Retire(code Code, text string, r Retirement) *Entry {
	e := &Entry{Code: code, Key: code.Text, Pos: r.At.Entry, Retired: &r}
	if text != "" {
		e.Fields = []Field{{Role: RoleText, Name: textName, Text: text, Block: strings.Contains(text, "\n"), Pos: r.At.Text}}
	}
	c.Entries = append(c.Entries, e)
	return e
}

// Live counts the entries of the document itself.
func (c *Catalog) Live() (n int) {
	for _, e := range c.Entries {
		if e.Retired == nil {
			n++
		}
	}
	return n
}

// retiredMessages are the texts of a retired code.
func (e *Entry) retiredMessages() (list []Message) {
	if e.Retired == nil {
		return nil
	}
	list = e.messages()
	if e.Retired.Reason != "" {
		list = append(list, Message{ID: RetiredID(e.Code), Text: e.Retired.Reason, Pos: e.Retired.At.Reason})
	}
	return list
}
