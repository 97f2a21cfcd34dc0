package codes

import (
	"strings"
	"unicode/utf8"
)

// token is a number as it stands in the text, with what stands around it.
type token struct {
	number
	from, to int // with its sign
	cut      [2]int
	cued     bool
}

// numberAt reads the number whose digits begin at i; from is where its sign stands, or i. It returns where to go on.
func (sc *scanner) numberAt(from, i int) int {
	end := digitsEnd(sc.s, i)
	n := number{minus: from < i}
	if hex, ok := cutHex(sc.s[i:min(len(sc.s), i+3)]); ok && len(hex) == 1 {
		end = hexEnd(sc.s, i+2)
		n.hex = true
	}
	if end-i > maxDigits || wordAt(sc.s, end) > end || sc.isQuantity(from, end) {
		end = max(end, wordAt(sc.s, end))
		sc.cut(from, end)
		return end
	}
	n.text = sc.s[from:end]
	n.digits = strings.TrimPrefix(n.text, "-")
	if n.hex {
		n.digits = sc.s[i+2 : end]
	}
	t := sc.around(token{number: n, from: from, to: end})
	if to := sc.rangeAt(t); to > end {
		return to
	}
	if to := sc.grouped(t, i); to > end {
		return to
	}
	if !t.cued && (sc.words.namesOther(sc.s, from) || sc.isCounted(end) || sc.isStamp(t)) {
		sc.cut(from, end)
		return end
	}
	sc.once(t)
	return end
}

// once looks a number up, with a cue or without. A second time it leads to nothing new but a place. Of very many different
// ones those at the end are passed over, which bounds the work on a text that is all numbers.
func (sc *scanner) once(t token) {
	seen := &sc.bareNumbers
	if t.cued {
		seen = &sc.cuedNumbers
	}
	before, known := (*seen)[t.text]
	if !known && len(*seen) < maxNumbers {
		sc.resolve(t)
		if *seen == nil {
			*seen = map[string]*hit{}
		}
		(*seen)[t.text] = sc.placeAt(t.from, t.to)
		return
	}
	if before != nil {
		again := *before
		again.from, again.to = t.from, t.to
		sc.place(again)
	}
	sc.cut(t.cut[0], t.cut[1])
}

// placeAt is the best hit at the last place, if that is it; else nil.
func (sc *scanner) placeAt(from, to int) *hit {
	if last := len(sc.places) - 1; last >= 0 && sc.places[last].from == from && sc.places[last].to == to {
		h := sc.places[last]
		return &h
	}
	return nil
}

// around looks for a cue before and behind a number.
func (sc *scanner) around(t token) token {
	t.cut = [2]int{t.from, t.to}
	if start, ok := sc.words.cueBefore(sc.s, t.from); ok {
		t.cued, t.cut[0] = true, start
	}
	if end, ok := sc.words.cueAfter(sc.s, t.to); ok {
		t.cued, t.cut[1] = true, end
	}
	return t
}

// resolve adds what a number leads to.
func (sc *scanner) resolve(t token) {
	sc.cut(t.cut[0], t.cut[1])
	found, at := sc.set.number(t.number)
	sc.addAll(found, t, Exact, tierExact, at)
	ranges := sc.set.within(t.number)
	sc.addAll(ranges, t, Range, tierRange, asPublished)
	known := len(found)+len(ranges) > 0
	sure := known || t.cued || sc.bare[1] > sc.bare[0] // a number in running text is not meant with another sign
	if !t.hex && t.canon() != "0" && sure {
		twins := sc.set.canonical(t.negated())
		quiet := t
		quiet.cued = t.cued && !known
		sc.addAll(twins, quiet, Sign, tierSign, asValue)
		known = known || len(twins) > 0
	}
	if (sc.isBare(t.from, t.to) || t.cued && !known) && sc.prefix(numberPrefix+t.text, t.from, t.to) {
		known = true
	}
	if !known {
		sc.miss(t.cued, t.from, t.to, t.text)
	}
}

func (sc *scanner) addAll(list []int32, t token, m Match, tier int, at level) {
	if t.cued {
		tier -= tierExact
	}
	for _, i := range list {
		sc.add(hit{index: i, match: m, cued: t.cued, tier: tier, level: at, from: t.from, to: t.to})
	}
}

