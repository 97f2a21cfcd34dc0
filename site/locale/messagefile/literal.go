package messagefile

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// fault is what is wrong with a literal, and the byte at which.
type fault struct {
	at      int
	message string
}

// literal reads the string of TOML (1.0, "String") that starts at a byte of s. It returns its value and the byte behind it.
func literal(s string, at int) (value string, end int, bad *fault) {
	rest := s[at:]
	switch {
	case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
		return longLiteral(s, at, rest[:3])
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, "'"):
		return shortLiteral(s, at, rest[:1])
	}
	return "", at, &fault{at, "a text is to stand between quotes"}
}

func shortLiteral(s string, at int, quote string) (string, int, *fault) {
	line := s[at+1:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = strings.TrimSuffix(line[:i], "\r")
	}
	end := closing(line, quote)
	if end < 0 {
		return "", at, &fault{at, "the text lacks its closing quote; it is to end on its line, or to stand between three quotes on either side"}
	}
	value, bad := unescape(s, at+1, at+1+end, quote == `"`)
	return value, at + 1 + end + 1, bad
}

// longLiteral reads a text between three quotes. Up to two quotes may stand right before the closing ones.
func longLiteral(s string, at int, quote string) (string, int, *fault) {
	start := at + 3
	length := closing(s[start:], quote)
	if length < 0 {
		return "", at, &fault{at, "the text lacks its closing quotes " + quote}
	}
	end := start + length
	for n := 0; n < 2 && strings.HasPrefix(s[end+3:], quote[:1]); n++ {
		end++
	}
	from := start
	if strings.HasPrefix(s[from:end], "\n") {
		from++
	} else if strings.HasPrefix(s[from:end], "\r\n") {
		from += 2
	}
	value, bad := unescape(s, from, end, quote == `"""`)
	return value, end + 3, bad
}

// closing finds the quotes that end a text; a backslash keeps what follows it from doing so, but not between single quotes.
func closing(s, quote string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && quote[0] == '"' {
			i++
			continue
		}
		if strings.HasPrefix(s[i:], quote) {
			return i
		}
	}
	return -1
}

// unescape reads the characters of a text; between single quotes a backslash is one.
func unescape(s string, from, to int, escapes bool) (string, *fault) {
	var b strings.Builder
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(s[i:to])
		switch {
		case r == utf8.RuneError && n == 1:
			return "", &fault{i, "the text is not UTF-8 here; save the file as UTF-8"}
		case r == '\\' && escapes:
			text, next, bad := escape(s, i, to)
			if bad != nil {
				return "", bad
			}
			b.WriteString(text)
			i = next
			continue
		case r == '\r' && strings.HasPrefix(s[i+1:to], "\n"):
		case r < ' ' && r != '\t' && r != '\n' || r == 0x7f:
			return "", &fault{i, fmt.Sprintf("the text has a control character (U+%04X); write it as \\u%04X, or delete it", r, r)}
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String(), nil
}

var escapes = map[byte]string{'b': "\b", 't': "\t", 'n': "\n", 'f': "\f", 'r': "\r", '"': `"`, '\\': `\`}

// escape reads what a backslash starts.
func escape(s string, at, to int) (text string, next int, bad *fault) {
	unknown := &fault{at, `a backslash starts an escape such as \n or \"; write \\ for a backslash, or put the text between single quotes`}
	if at+1 >= to {
		return "", at, unknown
	}
	c := s[at+1]
	if text, ok := escapes[c]; ok {
		return text, at + 2, nil
	}
	if c == 'u' || c == 'U' {
		size := map[byte]int{'u': 4, 'U': 8}[c]
		if at+2+size > to {
			return "", at, unknown
		}
		n, err := strconv.ParseUint(s[at+2:at+2+size], 16, 32)
		if err != nil || n > utf8.MaxRune || n >= 0xD800 && n < 0xE000 {
			return "", at, unknown
		}
		return string(rune(n)), at + 2 + size, nil
	}
	blank := strings.TrimLeft(s[at+1:to], " \t")
	if strings.HasPrefix(blank, "\n") || strings.HasPrefix(blank, "\r\n") { // the line goes on below
		return "", to - len(strings.TrimLeft(blank, " \t\r\n")), nil
	}
	return "", at, unknown
}
