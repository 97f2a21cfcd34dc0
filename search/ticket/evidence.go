package ticket

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/search/codes"
)

// foreign reports whether what follows a number says that it is another system's: MySQL writes ERROR 1005 (HY000), the
// number and the SQLSTATE.
func foreign(line string, to int) bool {
	if next := line[to:]; len(next) < 2 || isPrintable(next[0]) && next[0] != ' ' || isPrintable(next[1]) && next[1] != '(' {
		return false
	}
	rest, ok := strings.CutPrefix(after(line, to), " (")
	if !ok || len(rest) < 6 || rest[5] != ')' {
		return false
	}
	state := rest[:5]
	return firstWord(state) == state && strings.ContainsAny(state, "0123456789")
}

// isNamed reports whether something else than a code has this number for its name or value.
func (p *place) isNamed() bool {
	if p.isGlued() {
		return true
	}
	bare := strings.TrimRight(p.before(), " \t\"'([")
	if strings.HasSuffix(bare, "=") || strings.HasSuffix(bare, "\":") {
		return true // a cue there would have been seen
	}
	bare = strings.TrimRight(bare, ":.")
	if hasSuffix(bare, denseNames) {
		return true
	}
	_, word := lastWord(bare)
	return slices.Contains(names, word)
}

// isGlued reports whether a number is part of a longer name: gw-7004, #20028, 70107-22, a_7004, 3/7004.
func (p *place) isGlued() bool {
	if n := len(p.before()); n > 0 {
		c := p.before()[n-1]
		if c == '/' && p.isListed() { // 6206/6208
			return false
		}
		if c == '#' || c == '_' || c == '/' || c == '.' || c == '-' || c == '@' || c == '\\' {
			return true
		}
	}
	if p.to < len(p.line) && p.line[p.to] == ' ' {
		return false
	}
	if n := len(p.after()); n > 1 && strings.IndexByte("-_/:@\\", p.after()[0]) >= 0 {
		return isWord(p.after()[1])
	}
	return false
}

// isTold reports whether a word beside a number reports it.
func (p *place) isTold() bool {
	return p.toldBefore() || p.toldAfter() || p.isBracketed()
}

// isCopula reports whether a text ends in a copula that names no other thing before it.
func isCopula(s string) bool {
	for _, w := range copulas {
		if what, ok := strings.CutSuffix(s, w); ok && endsDense(what) && !hasSuffix(what, denseNames) {
			return true
		}
	}
	return false
}

// isBracketed reports whether a number stands alone in parentheses behind what it explains, in a script without spaces, or
// between the quotes of one: 送信できません（6206）, 「6206」.
func (p *place) isBracketed() bool {
	for _, pair := range brackets {
		what, ok := strings.CutSuffix(p.before(), pair[:len(pair)/2])
		if ok && strings.HasPrefix(p.after(), pair[len(pair)/2:]) {
			return pair != "()" || endsDense(what) || endsHangul(strings.TrimRight(what, " "))
		}
	}
	return false
}

func endsHangul(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Hangul, r)
}

// endsDense reports whether a text ends in a letter of a script without spaces.
func endsDense(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && codes.IsDense(r)
}

// toldBefore looks for "got 6206", "fails with a 6206", "login failed: 6206", "失败（6206）", "报 6206".
func (p *place) toldBefore() bool {
	return p.isBehindTelling() && p.endsPhrase()
}

func (p *place) isBehindTelling() bool {
	s := strings.TrimRight(p.before(), " \t\"'`([{<*:")
	colon := strings.Contains(p.before()[len(s):], ":")
	if hasSuffix(s, denseTells) || isCopula(s) {
		return true
	}
	for range 4 {
		rest, word := lastWord(s)
		if slices.Contains(tells, word) {
			return !colon || endsInWord(rest)
		}
		if word == "" || !slices.Contains(links, word) {
			return false
		}
		s = strings.TrimRight(rest, " \t\"'`([{<*:")
	}
	return false
}

// endsInWord reports whether a space and a word before it end a text: "login failed: 6206" tells a code, "failed: 6206" a
// count.
func endsInWord(s string) bool {
	t := strings.TrimRight(s, " ")
	if t == s || t == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return unicode.IsLetter(r) || r == ')' || r == ']'
}

// endsPhrase reports whether no noun follows that the number would count: "got 1003 replies".
func (p *place) endsPhrase() bool {
	rest, spaced := strings.CutPrefix(p.after(), " ")
	if !spaced {
		return true
	}
	word := firstWord(strings.TrimLeft(rest, " "))
	return word == "" || slices.Contains(followers, word)
}

// toldAfter looks for "6206 means", "6206が出ます", "6206 是什么".
func (p *place) toldAfter() bool {
	if word, ok := p.nextWord(); ok {
		return slices.Contains(toldAfter, word)
	}
	rest := strings.TrimLeft(p.after(), " \t\"'`)]}>*」』")
	if hasPrefix(rest, denseToldAfter) {
		return true
	}
	if word := firstWord(rest); slices.Contains(toldAfter, word) {
		return true
	}
	return (p.beginsPhrase() || p.isAnswer()) && hasPrefix(rest, topics)
}

// nextWord is the word behind the number, in lower case, where nothing but ASCII stands up to its end and one character on; then
// what follows need not be looked at.
func (p *place) nextWord() (word string, ok bool) {
	rest := strings.TrimLeft(p.line[p.to:min(len(p.line), p.to+maxAround)], " \t\"'`)]}>*")
	for i := range len(rest) {
		if c := rest[i]; !isWord(c) && (c < 'A' || c > 'Z') {
			return strings.ToLower(rest[:i]), i > 0 && isPrintable(c)
		}
	}
	return "", false
}

// isAnswer reports whether a number is what someone says in a chat: "10:03 Kim: 6206은".
func (p *place) isAnswer() bool {
	return strings.HasSuffix(strings.TrimRight(p.before(), " "), ":")
}

// beginsPhrase reports whether nothing of the same sentence stands before a number.
func (p *place) beginsPhrase() bool {
	s := strings.TrimRight(p.before(), " \t\"'`([{<*>「『・|")
	if s == "" || hasSuffix(s, sentenceEnds) {
		return true
	}
	number, ok := strings.CutSuffix(s, ".") // of a list: "1. 6206 は"
	return ok && isDigits(strings.TrimLeft(number, " >\t"))
}

// isAsked reports whether a question ends with the number: "and 6206?".
func (p *place) isAsked() bool {
	if _, ok := p.nextWord(); ok {
		return false
	}
	rest := strings.TrimLeft(p.after(), " \"'`)]}*」』")
	if !strings.HasPrefix(rest, "?") {
		return false
	}
	_, word := lastWord(strings.TrimRight(p.before(), " \t\"'`([{<*"))
	return word == "" || slices.Contains(links, word) || slices.Contains(tells, word)
}

// isListed reports whether only what parts the members of a list stands between a code and this number.
func (p *place) isListed() bool {
	if p.follows == 0 || p.from-p.follows > 16 || !p.endsPhrase() {
		return false
	}
	gap := strings.ToLower(codes.Normalize(p.line[p.follows:p.from]))
	for _, w := range joints {
		gap = strings.ReplaceAll(gap, w, " ")
	}
	return strings.TrimSpace(gap) == "" && p.line[p.follows:p.from] != " "
}

// isAlone reports whether nothing but signs stands on the line besides the number.
func (p *place) isAlone() bool {
	none := func(s string) bool {
		return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
	}
	return none(p.line[:p.from]) && none(p.line[p.to:])
}
