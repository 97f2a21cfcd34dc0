package prose

import (
	"regexp"
	"strings"
)

// EscapeMarkdown writes a plain text so that it stays the same when it is read as Markdown: CommonMark, or GFM with its
// tables and strikethrough. A newline is a line break, an empty line parts paragraphs.
func EscapeMarkdown(plain string) string {
	var paragraphs []string
	plain = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(plain, "\uFFFD"))
	for _, p := range strings.Split(plain, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			paragraphs = append(paragraphs, guardLines(strings.ReplaceAll(escapeInline(p), "\n", hardBreak)))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

var (
	markChars = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
		"|", `\|`, "~", `\~`, "\r", " ")
	reference = regexp.MustCompile(`&(#|[A-Za-z])`)
	hashes    = regexp.MustCompile(`(^|[ \t])#`)
)

// escapeInline escapes what would be markup wherever it stands on a line.
func escapeInline(s string) string {
	s = markChars.Replace(s)
	s = reference.ReplaceAllString(s, `\&$1`)
	return hashes.ReplaceAllString(s, `$1\#`)
}

var (
	listNumber = regexp.MustCompile(`^([0-9]{1,9})([.)])([ \t]|$)`)
	lineMark   = regexp.MustCompile(`^(?:[-+](?:[ \t-]|$)|:-|=+[ \t]*$|#)`)
)

// guardLines ends a paragraph's lines as they are to end, and escapes what would make something else of one that starts
// with it: a list, a heading, a heading's underline, a table's.
func guardLines(md string) string {
	lines := strings.Split(withoutEnd(md), "\n")
	for i, l := range lines {
		l, hard := strings.CutSuffix(l, hardBreak[:1])
		l = guardLine(strings.Trim(l, " \t"))
		if hard {
			l += `\`
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// withoutEnd is a paragraph without the line breaks at its end, which mean nothing there.
func withoutEnd(md string) string {
	for {
		cut := strings.TrimSuffix(strings.TrimRight(md, " \t\n"), hardBreak[:1])
		if cut == md {
			return md
		}
		md = cut
	}
}

func guardLine(l string) string {
	if lineMark.MatchString(l) {
		return `\` + l
	}
	return listNumber.ReplaceAllString(l, `$1\$2$3`)
}
