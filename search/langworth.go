package search

import (
	"slices"
	"strings"
)

// What an answer is worth by its language: the reader's or the query's own, one the reader falls back to, any other.
const (
	ownWorth      = 1.0
	fallbackWorth = 0.8
	otherWorth    = 0.5
)

type langWorth struct {
	lang  string
	worth float64
}

// langWorths lists the languages of the index with what they are worth for this reader and query.
func (s *searcher) langWorths() (list []langWorth) {
	written := writtenIn(s.units)
	for _, l := range s.x.manifest.Languages {
		worth := otherWorth
		switch i := slices.Index(s.chain, l.Tag); {
		case i == 0 || slices.Contains(written, baseOf(l.Tag)):
			worth = ownWorth
		case i > 0:
			worth = fallbackWorth
		}
		list = append(list, langWorth{l.Tag, worth})
	}
	return list
}

// writtenIn lists the languages that a query's script speaks of: kana of Japanese, Hangul of Korean; Han alone of both
// Chinese and Japanese; Latin letters of English.
func writtenIn(units []unit) []string {
	var found [hangul + 1]bool
	for _, u := range units {
		for _, r := range u.text {
			found[scriptOf(r)] = true
		}
	}
	switch {
	case found[hangul]:
		return []string{"ko"}
	case found[katakana] || found[hiragana]:
		return []string{"ja"}
	case found[han]:
		return []string{"zh", "ja"}
	}
	return []string{"en"}
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return base
}
