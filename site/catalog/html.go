package catalog

import "bytes"

// htmlKind is a kind of HTML that the reader takes out of a Markdown document.
type htmlKind int

// The kinds of HTML regions.
const (
	htmlTable htmlKind = iota + 1
	htmlList           // a <dl>
	htmlComment
)

// htmlRegion is a stretch of the document from an opening tag to its closing tag, or a comment. What CommonMark makes of
// it does not matter: blank lines within do not end it.
type htmlRegion struct {
	kind        htmlKind
	start, stop int
	unclosed    bool // the closing tag is missing: it ends where the document goes on, by all looks
	quotes      int  // how many > of blockquotes stand before each of its lines
}

// findHTML finds the tables, definition lists and comments of a document, in order. What stands within one of them belongs
// to it. Nothing is found in code, and none of these is a region:
//
//   - a tag that what it needs does not follow, such as <table> in "the table <table> is full";
//   - a table or list in a row of a pipe table, which is a cell's text.
//
// One that is never closed ends at a blank line before a heading or another table or list, or with the document.
func findHTML(source []byte) []htmlRegion {
	ends := htmlEnds(source)
	if ends == nil {
		return nil
	}
	f := &htmlFinder{source: source, ends: ends, closers: map[int]int{}}
	for f.at < len(source) {
		f.line()
	}
	return f.regions
}

// htmlFinder goes through a document line by line.
type htmlFinder struct {
	source  []byte
	ends    map[int]int // where the tables, lists and comments end that begin here
	at      int
	pipe    bool // a pipe stands in the line before
	blocks  blockState
	closers map[int]int // a run of so many backticks does not stand again before there
	regions []htmlRegion
}

// line reads a line, or what is left of it, and the lines that code spans and regions reach into.
func (f *htmlFinder) line() {
	stop := lineEnd(f.source, f.at)
	text, isText := f.blocks.next(f.source[f.at:stop])
	if !isText {
		f.at = stop
		return
	}
	f.at += text
	f.pipe = false
	for f.at < stop {
		f.inline(stop)
		if f.at > stop && f.source[f.at-1] != '\n' {
			stop, f.pipe = lineEnd(f.source, f.at), false
		}
	}
}

// inline goes past some text, a code span or a region, in a line that ends at stop.
func (f *htmlFinder) inline(stop int) {
	switch f.source[f.at] {
	case '\\':
		f.at = min(f.at+2, max(stop-1, f.at+1))
	case '`':
		f.at = f.pastCode(f.at)
	case '|':
		f.pipe = true
		f.at++
	case '<':
		f.tag()
	default:
		if i := bytes.IndexAny(f.source[f.at:stop], "\\`|<"); i > 0 {
			f.at += i
		} else {
			f.at = stop
		}
	}
}

// tag goes past a region, if one begins here, else past the "<".
func (f *htmlFinder) tag() {
	r, ok := f.region()
	if !ok {
		f.at++
		return
	}
	f.regions = append(f.regions, r)
	f.at = r.stop
}

// region is the region that begins here, if one does.
func (f *htmlFinder) region() (htmlRegion, bool) {
	tag, ok := htmlTagAt(f.source, f.at)
	if !ok || tag.closing {
		return htmlRegion{}, false
	}
	if tag.kind != htmlComment && (f.pipe || !opensHTML(f.source, f.at, tag.kind)) {
		return htmlRegion{}, false
	}
	r := htmlRegion{kind: tag.kind, start: f.at, quotes: f.blocks.quotes}
	r.stop, ok = f.ends[f.at]
	if !ok {
		r.stop, r.unclosed = unclosedEnd(f.source, f.at), true
	}
	return r, true
}

// pastCode is where a code span ends that begins here; where its backticks do not stand a second time in the paragraph
// they are text (CommonMark section 6.1).
func (f *htmlFinder) pastCode(at int) int {
	n := backticks(f.source[at:])
	for i := at + n; i < len(f.source) && i >= f.closers[n]; {
		switch b := f.source[i]; {
		case b == '`':
			run := backticks(f.source[i:])
			if run == n {
				return i + n
			}
			i += run
		case b == '\n' && isBlankLine(f.source[i+1:lineEnd(f.source, i+1)]):
			f.closers[n] = i
			return at + n
		default:
			i++
		}
	}
	f.closers[n] = max(f.closers[n], len(f.source))
	return at + n
}

func backticks(b []byte) int { return len(b) - len(bytes.TrimLeft(b, "`")) }

// isBlankLine tells whether a line has no text, but perhaps the marks of a blockquote.
func isBlankLine(line []byte) bool { return len(bytes.Trim(line, " \t\r\n>")) == 0 }

// lineEnd is where the line after this one begins.
func lineEnd(source []byte, at int) int {
	at = min(at, len(source))
	if i := bytes.IndexByte(source[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(source)
}
