// Package codes finds error codes in any text: a ticket, a log, a search box, a URL.
//
// A [Set] is made once from the codes a site has published and is then immutable, so any number of goroutines may use
// it. Codes are opaque strings; nothing but the set itself decides what is a code, and the text is read so that every
// usual spelling of one leads to it:
//
//   - compatibility forms and dashes are folded (６０１７ is 6017, −302 is -302) and invisible characters dropped;
//   - web addresses, file names, dates, times, network addresses, versions, telephone numbers and long identifiers are
//     masked, as is a number that stands under another name (userId=10003, line 302);
//   - thousands separators, leading zeros, a missing separator (ORA00942) and letter case do not matter, but a code that
//     is spelled exactly so always wins;
//   - a number inside a published range leads to the range, and where a catalogue says that its codes are 32-bit numbers
//     the hexadecimal and two's complement forms lead to the code;
//   - a dash glued to a letter or digit is a separator (SDK-302), any other dash before a digit is a sign (code=-302).
//
// What was found is ordered by confidence: a code next to a word such as "code", "ret" or "エラーコード" (a cue) before
// a bare one, and within that an exact spelling before a range before the code of the opposite sign.
//
// The time taken grows in proportion to the text, whatever stands in it.
package codes

// Code is one code of the site, as the set knows it.
type Code struct {
	Catalog string   // id of the catalogue it belongs to
	Text    string   // as published: "6017", "-302", "0x80070005", "ORA-00942"; a range as "120001-130000"
	Range   bool     // stands for every number from Lo to Hi
	Lo, Hi  int64    // bounds, inclusive, when Range
	Number  bool     // is a 32-bit number: hexadecimal and two's complement forms answer too
	Aliases []string // other spellings that answer, such as symbol names
}

// Match says how a code was reached.
type Match string

// The matches, best first. Text never comes from this package; it marks hits that a text search adds.
const (
	Exact  Match = "exact"  // the code itself, in any spelling
	Range  Match = "range"  // a number inside a published range
	Sign   Match = "sign"   // the code that differs only in its sign
	Prefix Match = "prefix" // a code that begins as written
	Text   Match = "text"   // a code whose text answers
)

// Found is one code found in a text.
type Found struct {
	Index    int    // into the set
	Match    Match  // how the code was reached
	Cued     bool   // a word next to it says that it is a code
	From, To int    // bytes of the original text
	Written  string // as it stands there: text[From:To]
	Read     string // as it was read: "6017" for "６０１７"
}

// Unknown is a number, or a word shaped like a code of the set, that leads to no code.
type Unknown struct {
	Cued     bool
	From, To int
	Written  string
	Read     string
}

// Span is one place of the original text at which a code stands.
type Span struct {
	Index    int   // of the best code there, into the set
	Match    Match // how that was reached
	Cued     bool  // a cue stands beside it
	From, To int   // bytes of the original text
}

// Finding is what a text holds.
type Finding struct {
	Found   []Found   // best first, each code once
	Unknown []Unknown // in the order of the text, each spelling once
	Spans   []Span    // every place at which a code stands, in the order of the text; of FindPlaces only
	Rest    string    // the normalised text without codes, their cues and everything masked
}
