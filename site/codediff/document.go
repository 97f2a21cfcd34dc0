// Package codediff tells what changed between two lists of codes, each as a site publishes it at /api/codes.json: which codes
// were added, changed, retired, brought back, moved to another section, or removed without being retired.
//
// A code is one catalogue's, by its text: 1, 001 and -1 are three. What a document says of a code in one section is compared
// with what the other says of it there; where it stands in a section no more and in another one now, it has moved.
//
// [Read] takes whatever is in a file and says where it is wrong. [Compare] and what writes its result are pure.
package codediff

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"errbook/site/diag"
	"errbook/site/prose"
)

// Document is as much of a codes.json as is compared. Members that are not known here are passed over.
type Document struct {
	Schema   string    `json:"$schema"`
	Build    string    `json:"build"`
	Catalogs []Catalog `json:"catalogs"`
}

// Catalog is one catalogue of it.
type Catalog struct {
	ID       string    `json:"id"`
	Sections []Section `json:"sections"`
	Entries  []Entry   `json:"entries"`
}

// Section is a section of a catalogue.
type Section struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Entry is one meaning of a code.
type Entry struct {
	Code    string            `json:"code"`
	Lo      string            `json:"lo"`
	Hi      string            `json:"hi"`
	Symbol  string            `json:"symbol"`
	Aliases []string          `json:"aliases"`
	Section string            `json:"section"`
	Fields  map[string]string `json:"fields"`
	Retired *Retirement       `json:"retired"` // nil while the code is in use
}

// Retirement says how a code was retired. ReplacedBy is a code, or the id of another catalogue, a slash and its code.
type Retirement struct {
	Since      string `json:"since,omitempty"`
	Reason     string `json:"reason,omitempty"`
	ReplacedBy string `json:"replaced_by,omitempty"`
}

// Title is the first sentence of what an entry says, in the language of the documents; "" where it says nothing.
func (e Entry) Title() string {
	for _, name := range append([]string{"text", "details", "cause"}, slices.Sorted(maps.Keys(e.Fields))...) {
		if title := prose.FirstSentence(e.Fields[name]); title != "" {
			return title
		}
	}
	return ""
}

// Base is the base URL of the site, by the address of the document's schema; "" where that is not known.
func (d Document) Base() string {
	base, ok := strings.CutSuffix(d.Schema, "api/codes.schema.json")
	if !ok || !strings.HasPrefix(base, "https://") && !strings.HasPrefix(base, "http://") || strings.ContainsFunc(base, isNoURL) {
		return ""
	}
	return base
}

func isNoURL(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune("<>\"'()[]`|\\", r) }

// RuleCodes is the rule of a file that is no list of codes.
const RuleCodes = "codes-json"

// Rules explains the rule of this package.
func Rules() []diag.Rule {
	return []diag.Rule{{
		ID: RuleCodes, Severity: diag.Error,
		Summary: "A file that is to be compared is no list of codes as errbook publishes it.",
		Example: "old/codes.json:1:14: expected a list of catalogues, found a string",
		Mend:    "Give the file api/codes.json of a site that was built, or the folder of that site.",
	}}
}

// Read reads the bytes of a codes.json; name is the file's, for what is wrong with it. The error is a diag.Diagnostic.
func Read(name string, data []byte) (Document, error) {
	var d Document
	if err := json.Unmarshal(data, &d); err != nil {
		return Document{}, wrong(name, data, err)
	}
	if d.Catalogs == nil {
		return Document{}, diag.Errorf(diag.At(name, 1, 1), RuleCodes, `expected the member "catalogs", as api/codes.json of a built site has it; give that file`)
	}
	seen := make(map[string]bool, len(d.Catalogs))
	for n, c := range d.Catalogs {
		at := []any{"catalogs", n}
		if c.ID == "" {
			return Document{}, diag.Errorf(position(name, data, at...), RuleCodes, `a catalogue without an id; expected "id": "…"`)
		}
		if seen[c.ID] {
			return Document{}, diag.Errorf(position(name, data, at...), RuleCodes, "the catalogue %q stands here a second time; expected each once", c.ID)
		}
		seen[c.ID] = true
		for i, e := range c.Entries {
			if e.Code == "" {
				return Document{}, diag.Errorf(position(name, data, append(at, "entries", i)...), RuleCodes, `an entry without a code; expected "code": "…"`)
			}
		}
	}
	return d, nil
}

// wrong puts what the decoder says into words, at its place.
func wrong(name string, data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return diag.Errorf(at(name, data, int(syntax.Offset)-1), RuleCodes, "no JSON: %s; give api/codes.json of a built site, as it was written", syntax)
	case errors.As(err, &kind):
		member := ""
		if kind.Field != "" {
			member = " in " + strconv.Quote(kind.Field)
		}
		return diag.Errorf(at(name, data, int(kind.Offset)-1), RuleCodes, "expected %s%s, found a JSON %s; give api/codes.json of a built site",
			kindName(kind.Type.Kind()), member, kind.Value)
	}
	return diag.Errorf(diag.At(name, 1, 1), RuleCodes, "%v", err)
}

func kindName(kind reflect.Kind) string {
	switch kind {
	case reflect.Slice:
		return "an array"
	case reflect.String:
		return "a string"
	}
	return "an object"
}

// at is the position of a byte; one behind the end stands at the end.
func at(name string, data []byte, offset int) diag.Position {
	head := data[:max(0, min(offset, len(data)))]
	line := bytes.Count(head, []byte("\n"))
	return diag.At(name, line+1, utf8.RuneCount(head[bytes.LastIndexByte(head, '\n')+1:])+1)
}

// position is where a value begins that stands at the end of a path of names and numbers.
func position(name string, data []byte, path ...any) diag.Position {
	dec := json.NewDecoder(bytes.NewReader(data))
	for _, step := range path {
		if err := enter(dec, step); err != nil {
			break // it was read before; at worst the position is of something around it
		}
	}
	offset := int(dec.InputOffset())
	for offset < len(data) && bytes.IndexByte([]byte(" \t\r\n,:"), data[offset]) >= 0 {
		offset++
	}
	return at(name, data, offset)
}

// enter goes into an object or array, before the value of a name or number.
func enter(dec *json.Decoder, step any) error {
	if _, err := dec.Token(); err != nil {
		return err
	}
	for n := 0; dec.More(); n++ {
		if step == n {
			return nil
		}
		if wanted, isName := step.(string); isName {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			if text, ok := key.(string); ok && strings.EqualFold(text, wanted) {
				return nil
			}
		}
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			return err
		}
	}
	return fmt.Errorf("no %v", step)
}
