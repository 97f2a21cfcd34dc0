// Package searchtest makes invented documents and queries for tests and benchmarks at scale. The same numbers give the same
// documents and queries each time. It also measures how much memory a benchmark takes.
package searchtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"errbook/search"
	"errbook/search/codes"
)

// Languages are those of the documents, each falling back to the ones before it.
func Languages() []search.Language {
	return []search.Language{
		{Tag: "en"}, {Tag: "ja", Fallback: []string{"en"}}, {Tag: "zh-Hans", Fallback: []string{"en"}}, {Tag: "ko", Fallback: []string{"en"}},
	}
}

// common stands in every document: what a query has of it matches them all, as is so where the rows of a table are made
// from one pattern.
var common = map[string]string{
	"en":      "Check the method of payment, then try orders.send again.",
	"ja":      "支払いの方法を確認してから、もう一度お試しください。",
	"zh-Hans": "请检查付款方式后重试。",
	"ko":      "결제 수단을 확인한 후 다시 시도하십시오.",
}

// FirstCode is the number of the first document; those after it follow.
const FirstCode = 1000

// Documents yields n documents with texts of the length that real ones have. Of their words some are common, most are
// rare, and one sentence stands in all.
func Documents(n int) iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		rnd := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			d := search.Document{
				Catalog: "gen", Code: codes.Code{Text: fmt.Sprint(FirstCode + i), Number: true}, Section: fmt.Sprintf("s%d", i/50),
				Symbols: []string{fmt.Sprintf("ERR_GEN_%d", i)},
			}
			for _, l := range Languages() {
				title := Sentence(rnd, l.Tag, 3)
				d.Texts = append(d.Texts, search.Text{
					Lang: l.Tag, Title: title, Body: title + " " + Sentence(rnd, l.Tag, 4) + " " + common[l.Tag],
					Section: fmt.Sprintf("section %d", i/50), Symptoms: Sentence(rnd, l.Tag, 2),
				})
			}
			if !yield(d) {
				return
			}
		}
	}
}

// Sentence makes a text of as many words as are asked for, of which documents have most.
func Sentence(rnd *rand.Rand, lang string, words int) string {
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
			b.WriteString(made(k, 'a', 26) + made(k/20, 'a', 26) + " ")
		}
	}
	return strings.TrimSpace(b.String())
}

// made spells number k in an alphabet of a size that begins with first, in three letters.
func made(k int, first rune, size int) string {
	a := k*7919 + 13
	return string([]rune{first + rune(a%size), first + rune(a/size%size), first + rune(a*31%size)})
}
