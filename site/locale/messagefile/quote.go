package messagefile

import (
	"fmt"
	"strings"
)

// Quote writes a text as a string of TOML: between double quotes; between single ones where that saves escapes, so that
// Markdown's backslashes stay readable; between three quotes where it has several lines. A text that is not UTF-8 loses
// what is not.
func Quote(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if strings.Contains(text, "\n") {
		return `"""` + "\n" + strings.ReplaceAll(escaped(text, true), `"""`, `""\"`) + `"""`
	}
	if strings.ContainsAny(text, `\"`) && !strings.ContainsFunc(text, control) && !strings.Contains(text, "'") {
		return "'" + text + "'"
	}
	return `"` + escaped(text, false) + `"`
}

func control(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }

// escaped writes what cannot stand in a text as it is. In a long text the last quote is escaped, so that it is not taken
// for a closing one.
func escaped(text string, long bool) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '"' && (!long || i == len(text)-1):
			b.WriteString(`\"`)
		case r == '\n' && long:
			b.WriteByte('\n')
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case control(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Comment writes a text as comment lines, each with a prefix behind the number sign.
func Comment(prefix, text string) (lines []string) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for _, line := range strings.Split(text, "\n") {
		line = strings.Map(func(r rune) rune {
			if control(r) {
				return '\uFFFD'
			}
			return r
		}, strings.ToValidUTF8(line, "\uFFFD"))
		lines = append(lines, strings.TrimRight("# "+prefix+line, " \t"))
	}
	return lines
}
