package codes

import "strings"

// Resolve returns the codes that one code, typed or taken from a URL, stands for: those published under exactly this
// text, else the ranges that hold it, else those of which it is another spelling, else the code of the opposite sign.
// It never guesses from a beginning. One code in several catalogues is several results, in the order of the set.
func (s *Set) Resolve(written string) []Found {
	text := strings.TrimSpace(written)
	if text == "" {
		return nil
	}
	if l := s.exact[text]; len(l) > 0 {
		return s.found(l, Exact, written, text)
	}
	text = strings.TrimSpace(Normalize(text))
	if n, ok := parseNumber(text); ok {
		return s.resolveNumber(n, written)
	}
	if l := s.resolveRange(text); len(l) > 0 {
		return s.found(l, Exact, written, text)
	}
	found, _ := s.word(text)
	if len(found) == 0 {
		if n, ok := parseNumber(strings.ReplaceAll(text, ",", "")); ok {
			return s.resolveNumber(n, written)
		}
	}
	return s.found(found, Exact, written, text)
}

func (s *Set) resolveNumber(n number, written string) []Found {
	found, at := s.number(n)
	if len(found) > 0 && at <= asSpelled {
		return s.found(found, Exact, written, n.text)
	}
	if l := s.within(n); len(l) > 0 {
		return s.found(l, Range, written, n.text)
	}
	if len(found) == 0 && !n.hex {
		return s.found(s.canonical(n.negated()), Sign, written, n.text)
	}
	return s.found(found, Exact, written, n.text)
}

// resolveRange reads a range as it may be typed: "120001 - 130000", "120001~130000".
func (s *Set) resolveRange(text string) []int32 {
	sc := &scanner{set: s, t: normal{orig: text, s: text}, s: text, words: s.words, best: map[int32]int{}}
	from := strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' })
	if from < 0 || from > 1 || from == 1 && text[0] != '-' {
		return nil
	}
	end := digitsEnd(text, from)
	n, ok := parseNumber(text[:end])
	if !ok || sc.rangeAt(token{number: n, to: end}) != len(text) {
		return nil
	}
	var found []int32
	for _, h := range sc.hits {
		found = append(found, h.index)
	}
	return found
}

func (s *Set) found(list []int32, m Match, written, read string) []Found {
	var found []Found
	for _, i := range list {
		found = append(found, Found{Index: int(i), Match: m, To: len(written), Written: written, Read: read})
	}
	return found
}
