package exchange

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"errbook/site/locale/state"
)

// What the comments of a PO file start with that say something of a message.
const (
	poSection = "section: "
	poNote    = "note: "
	poMark    = "errbook: " // the id, and the hash of the translation or "?"
)

// writePO writes a PO file. The context of a message is its id, so that messages with the same source stay apart. The id
// stands in a comment too, for tools that convert a file and lose or replace its contexts.
func writePO(f *File) []byte {
	var b strings.Builder
	poString(&b, "", "msgid", "")
	poString(&b, "", "msgstr", poHeader(f))
	for _, u := range f.Units {
		b.WriteByte('\n')
		poUnit(&b, u)
	}
	return []byte(b.String())
}

// poHeader has the fields that gettext asks for. The date is that of no day, for two exports of the same are the same.
func poHeader(f *File) string {
	fields := [][2]string{
		{"Project-Id-Version", "errbook"},
		{"Report-Msgid-Bugs-To", ""},
		{"PO-Revision-Date", "1970-01-01 00:00+0000"},
		{"Last-Translator", "errbook"},
		{"Language-Team", f.Lang},
		{"Language", strings.ReplaceAll(f.Lang, "-", "_")},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"},
		{"Content-Transfer-Encoding", "8bit"},
	}
	if forms := pluralForms(f.Lang); forms != "" {
		fields = append(fields, [2]string{"Plural-Forms", forms})
	}
	fields = append(fields, [2]string{"X-Source-Language", f.SourceLang}, [2]string{"X-Errbook-Catalog", f.Catalog})
	var b strings.Builder
	for _, field := range fields {
		b.WriteString(field[0] + ": " + strings.ReplaceAll(field[1], "\n", " ") + "\n")
	}
	return b.String()
}

// pluralForms is gettext's rule for a language, as its manual gives it; "" where tools are to choose. No message of a
// document has plurals: the line only keeps tools from asking for one.
func pluralForms(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	switch {
	case strings.Contains(" id ja ko lo ms th vi zh ", " "+base+" "):
		return "nplurals=1; plural=0;"
	case base == "fr" || lang == "pt-BR":
		return "nplurals=2; plural=(n > 1);"
	case strings.Contains(" bg da de el en es et fi he hu it nb nl pt sv tr ", " "+base+" "):
		return "nplurals=2; plural=(n != 1);"
	}
	return ""
}

func poUnit(b *strings.Builder, u Unit) {
	if len(u.Section) > 0 {
		poComment(b, poSection+strings.Join(u.Section, " > "))
	}
	for _, note := range u.Notes {
		poComment(b, poNote+note)
	}
	poComment(b, poMark+poQuoteID(u.ID)+" "+cmp.Or(string(u.Base), "?"))
	if u.From.File != "" {
		b.WriteString("#: " + poReference(u.From.File, u.From.Line) + "\n")
	}
	if u.Status == state.Stale {
		b.WriteString("#, fuzzy\n")
	}
	if u.Was != "" {
		poString(b, "#| ", "msgid", u.Was)
	}
	poString(b, "", "msgctxt", u.ID)
	poString(b, "", "msgid", u.Source)
	poString(b, "", "msgstr", u.Text)
}

func poComment(b *strings.Builder, text string) {
	for _, line := range strings.FieldsFunc(clean(text), func(r rune) bool { return r == '\n' || r == '\r' }) {
		b.WriteString("#. " + line + "\n")
	}
}

// poReference names a place; a name with blanks stands between isolates, as gettext writes it.
func poReference(file string, line int) string {
	file = strings.ReplaceAll(file, "\n", " ")
	if strings.Contains(file, " ") {
		file = "\u2068" + file + "\u2069"
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// poQuoteID writes an id for a comment: between quotes where it would not come back as it is.
func poQuoteID(id string) string {
	id = clean(id)
	if strings.HasPrefix(id, `"`) || strings.TrimSpace(id) != id || strings.ContainsFunc(id, func(r rune) bool { return !strconv.IsPrint(r) }) {
		return strconv.Quote(id)
	}
	return id
}

const poWidth = 79

// poString writes a string, on several lines where it has them or is long.
func poString(b *strings.Builder, prefix, keyword, text string) {
	b.WriteString(prefix + keyword + " ")
	escaped := poEscape(clean(text))
	if rest := strings.TrimSuffix(escaped, `\n`); !strings.Contains(rest, `\n`) &&
		columns(prefix)+len(keyword)+3+columns(escaped) <= poWidth {
		b.WriteString(`"` + escaped + `"` + "\n")
		return
	}
	b.WriteString(`""` + "\n")
	for _, line := range poLines(clean(text), poWidth-columns(prefix)-2) {
		b.WriteString(prefix + `"` + line + `"` + "\n")
	}
}

// poLines parts a text into escaped lines: behind each end of line, behind blanks, and between wide characters where no
// punctuation binds them. gettext's own tools may part it a little otherwise; the text is the same.
func poLines(text string, most int) (lines []string) {
	var line, word strings.Builder
	lineWidth, wordWidth := 0, 0
	take := func() { // a line may end behind the word
		if lineWidth > 0 && lineWidth+wordWidth > most {
			lines = append(lines, line.String())
			line.Reset()
			lineWidth = 0
		}
		line.WriteString(word.String())
		lineWidth += wordWidth
		word.Reset()
		wordWidth = 0
	}
	last := rune(0)
	for _, r := range text {
		if last == '\n' {
			take()
			lines = append(lines, line.String())
			line.Reset()
			lineWidth = 0
		} else if parts(last, r) {
			take()
		}
		piece := poEscape(string(r))
		word.WriteString(piece)
		wordWidth += columns(piece)
		last = r
	}
	take()
	return append(lines, line.String())
}

// parts tells whether a line may end between two characters.
func parts(before, after rune) bool {
	if before == ' ' {
		return after != ' '
	}
	if before == '/' || before == '.' { // within an address
		return unicode.IsLetter(after)
	}
	return (wide(before) || wide(after)) && !unicode.IsOneOf(bindsBefore, after) && !unicode.IsOneOf(bindsBehind, before) &&
		!strings.ContainsRune("、。，．：；！？・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;!?%-/", after)
}

// Brackets and quotes that nothing may be parted from.
var (
	bindsBefore = []*unicode.RangeTable{unicode.Pe, unicode.Pf, unicode.Zs}
	bindsBehind = []*unicode.RangeTable{unicode.Ps, unicode.Pi}
)

func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

func columns(s string) (n int) {
	for _, r := range s {
		n++
		if wide(r) {
			n++
		}
	}
	return n
}

// poEscape writes the characters that cannot stand between quotes as C does.
func poEscape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch r {
		case '\n':
			b.WriteString(`\n`)
		case '\t':
			b.WriteString(`\t`)
		case '\r':
			b.WriteString(`\r`)
		case '"', '\\':
			b.WriteString(`\` + string(r))
		default:
			if r < ' ' || r == 0x7f {
				fmt.Fprintf(&b, `\%03o`, r)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
