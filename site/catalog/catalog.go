// Package catalog reads the code tables of a Markdown document into a Catalog, with a diagnostic for everything that it
// guessed, merged, passed over or could not read. It knows no HTML output and no language.
//
// A document is read as it is: nothing in it is to be changed for errbook. What it cannot say itself stands in Options.
//
//   - Structure is CommonMark's (goldmark), wherever it stands: a whole document may be inside a blockquote.
//   - A table is a pipe table in the manner of GFM. It is a code table if one of its columns holds codes; see columnRoles.
//   - A heading makes a section. A line such as "###　Title" (no space, or an ideographic one, after the hashes) is no
//     heading under CommonMark, but is one here, with a warning.
//   - A section's id is what Options gives for its path of headings, else made from the heading's ASCII words, else from a
//     hash of its path. Only headings with codes below them are sections.
//   - A paragraph that starts with ">?" or ">!", or a GitHub alert, is a Note of the section in which it stands, with the
//     paragraphs and lists after it in the same blockquote. It is of the whole catalogue when it stands before the first
//     heading or under the title, or closes the document, with no code table after it. Under a heading without codes it is
//     passed over, as all other text is.
//   - Lines that look like a table but are none, such as rows cut off by a blank line, are warned of.
//   - A code is opaque: 1, 001 and -1 are three codes. Two whole numbers with a dash or wave between them, the second the
//     greater, are a range, which is one code with bounds. Anchors, HTML and invisible characters are no part of a code.
//   - The same code twice in a section: with equal fields, merged with a warning; with different ones, an error, because
//     a reader could not tell which holds.
//
// Texts keep their inline Markdown as written; package prose makes HTML or plain text of them.
package catalog

import "errbook/site/diag"

// Catalog is one document's worth of codes.
type Catalog struct {
	ID       string // the file's stem
	File     string // as in diagnostics
	Title    string // the text of the document's only heading of level 1, or ""
	Notes    []Callout
	Sections []*Section // those that hold codes, and their parents, in document order
	Entries  []*Entry   // in document order
	Numbers  bool       // the codes are 32-bit numbers
	Tables   []Table    // every table seen, and what became of it
}

// Section is a heading of the document with codes below it.
type Section struct {
	ID     string
	Title  string // plain text
	Parent *Section
	Level  int // 1 for a section without a parent, and so on
	Notes  []Callout
	Pos    diag.Position
}

// Path lists the section's titles from the outermost in.
func (s *Section) Path() []string {
	if s == nil {
		return nil
	}
	return append(s.Parent.Path(), s.Title)
}

// Callout is a remark of the document that is no code's own.
type Callout struct {
	Tone string // note, tip, important, warning or caution
	Text string // Markdown
	Pos  diag.Position
}

// Entry is one meaning of a code, in one section.
type Entry struct {
	Code    Code
	Key     string   // what its messages' ids start with: the code, and for a further meaning of it "@" and the section's id
	Section *Section // nil where the table stands under no heading
	Fields  []Field  // in the table's order, without empty ones; no two have the same name
	Pos     diag.Position
}

// Field is the text of one column.
type Field struct {
	Role   Role
	Header string // the column's header, as plain text
	Name   string // what messages and JSON call it: the role's name, or the header
	Text   string // Markdown
	Pos    diag.Position
}

// Field returns the first field with a role, and whether there is one.
func (e *Entry) Field(r Role) (Field, bool) {
	for _, f := range e.Fields {
		if f.Role == r {
			return f, true
		}
	}
	return Field{}, false
}

// Text returns the Markdown of the entry's description, or of what comes nearest to one, or "".
func (e *Entry) Text() string {
	for _, r := range []Role{RoleText, RoleCause, RoleSolution, RoleOther, RoleSymbol} {
		if f, ok := e.Field(r); ok {
			return f.Text
		}
	}
	return ""
}

// Table says what became of one table of the document.
type Table struct {
	Pos     diag.Position
	Rows    int    // below the header
	Codes   int    // rows read as codes
	Section string // path of headings above it
	Reason  string // why it was passed over; "" where it was read
}
