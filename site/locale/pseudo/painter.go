package pseudo

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// painter writes translated runs, sentence by sentence.
type painter struct {
	style   Style
	bare    bool // no marks around sentences, and nothing added to them
	out     strings.Builder
	open    bool // a sentence has begun
	letters int  // in the sentence so far
	foreign bool // the word before was of another script, so a space is due before the next
}

// token finds what is looked at as a whole: placeholders, addresses, character references and ASCII words.
var token = regexp.MustCompile(`\{\{[^{}]*\}\}|\{\w+\}|[A-Za-z][A-Za-z0-9+.-]*://[!-;=?-~]+|&#?[0-9A-Za-z]+;|[0-9A-Za-z_]+(?:[.@:][0-9A-Za-z_]+)*`)

// run writes one run; ends says that a sentence may end with it.
func (p *painter) run(s string, ends bool) {
	p.foreign = false
	at := 0
	for _, t := range token.FindAllStringIndex(s, -1) {
		p.loose(s, at, t[0], ends)
		p.token(s[t[0]:t[1]])
		at = t[1]
	}
	p.loose(s, at, len(s), ends)
}

func (p *painter) token(t string) {
	p.begin()
	if p.foreign {
		p.out.WriteByte(' ')
		p.foreign = false
	}
	if t[0] != '{' {
		p.letters += len(t)
	}
	if identifier(t) {
		p.out.WriteString(t)
		return
	}
	for _, r := range t {
		p.out.WriteRune(p.style.letter(r))
	}
}

// identifier tells words that are the same in every language from those that are not.
func identifier(t string) bool {
	return strings.Trim(t[1:], "abcdefghijklmnopqrstuvwxyz") != "" || !unicode.IsLetter(rune(t[0]))
}

// loose writes the bytes of s between two tokens.
func (p *painter) loose(s string, from, to int, ends bool) {
	for at := from; at < to; {
		r, size := utf8.DecodeRuneInString(s[at:])
		next := at + size
		switch {
		case r == utf8.RuneError && size == 1:
			p.out.WriteByte(s[at])
		case foreign(r):
			for next < to {
				r, size := utf8.DecodeRuneInString(s[next:])
				if !foreign(r) {
					break
				}
				next += size
			}
			p.words(s[at:next])
		case sentenceEnd(r, s[next:], ends):
			p.close()
			p.out.WriteRune(r)
		default:
			p.rune(r)
		}
		at = next
	}
}

// rune writes a character that is no part of a token, be it a mark, a space or a letter such as é.
func (p *painter) rune(r rune) {
	if !unicode.IsSpace(r) {
		p.begin()
	}
	if unicode.IsLetter(r) {
		p.letters++
		r = p.style.letter(r)
	}
	p.foreign = false
	p.out.WriteRune(r)
}

// words writes invented words for some of another script.
func (p *painter) words(s string) {
	p.begin()
	if last, _ := utf8.DecodeLastRuneInString(p.out.String()); unicode.IsLetter(last) || unicode.IsDigit(last) {
		p.out.WriteByte(' ')
	}
	for _, r := range invented(s) {
		if r != ' ' {
			p.letters++
			r = p.style.letter(r)
		}
		p.out.WriteRune(r)
	}
	p.foreign = true
}

func (p *painter) begin() {
	if !p.open && !p.bare {
		p.out.WriteString("⟦")
	}
	p.open = true
}

// close ends the sentence, if one has begun: what makes it longer, then the mark.
func (p *painter) close() {
	if p.open && !p.bare {
		p.out.WriteString(p.style.padding(p.letters) + "⟧")
	}
	p.open, p.letters, p.foreign = false, 0, false
}

// sentenceEnd tells whether a sentence ends with r, which after follows; ends says that one may end with after.
func sentenceEnd(r rune, after string, ends bool) bool {
	switch r {
	case '。', '！', '？':
		return true
	case '.', '!', '?':
		return after == "" && ends || strings.HasPrefix(after, " ")
	}
	return false
}
