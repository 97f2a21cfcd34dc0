package locale

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"
)

// Chain proposes where a language looks for a text that it lacks, before the language of the documents: in the site's
// languages that are the same but for script or region, those of its own script first, and then in English. It ends before
// the source, which has every text and therefore stands in no chain.
func Chain(tag, source string, languages []string) []string {
	t := language.MustParse(tag)
	chain := []string{}
	for _, other := range languages {
		if other != tag && sameBase(t, language.MustParse(other)) {
			chain = append(chain, other)
		}
	}
	slices.SortStableFunc(chain, func(a, b string) int {
		x, y := language.MustParse(a), language.MustParse(b)
		return cmp.Or(cmp.Compare(distance(t, x), distance(t, y)), cmp.Compare(len(a), len(b)))
	})
	if i := slices.Index(chain, source); i >= 0 {
		return chain[:i]
	}
	if slices.Contains(languages, "en") && source != "en" && !slices.Contains(chain, "en") && tag != "en" {
		chain = append(chain, "en")
	}
	return chain
}

func sameBase(a, b language.Tag) bool {
	x, _ := a.Base()
	y, _ := b.Base()
	return x == y
}

// distance is 0 for the same script, 1 for another.
func distance(a, b language.Tag) int {
	x, _ := a.Script()
	y, _ := b.Script()
	if x == y {
		return 0
	}
	return 1
}
