package workbench

import (
	"cmp"
	"slices"
	"strings"

	"errbook/site/locale/state"
)

// memory finds translations of sources that are like one that is to be translated.
type memory struct {
	entries []Match
	exact   map[string][]int
	grams   map[string][]int32 // entries by the pairs of characters in their source
	sizes   []int              // how many different pairs an entry has
}

const (
	maxMatches = 3
	leastAlike = 60 // percent
)

// newMemory takes in what is translated at some desks, and what their attics keep.
func newMemory(desks []*Desk) *memory {
	m := &memory{exact: map[string][]int{}, grams: map[string][]int32{}}
	for _, d := range desks {
		for _, source := range d.Catalog.Sources.List {
			if text := d.text(source.ID); text != "" {
				m.add(Match{ID: source.ID, Source: d.madeFrom(source.ID, source.Text), Text: text})
			}
		}
		for _, e := range d.Attic.Entries {
			record, ok := d.Records.Find(e.ID, state.None, state.HashOf(e.Value))
			if source := d.Known[record.Source]; ok && source != "" {
				m.add(Match{ID: e.ID, Source: source, Text: e.Value})
			}
		}
	}
	return m
}

// madeFrom is the source that a message's translation was made from, or the present one.
func (d *Desk) madeFrom(id, now string) string {
	if was := d.was(id); was != "" {
		return was
	}
	return now
}

func (m *memory) add(e Match) {
	n := len(m.entries)
	m.entries = append(m.entries, e)
	m.exact[e.Source] = append(m.exact[e.Source], n)
	pairs := pairsOf(e.Source)
	m.sizes = append(m.sizes, len(pairs))
	for p := range pairs {
		m.grams[p] = append(m.grams[p], int32(n))
	}
}

// pairsOf lists the pairs of neighbouring characters of a text.
func pairsOf(text string) map[string]bool {
	runes := []rune(strings.Join(strings.Fields(strings.ToLower(text)), " "))
	pairs := make(map[string]bool, len(runes))
	for i := range max(0, len(runes)-1) {
		pairs[string(runes[i:i+2])] = true
	}
	return pairs
}

// matches returns the translations of a unit's source, and of sources much like it. How alike two are is the part of their
// pairs of characters that they share (Sørensen and Dice). Pairs that stand in very many texts find nothing new and are
// passed over.
func (m *memory) matches(u Unit) (same, near []Match) {
	texts := map[string]bool{}
	take := func(list *[]Match, e Match, alike int) {
		if e.ID != u.ID && !texts[e.Text] && len(*list) < maxMatches {
			texts[e.Text] = true
			e.Alike = alike
			*list = append(*list, e)
		}
	}
	for _, n := range m.exact[u.Source.Text] {
		take(&same, m.entries[n], 100)
	}
	for _, c := range m.alike(u.Source.Text) {
		take(&near, m.entries[c.n], c.alike)
	}
	return same, near
}

type candidate struct{ n, alike int }

func (m *memory) alike(text string) (found []candidate) {
	pairs := pairsOf(text)
	shared := map[int32]int{}
	limit := max(1000, len(m.entries)/10)
	for p := range pairs {
		if len(m.grams[p]) > limit {
			continue
		}
		for _, n := range m.grams[p] {
			shared[n]++
		}
	}
	for n, seen := range shared {
		if m.entries[n].Source == text || 2*seen < min(len(pairs), m.sizes[n])/2 {
			continue
		}
		if alike := 200 * m.overlap(pairs, int(n)) / (len(pairs) + m.sizes[n]); alike >= leastAlike {
			found = append(found, candidate{int(n), alike})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Or(-cmp.Compare(a.alike, b.alike), cmp.Compare(a.n, b.n)) })
	return found
}

// overlap counts the pairs that an entry shares.
func (m *memory) overlap(pairs map[string]bool, n int) (count int) {
	for p := range pairsOf(m.entries[n].Source) {
		if pairs[p] {
			count++
		}
	}
	return count
}
