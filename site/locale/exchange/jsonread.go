package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"errbook/site/diag"
)

// jsonDepth is how deep messages may be nested.
const jsonDepth = 16

// readJSON reads a message file of go-i18n: messages that are strings or objects, nested or not, and the list of version 1.
// Where the hash of a message does not fit its description and source, a tool or a person changed them, and it is not known
// what the translation was made from.
func readJSON(in *input) ([]*File, diag.List) {
	r := &jsonReader{in: in}
	data := []byte(in.s)
	if !json.Valid(data) {
		return nil, diag.List{r.fault(data)}
	}
	switch start := skipSpace(in.s, 0); in.s[start] {
	case '{':
		r.object("", data, 0, 0)
	case '[':
		r.array(data)
	default:
		return nil, diag.List{diag.Errorf(in.at(start), RuleSyntax, `expected an object of messages, such as {"6017.text": {"other": "…"}}`)}
	}
	return r.split.files, r.list
}

type jsonReader struct {
	in    *input
	split split
	list  diag.List
}

// fault tells where the file is no JSON.
func (r *jsonReader) fault(data []byte) diag.Diagnostic {
	var v json.RawMessage
	err := json.Unmarshal(data, &v)
	at := 0
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = int(syntax.Offset) - 1
	}
	return diag.Errorf(r.in.at(at), RuleSyntax, "the file is no sound JSON: %v", err)
}

func skipSpace(s string, at int) int {
	for at < len(s) && strings.IndexByte(" \t\r\n,:", s[at]) >= 0 {
		at++
	}
	return at
}

// object reads the messages of an object that stands at a byte of the file. It is known to be sound.
func (r *jsonReader) object(prefix string, data []byte, at, depth int) {
	d := json.NewDecoder(bytes.NewReader(data))
	_, _ = d.Token()
	for d.More() {
		start := skipSpace(r.in.s, at+int(d.InputOffset()))
		key, _ := d.Token()
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return
		}
		id, _ := key.(string)
		r.value(prefix+id, value, start, at+int(d.InputOffset())-len(value), depth)
	}
}

func (r *jsonReader) array(data []byte) {
	d := json.NewDecoder(bytes.NewReader(data))
	_, _ = d.Token()
	for d.More() {
		start := skipSpace(r.in.s, int(d.InputOffset()))
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return
		}
		r.value("", value, start, start, jsonDepth)
	}
}

// value reads what stands under a key: a text, a message, or an object of further messages.
func (r *jsonReader) value(id string, value []byte, start, at, depth int) {
	pos := r.in.at(start)
	var text string
	var fields map[string]json.RawMessage
	switch {
	case value[0] == '"' && json.Unmarshal(value, &text) == nil:
		r.add(id, map[string]string{"other": text}, pos)
	case value[0] != '{' || json.Unmarshal(value, &fields) != nil:
		r.list = append(r.list, diag.Warnf(pos, RuleUnit, "%q is no text; it is passed over", short(id)))
	case isMessage(fields):
		r.add(id, r.strings(id, fields, pos), pos)
	case depth >= jsonDepth:
		r.list = append(r.list, diag.Warnf(pos, RuleUnit, "the value is no message, or nested too deep; it is passed over"))
	default:
		r.object(id+".", value, at, depth+1)
	}
}

// jsonKeys are the keys of a message that go-i18n reserves; it takes them in any case.
var jsonKeys = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other", "translation"}

// isMessage tells whether an object is a message, as go-i18n does: it has a reserved key whose value is a string.
func isMessage(fields map[string]json.RawMessage) bool {
	for key, value := range fields {
		if slices.Contains(jsonKeys, strings.ToLower(key)) && value[0] == '"' {
			return true
		}
	}
	return false
}

// strings are the fields of a message that are strings.
func (r *jsonReader) strings(id string, fields map[string]json.RawMessage, pos diag.Position) map[string]string {
	out := map[string]string{}
	for key, value := range fields {
		var text string
		if json.Unmarshal(value, &text) == nil {
			out[strings.ToLower(key)] = text
		}
	}
	for _, form := range []string{"zero", "one", "two", "few", "many"} {
		if out[form] != "" {
			r.list = append(r.list, diag.Warnf(pos, RuleUnit, "%q has plural forms, which texts of documents have not; only \"other\" is taken", short(id)))
			break
		}
	}
	if out["other"] == "" {
		out["other"] = out["translation"]
	}
	return out
}

// add takes a message in.
func (r *jsonReader) add(id string, m map[string]string, pos diag.Position) {
	if m["id"] != "" {
		id = m["id"]
	}
	if id == "" {
		r.list = append(r.list, diag.Warnf(pos, RuleUnit, "a message without an id is passed over"))
		return
	}
	said := parseDescription(m["description"])
	u := Unit{ID: id, Source: said["source"], Was: said["was"], Text: m["other"], Base: hash(said["base"]), At: pos}
	u.Status = told(said["status"], u.Text)
	if h := m["hash"]; u.Source != "" && h != "" && h != jsonHash(m["description"], u.Source) {
		r.list = append(r.list, diag.Warnf(pos, RuleUnit, "the description or the hash of %q was changed; it is not known what the translation was made from", short(id)))
		u.Source = ""
	}
	f := r.split.file(said["catalog"], said["lang"])
	f.SourceLang = cmp.Or(f.SourceLang, said["from"])
	f.Units = append(f.Units, u)
}

// parseDescription reads the lines that writeJSON wrote.
func parseDescription(text string) map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(text, "\n") {
		name, value, found := strings.Cut(line, ": ")
		if _, twice := out[name]; found && !twice {
			out[name] = unescapeLine.Replace(value)
		}
	}
	return out
}
