package link

import (
	"cmp"
	"slices"
	"strings"
)

// shown is a line as a reader sees it, and where its parts stand in the line.
type shown struct {
	text  string
	parts []part
}

// part is text[at:at+length], which stands in the line at from.
type part struct{ at, from, length int }

// show puts what is read instead in the places of what is hidden. Of two pieces that overlap the first counts, and of two that
// begin together the longer.
func show(line string, hides []hidden) shown {
	if len(hides) == 0 {
		return shown{line, []part{{0, 0, len(line)}}}
	}
	slices.SortStableFunc(hides, func(a, b hidden) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	var b strings.Builder
	var s shown
	add := func(from, to int) {
		if to > from {
			s.parts = append(s.parts, part{b.Len(), from, to - from})
			b.WriteString(line[from:to])
		}
	}
	at := 0
	for _, h := range hides {
		if h.from < at {
			continue
		}
		add(at, h.from)
		b.WriteString(h.instead)
		at = h.to
	}
	add(at, len(line))
	s.text = b.String()
	return s
}

// in returns where text[from:to] stands in the line, if it stands there in one piece.
func (s shown) in(from, to int) (span, bool) {
	i, found := slices.BinarySearchFunc(s.parts, from, func(p part, from int) int { return cmp.Compare(p.at, from) })
	if !found {
		i--
	}
	if i < 0 || to > s.parts[i].at+s.parts[i].length {
		return span{}, false
	}
	p := s.parts[i]
	return span{p.from + from - p.at, p.from + to - p.at}, true
}
