package messagefile

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"errbook/site/diag"
)

// Parse reads a file. What is damaged is told, each fault once and as an error; the entries of the file are those that
// could be read. A file with an error among its diagnostics is not to be written from what was read.
//
// A text between three quotes that lacks its end would take the entries below it for its own lines. Where a file is
// damaged, a line that looks like the start of an entry is therefore one.
func Parse(name string, data []byte) (*File, diag.List) {
	p := newParser(name, data)
	p.file()
	if len(p.list) > 0 {
		again := newParser(name, data)
		again.careful = true
		again.file()
		p = again
	}
	p.duplicates()
	p.list.Sort()
	return p.out, p.list
}

type parser struct {
	s        string
	pos      int
	line     int // of pos, from 1
	out      *File
	list     diag.List
	table    []string
	conflict bool
	careful  bool
	above    string   // blank lines and comments before the entry to come, up to the last blank line
	comments []string // those behind it
}

func newParser(name string, data []byte) *parser {
	body := bytes.TrimPrefix(data, []byte("\uFEFF"))
	f := &File{Name: name, EOL: "\n", bom: len(body) < len(data), data: body}
	if i := bytes.IndexByte(body, '\n'); i > 0 && body[i-1] == '\r' {
		f.EOL = "\r\n"
	}
	f.open = len(body) > 0 && body[len(body)-1] != '\n'
	return &parser{s: string(body), line: 1, out: f}
}

func (p *parser) file() {
	for p.pos < len(p.s) {
		line := p.rawLine()
		text := withoutEnd(line)
		switch trimmed := strings.TrimLeft(text, " \t"); {
		case p.marker(text):
			p.damage(p.pos + len(line))
		case trimmed == "":
			p.above += p.pending() + line
			p.comments = nil
			p.advance(p.pos + len(line))
		case trimmed[0] == '#':
			p.comment(text)
			p.advance(p.pos + len(line))
		case trimmed[0] == '[':
			p.header()
		default:
			p.entry()
		}
	}
	p.out.Tail = p.above + p.pending()
	p.head()
}

// head parts the file's head from its first entry.
func (p *parser) head() {
	if len(p.out.Entries) > 0 {
		p.out.Head, p.out.Entries[0].Above = p.out.Entries[0].Above, ""
	}
}

// pending are the comment lines that wait for their entry, as written.
func (p *parser) pending() string {
	var b strings.Builder
	for _, c := range p.comments {
		b.WriteString(c + p.out.EOL)
	}
	return b.String()
}

func (p *parser) comment(text string) {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, control) {
		p.fail(p.pos, RuleSyntax, "the comment has a control character, or is not UTF-8; delete it, or save the file as UTF-8")
		p.out.damaged = append(p.out.damaged, span{p.pos, p.pos + len(text)})
	}
	p.comments = append(p.comments, text)
}

func (p *parser) rawLine() string {
	if i := strings.IndexByte(p.s[p.pos:], '\n'); i >= 0 {
		return p.s[p.pos : p.pos+i+1]
	}
	return p.s[p.pos:]
}

// withoutEnd takes the end of a line away.
func withoutEnd(line string) string {
	if text, ok := strings.CutSuffix(line, "\n"); ok {
		return strings.TrimSuffix(text, "\r")
	}
	return line
}

func (p *parser) advance(to int) {
	p.line += strings.Count(p.s[p.pos:to], "\n")
	p.pos = to
}

// markers are what git puts around the two sides of a conflict.
var markers = regexp.MustCompile(`^(<{7}|\|{7}|={7}|>{7})( |$)`)

// marker takes a conflict's marker; "=======" is one only within a conflict.
func (p *parser) marker(text string) bool {
	m := markers.FindString(text)
	if m == "" || m[0] == '=' && !p.conflict {
		return false
	}
	switch m[0] {
	case '<':
		p.conflict = true
		p.fail(p.pos, RuleConflict, "a merge conflict is not resolved; keep one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>")
	case '>':
		if !p.conflict {
			p.fail(p.pos, RuleConflict, "a merge conflict is left over; delete the line")
		}
		p.conflict = false
	}
	return true
}

// header reads the header of a table: the keys below it belong to it.
func (p *parser) header() {
	at := skipBlanks(p.s, p.pos)
	parts, end, bad := key(p.s, at+1)
	if bad == nil {
		end = skipBlanks(p.s, end)
		if !strings.HasPrefix(p.s[end:], "]") {
			bad = &fault{end, "expected ] at the end of a table's name"}
		}
	}
	behind := end + 1
	if bad == nil {
		end, bad = p.lineEnd(behind)
	}
	if bad != nil {
		p.broken(bad)
		return
	}
	if comment := strings.TrimSpace(p.s[behind:end]); comment != "" { // entries are written without their tables
		p.comments = append(p.comments, comment)
	}
	p.table = parts
	p.advance(end)
}

