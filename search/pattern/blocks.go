package pattern

import "strconv"

// blocks cuts the numbers from lo to hi into runs that differ in their last digits only, which digitKey stands for:
// 120001-130000 has 12000[1-9], 1200[1-9]#, …, 12[1-9]###, 130000.
func blocks(lo, hi int64) (list [][]rune) {
	if lo < 0 {
		// As unsigned numbers, because the lowest int64 has no opposite.
		from, to := uint64(-min(hi, -1)), -uint64(lo)
		for _, b := range unsigned(from, to) {
			list = append(list, append([]rune{'-'}, b...))
		}
		lo = 0
	}
	if hi >= lo {
		list = append(list, unsigned(uint64(lo), uint64(hi))...)
	}
	return list
}

func unsigned(lo, hi uint64) (list [][]rune) {
	for {
		// The largest run that begins at lo, ends by hi, and whose numbers have the same length.
		size, free := uint64(1), 0
		for free < 18 && lo != 0 && lo%(size*10) == 0 && hi-lo >= size*10-1 {
			size, free = size*10, free+1
		}
		digits := []rune(strconv.FormatUint(lo/size, 10))
		for range free {
			digits = append(digits, digitKey)
		}
		list = append(list, digits)
		if hi-lo < size {
			return list
		}
		lo += size
	}
}
