// Package ticket reads a support ticket or a log: which codes of a site it speaks of, and where.
//
// A search wants every code that may be meant. A ticket is full of numbers that look like codes and are none: ids, ports,
// counts, durations. So [Read] stands on the extraction of the search (package codes), and keeps a place only where
// something says that a code is meant there:
//
//   - a cue ("code", "ret", "エラーコード") beside the number, or at the head of its column in a table drawn with bars or in
//     lines of comma or tab separated values; then the other columns hold no codes;
//   - the code's own spelling: it has letters, stands there with its minus sign, or as the 32 bits of a negative number;
//   - a word that reports beside it: "got 6206", "失败（6206）", "6206が出ます", "禁言是 6206"; a question mark behind it; or
//     brackets around it in a script without spaces: "送信できません（6206）", 「6206」;
//   - nothing else on its line;
//   - a list that begins with a code: "errors 6206, 6208 and 6014";
//   - the same code was read before.
//
// Not kept is what another name stands before (user 6206, "size": 6206, #6206, gw-6206), what another system's own notation
// stands behind (ERROR 1005 (HY000)), a number beside another system's name (words.go lists some; the codes of a catalogue that
// is called after one are kept), a number within a range that nothing tells, and a number of the other sign unless it has a
// cue, no sign of its own, and is no HTTP status. The beginning of a code is never one.
//
// Where several catalogues publish the same text, a place of it is one of each code to which what is written there leads:
// "6017" of all that have 6017, a symbol's name of the one that has the name.
//
// Everything is decided from the line and from what was read before it, never from what comes later. So a text that comes
// in pieces is read as one that is whole: [Reader] takes it line by line. Lines end at a line feed; one of more than
// MaxLine bytes is read in pieces.
//
// The time taken grows in proportion to the text.
//
// The theme's ticket-read.js is this package once more, for the browser. What changes in one changes in both, with a golden case.
package ticket

import (
	"slices"

	"errbook/search/codes"
)

// MaxUnknown is how many numbers that are no code are told.
const MaxUnknown = 100

// Span is a place in the text: bytes, from inclusive to exclusive. Both are on the boundary of a character.
type Span [2]int

// Code is one code that a text speaks of.
type Code struct {
	Index   int         // into the set
	Match   codes.Match // how it was reached where it was surest: codes.Exact, codes.Range or codes.Sign
	Cued    bool        // a cue stands beside it, or at the head of its column
	Written string      // as it stands at the first place
	Count   int         // places
	Spans   []Span      // every place, in the order of the text; nil where the reader only counts. Those of codes with different texts do not overlap
}

// Reading is what a text holds. Codes come in the order of their first places, those that a cue names exactly before the
// rest. Unknown are numbers with a cue that lead to no code, as written, each once.
type Reading struct {
	Codes   []Code
	Unknown []string
}

// Read reads a whole text.
func Read(set *codes.Set, text string) Reading {
	r := NewReader(set)
	for from := 0; from < len(text); {
		n := LineEnd(text[from:])
		r.Line(text[from : from+n])
		from += n
	}
	return r.Reading()
}

// Place is one place of a line at which a code stands.
type Place struct {
	Index    int // of the code, into the set; of several with the same text, the first
	From, To int // bytes of the line
}

// Reader reads a text line by line. The zero value is of no use; make one with NewReader.
type Reader struct {
	set     *codes.Set
	offset  int // of the next line
	known   map[int]int
	codes   []Code
	unknown []string
	seen    map[string]bool
	columns columns
	bare    bare
	at      place
	counts  bool // and keeps no places

	catalogs []string
}

// NewReader returns a reader at the beginning of a text.
func NewReader(set *codes.Set) *Reader {
	return &Reader{set: set, known: map[int]int{}, seen: map[string]bool{}, catalogs: set.Catalogs()}
}

// NewCounter returns a reader that notes how often each code stands in a text, but not where: its memory does not grow with
// the text.
func NewCounter(set *codes.Set) *Reader {
	r := NewReader(set)
	r.counts = true
	return r
}

// Line reads the next line, with its line feed, as LineEnd cuts them, and returns where codes stand in it.
func (r *Reader) Line(line string) (places []Place) {
	defer func() { r.offset += len(line) }()
	row := r.columns.next(r.set, line)
	if r.bare.holds(r.set, line) {
		return nil
	}
	f := r.set.FindPlaces(line)
	r.missing(f.Unknown, line)
	last := 0 // end of the place before, if that was kept
	for _, span := range f.Spans {
		p := r.place(line, span, row)
		p.follows = last
		if !r.keep(p) {
			last = 0
			continue
		}
		last = p.to
		r.add(p)
		places = append(places, Place{p.index, p.from, p.to})
	}
	return places
}

// add notes a place that is kept, for the code there and then, in the order of the set, for those of other catalogues with
// the same text to which what is written there leads too.
func (r *Reader) add(p *place) {
	r.addTo(p.index, p)
	for _, i := range r.namesakes(p) {
		r.addTo(i, p)
	}
}

func (r *Reader) addTo(index int, p *place) {
	at, ok := r.known[index]
	if !ok {
		at = len(r.codes)
		r.known[index] = at
		r.codes = append(r.codes, Code{Index: index, Match: p.match, Cued: p.cued, Written: p.written})
	}
	c := &r.codes[at]
	c.Count++
	if !r.counts {
		c.Spans = append(c.Spans, Span{r.offset + p.from, r.offset + p.to})
	}
	if p.cued && !c.Cued || p.cued == c.Cued && p.match == codes.Exact {
		c.Match, c.Cued = p.match, p.cued
	}
}

func (r *Reader) namesakes(p *place) (list []int) {
	if len(r.catalogs) < 2 {
		return nil
	}
	for _, catalog := range r.catalogs {
		i, ok := r.set.Lookup(catalog, p.code.Text)
		if ok && i != p.index && r.matchOf(i, p.written) != codes.Prefix {
			list = append(list, i)
		}
	}
	return list
}

// Reading returns what was read so far.
func (r *Reader) Reading() Reading {
	sure := func(c Code) int {
		if c.Cued && c.Match == codes.Exact {
			return 0
		}
		return 1
	}
	list := slices.Clone(r.codes)
	slices.SortStableFunc(list, func(a, b Code) int { return sure(a) - sure(b) })
	return Reading{Codes: list, Unknown: slices.Clone(r.unknown)}
}

// missing notes the numbers with a cue that are no code. Zero is what calls return that succeed.
func (r *Reader) missing(list []codes.Unknown, line string) {
	for _, u := range list {
		if u.Cued && !isZero(u.Read) && !foreign(line, u.To) {
			r.miss(u.Written)
		}
	}
}

func (r *Reader) miss(written string) {
	if r.seen[written] || len(r.unknown) == MaxUnknown {
		return
	}
	r.seen[written] = true
	r.unknown = append(r.unknown, written)
}
