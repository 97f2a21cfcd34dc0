package link

import (
	"html"
	"strings"
)

// syntax is how a format writes links.
type syntax struct {
	link   func(text, url string) string // both as the format writes them
	escape func(url string) string
	holds  func(text string) bool // text can be that of a link as it is
	not    string                 // bytes behind which a link would be something else
	made   string                 // a regular expression of such links: its one group is the text, or it stands behind the text
	guard  func() guard
}

// fits tells whether a piece of a line can become a link.
func (s syntax) fits(line string, p span) bool {
	return s.holds(line[p.from:p.to]) && (p.from == 0 || strings.IndexByte(s.not, line[p.from-1]) < 0)
}

var syntaxes = map[Format]syntax{
	Markdown: {
		link:   func(text, url string) string { return "[" + text + "](" + url + ")" },
		escape: encode, holds: func(text string) bool { return !strings.ContainsAny(text, "[]`\\<>\r\n") },
		not:  `!\^`,
		made: `\[([^\[\]\n]*)\]\(BASE[^\s()<>]*\)`, guard: func() guard { return &markdownGuard{} },
	},
	HTML: {
		link:   func(text, url string) string { return `<a href="` + url + `">` + text + `</a>` },
		escape: func(url string) string { return html.EscapeString(encode(url)) }, holds: func(text string) bool { return !strings.ContainsAny(text, "<>") },
		made: `<a href="BASE[^"<>\s]*">([^<>]*)</a>`, guard: func() guard { return &htmlGuard{} },
	},
	Slack: {
		link:   func(text, url string) string { return "<" + url + "|" + text + ">" },
		escape: func(url string) string { return strings.ReplaceAll(encode(url), "&", "&amp;") },
		holds:  func(text string) bool { return !strings.ContainsAny(text, "<>|`\r\n") },
		not:    "<",
		made:   `<BASE[^|<>\s]*\|([^<>|\n]*)>`, guard: func() guard { return &slackGuard{} },
	},
	Text: {
		link:   func(text, url string) string { return text + " (" + url + ")" },
		escape: encode, holds: func(string) bool { return true },
		made: ` \(BASE[^\s()<>]*\)`, guard: func() guard { return textGuard{} },
	},
}

// encode writes what would end an address in one of the formats as RFC 3986, section 2.1, has it.
func encode(url string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "|", "%7C", `"`, "%22", "`", "%60",
		"\n", "%0A", "\r", "%0D", "\t", "%09").Replace(url)
}

// Link is a link in a format; the text is written as it is.
func Link(format Format, text, url string) string {
	s := syntaxes[format]
	return s.link(text, s.escape(url))
}
