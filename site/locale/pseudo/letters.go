package pseudo

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const latin = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

var alphabets = map[Style][]rune{
	Accented: []rune("åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"),
	Mirrored: []rune("ابثدعفغهيجكلمنوپقرستؤڤطخىزابثدعفغهيجكلمنوپقرستؤڤطخىز"),
}

// letter is what a style writes for a letter. One beyond ASCII stays in en-XA, and has no sound of its own in ar-XB.
func (s Style) letter(r rune) rune {
	if i := strings.IndexRune(latin, r); i >= 0 {
		return alphabets[s][i]
	}
	if s == Mirrored && unicode.IsLetter(r) {
		return 'ص'
	}
	return r
}

// growth is how much longer en-XA makes a sentence, in per cent.
const growth = 40

// padding is what a style adds to a sentence with so many letters: whole words, and at least as many letters as are due.
func (s Style) padding(letters int) string {
	if s != Accented {
		return ""
	}
	var b strings.Builder
	words := strings.Fields("öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ")
	for i, due := 0, (letters*growth+99)/100; due > 0; i++ {
		word := words[i%len(words)]
		b.WriteString(" " + word)
		due -= utf8.RuneCountInString(word)
	}
	return b.String()
}

// foreign tells whether a letter is of another script than Latin. The marks of a word are part of it.
func foreign(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Latin, r)
}

// invented makes Latin words for some of another script: two letters for each of Chinese, Japanese and Korean, as English
// needs, and one for each of other scripts. Equal words give equal ones.
func invented(s string) string {
	sum := fnv.New32a()
	sum.Write([]byte(s))
	words := strings.Fields("lorem ipsum dolor sit amet elit sed eiusmod tempor ut labore et magna aliqua enim minim veniam quis nostrud")
	due := 0
	for _, r := range s {
		due++
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			due++
		}
	}
	var b strings.Builder
	for i := int(sum.Sum32() % uint32(len(words))); due > 0; i++ {
		word := words[i%len(words)]
		word = word[:min(len(word), due)]
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		due -= len(word)
	}
	return b.String()
}
