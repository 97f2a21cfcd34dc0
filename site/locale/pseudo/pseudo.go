// Package pseudo makes translations that nobody made, to show what a page does with texts of other lengths and directions
// before there are any.
//
//	en-XA   Latin letters with marks, each sentence 40 % longer and between ⟦ and ⟧: what is cut off, and what was never
//	        translated, shows
//	ar-XB   Arabic letters, each sentence between ⟦ and ⟧: the page runs from right to left
//
// What a translator must not touch stays to the byte: markup, link targets, code, raw HTML, {{.Name}} and {name},
// addresses, and every word with a digit, an underline, a dot or a capital letter inside, such as UserSig, login.failed or
// 32byte. The direction comes from the letters; there are no bidi control characters. Words of scripts other than Latin
// become words of invented Latin of about the length that a translation has.
//
// The same text always gives the same. The result is at most 8 times as long, plus 64 bytes.
package pseudo

import (
	"strings"

	"errbook/site/prose"
)

// Style is a way to make pseudo-translations.
type Style int

// The styles, and their language tags.
const (
	Accented Style = iota // en-XA
	Mirrored              // ar-XB
)

// Tag is the BCP 47 tag of the language that a style stands for.
func (s Style) Tag() string {
	if s == Mirrored {
		return "ar-XB"
	}
	return "en-XA"
}

// Tags lists the languages there are.
func Tags() []string { return []string{Accented.Tag(), Mirrored.Tag()} }

// Of finds a style by its tag.
func Of(tag string) (Style, bool) {
	for _, s := range []Style{Accented, Mirrored} {
		if s.Tag() == tag {
			return s, true
		}
	}
	return 0, false
}

// Markdown translates a message; block says that it is not one line. Where a text's Markdown would come out as something
// else with marks around its sentences, it has none; where it would even so, the text stays as it is.
func (s Style) Markdown(src string, block bool) string {
	runs := prose.Runs(src, block)
	outline := prose.Outline(src, block)
	for _, bare := range []bool{false, true} {
		if out := s.paint(src, runs, bare); prose.Outline(out, block) == outline {
			return out
		}
	}
	return src
}

// Plain translates a text without markup, such as a string of the page.
func (s Style) Plain(src string) string {
	return s.paint(src, []prose.Run{{From: 0, To: len(src)}}, false)
}

// paint writes a text anew with its runs translated.
func (s Style) paint(src string, runs []prose.Run, bare bool) string {
	p := painter{style: s, bare: bare}
	p.out.Grow(2 * len(src))
	at := 0
	for i, r := range runs {
		p.out.WriteString(src[at:r.From])
		last := i+1 == len(runs) || runs[i+1].Block != r.Block
		p.run(src[r.From:r.To], last || strings.HasPrefix(src[r.To:], "\n") || strings.HasPrefix(src[r.To:], "<br"))
		if last {
			p.close()
		}
		at = r.To
	}
	p.out.WriteString(src[at:])
	return p.out.String()
}
