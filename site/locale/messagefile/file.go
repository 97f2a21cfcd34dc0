// Package messagefile reads and edits files of messages without loss: what is not changed keeps its bytes, its comments and
// its place.
//
// A file is flat TOML 1.0, one message an entry:
//
//	# the source, or what a person wants to say
//	"6017.text" = "Invalid parameter."
//
// Comment lines right above a key belong to its entry and move with it. So do paragraphs of comments above those, which a
// blank line parts from the entry; but what stands above a file's first entry in this way is the file's head, and stays on
// top.
//
// A file that is damaged is read as far as it can be: each fault costs the entry in which it stands, and no other. See
// Parse and Salvage.
package messagefile

import (
	"strings"

	"errbook/site/diag"
)

// Rules of the diagnostics of Parse.
const (
	RuleSyntax    = "message-syntax"    // an entry that is no TOML
	RuleConflict  = "conflict-marker"   // an unresolved merge
	RuleDuplicate = "duplicate-message" // two entries with one id
	RuleNoText    = "message-not-text"  // a value that is no text
)

// File is a file of messages, in its order.
type File struct {
	Name    string
	Head    string // comments and blank lines that stay on top, as written
	Entries []*Entry
	Tail    string // what follows the last entry, as written
	EOL     string // "\n", or "\r\n" where the first line ends so

	bom     bool
	open    bool // the last line has no end
	data    []byte
	damaged []span // lines that no entry can be read from
}

// span is a range of bytes.
type span struct{ from, to int }

// Entry is a message of a file.
type Entry struct {
	ID       string // the parts of its key and of its table's, joined by "."
	Value    string
	Above    string   // comments and blank lines that a blank line parts from the entry, as written
	Comments []string // the comment lines right above it, without the ends of the lines
	Line     int      // of the key, from 1
	Col      int      // of the key, in characters, from 1

	lead string // what the line starts with: blanks, the key, the equals sign
	text string // the value as written, with its quotes
	rest string // what follows the value on its line, with the end of the line
	flat bool   // the key is the id: no table around it, no dot between its parts

	conflicted bool // within a merge conflict
	at         span
}

// Position is where the entry's key stands.
func (e *Entry) Position(file string) diag.Position { return diag.At(file, e.Line, e.Col) }

// Entry finds the first entry with an id.
func (f *File) Entry(id string) (*Entry, bool) {
	for _, e := range f.Entries {
		if e.ID == id {
			return e, true
		}
	}
	return nil, false
}

// Bytes writes the file. A file that was parsed and not changed gives the bytes that it was parsed from, unless its entries
// stand in tables, which are written flat, or the ends of its lines differ, which become like the first.
func (f *File) Bytes() []byte {
	var b strings.Builder
	if f.bom {
		b.WriteString("\uFEFF")
	}
	b.WriteString(f.Head)
	for _, e := range f.Entries {
		f.write(&b, e)
	}
	b.WriteString(f.Tail)
	if f.open {
		return []byte(strings.TrimSuffix(b.String(), f.EOL))
	}
	return []byte(b.String())
}

func (f *File) write(b *strings.Builder, e *Entry) {
	b.WriteString(e.Above)
	for _, c := range e.Comments {
		b.WriteString(c + f.EOL)
	}
	lead, rest := e.lead, e.rest
	if !e.flat || lead == "" {
		lead = quoteKey(e.ID) + " = "
	}
	if !strings.HasSuffix(rest, "\n") {
		rest += f.EOL
	}
	b.WriteString(lead + e.text + rest)
}
