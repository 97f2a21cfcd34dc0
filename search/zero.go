package search

import (
	"strings"
	"unicode"
)

// maxLogged is how many characters of a query are logged.
const maxLogged = 200

// noteZero logs a query that found nothing: such queries say which words, symptoms and codes the site lacks. Who asked is
// not logged.
func (s *Service) noteZero(q Query, r Result) {
	if r.Total > 0 || len(r.Hits) > 0 || !s.settings().LogZero {
		return
	}
	if text := oneLine(r.Query.Text, maxLogged); text != "" {
		s.log.Info("search found nothing", "query", text, "lang", q.Lang)
	}
}

// oneLine returns the first n characters of a text on one line, without control characters and invisible ones, which
// could make a log say what is not so.
func oneLine(text string, n int) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || !unicode.IsGraphic(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, text)
	return clip(strings.Join(strings.Fields(text), " "), n)
}
