// Package link writes a ticket or log again with its codes linked, line by line: what is no code stays as it is, byte for byte.
//
// Which numbers are codes is what package ticket says. Of those, a place is left alone where a link would break what is there
// or be none: within code, an address, a link, a tag or its attributes, by the syntax of the format:
//
//   - [Markdown] (CommonMark 0.31.2 and the tables and addresses of GFM): fenced code blocks, code spans, links and images of
//     every kind, definitions, autolinks, bare addresses, HTML tags, entities, and what stands in a, code, pre, script and style
//     elements. A code span or link that goes on over the end of a line is not seen, and an indented line is text: in a log
//     it is one.
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
// a line.
type guard interface {
	read(line string, starts bool) (kept []span, hides []hidden)
}

// Linker links the codes of one text. Make one with New for each text.
type Linker struct {
	reader *ticket.Reader
	format syntax
	guard  guard
	made   *regexp.Regexp // links of its own making
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
	made := regexp.MustCompile(strings.ReplaceAll(s.made, "BASE", regexp.QuoteMeta(s.escape(base))))
	return &Linker{reader: ticket.NewCounter(set), format: s, guard: s.guard(), made: made, url: url}, nil
}

// Line returns the next line, as ticket.LineEnd cuts them, with its codes linked.
func (l *Linker) Line(line string) string {
	kept, hides := l.guard.read(line, !l.inLine)
	l.inLine = !strings.HasSuffix(line, "\n")
	own, without := l.links(line)
	kept = append(kept, own...)
	shown := show(line, append(hides, without...))
	var b strings.Builder
	at := 0
	for _, p := range l.reader.Line(shown.text) {
		s, ok := shown.in(p.From, p.To)
		if !ok || overlaps(kept, s) || !l.format.fits(line, s) {
			continue
		}
		b.WriteString(line[at:s.from])
		b.WriteString(l.format.link(line[s.from:s.to], l.format.escape(l.url(p.Index))))
		at = s.to
	}
	if at == 0 {
		return line
	}
	return b.String() + line[at:]
}

// Reading returns what was read so far, without Spans.
func (l *Linker) Reading() ticket.Reading { return l.reader.Reading() }

func overlaps(list []span, s span) bool {
	return slices.ContainsFunc(list, func(o span) bool { return s.from < o.to && o.from < s.to })
}

// links returns the texts of links of the linker's own making, and what stands around them. A match has its text as the first
// group, or none where the address stands behind the text: then the end of that is as good.
func (l *Linker) links(line string) (texts []span, around []hidden) {
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
