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
	"errbook/site/tomlfile"
)

// parseFile reads a file of messages. What cannot be a message is left out with an error, so that one slip does not cost
// the others; a file that is not TOML gives nothing but the error. BurntSushi's decoder is taken for these files because
// its time grows with their length: 100,000 flat keys in half a second.
func parseFile(file string, data []byte) ([]*i18n.Message, diag.List) {
	data = tomlfile.WithoutBOM(data)
	raw := map[string]any{}
	if err := toml.Unmarshal(data, &raw); err != nil {
		return nil, diag.List{tomlfile.Problem(file, data, err)}
	}
	c := cleaner{file: file, pos: tomlfile.Positions(file, data)}
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
		}
	}
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
