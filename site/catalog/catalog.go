// Package catalog reads the code tables of a Markdown document into a Catalog, with a diagnostic for everything that it
// guessed, merged, passed over or could not read. It knows no HTML output and no language.
//
// A document is read as it is: nothing in it is to be changed for errbook. What it cannot say itself stands in Options.
//
//   - Structure is CommonMark's (goldmark), wherever it stands: a whole document may be inside a blockquote.
//   - A table is a pipe table in the manner of GFM, or an HTML table. It is a code table if one of its columns holds codes
//     and another says what they mean; headers in many languages and what the cells hold decide together, see classify.
//   - A cell may hold several codes (each is an entry), a range (one code with bounds), a pattern such as 5xx (the same), a
//     number with its twin in another notation (an alias) or with an identifier (a symbol). A row without a code of its
//     own goes on with the code above it.
//   - Codes may also stand in headings, list items or definition lists (<dl>, or terms with ": " below them), one each, if
//     several of their kind do.
//   - Where no header says which column holds the codes, how the cells look decides only with further evidence, see guess.
//   - Lines nested deeper than maxNesting are an error, so that 64 KB of anything are read in a second or so.
//   - A heading makes a section. So does a line that its author meant as one: "###Title", "###　Title", a heading that a
//     component above it swallows, a bold line above a code table; with a warning. A title row within a table is one with a note.
//   - A section's id is what Options gives for its path of headings, else made from the heading's ASCII words, else from a
//     hash of its path. Only headings with codes below them are sections.
//   - A paragraph that starts with ">?" or ">!", a GitHub alert, or an admonition (:::, !!!) is a Note of the section in
//     which it stands: of the whole catalogue when it stands before the first heading, or closes the document, with no code
//     after it.
//   - A code is opaque: 1, 001 and -1 are three codes.
//   - The same code twice in a section: with equal fields, merged with a warning; where a column that does not describe
//     tells the two apart, both are kept; else an error, because a reader could not tell which holds, unless Options says
//     to keep them.
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
	Key     string      // what its messages' ids start with: the code, and for a further meaning of it "@" and the section's id
	Aliases []string    // other spellings that answer: the same number in another notation, an older code
	Section *Section    // nil where the table stands under no heading
	Fields  []Field     // in the table's order, without empty ones; no two have the same name
	Retired *Retirement // nil for an entry of the document itself
	Pos     diag.Position
}

// Field is the text of one column.
type Field struct {
	Role   Role
	Header string // the column's header, as plain text
	Name   string // what messages and JSON call it: the role's name, or the header
	Text   string // Markdown
	Block  bool   // the text is paragraphs, lists and code blocks, and not one line
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
	for _, r := range DescribingRoles() {
		if f, ok := e.Field(r); ok {
			return f.Text
		}
	}
	return ""
}

// DescribingRoles lists the roles of fields that can say what a code means, the best first.
func DescribingRoles() []Role {
	return []Role{RoleText, RoleCause, RoleSolution, RoleDetails, RoleOther, RoleSymbol}
}

// Table says what became of one table of the document.
type Table struct {
	Pos     diag.Position
	Headers []string // as plain text
	Roles   []Role   // of its columns, where it was read
	Rows    int      // below the header
	Codes   int      // rows read as codes
	Section string   // path of headings above it
	Reason  string   // why it was passed over; "" where it was read

	heading  *heading // above it
	lines    []lines  // of the rows that have text
	statuses bool     // all its codes are HTTP statuses
}

// lines are those on which a row stands, the first and the last.
type lines struct{ from, to int }
