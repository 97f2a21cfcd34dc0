package published

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"errbook/site/diag"
)

// Parse reads the file: each code once, sorted. A line that is none is an error, because the code in it would be forgotten; so
// is what git leaves of a conflict. A code with several lines, as a merge leaves them, is noted.
func Parse(file string, data []byte) ([]Code, diag.List) {
	p := parser{file: file, at: map[string]int{}}
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\uFEFF"))) {
		p.n++
		p.line(strings.TrimRight(string(line), "\r\n"))
	}
	return p.sorted(), p.list
}

type parser struct {
	file  string
	n     int // of the line
	codes []Code
	at    map[string]int // in codes, by catalogue and code
	list  diag.List
}

// mend is how every fault of a line is mended.
const mend = "take the line from an earlier version of the file, or delete it and run errbook build --lock"

func (p *parser) fail(col int, format string, args ...any) {
	p.list = append(p.list, diag.Errorf(diag.At(p.file, p.n, col), RuleLock, format, args...))
}

func (p *parser) line(text string) {
	switch {
	case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "# "):
	case isMarker(text):
		p.fail(1, "git left a conflict here; keep the lines of both sides and delete the marks (%s …)", text[:7])
	case !utf8.ValidString(text):
		p.fail(1, "the line is not UTF-8; %s", mend)
	default:
		if c, ok := p.code(text); ok {
			p.add(c)
		}
	}
}

// isMarker tells whether a line is one by which git parts the sides of a conflict.
func isMarker(line string) bool {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if line == mark || strings.HasPrefix(line, mark+" ") {
			return true
		}
	}
	return false
}

const partCount = 6

// code reads a line, and reports the first part that is not as it should be.
func (p *parser) code(text string) (c Code, ok bool) {
	parts := strings.Split(text, "\t")
	if len(parts) != partCount {
		p.fail(1, "the line has %d parts with tabs between them, and not the %d of a code: catalogue, code, date added, date changed, sum, description; %s",
			len(parts), partCount, mend)
		return c, false
	}
	valid := make([]bool, partCount)
	c.Catalog, valid[0] = name(parts[0])
	c.Text, valid[1] = name(parts[1])
	c.Added, valid[2] = parts[2], ValidDate(parts[2])
	c.Changed, valid[3] = parts[3], ValidDate(parts[3])
	c.Sum, valid[4] = parts[4], validSum(parts[4])
	description, err := strconv.Unquote(parts[5])
	c.Description, valid[5] = description, err == nil && strings.HasPrefix(parts[5], `"`) && utf8.ValidString(description)
	c.Pos = diag.At(p.file, p.n, 1)
	if i := slices.Index(valid, false); i >= 0 {
		p.fail(column(parts, i), "%s; %s", faults[i], mend)
		return c, false
	}
	if c.Changed < c.Added {
		p.fail(1, "the code changed on %s, before it was added on %s; %s", c.Changed, c.Added, mend)
		return c, false
	}
	return c, true
}

// faults are what is wrong with each part that is not valid.
var faults = [partCount]string{
	"the catalogue is to be a name, such as im", "the code is missing, or its quotes are", "a date added is to be like 2026-01-31",
	"a date of change is to be like 2026-01-31", "the sum is to be 12 hexadecimal digits", "the description is to stand between quotes, at the end of the line",
}

// column is where a part of a line starts, in characters from 1.
func column(parts []string, i int) (col int) {
	col = 1
	for _, before := range parts[:i] {
		col += utf8.RuneCountInString(before) + 1
	}
	return col
}

// name reads a catalogue or code.
func name(part string) (string, bool) {
	if !strings.HasPrefix(part, `"`) {
		return part, part != ""
	}
	s, err := strconv.Unquote(part)
	return s, err == nil && s != "" && utf8.ValidString(s)
}

func validSum(s string) bool { return len(s) == 12 && strings.Trim(s, "0123456789abcdef") == "" }

// add keeps a code, or makes one of the lines that speak of it.
func (p *parser) add(c Code) {
	key := c.Catalog + "\x00" + c.Text
	i, twice := p.at[key]
	if !twice {
		p.at[key] = len(p.codes)
		p.codes = append(p.codes, c)
		return
	}
	was := p.codes[i]
	p.list = append(p.list, diag.Notef(c.Pos, RuleLock, "code %s of catalogue %s stands in line %d already, as after a merge; errbook build --lock makes one line of the two",
		c.Text, c.Catalog, was.Pos.Line))
	p.codes[i] = merge(was, c)
}

// merge makes one of two lines of a code, whichever comes first.
func merge(a, b Code) Code {
	out := a
	if later(b, a) {
		out = b
	}
	out.Added, out.Pos = min(a.Added, b.Added), a.Pos
	return out
}

// later tells whether the last change of a came after that of b; of the same day, one of the two always wins.
func later(a, b Code) bool {
	return cmp.Or(cmp.Compare(a.Changed, b.Changed), cmp.Compare(a.Sum, b.Sum), cmp.Compare(a.Description, b.Description)) > 0
}

func (p *parser) sorted() []Code {
	slices.SortFunc(p.codes, compare)
	return p.codes
}
