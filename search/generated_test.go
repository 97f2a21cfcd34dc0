package search

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"errbook/search/codes"
)

// generated yields n documents in four languages, the same ones each time, of sixty characters or so. Their words are drawn so that some are
// common and most are rare.
func generated(n int) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		rnd := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			d := Document{
				Catalog: "gen", Code: codes.Code{Text: fmt.Sprint(1000 + i)}, Section: fmt.Sprintf("s%d", i/50),
				Symbols: []string{fmt.Sprintf("ERR_GEN_%d", i)},
			}
			for _, l := range languages {
				first := sentence(rnd, l.Tag, 3)
				d.Texts = append(d.Texts, Text{
					Lang: l.Tag, Title: first, Body: first + " " + sentence(rnd, l.Tag, 6), Section: fmt.Sprintf("section %d", i/50),
				})
			}
			if !yield(d) {
				return
			}
		}
	}
}

func sentence(rnd *rand.Rand, lang string, words int) string {
	var b strings.Builder
	for range words {
		k := int(rnd.ExpFloat64() * 400)
		switch lang {
		case "ja":
			b.WriteString(made(k, 'ア', 80))
			b.WriteString(made(k*7, '一', 3000))
			b.WriteRune('の')
		case "zh-Hans":
			b.WriteString(made(k, '一', 5000))
		case "ko":
			b.WriteString(made(k, '가', 5000) + " ")
		default:
			b.WriteString(made(k, 'a', 26) + " ")
		}
	}
	return b.String()
}

// made spells number k in an alphabet of size n that begins with first, in three letters.
func made(k int, first rune, n int) string {
	a := k*7919 + 13
	return string([]rune{first + rune(a%n), first + rune(a/n%n), first + rune(a*31%n)})
}
