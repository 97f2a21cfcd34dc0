package locale

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"errbook/site/diag"
	"errbook/site/locale/messagefile"
	"errbook/site/tomlfile"
)

// parseMessages reads a file of a catalogue's messages. A damaged file gives what is sound of it: each fault costs the
// message in which it stands, and is told.
func parseMessages(file string, data []byte) ([]*i18n.Message, diag.List) {
	messages, list := parseFile(file, data)
	if len(list) != 1 || list[0].Rule != tomlfile.RuleSyntax {
		return messages, list
	}
	f, faults := messagefile.Parse(file, data)
	sound, rest := parseFile(file, f.Salvage())
	if len(faults) == 0 || len(rest) > 0 && rest[0].Rule == tomlfile.RuleSyntax {
		list[0].Message += "; all of the file's texts fall back until it is mended"
		return nil, list
	}
	for i := range faults {
		faults[i].Message += "; until then the text falls back"
	}
	return sound, append(faults, rest...)
}

// parseFile reads a file of messages. What cannot be a message is left out with an error, so that one slip does not cost
// the others; a file that is not TOML gives nothing but the error. BurntSushi's decoder is taken for these files because
// its time grows with their length: 100,000 flat keys in half a second.
func parseFile(file string, data []byte) ([]*i18n.Message, diag.List) {
	data = tomlfile.WithoutBOM(data)
	raw := map[string]any{}
	if err := toml.Unmarshal(data, &raw); err != nil {
		return nil, diag.List{tomlfile.Problem(file, data, err)}
	}
	c := cleaner{file: file, pos: tomlfile.Positions(file, data), seen: map[string]bool{}}
	c.clean(raw, nil)
	if len(raw) == 0 {
		return nil, c.list
	}
	cleaned := func(_ []byte, v any) error { *v.(*any) = raw; return nil }
	parsed, err := i18n.ParseMessageFileBytes(data, file, map[string]i18n.UnmarshalFunc{"toml": cleaned})
	if err != nil {
		return nil, append(c.list, diag.Errorf(diag.At(file, 1, 1), RuleMessageFile, "%v", err))
	}
	slices.SortFunc(parsed.Messages, func(a, b *i18n.Message) int { return cmp.Compare(a.ID, b.ID) })
	return parsed.Messages, c.list
}

// cleaner takes out of a file of messages what go-i18n would refuse the whole file for.
type cleaner struct {
	file string
	pos  map[string]diag.Position
	seen map[string]bool // ids met
	list diag.List
}

// clean goes through a table. A table of go-i18n's reserved words alone is a message with plurals; at the top of a file,
// or beside others, such a word is no message.
func (c *cleaner) clean(table map[string]any, path []string) {
	reserved := func(key string) bool { return slices.Contains(reservedKeys, strings.ToLower(key)) }
	plain := len(path) == 0
	for key := range table {
		plain = plain || !reserved(key)
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		at := append(slices.Clone(path), key)
		value, isTable := table[key].(map[string]any)
		_, isText := table[key].(string)
		switch {
		case plain && reserved(key) && !isTable:
			c.drop(table, key, at, fmt.Sprintf("%q is no id: go-i18n keeps the word for itself; put ids between quotes, such as \"6017.text\"", key))
		case isTable:
			c.clean(value, at)
		case !isText:
			c.drop(table, key, at, fmt.Sprintf("message %q is to be a text between quotes", strings.Join(at, ".")))
		case c.twice(at):
			c.drop(table, key, at, fmt.Sprintf("message %q stands twice, as one key and as a table with another", strings.Join(at, ".")))
		}
	}
}

// twice tells whether another key has given the id of a path already: go-i18n joins the parts of a key by dots.
func (c *cleaner) twice(path []string) bool {
	id := strings.Join(path, ".")
	if len(path) > 1 && slices.Contains(reservedKeys, strings.ToLower(path[len(path)-1])) {
		id += "\x1f" // a plural form
	}
	was := c.seen[id]
	c.seen[id] = true
	return was
}

var reservedKeys = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other"}

func (c *cleaner) drop(table map[string]any, key string, path []string, message string) {
	delete(table, key)
	at, ok := c.pos[strings.Join(path, tomlfile.KeySeparator)]
	if !ok {
		at = diag.At(c.file, 1, 1)
	}
	c.list = append(c.list, diag.Errorf(at, RuleMessageFile, "%s; it is not used", message))
}

// positionsByID tells where each message stands, by the id that go-i18n gives it: a nested key's parts joined by dots.
func positionsByID(file string, data []byte) map[string]diag.Position {
	found := tomlfile.Positions(file, data)
	byID := make(map[string]diag.Position, len(found))
	for key, pos := range found {
		byID[strings.ReplaceAll(key, tomlfile.KeySeparator, ".")] = pos
	}
	return byID
}
