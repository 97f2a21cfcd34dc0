package codes

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Set holds the codes of a site and answers for every spelling of them. It never changes once made.
type Set struct {
	list     []Code
	catalogs []string
	exact    map[string][]int32   // codes as published
	spell    map[string][]int32   // their normal forms and aliases, where those differ
	value    map[string][]int32   // integers that are not in canonical form, by that form
	fold     map[string][]int32   // codes and aliases with letters or separators, squashed
	bits     map[uint32][]int32   // 32-bit numbers
	bounds   map[[2]int64][]int32 // ranges by their bounds
	starts   map[int64]bool       // their lower bounds
	spans    []span               // ranges, by lower bound
	prefixes []key                // every code by what it begins with
	heads    map[string]int       // how long a code with letters that begins so may be
	values   []numbered           // integers and ranges by value
	words    *vocabulary          // cues and the like
}

// span is a range of the set; reach is the greatest upper bound of all ranges up to and with this one.
type span struct {
	lo, hi, reach int64
	index         int32
}

type key struct {
	text  string
	index int32
}

// What the keys of numbers and of all other codes begin with, so that neither is a beginning of the other.
const (
	numberPrefix = "0"
	wordPrefix   = "a"
)

type numbered struct {
	lo, hi int64
	index  int32
}

// NewSet makes a set of the codes. Their order is the natural order of the set: it decides between equals. A code that
// stands in the list twice is found twice.
func NewSet(list []Code) *Set {
	s := &Set{
		list: slices.Clone(list), words: newVocabulary(),
		exact: make(map[string][]int32, len(list)), spell: map[string][]int32{}, value: map[string][]int32{},
		fold: map[string][]int32{}, bits: map[uint32][]int32{}, bounds: map[[2]int64][]int32{}, starts: map[int64]bool{}, heads: map[string]int{},
	}
	for i, c := range s.list {
		s.add(int32(i), c)
	}
	slices.SortFunc(s.prefixes, func(a, b key) int {
		return cmp.Or(strings.Compare(a.text, b.text), cmp.Compare(a.index, b.index))
	})
	slices.SortFunc(s.values, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.index, b.index))
	})
	s.sortSpans()
	return s
}

func (s *Set) add(i int32, c Code) {
	if !slices.Contains(s.catalogs, c.Catalog) {
		s.catalogs = append(s.catalogs, c.Catalog)
	}
	s.exact[c.Text] = append(s.exact[c.Text], i)
	plain := Normalize(c.Text)
	if plain != c.Text {
		put(s.spell, plain, i)
	}
	s.addSpelling(i, plain, c.Range)
	for _, alias := range c.Aliases {
		alias = Normalize(alias)
		put(s.spell, alias, i)
		s.addSpelling(i, alias, false)
	}
	if c.Range {
		s.starts[c.Lo] = true
		s.bounds[[2]int64{c.Lo, c.Hi}] = append(s.bounds[[2]int64{c.Lo, c.Hi}], i)
		s.spans = append(s.spans, span{lo: c.Lo, hi: c.Hi, index: i})
		s.values = append(s.values, numbered{c.Lo, c.Hi, i})
	}
	if n, ok := parseNumber(plain); ok && !c.Range {
		if v, ok := n.int64(); ok && !n.hex {
			s.values = append(s.values, numbered{v, v, i})
		}
		if v, ok := n.bits(); ok && c.Number {
			s.bits[v] = append(s.bits[v], i)
		}
	}
}

// addSpelling makes one spelling of a code known to the lookups that are lenient about form.
func (s *Set) addSpelling(i int32, text string, isRange bool) {
	if n, ok := parseNumber(text); ok && !n.hex {
		if canon := n.canon(); canon != text {
			put(s.value, canon, i)
		}
		s.prefixes = append(s.prefixes, key{numberPrefix + text, i})
		return
	}
	if isRange {
		s.prefixes = append(s.prefixes, key{numberPrefix + text, i})
		return
	}
	folded := squash(text)
	if folded == "" {
		return
	}
	s.prefixes = append(s.prefixes, key{wordPrefix + folded, i})
	put(s.fold, folded, i)
	if h := headOf(text); len(text) <= maxWord {
		s.heads[h] = max(s.heads[h], len(text)+4)
	}
}

func (s *Set) sortSpans() {
	slices.SortFunc(s.spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.index, b.index))
	})
	for i := range s.spans {
		s.spans[i].reach = s.spans[i].hi
		if i > 0 {
			s.spans[i].reach = max(s.spans[i].hi, s.spans[i-1].reach)
		}
	}
}

// Len returns how many codes the set holds.
func (s *Set) Len() int { return len(s.list) }

// At returns the code with index i, which must be in [0, Len).
func (s *Set) At(i int) Code { return s.list[i] }

// Catalogs returns the ids of the catalogues in the order in which their first codes stand.
func (s *Set) Catalogs() []string { return slices.Clone(s.catalogs) }

// Lookup returns the code that a catalogue published under exactly this text.
func (s *Set) Lookup(catalog, text string) (int, bool) {
	for _, i := range s.exact[text] {
		if s.list[i].Catalog == catalog {
			return int(i), true
		}
	}
	return 0, false
}

// Opposite returns the code of the same catalogue that differs from code i only in its sign.
func (s *Set) Opposite(i int) (int, bool) {
	n, ok := parseNumber(Normalize(s.list[i].Text))
	if !ok || n.hex || s.list[i].Range {
		return 0, false
	}
	for _, j := range s.canonical(n.negated()) {
		if s.list[j].Catalog == s.list[i].Catalog {
			return int(j), true
		}
	}
	return 0, false
}

// squash reduces a spelling to what tells codes apart: lower case, no separators inside, no leading zeros. Two numbers
// that a separator kept apart stay apart.
func squash(text string) string {
	b := make([]byte, 0, len(text))
	text = strings.ToLower(text)
	gap := false
	for i := 0; i < len(text); {
		end := i
		switch c := text[i]; {
		case isDigit(c):
			end = digitsEnd(text, i)
			if gap && len(b) > 0 && isDigit(b[len(b)-1]) {
				b = append(b, '.')
			}
			run := trimZeros(text[i:end])
			if run == "" && end < len(text) {
				run = "0"
			}
			b = append(b, run...)
			gap = true
		case isSeparator(c):
			for end < len(text) && isSeparator(text[end]) {
				end++
			}
			if len(b) == 0 || end == len(text) {
				b = append(b, text[i:end]...)
			}
			gap = true
		default:
			end = step(text, i)
			b = append(b, text[i:end]...)
			gap = false
		}
		i = end
	}
	return string(b)
}

func isSeparator(c byte) bool { return c == '-' || c == '_' || c == '.' || c == ' ' }

// headOf returns the run of letters or digits that a code begins with, folded, or its first rune. Texts are compared
// with codes only where such a run begins.
func headOf(text string) string {
	switch c := text[0]; {
	case isDigit(c):
		return trimZeros(text[:min(digitsEnd(text, 0), maxWord)])
	case isLetter(c):
		end := 0
		for end < len(text) && end < maxWord && isLetter(text[end]) {
			end++
		}
		return strings.ToLower(text[:end])
	case c < utf8.RuneSelf:
		return text[:1]
	}
	return text[:step(text, 0)]
}

// put adds i to the list of a key, once.
func put(m map[string][]int32, k string, i int32) {
	if l := m[k]; len(l) == 0 || l[len(l)-1] != i {
		m[k] = append(l, i)
	}
}
