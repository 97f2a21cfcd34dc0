package codes

// maxSlipped bounds how long two words may be to be compared by their slips.
const maxSlipped = 128

// Slips counts the slips of the pen between two words: letters left out, added, changed, or swapped with the next (the
// restricted Damerau-Levenshtein distance). Beyond limit, and for words of more than 128 letters, it is limit+1.
func Slips[T comparable](a, b []T, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(a) > maxSlipped || len(b) > maxSlipped {
		return limit + 1
	}
	var rows [3][maxSlipped + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, before := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(rows[len(a)%3][len(b)], limit+1)
}
