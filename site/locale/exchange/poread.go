package exchange

import (
	"strings"
	"unicode/utf8"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// readPO reads a PO file as gettext, Poedit and Weblate write it. What is obsolete (#~) is passed over. A message that is
// fuzzy counts as unfinished.
func readPO(in *input) ([]*File, diag.List) {
	p := &poReader{in: in, file: &File{}, entry: &poEntry{}}
	offset := 0
	for line := range strings.Lines(in.s) {
		p.offset = offset
		offset += len(line)
		p.line(strings.Trim(line, " \t\r\n"))
		if p.faults >= maxFaults {
			break
		}
	}
	p.flush()
	return []*File{p.file}, p.list
}

// maxFaults is how many faults of a file are told: one that is broken throughout is not to be told line by line.
const maxFaults = 20

// poEntry is a message while it is read.
type poEntry struct {
	at                        int
	context, id, str, was     strings.Builder
	hasContext, hasID, hasStr bool
	fuzzy, plural             bool
	mark                      string // of ours
	references                string
}

type poReader struct {
	in     *input
	offset int
	file   *File
	entry  *poEntry
	into   *strings.Builder // where the strings of the lines to come belong
	list   diag.List
	faults int
}

func (p *poReader) fail(format string, args ...any) {
	p.faults++
	p.list = append(p.list, diag.Errorf(p.in.at(p.offset), RuleSyntax, format, args...))
}

func (p *poReader) line(line string) {
	switch {
	case line == "":
	case strings.HasPrefix(line, "#~"):
		p.flush()
	case strings.HasPrefix(line, "#|"):
		p.begin()
		p.previous(strings.TrimLeft(line[2:], " \t"))
	case strings.HasPrefix(line, "#"):
		p.begin()
		p.comment(line[1:])
	case line[0] == '"':
		p.more(line)
	default:
		p.keyword(line)
	}
}

// begin starts another message where one is complete.
func (p *poReader) begin() {
	if p.entry.hasStr {
		p.flush()
	}
}

func (p *poReader) comment(text string) {
	switch {
	case strings.HasPrefix(text, ","):
		for _, flag := range strings.Split(text[1:], ",") {
			p.entry.fuzzy = p.entry.fuzzy || strings.TrimSpace(flag) == "fuzzy"
		}
	case strings.HasPrefix(text, "."):
		if mark, ok := strings.CutPrefix(strings.TrimSpace(text[1:]), poMark); ok {
			p.entry.mark = mark
		}
	case strings.HasPrefix(text, ":") && len(p.entry.references)+len(text) < 2000:
		p.entry.references += text[1:] + " "
	}
}

// previous reads what a message was, of which only the source counts.
func (p *poReader) previous(line string) {
	word, rest, _ := strings.Cut(line, " ")
	if strings.HasPrefix(line, `"`) {
		p.more(line)
		return
	}
	p.into = new(strings.Builder)
	if word == "msgid" {
		p.entry.was.Reset()
		p.into = &p.entry.was
	}
	p.more(strings.TrimLeft(rest, " \t"))
}

func (p *poReader) keyword(line string) {
	end := strings.IndexAny(line, " \t\"")
	if end < 0 {
		end = len(line)
	}
	word, rest := line[:end], strings.TrimLeft(line[end:], " \t")
	if word == "msgctxt" || word == "msgid" {
		p.begin()
	}
	e := p.entry
	if !e.hasContext && !e.hasID {
		e.at = p.offset
	}
	ignored := new(strings.Builder)
	switch {
	case word == "msgctxt" && !e.hasContext && !e.hasID:
		e.hasContext, p.into = true, &e.context
	case word == "msgid" && !e.hasID:
		e.hasID, p.into = true, &e.id
	case word == "msgid_plural" && e.hasID:
		e.plural, p.into = true, ignored
	case word == "msgstr" && e.hasID && !e.hasStr:
		e.hasStr, p.into = true, &e.str
	case strings.HasPrefix(word, "msgstr[") && e.plural:
		e.hasStr, p.into = true, ignored
	default:
		p.into = nil
		p.fail("expected a comment, or msgctxt, msgid and msgstr in this order, each with a text between quotes; found %q", short(word))
		return
	}
	p.more(rest)
}

// more reads a string that belongs to what was begun.
func (p *poReader) more(quoted string) {
	text, ok := poUnquote(quoted)
	switch {
	case !ok:
		p.fail(`expected a text between quotes on one line, with \" for a quote and \\ for a backslash`)
	case p.into == nil:
		p.fail("a text between quotes stands behind no msgctxt, msgid or msgstr")
	default:
		p.into.WriteString(text)
	}
}

// flush takes a message in.
func (p *poReader) flush() {
	e := p.entry
	p.entry, p.into = &poEntry{}, nil
	at := p.in.at(e.at)
	context, id, str := e.context.String(), e.id.String(), e.str.String()
	marked, base := e.ours()
	if marked != "" && id != "" && e.isPlace(context) {
		context = marked
	}
	warn := func(message string) { p.list = append(p.list, diag.Warnf(at, RuleUnit, "%s", message)) }
	switch {
	case !e.hasID && !e.hasContext:
	case !e.hasStr:
		p.list = append(p.list, diag.Errorf(at, RuleSyntax, "the message has no msgstr; the file seems to be cut off here"))
	case context == "" && id == "":
		p.header(str)
	case e.plural:
		warn("a message with plural forms belongs to no text of a document; it is passed over")
	case context == "":
		warn("a message without msgctxt belongs to no text of a document, for that is where its id stands; it is passed over")
	default:
		p.file.Units = append(p.file.Units, Unit{ID: context, Source: id, Was: e.was.String(), Text: str,
			Status: status(str, e.fuzzy), Base: base, At: at})
	}
}

// ours is what the comment that writePO wrote says: the id and the hash of the translation.
func (e *poEntry) ours() (id string, base state.Hash) {
	at := strings.LastIndexByte(e.mark, ' ')
	if at < 0 {
		return "", ""
	}
	return unquoteOdd(e.mark[:at]), hash(e.mark[at+1:])
}

// isPlace tells whether a context is nothing but the place of the source, or nothing: what tools leave of it that convert a
// file to XLIFF and back.
func (e *poEntry) isPlace(context string) bool {
	for _, place := range strings.Fields(e.references) {
		context = strings.ReplaceAll(context, place, "")
	}
	return strings.TrimSpace(context) == ""
}

func (p *poReader) header(text string) {
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "language":
			p.file.Lang = strings.ReplaceAll(value, "_", "-")
		case "x-source-language":
			p.file.SourceLang = strings.ReplaceAll(value, "_", "-")
		case "x-errbook-catalog":
			p.file.Catalog = value
		}
	}
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

var poEscapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '"': '"', '\\': '\\'}

// poUnquote reads a string as C writes it: the escapes of one character, and octal and hexadecimal ones.
func poUnquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	s = s[1 : len(s)-1]
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			return "", false
		}
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			return "", false
		}
		if c, ok := poEscapes[s[i]]; ok {
			b.WriteByte(c)
			continue
		}
		code, n := poCode(s[i:])
		if n == 0 {
			return "", false
		}
		b.WriteByte(code) // of a character beyond ASCII each byte is escaped
		i += n - 1
	}
	return b.String(), utf8.ValidString(b.String())
}

// poCode reads a byte's number: up to three octal digits, or x and two hexadecimal ones. It returns how many bytes it
// took, 0 where there is none.
func poCode(s string) (code byte, n int) {
	value, digits, base, most := 0, "01234567", 8, 3
	start := 0
	if s[0] == 'x' {
		digits, base, most, start = "0123456789abcdef", 16, 2, 1
	}
	lower := strings.ToLower(s[:min(len(s), start+most)])
	for n = start; n < len(lower); n++ {
		d := strings.IndexByte(digits, lower[n])
		if d < 0 {
			break
		}
		value = value*base + d
	}
	if n == start || value > 0xff {
		return 0, 0
	}
	return byte(value), n
}
