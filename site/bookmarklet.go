package site

import (
	_ "embed"
	"encoding/json"
	"strings"
)

//go:embed bookmarklet.js
var bookmarkletSource string

// bookmarklet is the javascript: address that links the codes in the page in which a reader clicks it. Codes are found by an
// expression whose matches end with one of its two groups, and base is what their links begin with.
func bookmarklet(expr, base string) string {
	var b strings.Builder
	for line := range strings.Lines(bookmarkletSource) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "//") {
			b.WriteString(line)
		}
	}
	quoted, _ := json.Marshal(base) // a string always can be
	script := strings.NewReplacer("PATTERN", expr, "BASE", string(quoted)).Replace(b.String())
	return "javascript:" + escapeScript(script)
}

// escapeScript writes what an address may not hold, or means something in one, as percent-encoded UTF-8 (RFC 3986 section
// 2.1); a browser decodes it before it runs the script.
func escapeScript(script string) string {
	const plain = "-._~!$&'()*+,;=:@/?"
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(script) {
		c := script[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
