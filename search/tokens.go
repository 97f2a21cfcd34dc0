package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/search/codes"
)

// maxTerm bounds a term in bytes; longer words are cut.
const maxTerm = 64

// token is one term of a text. Parts of an identifier follow the whole.
type token struct {
	term  string
	pos   int  // of the word or character, counted from 1
	part  bool // a part of the identifier before
	dense bool // two characters (one, where one stands alone) of a script without spaces
}

// tokenize cuts a text into terms, folded: words by their stems and identifiers, with the parts of camelCase and snake_case
// after them, and overlapping pairs of Han, kana, Hangul and Thai characters.
func tokenize(text string) []token { return tokenizeNormal(codes.Normalize(text)) }

// tokenizeNormal is tokenize for a text that is normalised already.
func tokenizeNormal(text string) []token {
	list := make([]token, 0, len(text)/4)
	pos := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case codes.IsDense(r):
			end := runEnd(text, i, isDense)
			list, pos = appendPairs(list, foldNormal(text[i:end]), pos)
			i = end
		case isWord(r):
			end := runEnd(text, i, isWord)
			list, pos = appendWord(list, text[i:end], pos)
			i = end
		default:
			i += n
		}
	}
	return list
}

// characters returns the characters that tokenize pairs, each once.
func characters(text string) []token {
	seen := map[rune]bool{}
	var list []token
	for _, r := range fold(text) {
		if isDense(r) && !seen[r] {
			seen[r] = true
			list = append(list, token{term: string(r), pos: len(list) + 1, dense: true})
		}
	}
	return list
}

func appendPairs(list []token, run string, pos int) ([]token, int) {
	r, n := utf8.DecodeRuneInString(run)
	if n == len(run) {
		return append(list, token{term: string(r), pos: pos + 1, dense: true}), pos + 1
	}
	for i := 0; i+n < len(run); {
		_, m := utf8.DecodeRuneInString(run[i+n:])
		pos++
		list = append(list, token{term: run[i : i+n+m], pos: pos, dense: true})
		i, n = i+n, m
	}
	return list, pos + 1
}

func appendWord(list []token, word string, pos int) ([]token, int) {
	whole := strings.Trim(word, "_")
	if whole == "" {
		return list, pos
	}
	pos++
	list = append(list, token{term: term(whole), pos: pos})
	parts := wordParts(whole)
	if len(parts) < 2 {
		return list, pos
	}
	for i, p := range parts {
		list = append(list, token{term: term(p), pos: pos + i, part: true})
	}
	return list, pos + len(parts) - 1
}

// term returns a word of a normalised text as it is indexed.
func term(word string) string {
	word = stem(foldNormal(word))
	if len(word) <= maxTerm {
		return word
	}
	cut := maxTerm
	for cut > 0 && !utf8.RuneStart(word[cut]) {
		cut--
	}
	return word[:cut]
}

// wordParts splits getLoginUser, JSONParser and MAX_SIZE where a person would, at most into eight parts.
func wordParts(word string) []string {
	var parts []string
	runes := []rune(word)
	start := 0
	cut := func(end int) {
		if end > start && len(parts) < 8 {
			parts = append(parts, string(runes[start:end]))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case r == '_':
			cut(i)
			start = i + 1
		case i > start && unicode.IsUpper(r) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			cut(i)
		}
	}
	cut(len(runes))
	return parts
}

func runEnd(text string, i int, in func(rune) bool) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += n
	}
	return i
}

func isWord(r rune) bool {
	return r == '_' || (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !codes.IsDense(r)
}

// isDense tells the letters of scripts that are written without spaces between words.
func isDense(r rune) bool {
	return codes.IsDense(r)
}
