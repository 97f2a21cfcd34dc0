package search

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

// marks finds the units in a text; a run that does not stand there whole is marked by its pairs.
func marks(text []rune, units []unit) []mark {
	folded := foldRunes(text)
	var list []mark
	for _, u := range units {
		found := occurrences(text, folded, u.text)
		if len(found) == 0 {
			for _, t := range append(u.terms[:len(u.terms):len(u.terms)], u.parts...) {
				found = append(found, occurrences(text, folded, t)...)
			}
		}
		list = append(list, found...)
	}
	slices.SortFunc(list, func(a, b mark) int { return a.from - b.from })
	return joinMarks(list)
}

// occurrences returns where needle stands, words only as whole words or parts of an identifier.
func occurrences(text, folded []rune, needle string) []mark {
	want := []rune(needle)
	if len(want) == 0 {
		return nil
	}
	var list []mark
	for i := 0; i+len(want) <= len(folded) && len(list) < 50; i++ {
		if folded[i] == want[0] && slices.Equal(folded[i:i+len(want)], want) && atWord(text, i, i+len(want)) {
			list = append(list, mark{i, i + len(want)})
			i += len(want) - 1
		}
	}
	return list
}

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

// foldRunes folds each rune to one rune: its compatibility form, where that is one rune, in lower case.
func foldRunes(text []rune) []rune {
	folded := make([]rune, len(text))
	for i, r := range text {
		if r >= 0x80 && !norm.NFKC.IsNormalString(string(r)) {
			form := norm.NFKC.String(string(r))
			if one, n := utf8.DecodeRuneInString(form); n == len(form) {
				r = one
			}
		}
		folded[i] = unicode.ToLower(r)
	}
	return folded
}
