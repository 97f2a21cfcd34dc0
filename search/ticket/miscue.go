package ticket

import (
	"slices"
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

// isMiscued reports whether the cue before a number is part of a name for something else: versionCode 30012, close code
// 1001, 管理番号 90022. The word that makes it one stands before it, or is glued to it.
func (p *place) isMiscued() bool {
	s := strings.TrimRight(p.before(), " \t:=#\"'`([{<*|-")
	for _, cue := range broadCues {
		rest, ok := strings.CutSuffix(s, cue)
		if !ok {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(rest, " "))
		return codes.IsDense(r) && !hasSuffix(strings.TrimRight(rest, " "), errorNames)
	}
	rest, word := lastWord(s)
	if what, ok := strings.CutSuffix(word, "code"); ok && strings.Trim(what, "_") != "" {
		return slices.Contains(otherCodes, strings.Trim(what, "_"))
	}
	_, what := lastWord(strings.TrimRight(rest, " -"))
	return word == "code" && slices.Contains(otherCodes, what)
}
