package codes

import (
	"cmp"
	"slices"
	"sort"
)

// maxSpans bounds how many nested ranges answer for one number.
const maxSpans = 20

// stab adds the ranges that hold v, the narrowest first. With twins, only catalogues of 32-bit numbers answer.
func (s *Set) stab(found []int32, v int64, twins bool) []int32 {
	start := len(found)
	end := sort.Search(len(s.spans), func(i int) bool { return s.spans[i].lo > v })
	for i := end - 1; i >= 0 && s.spans[i].reach >= v && len(found)-start < maxSpans; i-- {
		sp := s.spans[i]
		if sp.hi >= v && (!twins || s.list[sp.index].Number) {
			found = append(found, sp.index)
		}
	}
	slices.SortStableFunc(found[start:], func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.width(a), s.width(b)), cmp.Compare(a, b))
	})
	return found
}

func (s *Set) width(i int32) uint64 {
	return uint64(s.list[i].Hi) - uint64(s.list[i].Lo)
}
