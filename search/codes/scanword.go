package codes

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// maxParts bounds how many runs of letters, digits and signs one code with letters is put together from in a text.
const maxParts = 12

// coded looks for a code with letters or signs in it that begins at i, the longest first. It returns where to go on, or
// 0 where there is none.
func (sc *scanner) coded(i int) int {
	longest, ok := sc.set.heads[headOf(sc.s[i:min(len(sc.s), i+maxWord)])]
	if !ok {
		return 0
	}
	ends := sc.ends(i, longest)
	for k := len(ends) - 1; k >= 0; k-- {
		end := ends[k]
		text := sc.s[i:end]
		if _, ok := parseNumber(text); ok {
			continue
		}
		found, at := sc.set.word(text)
		if len(found) == 0 || !isAlnum(text[0]) && at > asSpelled {
			continue
		}
		t := sc.around(token{from: i, to: end})
		sc.cut(t.cut[0], t.cut[1])
		sc.addAll(found, t, Exact, tierExact, at)
		return end
	}
	return 0
}

// ends returns where a code that begins at i may end: wherever the kind of character changes, up to n bytes on.
func (sc *scanner) ends(i, n int) []int {
	limit := min(len(sc.s), i+n)
	var ends []int
	for at := i; at < limit && len(ends) < maxParts; {
		end := wordAt(sc.s[:limit], at)
		if end == at {
			end = step(sc.s, at)
		}
		at = end
		if at > limit || isSpace(sc.s[at-1]) || wordBefore(sc.s, at) && wordAt(sc.s, at) > at {
			continue
		}
		if at+1 < len(sc.s) && sc.s[at] == '.' && isDigit(sc.s[at-1]) && isDigit(sc.s[at+1]) {
			continue
		}
		ends = append(ends, at)
	}
	return ends
}

// letters reads the word that begins at i with a letter and returns where to go on. A number glued to a cue
// (errcode6017, ERR_302) is read as one; a word shaped like a code of the set is reported as unknown.
func (sc *scanner) letters(i int) int {
	end := wordAt(sc.s, i)
	at := end
	for at > i && end-at < maxDigits && isDigit(sc.s[at-1]) {
		at--
	}
	name := strings.TrimRight(sc.s[i:at], "_")
	if at < end && len(name) <= maxName {
		last, before := lastPart(name)
		glued := sc.words.cues[last] && !sc.words.notCodes[before]
		if glued || strings.EqualFold(name, "e") && end-at > 1 {
			if to := sc.glued(i, at, end); to > end {
				return to
			}
			return end
		}
	}
	return sc.shaped(i, end)
}

// glued resolves the digits s[at:end] of a word that begins at i with a cue.
func (sc *scanner) glued(i, at, end int) int {
	n, ok := parseNumber(sc.s[at:end])
	if !ok {
		return end
	}
	sc.resolve(token{number: n, from: at, to: end, cut: [2]int{i, end}, cued: true})
	return end
}

// shaped reports a word that begins like codes of the set and goes on with digits, such as ORA-99999, as unknown, or as
// a prefix where it is the whole text.
func (sc *scanner) shaped(i, end int) int {
	if _, ok := sc.set.heads[headOf(sc.s[i:min(len(sc.s), i+maxWord)])]; !ok && sc.bare[0] != i {
		return end
	}
	to := end
	for to+1 < len(sc.s) && to-i < maxWord && strings.IndexByte("-_:.", sc.s[to]) >= 0 && isAlnum(sc.s[to+1]) {
		to = wordAt(sc.s, to+1)
	}
	text := sc.s[i:to]
	digits := strings.IndexFunc(text, func(r rune) bool { return r < utf8.RuneSelf && isDigit(byte(r)) }) >= 0
	if to-i > maxWord {
		return end
	}
	if sc.isBare(i, to) && to-i > 1 && sc.prefix(wordPrefix+squashPrefix(text), i, to) {
		sc.cut(i, to)
		return to
	}
	if _, known := sc.set.heads[headOf(text)]; !digits || !known {
		return end
	}
	t := sc.around(token{from: i, to: to})
	sc.cut(t.cut[0], t.cut[1])
	sc.miss(t.cued, i, to, text)
	return to
}

// prefix adds the codes that begin so and are not found yet, in natural order, and reports whether there are any.
func (sc *scanner) prefix(text string, from, to int) bool {
	if len(text) < 2 || text == numberPrefix+"-" {
		return false
	}
	list := sc.set.prefixes
	at := sort.Search(len(list), func(i int) bool { return list[i].text >= text })
	added := false
	for n := 0; at < len(list) && n < maxPrefix && strings.HasPrefix(list[at].text, text); at++ {
		if _, ok := sc.best[list[at].index]; ok {
			continue
		}
		sc.add(hit{index: list[at].index, match: Prefix, tier: tierPrefix, from: from, to: to})
		added = true
		n++
	}
	return added
}

// squashPrefix squashes the beginning of a code: zeros at its end may still lead a number.
func squashPrefix(text string) string {
	return squash(strings.TrimRight(text, "0-_. "))
}
