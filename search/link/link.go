// Package link writes a ticket or log again with its codes linked, line by line: what is no code stays as it is, byte for byte.
//
// Which numbers are codes is what package ticket says. Of those, a place is left alone where a link would break what is there
// or be none: within code, an address, a link, a tag or its attributes, by the syntax of the format:
//
//   - [Markdown] (CommonMark 0.31.2 and the tables and addresses of GFM): blocks of code, fenced and indented, code spans, links
//     and images of every kind, definitions, autolinks, bare addresses, HTML tags, entities, what stands in a, code, pre, script
//     and their like, and HTML blocks. A text that is no Markdown is read as Markdown all the same, as whoever shows it will: in a
//     raw log, lines that are indented by four columns behind a blank one are code. Of [a][b] alone the first part is taken for
//     a link's text; in a longer row, as logs have them, nothing is. A construct that is open at the end of a line, such as "see
//     `6017", holds back the lines behind it that have codes, until it is closed, the paragraph ends or 16 lines have come: then
//     it was none, and the codes are linked.
//   - [HTML]: tags, comments, entities, and what stands in elements that hold links, code, or no running text.
//   - [Slack]: what stands in <…>, code between grave accents, entities.
//   - [Text]: addresses. The link stands behind the code, in parentheses.
//
// Links that were made before are read as the text that they show. So a text that is linked once stays as it is when it is
// linked again.
package link

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"errbook/search/codes"
	"errbook/search/ticket"
)

// Format is how a text is written.
type Format string

// The formats.
const (
	Markdown Format = "markdown"
	HTML     Format = "html"
	Slack    Format = "slack" // mrkdwn, as Slack's interfaces take it
	Text     Format = "text"
)

// Formats are all of them.
func Formats() []Format { return []Format{Markdown, HTML, Slack, Text} }

// span is a piece of a line: bytes, from inclusive to exclusive.
type span struct{ from, to int }

// hidden is a piece of a line that is not read as it stands, and what is read instead.
type hidden struct {
	span
	instead string
}

// A guard tells which pieces of a line are left alone, and which are not read as they stand. starts says that the piece begins
// a line. Then it takes the line with its codes and returns the lines that are decided, in order; end returns those that it
// still holds back.
type guard interface {
	read(line string, starts bool) (kept []span, hides []hidden)
	next(*reading) []*reading
	end() []*reading
}

// reading is a line as it was read.
type reading struct {
	line   string
	shown  shown
	places []ticket.Place // in what is shown
	kept   []span         // of the line
	closed []span         // of what is shown: what is left alone too
}

// immediate is a guard whose lines are decided as they come.
type immediate struct{}

func (immediate) next(x *reading) []*reading { return []*reading{x} }
func (immediate) end() []*reading            { return nil }

// Linker links the codes of one text. Make one with New for each text.
type Linker struct {
	reader *ticket.Reader
	format syntax
	guard  guard
	made   *regexp.Regexp // links of its own making
	base   string         // what stands in all of them
	url    func(index int) string
	inLine bool // the piece before did not end its line
}

// New returns a linker at the beginning of a text. Addresses that begin with base are those of the site; url returns the
// address of a code of the set, and is asked whenever it is needed.
func New(set *codes.Set, format Format, base string, url func(index int) string) (*Linker, error) {
	s, ok := syntaxes[format]
	if !ok {
		return nil, fmt.Errorf("unknown format %q: want one of %v", format, Formats())
	}
	base = s.escape(base)
	made := regexp.MustCompile(strings.ReplaceAll(s.made, "BASE", regexp.QuoteMeta(base)))
	return &Linker{reader: ticket.NewCounter(set), format: s, guard: s.guard(), made: made, base: base, url: url}, nil
}

// Line takes the next line, as ticket.LineEnd cuts them, and returns the lines that are decided with it, with their codes linked.
func (l *Linker) Line(line string) string {
	kept, hides := l.guard.read(line, !l.inLine)
	l.inLine = !strings.HasSuffix(line, "\n")
	own, without := l.links(line)
	x := &reading{line: line, shown: show(line, append(hides, without...)), kept: append(kept, own...)}
	x.places = l.reader.Line(x.shown.text)
	return l.write(l.guard.next(x))
}

// End returns the lines that were held back when the text has ended.
func (l *Linker) End() string { return l.write(l.guard.end()) }

func (l *Linker) write(list []*reading) string {
	if len(list) == 1 && len(list[0].places) == 0 {
		return list[0].line
	}
	var b strings.Builder
	for _, x := range list {
		l.writeLine(&b, x)
	}
	return b.String()
}

func (l *Linker) writeLine(b *strings.Builder, x *reading) {
	at, kept, closed := 0, walls(x.kept), walls(x.closed)
	for _, p := range x.places {
		s, ok := x.shown.in(p.From, p.To)
		if !ok || closed.in(span{p.From, p.To}) || kept.in(s) || !l.format.fits(x.line, s) {
			continue
		}
		b.WriteString(x.line[at:s.from])
		b.WriteString(l.format.link(x.line[s.from:s.to], l.format.escape(l.url(p.Index))))
		at = s.to
	}
	b.WriteString(x.line[at:])
}

// Reading returns what was read so far, without Spans.
func (l *Linker) Reading() ticket.Reading { return l.reader.Reading() }

// wall is a list of spans that one asks from left to right.
type wall []span

// walls puts spans in order, with one in the place of those that overlap.
func walls(list []span) (out wall) {
	slices.SortFunc(list, func(a, b span) int { return a.from - b.from })
	for _, s := range list {
		if n := len(out); n > 0 && s.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
		} else if s.from < s.to {
			out = append(out, s)
		}
	}
	return out
}

// in reports whether a span overlaps any. No later one may begin before it.
func (w *wall) in(s span) bool {
	for len(*w) > 0 && (*w)[0].to <= s.from {
		*w = (*w)[1:]
	}
	return len(*w) > 0 && (*w)[0].from < s.to
}

// links returns the texts of links of the linker's own making, and what stands around them. A match has its text as the first
// group, or none where the address stands behind the text: then the end of that is as good.
func (l *Linker) links(line string) (texts []span, around []hidden) {
	if !strings.Contains(line, l.base) {
		return nil, nil
	}
	for _, m := range l.made.FindAllStringSubmatchIndex(line, -1) {
		if len(m) < 4 {
			texts, around = append(texts, span{m[0] - 1, m[0]}), append(around, hidden{span{m[0], m[1]}, ""})
			continue
		}
		texts = append(texts, span{m[2], m[3]})
		around = append(around, hidden{span{m[0], m[2]}, ""}, hidden{span{m[3], m[1]}, ""})
	}
	return texts, around
}
