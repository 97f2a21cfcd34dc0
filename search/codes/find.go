package codes

import (
	"cmp"
	"slices"
	"strings"
)

const (
	maxPrefix  = 20     // codes offered for the beginning of one
	maxUnknown = 100    // unknown spellings that are reported
	maxWhole   = 512    // bytes of a text that are looked up as one code
	maxNumbers = 20_000 // different numbers that are looked up with a cue, and as many without
)

// Find returns every code in the text, best first, each once, without the places at which they stand. Text that is nothing
// but one code, whatever characters it is made of, leads to that code.
func (s *Set) Find(text string) Finding {
	return s.find(text, false)
}

// FindPlaces is Find with the Spans of all codes.
func (s *Set) FindPlaces(text string) Finding {
	return s.find(text, true)
}

func (s *Set) find(text string, places bool) Finding {
	t := normalize(text)
	sc := &scanner{set: s, t: t, s: t.s, words: s.words, every: places}
	if !sc.whole() {
		sc.scan()
	}
	return sc.finding()
}

// scanner walks once over a normalised text.
type scanner struct {
	set     *Set
	t       normal
	s       string
	words   *vocabulary
	bare    [2]int // the text where it is one word or number, else empty
	hits    []hit
	best    map[int32]int // hit of a code; this and the other maps are made when something is put in
	every   bool          // place is wanted, not only the last
	places  []hit         // the best hit at each place
	unknown []Unknown
	seen    map[string]bool
	cuts    [][2]int // what is missing in the rest, ascending

	bareNumbers, cuedNumbers map[string]*hit // looked up without a cue and with one, with what was found
}

// hit is a code found at s[from:to], with what it is ordered by.
type hit struct {
	index    int32
	match    Match
	cued     bool
	tier     int
	level    level
	from, to int
}

// The tiers, best first. A cued prefix is no better than any other.
const (
	tierCuedExact = iota
	tierCuedRange
	tierCuedSign
	tierExact
	tierRange
	tierSign
	tierPrefix
)

// whole looks the whole text up as one code and reports whether that ends the search.
func (sc *scanner) whole() bool {
	trimmed := strings.TrimSpace(sc.s)
	if trimmed == "" || len(trimmed) > maxWhole {
		return false
	}
	from := strings.Index(sc.s, trimmed)
	to := from + len(trimmed)
	if strings.IndexFunc(trimmed, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }) < 0 {
		sc.bare = [2]int{from, to}
	}
	if _, ok := parseNumber(trimmed); ok {
		return false
	}
	found, at := sc.set.word(strings.TrimSpace(sc.t.orig))
	if found == nil {
		found, at = sc.set.word(trimmed)
	}
	for _, i := range found {
		sc.add(hit{index: i, match: Exact, tier: tierExact, level: at, from: from, to: to})
	}
	if len(found) > 0 {
		sc.cut(from, to)
		sc.prefix(wordPrefix+squash(trimmed), from, to)
	}
	return len(found) > 0
}

// word returns the codes that a text without a number's form spells, the closest spelling only.
func (s *Set) word(text string) ([]int32, level) {
	if l := s.exact[text]; len(l) > 0 {
		return l, asPublished
	}
	if l := s.spell[text]; len(l) > 0 {
		return l, asSpelled
	}
	if folded := squash(text); folded != "" {
		return s.fold[folded], asValue
	}
	return nil, asValue
}

func (sc *scanner) scan() {
	for i := 0; i < len(sc.s); {
		i = sc.next(i)
	}
}

// next reads what begins at i and returns where to go on.
func (sc *scanner) next(i int) int {
	c := sc.s[i]
	if isSpace(c) {
		return i + 1
	}
	if wordBefore(sc.s, i) {
		return sc.inWord(i)
	}
	if end := maskWhole(sc.s, i, sc.cuedAt); end > i {
		sc.cut(i, end)
		return end
	}
	if end := sc.coded(i); end > i {
		return end
	}
	if c == '-' && i+1 < len(sc.s) && isDigit(sc.s[i+1]) {
		return sc.numberAt(i, i+1)
	}
	if !isAlnum(c) {
		return max(step(sc.s, i), wordAt(sc.s, i))
	}
	if end := maskPart(sc.s, i); end > i {
		sc.cut(i, end)
		return end
	}
	if isDigit(c) {
		return sc.numberAt(i, i)
	}
	return sc.letters(i)
}

