package locale

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/tomlfile"
)

// The rules of this package's diagnostics.
const (
	RuleFileName    = "message-file-name" // a file whose name is not <stem>.<tag>.toml
	RuleMessageFile = "message-file"      // a file that go-i18n cannot read
	RuleUnknownID   = "unknown-message"   // a message for which there is no source
	RuleUITemplate  = "ui-template"       // a UI string with more than {{.Name}}, or with other names than the English one
	RuleMissingUI   = "missing-ui"        // a UI string that no language of the chain has
)

// Messages are the translations of one file.
type Messages struct {
	File  string
	Tag   string
	texts map[string]string
	pos   map[string]diag.Position
}

// Text returns a translation; an empty one counts as none.
func (m *Messages) Text(id string) (string, bool) {
	if m == nil {
		return "", false
	}
	t, ok := m.texts[id]
	return t, ok && strings.TrimSpace(t) != ""
}

// Position tells where a message stands.
func (m *Messages) Position(id string) diag.Position {
	if p, ok := m.pos[id]; ok {
		return p
	}
	return diag.At(m.File, 1, 1)
}

// IDs lists the ids of all messages of the file, sorted.
func (m *Messages) IDs() []string {
	ids := make([]string, 0, len(m.texts))
	for id := range m.texts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// FileName is the name of the file with a stem's messages in a language.
func FileName(stem, tag string) string { return stem + "." + tag + ".toml" }

// SplitFileName takes such a name apart; it reports false where the part between the last two dots is no language tag.
func SplitFileName(name string) (stem, tag string, ok bool) {
	base, found := strings.CutSuffix(path.Base(name), ".toml")
	i := strings.LastIndexByte(base, '.')
	if !found || i <= 0 {
		return "", "", false
	}
	if _, err := ParseLanguage(base[i+1:]); err != nil {
		return "", "", false
	}
	return base[:i], base[i+1:], true
}

// Load reads the messages of a catalogue in one language. A file that is not there gives no messages and no diagnostic: a
// language without translations falls back. A file that cannot be read gives none and a warning, because a translation
// never keeps a site from being built; an entry that is no message is left out with one.
func Load(fsys fs.FS, dir, stem, tag string) (*Messages, diag.List) {
	file := path.Join(dir, FileName(stem, tag))
	m := &Messages{File: file, Tag: tag, texts: map[string]string{}}
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, diag.List{diag.Warnf(diag.At(file, 1, 1), RuleMessageFile, "cannot read the translations: %v", err)}
	}
	messages, list := parseFile(file, data)
	for i := range list {
		list[i].Severity = diag.Warning
		if list[i].Rule == tomlfile.RuleSyntax {
			list[i].Message += "; all of the file's texts fall back until it is mended"
		}
	}
	m.pos = positionsByID(file, data)
	for _, message := range messages {
		m.texts[message.ID] = message.Other
	}
	return m, list
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

// CheckIDs warns of messages for which there is no source text.
func (m *Messages) CheckIDs(known map[string]bool, ids []string) (list diag.List) {
	for _, id := range m.IDs() {
		if !known[id] {
			list = append(list, diag.Warnf(m.Position(id), RuleUnknownID,
				"message %q belongs to no text of the document%s; it is not used", id, diag.DidYouMean(id, near(id, ids))))
		}
	}
	return list
}

// near narrows the candidates for a mistyped id to those with its field, so that a suggestion costs little.
func near(id string, ids []string) (out []string) {
	field := id[strings.LastIndexByte(id, '.')+1:]
	for _, c := range ids {
		if strings.HasSuffix(c, field) && len(c) <= len(id)+2 && len(c) >= len(id)-2 {
			out = append(out, c)
		}
	}
	return out
}
