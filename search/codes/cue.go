package codes

import (
	"strings"
	"unicode/utf8"
)

const (
	maxGap  = 16 // bytes between a cue and its code
	maxName = 64 // bytes of an identifier that are looked at
)

// cueBefore looks for a cue that ends just before i and returns where it begins.
func (v *vocabulary) cueBefore(s string, i int) (int, bool) {
	start, found := i, false
	for range 4 {
		j := skipBack(s, start, " \t:=#\"'`([{<>|*-", maxGap)
		at, cue, link := v.wordBack(s, j)
		if cue {
			start, found = at, true
			continue
		}
		if found || !link {
			break
		}
		start = at
	}
	return start, found
}

// wordBack looks at the word that ends at j: where it begins, whether it is a cue, and whether it may link a cue to
// its code.
func (v *vocabulary) wordBack(s string, j int) (start int, cue, link bool) {
	if j == 0 {
		return j, false, false
	}
	if c := s[j-1]; c == '.' && j > 1 && isLetter(s[j-2]) {
		j-- // "no."
	} else if c >= utf8.RuneSelf {
		return v.denseBack(s, j)
	}
	start = nameStart(s, j)
	name := s[start:j]
	if digitsEnd(name, 0) == len(name) {
		return start, false, false
	}
	last, before := lastPart(name)
	if v.cues[last] {
		return start, !v.notCodes[before], false
	}
	return start, false, v.links[strings.ToLower(name)]
}

func (v *vocabulary) denseBack(s string, j int) (start int, cue, link bool) {
	for _, w := range v.dense {
		if strings.HasSuffix(s[:j], w) {
			return j - len(w), true, false
		}
	}
	r, n := utf8.DecodeLastRuneInString(s[:j])
	return j - n, false, strings.ContainsRune("はがをの為为是이가는은을를「『【《〈“”‘’", r)
}

// cueAfter looks for a cue that follows the code ending at i and returns where it ends.
func (v *vocabulary) cueAfter(s string, i int) (int, bool) {
	for n := 0; n < 2 && i < len(s) && strings.IndexByte(" \")]>", s[i]) >= 0; n++ {
		i++
	}
	if i == len(s) || s[i] < utf8.RuneSelf && s[i]|0x20 != 'e' {
		return i, false
	}
	for _, w := range v.after {
		if strings.HasPrefix(s[i:], w) {
			return i + len(w), true
		}
	}
	end := wordAt(s, i)
	if end-i > 6 || !strings.HasPrefix(strings.ToLower(s[i:end]), "err") || !v.cues[strings.ToLower(s[i:end])] {
		return i, false
	}
	next := end
	for next < len(s) && next < end+3 && s[next] == ' ' {
		next++
	}
	return end, next == len(s) || strings.IndexByte(":=-(0123456789", s[next]) < 0
}

// namesOther reports whether the identifier before i says that the number at i is no code: userId=10003, line 302.
func (v *vocabulary) namesOther(s string, i int) bool {
	j := skipBack(s, i, " \t:=#\"'-", maxGap)
	if j == 0 || !isAlnum(s[j-1]) && s[j-1] != '_' {
		return false
	}
	name := s[nameStart(s, j):j]
	if digitsEnd(name, 0) == len(name) {
		return false
	}
	last, _ := lastPart(name)
	if strings.ContainsAny(s[j:i], ":=") {
		return v.others[last]
	}
	return j < i && v.beside[strings.ToLower(name)]
}

// nameStart returns where the identifier that ends at j begins, looking back at most maxName bytes.
func nameStart(s string, j int) int {
	low := max(0, j-maxName)
	for j > low && (isAlnum(s[j-1]) || s[j-1] == '_') {
		j--
	}
	return j
}

// lastPart splits an identifier at its last underscore or capital and returns that part and the one before, folded.
func lastPart(name string) (last, before string) {
	name = strings.TrimRight(name, "_")
	at := partStart(name)
	last = strings.ToLower(name[at:])
	rest := strings.TrimRight(name[:at], "_")
	return last, strings.ToLower(rest[partStart(rest):])
}

func partStart(name string) int {
	i := len(name)
	for i > 0 && (name[i-1] >= 'a' && name[i-1] <= 'z' || isDigit(name[i-1])) {
		i--
	}
	if i == len(name) {
		for i > 0 && name[i-1] >= 'A' && name[i-1] <= 'Z' {
			i--
		}
		return i
	}
	if i > 0 && name[i-1] >= 'A' && name[i-1] <= 'Z' {
		i--
	}
	return i
}

// skipBack moves i back over at most n bytes of the given ASCII characters.
func skipBack(s string, i int, chars string, n int) int {
	low := max(0, i-n)
	for i > low && strings.IndexByte(chars, s[i-1]) >= 0 {
		i--
	}
	return i
}
