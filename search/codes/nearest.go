package codes

import (
	"cmp"
	"slices"
	"strings"
)

// near is a candidate for a misspelt code; less is nearer.
type near struct {
	index int32
	rank  uint64
}

// Nearest returns up to n codes that look like what was written, the most alike first: for a number those close in
// value or one keystroke away, for anything else those with a few letters' difference or the same beginning. It returns
// nothing rather than codes that do not look alike.
func (s *Set) Nearest(written string, n int) []int {
	text := strings.TrimSpace(Normalize(written))
	if n <= 0 || text == "" || len(text) > maxWord {
		return nil
	}
	var list []near
	if num, ok := parseNumber(strings.ReplaceAll(text, ",", "")); ok && !num.hex {
		list = s.nearNumber(num)
	} else {
		list = s.nearWord(squash(text))
	}
	slices.SortFunc(list, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.index, b.index))
	})
	var found []int
	for _, c := range list {
		if len(found) < n && !slices.Contains(found, int(c.index)) {
			found = append(found, int(c.index))
		}
	}
	return found
}

// nearNumber ranks by distance; one keystroke away counts as a distance of at most ten.
func (s *Set) nearNumber(n number) []near {
	v, ok := n.int64()
	if !ok {
		return nil
	}
	reach := max(100, distance(v, 0)/10)
	text := n.canon()
	var list []near
	for _, c := range s.values {
		d := distance(v, c.lo)
		if c.hi != c.lo {
			d = min(d, distance(v, c.hi))
			if v >= c.lo && v <= c.hi {
				d = 0
			}
		}
		if d > 10 && c.lo == c.hi && typos(text, s.list[c.index].Text, 1) <= 1 {
			d = 10
		}
		if d <= reach {
			list = append(list, near{c.index, d})
		}
	}
	return list
}

// nearWord ranks by keystrokes, then by the length of the common beginning.
func (s *Set) nearWord(text string) []near {
	limit := min(2, len(text)/3+1)
	var list []near
	for _, c := range s.prefixes {
		c.text = c.text[1:]
		if d := typos(text, c.text, limit); d <= limit {
			list = append(list, near{c.index, uint64(d)})
			continue
		}
		if common := commonPrefix(text, c.text); common >= 3 && 2*common >= len(text) {
			list = append(list, near{c.index, uint64(10 + maxWord - common)})
		}
	}
	return list
}

func distance(a, b int64) uint64 {
	if a < b {
		a, b = b, a
	}
	return uint64(a) - uint64(b)
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// typos returns how many keystrokes (a byte more, less or other, or two swapped) lie between a and b, or limit+1 when
// there are more than limit.
func typos(a, b string, limit int) int {
	if len(a) > maxWord || len(b) > maxWord {
		return limit + 1
	}
	return Slips([]byte(a), []byte(b), limit)
}