// rangeAt reads "120001 - 130000" and "120001 to 130000" where the set has that very range, and returns its end, or 0.
func (sc *scanner) rangeAt(t token) int {
	if len(sc.set.bounds) == 0 || t.hex {
		return 0
	}
	i := skipSpaces(sc.s, t.to)
	if i == len(sc.s) || sc.s[i] < utf8.RuneSelf && strings.IndexByte("-~.t", sc.s[i]) < 0 {
		return 0
	}
	lo, okLo := t.int64()
	if !okLo || !sc.set.starts[lo] {
		return 0
	}
	for _, dash := range [...]string{"-", "~", "〜", "..", "…", "到", "至", "から", "to"} {
		rest, ok := strings.CutPrefix(sc.s[i:], dash)
		if !ok {
			continue
		}
		at := skipSpaces(sc.s, len(sc.s)-len(rest))
		end := at
		if end < len(sc.s) && sc.s[end] == '-' {
			end++
		}
		end = digitsEnd(sc.s, end)
		hi, ok := parseNumber(sc.s[at:end])
		top, okHi := hi.int64()
		if list := sc.set.bounds[[2]int64{lo, top}]; ok && okHi && len(list) > 0 && wordAt(sc.s, end) == end {
			t.to = end
			t = sc.around(t)
			sc.cut(t.cut[0], t.cut[1])
			sc.addAll(list, t, Exact, tierExact, asPublished)
			return end
		}
	}
	return 0
}

// grouped reads 120,001 where the set knows 120001, and returns its end, or 0.
func (sc *scanner) grouped(t token, i int) int {
	if t.hex || t.to-i > 3 || sc.s[i] == '0' {
		return 0
	}
	end := t.to
	for end+4 <= len(sc.s) && end-i < maxDigits && sc.s[end] == ',' && digitsEnd(sc.s[:min(len(sc.s), end+5)], end+1) == end+4 {
		end += 4
	}
	if end == t.to || wordAt(sc.s, end) > end {
		return 0
	}
	t.to = end
	t.text = strings.ReplaceAll(sc.s[t.from:end], ",", "")
	t.digits = strings.TrimPrefix(t.text, "-")
	found, _ := sc.set.number(t.number)
	if len(found) == 0 && len(sc.set.within(t.number)) == 0 {
		return 0
	}
	sc.resolve(sc.around(t))
	return end
}

// isQuantity reports whether signs around a number say that it is an amount: 50%, $20, @6017.
func (sc *scanner) isQuantity(from, end int) bool {
	if end < len(sc.s) && (sc.s[end] == '%' || strings.HasPrefix(sc.s[end:], "°")) {
		return true
	}
	if from == 0 || sc.s[from-1] < utf8.RuneSelf && sc.s[from-1] != '$' && sc.s[from-1] != '@' {
		return false
	}
	before := sc.s[max(0, from-3):from]
	for _, sign := range [...]string{"$", "¥", "€", "£", "₩", "@"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	return false
}

// isCounted reports whether a unit follows: 30 MB, 5回, 3月.
func (sc *scanner) isCounted(end int) bool {
	i := skipSpaces(sc.s, end)
	if i == len(sc.s) || sc.s[i] < utf8.RuneSelf && !isLetter(sc.s[i]) && sc.s[i] != '%' {
		return false
	}
	for _, list := range [...][]string{sc.words.dates, sc.words.counters} {
		for _, unit := range list {
			if strings.HasPrefix(sc.s[i:], unit) {
				return true
			}
		}
	}
	to := wordAt(sc.s[:min(len(sc.s), i+12)], i)
	return i > end && sc.words.units[strings.ToLower(sc.s[i:to])]
}

// isStamp reports whether an unpublished number is too long for a code, or is a date such as 20240102.
func (sc *scanner) isStamp(t token) bool {
	if sc.isBare(t.from, t.to) || t.hex || len(t.digits) < 8 {
		return false
	}
	if found, _ := sc.set.number(t.number); len(found) > 0 {
		return false
	}
	if len(t.digits) >= 9 {
		return true
	}
	return (t.digits[:2] == "19" || t.digits[:2] == "20") && t.digits[4:6] <= "12" && t.digits[6:] <= "31"
}

// isBare reports whether s[from:to] is the whole text.
func (sc *scanner) isBare(from, to int) bool {
	return sc.bare == [2]int{from, to}
}

func skipSpaces(s string, i int) int {
	for n := 0; n < 3 && i < len(s) && s[i] == ' '; n++ {
		i++
	}
	return i
}
