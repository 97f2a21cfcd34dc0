package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"errbook/search/codes"
)

// folded is a text as terms are made of it, and for each of its characters where it stood in the text.
type folded struct {
	runes []rune
	at    []int // by character: the character of the text that it comes from
}

// fold returns a text in the one spelling in which texts and queries are compared: normalised, in lower case, katakana for
// hiragana, without the long-vowel mark, Simplified for Traditional characters.
func fold(text string) string { return foldNormal(codes.Normalize(text)) }

// foldNormal is fold for a text that is normalised already.
func foldNormal(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	before := rune(0)
	for _, r := range text {
		if r != longVowel || !isKana(before) {
			b.WriteRune(foldRune(r))
		}
		before = r
	}
	return b.String()
}

// foldRunes folds a text character by character; one that is not normalised becomes its compatibility form.
func foldRunes(text []rune) folded {
	f := folded{runes: make([]rune, 0, len(text)), at: make([]int, 0, len(text))}
	for i, r := range text {
		if r == longVowel && i > 0 && isKana(text[i-1]) {
			continue
		}
		if isUsual(r) || norm.NFKC.IsNormalString(string(r)) {
			f.runes, f.at = append(f.runes, foldRune(r)), append(f.at, i)
			continue
		}
		for _, form := range norm.NFKC.String(string(r)) {
			f.runes, f.at = append(f.runes, foldRune(form)), append(f.at, i)
		}
	}
	return f
}

const longVowel = 'ー'

// isUsual tells of most characters, without looking them up, that they are their own compatibility form.
func isUsual(r rune) bool {
	return r < 0x80 || r >= 'ぁ' && r <= 'ゖ' || r >= 'ァ' && r <= 'ヺ' || r >= firstHan && r <= lastHan || r >= '가' && r <= '힣'
}

func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 'ぁ' && r <= 'ゖ':
		return r + 'ァ' - 'ぁ'
	case r >= firstHan && r <= lastHan:
		return simplifiedHan()[r-firstHan]
	}
	return unicode.ToLower(r)
}

func isKana(r rune) bool { return r == longVowel || unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// stem takes the endings off an English word that its other forms do not have: messages, muted and muting are found as
// message and mute. It is rough, and does little to words of other languages; both sides of a comparison have it.
func stem(word string) string {
	if len(word) < 4 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
		return word
	}
	s := word
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		s = s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"):
		s = s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is"):
		s = s[:len(s)-1]
	}
	for _, ending := range []string{"ing", "ed"} {
		if base, ok := strings.CutSuffix(s, ending); ok && len(base) >= 3 && strings.ContainsAny(base, "aeiouy") {
			s = undouble(base)
			break
		}
	}
	if len(s) > 3 {
		s = strings.TrimSuffix(s, "e")
	}
	return s
}

// undouble makes ban of bann, but leaves roll and miss.
func undouble(s string) string {
	n := len(s)
	if n > 3 && s[n-1] == s[n-2] && !strings.ContainsRune("lsz", rune(s[n-1])) {
		return s[:n-1]
	}
	return s
}
