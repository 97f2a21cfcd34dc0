package locale

import (
	"errbook/site/diag"
	"errbook/site/locale/state"
)

// Source is a text of a document that translations are made from.
type Source struct {
	ID      string
	Text    string // Markdown
	Block   bool   // not one line
	Free    bool   // a translation says it in its own words, such as phrases in which people report a code
	Section string // id of the section in which it stands, "" for the catalogue's own
	Pos     diag.Position
}

// Sources are all texts of a catalogue, in the document's order.
type Sources struct {
	List []Source

	index  map[string]int
	hashes []state.Hash
}

// NewSources returns sources that can be asked for by id. Of two with one id the first counts.
func NewSources(list []Source) *Sources {
	s := &Sources{List: list, index: make(map[string]int, len(list)), hashes: make([]state.Hash, len(list))}
	for i, source := range list {
		if _, ok := s.index[source.ID]; !ok {
			s.index[source.ID] = i
		}
		s.hashes[i] = state.HashOf(source.Text)
	}
	return s
}

// Get finds a source by its id.
func (s *Sources) Get(id string) (Source, bool) {
	i, ok := s.index[id]
	if !ok {
		return Source{}, false
	}
	return s.List[i], true
}

// Hash is the hash of the source with an id, or None.
func (s *Sources) Hash(id string) state.Hash {
	if i, ok := s.index[id]; ok {
		return s.hashes[i]
	}
	return state.None
}

// IDs lists the ids in the document's order.
func (s *Sources) IDs() []string {
	ids := make([]string, len(s.List))
	for i, source := range s.List {
		ids[i] = source.ID
	}
	return ids
}
