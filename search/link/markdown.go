package link

import "strings"

// markdownGuard follows the blocks of a text, and holds back what is not decided of a paragraph.
type markdownGuard struct {
	blocks  blocks
	held    []*reading // of the paragraph, from the line on which a construct is still open
	sent    int        // how many of them were given back
	starts  bool       // the line is the beginning of one
	leaving bool       // the line that this is the rest of is left alone
}

// maxHeld is how many lines a construct may span.
const maxHeld = 16

// markdownSyntax are the characters that mean something in a paragraph.
const markdownSyntax = "\\`*_[]()<>!&~#|:\n\r"

// read lets entities be read as what they stand for, but for what would be syntax then.
func (g *markdownGuard) read(line string, starts bool) (kept []span, hides []hidden) {
	g.starts = starts
	kept, hides = entities(line)
	for i, h := range hides {
		if strings.ContainsAny(h.instead, markdownSyntax) {
			hides[i].instead = " "
		}
	}
	return kept, hides
}

func (g *markdownGuard) next(x *reading) (out []*reading) {
	var b block
	if g.starts {
		b = g.blocks.next(strings.TrimRight(x.shown.text, "\r\n"))
		g.leaving = b.leave
	}
	if b.fresh || g.leaving {
		out = g.end()
	}
	if g.leaving {
		x.closed = append(x.closed, span{0, len(x.shown.text)})
		return append(out, x)
	}
	x.closed = append(x.closed, span{0, b.marker})
	g.held = append(g.held, x)
	return append(out, g.release(b.solo || len(g.held) > maxHeld)...)
}

func (g *markdownGuard) end() []*reading { return g.release(true) }

// release returns the lines that are decided; at the end of a paragraph all are. Those that are needed no more to tell what the
// next ones are it forgets.
func (g *markdownGuard) release(final bool) (out []*reading) {
	if len(g.held) == 0 {
		return nil
	}
	closed, open := scanInline(g.text(), final)
	keep, from := len(g.held), 0
	var starts []int
	for i, x := range g.held {
		to := from + len(x.shown.text)
		if i == g.sent && (to <= open || !x.hasPlace(open-from)) {
			x.closed = append(x.closed, within(closed, from, to)...)
			out = append(out, x)
			g.sent++
		}
		if open < to || i >= g.sent {
			keep = min(keep, i)
		}
		starts, from = append(starts, from), to
	}
	keep = outside(closed, starts, keep)
	g.held, g.sent = g.held[keep:], g.sent-keep
	return out
}

// outside returns the last of the lines up to one at whose beginning no construct is under way.
func outside(closed []span, starts []int, line int) int {
	closed = walls(closed)
	for i := len(closed) - 1; i >= 0 && line < len(starts); i-- {
		for closed[i].from < starts[line] && starts[line] < closed[i].to {
			line--
		}
	}
	return line
}

// text is what is read of the lines that are held.
func (g *markdownGuard) text() string {
	if len(g.held) == 1 {
		return g.held[0].shown.text
	}
	var b strings.Builder
	for _, x := range g.held {
		b.WriteString(x.shown.text)
	}
	return b.String()
}

// hasPlace reports whether a code ends behind a byte of what is shown.
func (x *reading) hasPlace(at int) bool {
	n := len(x.places)
	return n > 0 && x.places[n-1].To > at
}

// within returns the parts of spans that lie between two bytes, counted from the first.
func within(list []span, from, to int) (out []span) {
	for _, s := range list {
		if s.from < to && s.to > from {
			out = append(out, span{max(s.from, from) - from, min(s.to, to) - from})
		}
	}
	return out
}
