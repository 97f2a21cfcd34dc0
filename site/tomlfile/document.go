package tomlfile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Document is a TOML file that something is added to. What stands in it keeps its bytes and its order: an addition is new
// bytes between the old ones, in the manner of what is around them, with their ends of lines.
//
// An addition that the file's form does not allow is an error, and leaves the document as it is. Whoever adds is to read the
// result, as TOML of any form may come from outside.
type Document struct {
	bom        string
	text       string
	eol        string
	statements []statement
}

// statement is a key with its value, or the header of a table.
type statement struct {
	path   []string // with the table that it stands in
	table  []string // of a key: that of the header above it; nil above the first
	header bool
	array  bool // of a header: [[name]]
	start  int  // of the key, or of a header's name
	value  int  // of a key: where its value starts
	end    int  // behind the value, or the header's brackets
}

// OpenDocument reads a file. One that is not TOML is an error.
func OpenDocument(data []byte) (*Document, error) {
	body := WithoutBOM(data)
	d := &Document{bom: string(data[:len(data)-len(body)]), eol: "\n"}
	if i := bytes.IndexByte(body, '\n'); i > 0 && body[i-1] == '\r' {
		d.eol = "\r\n"
	}
	return d, d.set(string(body))
}

// Bytes is the file with all that was added.
func (d *Document) Bytes() []byte { return []byte(d.bom + d.text) }

// Keys lists the keys of a table in brackets or of dotted keys, in their order; not those of an inline one.
func (d *Document) Keys(table ...string) (names []string) {
	for _, s := range d.statements {
		if !s.header && samePath(s.path[:len(s.path)-1], table) {
			names = append(names, s.path[len(s.path)-1])
		}
	}
	return names
}

// Elements counts the elements of the array of a key; of what is no array, none.
func (d *Document) Elements(key ...string) int {
	s, ok := d.find(key)
	if !ok || d.text[s.value] != '[' {
		return 0
	}
	list, _ := elements(d.text, s.value)
	return len(list)
}

// HasTable tells whether the file has a table in brackets, [name].
func (d *Document) HasTable(path ...string) bool {
	return slices.ContainsFunc(d.statements, func(s statement) bool { return s.header && !s.array && samePath(s.path, path) })
}

// set takes a text over if it is TOML.
func (d *Document) set(text string) error {
	var list []statement
	var table []string
	var p unstable.Parser
	p.Reset([]byte(text))
	for p.NextExpression() {
		e := p.Expression()
		parts, start, end := keySpan(e)
		s := statement{path: append(slices.Clone(table), parts...), table: table, start: start}
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			s.path, s.table, s.header, s.array = parts, nil, true, e.Kind == unstable.ArrayTable
			table = parts
			s.end = skipBlanks(text, end, false) + 1
			if s.array {
				s.end++
			}
		case unstable.KeyValue:
			s.value = valueOfKey(text, end)
			s.end = valueEnd(text, s.value)
		default:
			continue
		}
		list = append(list, s)
	}
	if err := p.Error(); err != nil {
		return fmt.Errorf("it is not TOML: %w", err)
	}
	d.text, d.statements = text, list
	return nil
}

// keySpan is keyParts with where the key ends.
func keySpan(e *unstable.Node) (parts []string, start, end int) {
	if e.Kind != unstable.KeyValue && e.Kind != unstable.Table && e.Kind != unstable.ArrayTable {
		return nil, 0, 0
	}
	parts, start = keyParts(e)
	for it := e.Key(); it.Next(); {
		raw := it.Node().Raw
		end = int(raw.Offset + raw.Length)
	}
	return parts, start, end
}

// find returns the key with a path; keys are told apart without regard to case, as Decode reads them.
func (d *Document) find(path []string) (statement, bool) {
	i := slices.IndexFunc(d.statements, func(s statement) bool { return !s.header && samePath(s.path, path) })
	if i < 0 {
		return statement{}, false
	}
	return d.statements[i], true
}

func samePath(a, b []string) bool { return slices.EqualFunc(a, b, strings.EqualFold) }

// insert puts text in at a byte, if the whole is TOML then.
func (d *Document) insert(at int, text string) error {
	return d.set(d.text[:at] + text + d.text[at:])
}

// lineEnd is where the line of a byte ends: before its "\n" or "\r\n".
func (d *Document) lineEnd(at int) int { return at + lineLength(d.text[at:]) }
