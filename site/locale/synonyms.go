package locale

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"errbook/site/diag"
	"errbook/site/tomlfile"
)

// SynonymsStem is the stem of the files with words that mean the same.
const SynonymsStem = "synonyms"

// RuleSynonyms: a group of words that mean the same says nothing.
const RuleSynonyms = "synonyms"

// LoadSynonyms reads the words that mean the same in a language, for search: the file synonyms.<tag>.toml, a table for each
// group, so that two branches that add groups merge:
//
//	[[same]]
//	words = ["mute", "ban", "silence"]
//
// A word may be of another language too. A file that is not there has none. What is wrong with a group is a warning and
// costs that group; a file that is not TOML has none.
func LoadSynonyms(fsys fs.FS, dir, tag string) (groups [][]string, list diag.List) {
	file := path.Join(dir, FileName(SynonymsStem, tag))
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diag.List{diag.Warnf(diag.At(file, 1, 1), RuleSynonyms, "cannot read the synonyms: %v", err)}
	}
	data = tomlfile.WithoutBOM(data)
	var raw map[string]any
	if err := toml.Unmarshal(data, &raw); err != nil {
		d := tomlfile.Problem(file, data, err)
		d.Severity = diag.Warning
		return nil, diag.List{d}
	}
	at := tomlfile.Positions(file, data)
	warn := func(key, format string, args ...any) {
		pos, ok := at[key]
		if !ok {
			pos = diag.At(file, 1, 1)
		}
		list = append(list, diag.Warnf(pos, RuleSynonyms, format, args...))
	}
	for _, key := range slices.Sorted(maps.Keys(raw)) {
		if key != "same" {
			warn(key, "%q means nothing here; groups are tables that start with [[same]]", key)
		}
	}
	tables, _ := raw["same"].([]map[string]any)
	if tables == nil && raw["same"] != nil {
		warn("same", "groups are tables that start with [[same]]")
	}
	for i, table := range tables {
		words, ok := textsOf(table["words"])
		if !ok || len(words) < 2 || len(table) != 1 {
			warn(strings.Join([]string{"same", strconv.Itoa(i)}, tomlfile.KeySeparator), `a group is to be two or more words that mean the same, as in words = ["mute", "ban"]`)
			continue
		}
		groups = append(groups, words)
	}
	return groups, list
}

// textsOf reads a list of texts that are not blank.
func textsOf(value any) (texts []string, ok bool) {
	values, ok := value.([]any)
	for _, v := range values {
		text, isText := v.(string)
		if text = strings.TrimSpace(text); !isText || text == "" {
			return nil, false
		}
		texts = append(texts, text)
	}
	return texts, ok
}
