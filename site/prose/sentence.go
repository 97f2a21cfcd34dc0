package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FirstSentence returns the first sentence of a plain text, on one line, with its closing mark. A sentence ends at 。！？ or
// their half-width forms, and at . ! ? before a space or the end; not inside brackets or quotes, and not after an
// abbreviation such as "e.g.". A text without an end is one sentence.
func FirstSentence(plain string) string {
	line := Line(strings.SplitN(plain, "\n\n", 2)[0])
	depth := 0
	for i, r := range line {
		switch {
		case strings.ContainsRune("（「『【(“[［〈《", r):
			depth++
		case strings.ContainsRune("）」』】)”]］〉》", r):
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune("。！？｡", r):
			return line[:i+utf8.RuneLen(r)]
		case depth == 0 && strings.ContainsRune(".!?", r) && endsHere(line, i):
			return line[:i+1]
		}
	}
	return line
}

// endsHere tells whether the ASCII mark at line[i] closes a sentence.
func endsHere(line string, i int) bool {
	rest := line[i+1:]
	if rest == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(next) && !isWide(next) {
		return false
	}
	return line[i] != '.' || !isAbbreviation(line[:i])
}

// isAbbreviation tells whether the word before a full stop is one that does not end a sentence: "e.g", "i.e", "etc", "vs",
// "No", or a single letter.
func isAbbreviation(before string) bool {
	word := before[strings.LastIndexAny(before, " (（")+1:]
	switch strings.ToLower(word) {
	case "e.g", "i.e", "vs", "no", "cf", "approx", "resp":
		return true
	}
	return utf8.RuneCountInString(word) == 1 && !unicode.IsDigit([]rune(word)[0])
}

// isWide tells whether a character is of a script written without spaces between words, or its punctuation.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// Joined joins the lines of a paragraph to one: with a space between them, or without one where both sides are written
// without spaces between words.
func Joined(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			before, _ := utf8.DecodeLastRuneInString(lines[i-1])
			after, _ := utf8.DecodeRuneInString(l)
			if !isWide(before) || !isWide(after) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l)
	}
	return b.String()
}
