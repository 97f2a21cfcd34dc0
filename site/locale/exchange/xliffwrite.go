package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"errbook/site/locale/state"
)

const (
	xliffSpace  = "urn:oasis:names:tc:xliff:document:1.2"
	contextBase = "x-errbook-base"
	ctypeChar   = "x-errbook-U+" // of an <x/> that stands for a character that XML cannot hold
)

// writeXLIFF writes XLIFF 1.2. A character that XML 1.0 cannot hold becomes an inline element,
// <x id="1" ctype="x-errbook-U+0007"/>; in a note or a title it is replaced, and an id with one stands between quotes.
func writeXLIFF(f *File) []byte {
	w := &xmlWriter{}
	w.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	w.line(0, `<xliff version="1.2" xmlns=%s>`, attribute(xliffSpace))
	w.line(1, `<file original=%s source-language=%s target-language=%s datatype="plaintext">`,
		attribute(quoteOdd(f.Catalog)), attribute(f.SourceLang), attribute(f.Lang))
	w.line(2, `<body>`)
	for _, u := range f.Units {
		w.unit(u)
	}
	w.line(2, `</body>`)
	w.line(1, `</file>`)
	w.line(0, `</xliff>`)
	return []byte(w.b.String())
}

type xmlWriter struct{ b strings.Builder }

func (w *xmlWriter) line(depth int, format string, args ...any) {
	w.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

func (w *xmlWriter) unit(u Unit) {
	approved := "no"
	if u.Text != "" && u.Status.Done() {
		approved = "yes"
	}
	id := attribute(quoteOdd(u.ID))
	w.line(3, `<trans-unit id=%s resname=%s approved="%s" xml:space="preserve">`, id, id, approved)
	w.line(4, `<source>%s</source>`, inline(u.Source))
	switch {
	case u.Text == "":
		w.line(4, `<target state="new"/>`)
	case u.Status == state.Stale:
		w.line(4, `<target state="needs-review-translation">%s</target>`, inline(u.Text))
	default:
		w.line(4, `<target state="translated">%s</target>`, inline(u.Text))
	}
	w.contexts(u)
	for _, note := range u.Notes {
		w.line(4, `<note from="translator">%s</note>`, element(note))
	}
	if u.Was != "" {
		w.line(4, `<alt-trans alttranstype="previous-version">`)
		w.line(5, `<source>%s</source>`, inline(u.Was))
		w.line(5, `<target>%s</target>`, inline(u.Text))
		w.line(4, `</alt-trans>`)
	}
	w.line(3, `</trans-unit>`)
}

// contexts say where a text stands, and from which translation a translator started.
func (w *xmlWriter) contexts(u Unit) {
	if len(u.Section) > 0 {
		w.line(4, `<context-group name="section" purpose="information">`)
		for _, title := range u.Section {
			w.line(5, `<context context-type="x-section">%s</context>`, element(title))
		}
		w.line(4, `</context-group>`)
	}
	if u.From.File != "" {
		w.line(4, `<context-group name="source" purpose="location">`)
		w.line(5, `<context context-type="sourcefile">%s</context>`, element(u.From.File))
		w.line(5, `<context context-type="linenumber">%d</context>`, u.From.Line)
		w.line(4, `</context-group>`)
	}
	if u.Base != "" {
		w.line(4, `<context-group name="errbook">`)
		w.line(5, `<context context-type="%s">%s</context>`, contextBase, element(string(u.Base)))
		w.line(4, `</context-group>`)
	}
}

// holds tells whether XML 1.0 can hold a character (its production Char).
func holds(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// inline writes a text between tags, with an element for each character that cannot be there.
func inline(text string) string {
	n := 0
	return escapeXML(clean(text), func(r rune) string {
		n++
		return fmt.Sprintf(`<x id="%d" ctype="%s%04X"/>`, n, ctypeChar, r)
	})
}

// element writes a text between tags where no elements can be.
func element(text string) string {
	return escapeXML(clean(text), func(rune) string { return "\uFFFD" })
}

// attribute writes a value between quotes.
func attribute(value string) string {
	s := element(value)
	return `"` + strings.NewReplacer(`"`, "&quot;", "\n", "&#xA;", "\t", "&#x9;").Replace(s) + `"`
}

func escapeXML(text string, odd func(rune) string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '\r': // as it is, a reader takes it for an end of line
			b.WriteString("&#xD;")
		case !holds(r):
			b.WriteString(odd(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// quoteOdd writes an id that XML cannot hold between quotes, and one that starts with a quote.
func quoteOdd(id string) string {
	id = clean(id)
	if strings.HasPrefix(id, `"`) || strings.ContainsFunc(id, func(r rune) bool { return !holds(r) }) {
		return strconv.Quote(id)
	}
	return id
}

func unquoteOdd(id string) string {
	if text, err := strconv.Unquote(id); err == nil && strings.HasPrefix(id, `"`) {
		return text
	}
	return id
}