// inWord goes on behind a word, where i is not at the beginning of one.
func (sc *scanner) inWord(i int) int {
	return max(wordAt(sc.s, i), step(sc.s, i))
}

func (sc *scanner) cuedAt(i int) bool {
	_, ok := sc.words.cueBefore(sc.s, i)
	return ok
}

func (sc *scanner) add(h hit) {
	sc.place(h)
	at, ok := sc.best[h.index]
	if !ok {
		if sc.best == nil {
			sc.best = map[int32]int{}
		}
		sc.best[h.index] = len(sc.hits)
		sc.hits = append(sc.hits, h)
		return
	}
	if compareHits(h, sc.hits[at]) < 0 {
		sc.hits[at] = h
	}
}

// place keeps the best hit at each place. Places come in the order of the text, and all hits at one of them together.
func (sc *scanner) place(h hit) {
	last := len(sc.places) - 1
	switch {
	case last < 0:
		sc.places = append(sc.places, h)
	case sc.places[last].from == h.from && sc.places[last].to == h.to:
		if compareHits(h, sc.places[last]) < 0 {
			sc.places[last] = h
		}
	case sc.every:
		sc.places = append(sc.places, h)
	default:
		sc.places[last] = h
	}
}

func compareHits(a, b hit) int {
	return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(a.from, b.from), cmp.Compare(a.level, b.level),
		cmp.Compare(a.index, b.index))
}

// cut leaves s[from:to] out of the rest.
func (sc *scanner) cut(from, to int) {
	if last := len(sc.cuts) - 1; last >= 0 && sc.cuts[last][0] <= from && from <= sc.cuts[last][1] {
		sc.cuts[last][1] = max(sc.cuts[last][1], to)
		return
	}
	if len(sc.cuts) == cap(sc.cuts) {
		sc.cuts = slices.Grow(sc.cuts, max(8, len(sc.cuts))) // twice as many: a text may be all cuts
	}
	sc.cuts = append(sc.cuts, [2]int{from, to})
}

func (sc *scanner) miss(cued bool, from, to int, read string) {
	if sc.seen[read] || len(sc.unknown) == maxUnknown {
		return
	}
	if sc.seen == nil {
		sc.seen = map[string]bool{}
	}
	sc.seen[read] = true
	from, to = sc.t.span(from, to)
	sc.unknown = append(sc.unknown, Unknown{Cued: cued, From: from, To: to, Written: sc.t.orig[from:to], Read: read})
}

func (sc *scanner) finding() Finding {
	slices.SortStableFunc(sc.hits, compareHits)
	f := Finding{Unknown: sc.unknown, Rest: sc.rest()}
	for _, h := range sc.hits {
		from, to := sc.t.span(h.from, h.to)
		f.Found = append(f.Found, Found{
			Index: int(h.index), Match: h.match, Cued: h.cued, From: from, To: to,
			Written: sc.t.orig[from:to], Read: sc.s[h.from:h.to],
		})
	}
	if !sc.every {
		return f
	}
	for _, h := range sc.places {
		from, to := sc.t.span(h.from, h.to)
		f.Spans = append(f.Spans, Span{Index: int(h.index), Match: h.match, Cued: h.cued, From: from, To: to})
	}
	return f
}

// rest returns the text without what was cut, one space in place of each.
func (sc *scanner) rest() string {
	slices.SortFunc(sc.cuts, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var b strings.Builder
	at := 0
	for _, c := range sc.cuts {
		if c[0] > at {
			b.WriteString(sc.s[at:c[0]])
		}
		if c[1] > at {
			b.WriteByte(' ')
			at = c[1]
		}
	}
	b.WriteString(sc.s[at:])
	return strings.TrimSpace(b.String())
}
