package codes

// Key returns what a spelling is filed under in a table of codes that is too large to be read whole: of an integer its
// digits without sign and leading zeros, of all else its letters and digits without separators, in lower case. Spellings
// that lead to the same code by their form have the same key, as do numbers that differ only in sign.
func Key(spelling string) string {
	text := Normalize(spelling)
	if n, ok := parseNumber(text); ok && !n.hex {
		n.minus = false
		return n.canon()
	}
	return squash(text)
}

// Head returns the letters or digits that a spelling begins with, as they are compared; "" for an integer and for none.
func Head(spelling string) string {
	text := Normalize(spelling)
	if n, ok := parseNumber(text); ok && !n.hex || text == "" {
		return ""
	}
	return headOf(text)
}
