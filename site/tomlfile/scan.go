package tomlfile

import "strings"

// skipBlanks goes over blanks; with lines, over ends of lines and comments too, as within an array.
func skipBlanks(s string, at int, lines bool) int {
	for at < len(s) {
		switch c := s[at]; {
		case c == ' ' || c == '\t':
			at++
		case lines && (c == '\n' || c == '\r'):
			at++
		case lines && c == '#':
			at += lineLength(s[at:])
		default:
			return at
		}
	}
	return at
}

// lineLength is the length of a line without its end.
func lineLength(s string) int {
	n := strings.IndexByte(s, '\n')
	if n < 0 {
		return len(s)
	}
	if n > 0 && s[n-1] == '\r' {
		n--
	}
	return n
}

// valueEnd is the byte behind a value of TOML that starts at a byte. Of what is no TOML it gives some byte behind it.
func valueEnd(s string, at int) int {
	if at >= len(s) {
		return len(s)
	}
	switch s[at] {
	case '"', '\'':
		return stringEnd(s, at)
	case '[', '{':
		_, end := elements(s, at)
		return end
	}
	if n := strings.IndexAny(s[at:], ",]}#\r\n"); n >= 0 {
		return at + len(strings.TrimRight(s[at:at+n], " \t"))
	}
	return len(strings.TrimRight(s, " \t"))
}

// stringEnd is the byte behind the closing quotes of a string.
func stringEnd(s string, at int) int {
	quote, basic := s[at:at+1], s[at] == '"'
	if long := strings.Repeat(quote, 3); strings.HasPrefix(s[at:], long) {
		quote = long
	}
	for i := at + len(quote); i < len(s); i++ {
		if basic && s[i] == '\\' {
			i++
			continue
		}
		if !strings.HasPrefix(s[i:], quote) {
			continue
		}
		for end := i + len(quote); ; end++ { // up to two quotes may stand before the three that close a long string
			if len(quote) == 1 || end >= len(s) || s[end] != quote[0] || end >= i+len(quote)+2 {
				return end
			}
		}
	}
	return len(s)
}

// elements gives the elements of an array, or the keys with values of an inline table, that starts at a byte, and the byte
// behind its closing bracket.
func elements(s string, at int) (list []span, end int) {
	closing := byte(']')
	if s[at] == '{' {
		closing = '}'
	}
	for at++; ; {
		at = skipBlanks(s, at, true)
		switch {
		case at >= len(s):
			return list, len(s)
		case s[at] == closing:
			return list, at + 1
		case s[at] == ',':
			at++
		default:
			from := at
			if closing == '}' {
				at = valueOfKey(s, keyEnd(s, at))
			}
			at = max(valueEnd(s, at), from+1)
			list = append(list, span{from, min(at, len(s))})
		}
	}
}

// span is a range of bytes.
type span struct{ from, to int }

// keyEnd is the byte behind a key, dotted or not.
func keyEnd(s string, at int) int {
	for at < len(s) {
		switch c := s[at]; {
		case c == '"' || c == '\'':
			at = stringEnd(s, at)
		case strings.IndexByte("=]}\n", c) >= 0:
			return at
		default:
			at++
		}
	}
	return len(s)
}

// valueOfKey is where the value starts whose key ends at a byte.
func valueOfKey(s string, at int) int {
	at = skipBlanks(s, at, false)
	if at < len(s) && s[at] == '=' {
		at = skipBlanks(s, at+1, false)
	}
	return at
}
