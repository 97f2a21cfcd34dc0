package locale

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/state"
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
	stale map[string]bool
}

// Text returns a translation; an empty one counts as none.
func (m *Messages) Text(id string) (string, bool) {
	if m == nil {
		return "", false
	}
	t, ok := m.texts[id]
	return t, ok && strings.TrimSpace(t) != ""
}

// Stale tells whether the source of a message has changed since it was translated.
func (m *Messages) Stale(id string) bool { return m.stale[id] }

// Position tells where a message stands.
func (m *Messages) Position(id string) diag.Position {
	if p, ok := m.pos[id]; ok {
		return p
	}
	return diag.At(m.File, 1, 1)
}

// Find tells where a message stands, and whether it does, even with an empty text.
func (m *Messages) Find(id string) (diag.Position, bool) {
	p, ok := m.pos[id]
	return p, ok
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
// language without translations falls back. So does every message that is damaged, has no source, or is not fit to be
// shown, each with a warning, because a translation never keeps a site from being built.
func Load(fsys fs.FS, dir, stem, tag string, sources *Sources) (*Messages, diag.List) {
	m, list := read(fsys, dir, stem, tag)
	list = append(list, m.dropUnusable(sources)...)
	return m, append(list, m.loadState(fsys, dir, stem, sources)...)
}

// LoadBeside reads what the source language says beside its document: the file of its messages, which may have only those
// that known tells of. Every other is passed over with a warning: the text stands in the document.
func LoadBeside(fsys fs.FS, dir, stem, tag string, known func(id string) bool) (*Messages, diag.List) {
	m, list := read(fsys, dir, stem, tag)
	for _, id := range m.IDs() {
		if rule, message, bad := Unusable(Source{ID: id}, m.texts[id]); bad {
			list = append(list, diag.Warnf(m.Position(id), rule, "%s; it is not used", message))
		} else if known(id) {
			continue
		} else {
			list = append(list, diag.Warnf(m.Position(id), RuleUnknownID,
				"message %q is none that the documents' own language has here: only \"<code>.symptoms\" of the document's codes are; it is not used", id))
		}
		delete(m.texts, id)
	}
	return m, list
}

// read reads a file of messages, damaged or not; one that is not there has none.
func read(fsys fs.FS, dir, stem, tag string) (*Messages, diag.List) {
	file := path.Join(dir, FileName(stem, tag))
	m := &Messages{File: file, Tag: tag, texts: map[string]string{}}
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, diag.List{diag.Warnf(diag.At(file, 1, 1), RuleMessageFile, "cannot read the messages: %v", err)}
	}
	messages, list := parseMessages(file, data)
	m.pos = positionsByID(file, data)
	for _, message := range messages {
		m.texts[message.ID] = message.Other
	}
	for i := range list {
		list[i].Severity = diag.Warning
	}
	return m, list
}

// loadState finds out which translations are stale.
func (m *Messages) loadState(fsys fs.FS, dir, stem string, sources *Sources) diag.List {
	file := path.Join(dir, StateFile(stem, m.Tag))
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return diag.List{diag.Warnf(diag.At(file, 1, 1), state.RuleState, "cannot read what the translations were made from: %v", err)}
	}
	records, list := state.Parse(file, data)
	m.stale = map[string]bool{}
	for id, text := range m.texts {
		if records.Of(id, sources.Hash(id), state.HashOf(text)) == state.Stale {
			m.stale[id] = true
		}
	}
	return list
}

// StateFile is the path below i18n/ of what the translations of a catalogue in a language were made from.
func StateFile(stem, tag string) string { return "state/" + stem + "." + tag + ".tsv" }

// SourcesFile is the path below i18n/ of the source texts that a catalogue's translations were made from.
func SourcesFile(stem string) string { return "state/" + stem + ".sources.tsv" }
