package tomlfile

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote writes a text as a basic string of TOML 1.0, which does for a key and in a comment too: on one line, with every
// character escaped that would end it, break it, or could not be seen. What is not UTF-8 is left out.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case hidden(r) && r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		case hidden(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// hidden tells whether a character would not be seen where it stands: controls, formats such as those that turn the order
// of others around, and spaces and line ends other than the ordinary space and the ideographic one.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) ||
		unicode.Is(unicode.Zs, r) && r != ' ' && r != '\u3000'
}

// QuoteKey writes a part of a key, between quotes where it needs them.
func QuoteKey(key string) string {
	if key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == "" {
		return key
	}
	return Quote(key)
}

// QuoteList writes texts as an array on one line.
func QuoteList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = Quote(t)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
