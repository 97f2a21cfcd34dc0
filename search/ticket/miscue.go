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
	if strings.HasSuffix(strings.TrimRight(p.before(), " \t\"'"), "=") && slices.Contains(names, word) || slices.Contains(otherErrors, word) {
		return true // pid=6206 ERROR
	}
	if p.isClosing() {
		return true
	}
	if what, ok := strings.CutSuffix(word, "code"); ok && strings.Trim(what, "_") != "" {
		return slices.Contains(otherCodes, strings.Trim(what, "_"))
	}
	_, what := lastWord(strings.TrimRight(rest, " -"))
	return word == "code" && slices.Contains(otherCodes, what)
}

// isClosing reports whether a number is the code with which a web socket was closed (RFC 6455, section 7.4.1).
func (p *place) isClosing() bool {
	if len(p.read) != 4 || p.read < "1000" || p.read > "1015" {
		return false
	}
	return slices.ContainsFunc(closings, func(w string) bool { return strings.Contains(p.before(), w) || strings.Contains(p.after(), w) })
}

// isOfOthers reports whether another system is named beside a number, and nothing of this site's between the two. Where the code's
// catalogue is called after such a system, that is no other.
func (p *place) isOfOthers() bool {
	if hasWord(strings.ToLower(p.code.Catalog), systems) >= 0 {
		return false
	}
	if hasWord(p.after(), systems) >= 0 {
		return true
	}
	at := hasWord(p.before(), systems)
	return at >= 0 && hasWord(p.before()[at:], own) < 0
}

// hasWord returns where the last word stands that begins with one of a list, or -1. In scripts without spaces, one begins
// anywhere.
func hasWord(s string, list []string) int {
	last := -1
	for _, w := range list {
		for i := strings.LastIndex(s, w); i > last; i = strings.LastIndex(s[:i+len(w)-1], w) {
			if w[0] >= utf8.RuneSelf || i == 0 || !isWord(s[i-1]) {
				last = i
				break
			}
		}
	}
	return last
}
