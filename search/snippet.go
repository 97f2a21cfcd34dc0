package search

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
)

const (
	snippetRunes = 160
	leadRunes    = 30    // shown before the first mark
	scanRunes    = 20000 // of a body that are looked at
)

// snippet cuts a piece out of the body around what was looked for: in the reader's languages if it is found there, else
// in any other that has it, else from the beginning in the reader's. It also returns the language.
func (s *searcher) snippet(p page) (text, lang string) {
	own := p.text(s.chain)
	best, most := own, 0
	for _, t := range s.inOrder(p, own) {
		if n := len(marks([]rune(clip(t.said(), scanRunes)), s.units)); n > 0 && (most == 0 || n > 2*most) {
			best, most = t, n
		}
	}
	runes := []rune(clip(best.said(), scanRunes))
	return cutSnippet(runes, marks(runes, s.units)), best.Lang
}

// inOrder returns the texts of a page, the one shown to the reader first.
func (s *searcher) inOrder(p page, own Text) []Text {
	list := []Text{own}
	for _, t := range p.Texts {
		if t.Lang != own.Lang {
			list = append(list, t)
		}
	}
	return list
}

// mark is a stretch of a text, in runes.
type mark struct{ from, to int }

// marks finds the units in a text; a run that does not stand there whole is marked by its pairs, and where nothing of a
// unit stands there, by what may stand for it.
func marks(text []rune, units []unit) []mark {
	f := foldRunes(text)
	var list []mark
	for _, u := range units {
		list = append(list, f.marks(text, u)...)
	}
	slices.SortFunc(list, func(a, b mark) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	return joinMarks(list)
}

func (f folded) marks(text []rune, u unit) []mark {
	found := f.occurrences(text, u.text)
	if len(found) == 0 {
		for _, t := range append(u.terms[:len(u.terms):len(u.terms)], u.parts...) {
			found = append(found, f.occurrences(text, t)...)
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, a := range u.alts {
		for _, one := range a.units {
			found = append(found, f.marks(text, one)...)
		}
	}
	return found
}

// occurrences returns where needle stands, words only as whole words or parts of an identifier; a word is marked with the
// ending that its stem lacks.
func (f folded) occurrences(text []rune, needle string) []mark {
	want := []rune(needle)
	if len(want) == 0 {
		return nil
	}
	var list []mark
	for i := 0; i+len(want) <= len(f.runes) && len(list) < 50; i++ {
		if f.runes[i] != want[0] || !slices.Equal(f.runes[i:i+len(want)], want) {
			continue
		}
		from, to := f.at[i], f.end(i+len(want), len(text))
		end := to
		for end < len(text) && want[len(want)-1] < 0x80 && isLower(text[end]) {
			end++
		}
		if end > to && stem(string(f.runes[i:min(len(f.runes), i+len(want)+end-to)])) == needle {
			to = end
		}
		if atWord(text, from, to) {
			list = append(list, mark{from, to})
			i += len(want) - 1
		}
	}
	return list
}

// end is where the text goes on behind the nth folded character.
func (f folded) end(n, length int) int {
	if n < len(f.at) {
		return f.at[n]
	}
	return length
}

func isLower(r rune) bool { return r >= 'a' && r <= 'z' }

func atWord(text []rune, from, to int) bool {
	inside := func(i int) bool { return i >= 0 && i < len(text) && isWord(text[i]) && text[i] != '_' }
	starts := !inside(from-1) || !inside(from) || unicode.IsUpper(text[from]) && !unicode.IsUpper(text[from-1])
	ends := !inside(to) || !inside(to-1) || unicode.IsUpper(text[to])
	return starts && ends
}

func joinMarks(list []mark) []mark {
	var joined []mark
	for _, m := range list {
		if last := len(joined) - 1; last >= 0 && m.from <= joined[last].to {
			joined[last].to = max(joined[last].to, m.to)
			continue
		}
		joined = append(joined, m)
	}
	return joined
}

// cutSnippet returns the escaped text around the first mark, with all marks in it.
func cutSnippet(text []rune, list []mark) string {
	from := 0
	if len(list) > 0 && list[0].from > leadRunes && len(text) > snippetRunes {
		from = min(list[0].from-leadRunes, len(text)-snippetRunes)
	}
	to := min(len(text), from+snippetRunes)
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	at := from
	for _, m := range list {
		if m.from < at || m.to > to {
			continue
		}
		writePlain(&b, text[at:m.from])
		b.WriteString("<mark>")
		writePlain(&b, text[m.from:m.to])
		b.WriteString("</mark>")
		at = m.to
	}
	writePlain(&b, text[at:to])
	if to < len(text) {
		b.WriteString("…")
	}
	return b.String()
}

func writePlain(b *strings.Builder, text []rune) {
	b.WriteString(html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, string(text))))
}