// entry reads a key and its text.
func (p *parser) entry() {
	start := p.pos
	parts, end, bad := key(p.s, start)
	if bad == nil {
		end = skipBlanks(p.s, end)
		if !strings.HasPrefix(p.s[end:], "=") {
			bad = &fault{end, "expected = between an id and its text"}
		}
	}
	if bad != nil {
		p.broken(bad)
		return
	}
	e := &Entry{Line: p.line, flat: p.table == nil && len(parts) == 1, conflicted: p.conflict}
	e.ID = idOf(append(append([]string(nil), p.table...), parts...))
	e.Col = 1 + utf8.RuneCountInString(p.s[start:skipBlanks(p.s, start)])
	from := skipBlanks(p.s, end+1)
	value, after, bad := literal(p.s, from)
	if bad != nil && notText(p.s[from:]) {
		p.noText(e.ID)
		return
	}
	if bad == nil {
		end, bad = p.lineEnd(after)
	}
	if bad == nil && p.careful {
		bad = p.swallows(from, after)
	}
	if bad != nil {
		p.broken(bad)
		return
	}
	e.Value, e.at = value, span{start, end}
	e.lead, e.text, e.rest = p.s[start:from], p.s[from:after], p.s[after:end]
	p.keep(e)
	p.advance(end)
}

func (p *parser) keep(e *Entry) {
	e.Above, e.Comments = p.above, p.comments
	p.above, p.comments = "", nil
	p.out.Entries = append(p.out.Entries, e)
}

// idOf joins the parts of a key. A message may be a table of plural forms, of which a document's texts have only other.
func idOf(parts []string) string {
	if n := len(parts) - 1; n > 0 && strings.EqualFold(parts[n], "other") {
		parts = parts[:n]
	}
	return strings.Join(parts, ".")
}

// notText tells whether a value is one of TOML's other kinds.
func notText(s string) bool {
	return otherKinds.MatchString(s)
}

var otherKinds = regexp.MustCompile(`^([-+]?[0-9]|[-+]?(inf|nan)\b|true\b|false\b|\[|\{)`)

func (p *parser) noText(id string) {
	p.broken(&fault{p.pos, "message \"" + diag.OneLine(id) + "\" is to be a text between quotes"})
	p.list[len(p.list)-1].Rule = RuleNoText
}

// lineEnd takes a comment and the end of the line behind a text.
func (p *parser) lineEnd(at int) (int, *fault) {
	at = skipBlanks(p.s, at)
	end := len(p.s)
	if i := strings.IndexByte(p.s[at:], '\n'); i >= 0 {
		end = at + i + 1
	}
	rest := withoutEnd(p.s[at:end])
	if rest == "" {
		return end, nil
	}
	if rest[0] != '#' {
		return at, &fault{at, `expected the end of the line behind the closing quote; a quote within a text is written \"`}
	}
	if !utf8.ValidString(rest) || strings.ContainsFunc(rest, control) {
		return at, &fault{at, "the comment has a control character, or is not UTF-8"}
	}
	return end, nil
}

// entryStart is a line that looks like the start of an entry.
var entryStart = regexp.MustCompile(`(?m)^[ \t]*("(?:[^"\\\n]|\\.)+"|'[^'\n]+')[ \t]*=[ \t]*["']`)

// statementStart is a line that is one, though perhaps not a text's.
var statementStart = regexp.MustCompile(`^[ \t]*("(?:[^"\\\n]|\\.)+"|'[^'\n]+'|[-\w]+)[ \t]*=[ \t]*(["'\[{0-9+-]|true|false)`)

func (p *parser) swallows(from, to int) *fault {
	if i := entryStart.FindStringIndex(p.s[from:to]); i != nil {
		return &fault{from, "the text lacks its closing quotes " + p.s[from:from+3]}
	}
	return nil
}

// broken reports a fault of the statement at the parser's place and goes on at the next line that may start another.
func (p *parser) broken(bad *fault) {
	p.fail(bad.at, RuleSyntax, "%s", bad.message)
	end := p.pos + len(p.rawLine())
	for end < len(p.s) {
		line := p.s[end:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		trimmed := strings.TrimLeft(line, " \t\r\n")
		if trimmed == "" || trimmed[0] == '#' || trimmed[0] == '[' || statementStart.MatchString(line) || markers.MatchString(withoutEnd(line)) {
			break
		}
		end += len(line)
	}
	p.damage(end)
}

// damage marks lines that no entry can be read from, with the comments that stand above them.
func (p *parser) damage(to int) {
	p.out.damaged = append(p.out.damaged, span{p.pos, to})
	p.above, p.comments = p.above+p.pending(), nil
	p.advance(to)
}

// fail reports a fault at a byte.
func (p *parser) fail(at int, rule, format string, args ...any) {
	line := p.line + strings.Count(p.s[p.pos:at], "\n")
	start := strings.LastIndexByte(p.s[:at], '\n') + 1
	pos := diag.At(p.out.Name, line, 1+utf8.RuneCountInString(p.s[start:at]))
	p.list = append(p.list, diag.Errorf(pos, rule, format, args...))
}
