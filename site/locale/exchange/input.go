package exchange

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"errbook/site/diag"
)

// MaxSize is how large a file may be, in bytes. The XLIFF file of a catalogue of 100,000 messages is less than half as large.
const MaxSize = 256 << 20

// input is a file in UTF-8, with the places in it.
type input struct {
	name  string
	s     string
	lines []int // where they start

	last, col int // a byte that was asked for, and how many characters stand before it on its line
}

// at is the position of a byte. It counts on from the byte that was asked for before: a file may be one line.
func (in *input) at(offset int) diag.Position {
	offset = min(max(offset, 0), len(in.s))
	n := max(0, sort.SearchInts(in.lines, offset+1)-1)
	if in.last < in.lines[n] || in.last > offset {
		in.last, in.col = in.lines[n], 0
	}
	in.col += utf8.RuneCountInString(in.s[in.last:offset])
	in.last = offset
	return diag.At(in.name, n+1, in.col+1)
}

func newInput(name, s string) *input {
	in := &input{name: name, s: s, lines: []int{0}}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			in.lines = append(in.lines, i+1)
		}
	}
	return in
}

// decode turns a file into UTF-8: by its byte order mark, or else by the encoding that it names, or else it is UTF-8.
func decode(name string, data []byte) (*input, diag.List) {
	fail := func(format string, args ...any) (*input, diag.List) {
		return nil, diag.List{diag.Errorf(diag.At(name, 1, 1), RuleSyntax, format, args...)}
	}
	if len(data) > MaxSize {
		return fail("the file is larger than %d MiB; export the catalogues one by one, or only what is to do (--todo)", MaxSize>>20)
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")) {
		return fail("the file is UTF-32; save it as UTF-8")
	}
	label, enc, err := encodingOf(data)
	if err != nil {
		return fail("the file says that its encoding is %q, which is none that is known; save it as UTF-8", label)
	}
	if enc != nil {
		if data, err = enc.NewDecoder().Bytes(data); err != nil {
			return fail("the file cannot be read as %s: %v; save it as UTF-8", label, err)
		}
		if !slices.Contains([]string{"utf-16", "gb18030"}, label) && bytes.Contains(data, []byte("\uFFFD")) {
			return fail("the file has bytes that are no %s, though it says that it is; save it as UTF-8", label)
		}
	}
	s := strings.TrimPrefix(string(data), "\uFEFF")
	in := newInput(name, s)
	if !utf8.ValidString(s) {
		bad := strings.IndexFunc(s, func(r rune) bool { return r == utf8.RuneError })
		for bad >= 0 && strings.HasPrefix(s[bad:], "\uFFFD") { // written so, and sound
			next := strings.IndexFunc(s[bad+3:], func(r rune) bool { return r == utf8.RuneError })
			bad += 3 + next
		}
		return nil, diag.List{diag.Errorf(in.at(bad), RuleSyntax, "the file is not UTF-8 here; save it as UTF-8 (in a spreadsheet: CSV UTF-8)")}
	}
	return in, nil
}

// What an encoding is named in: the declaration of an XML document, the header of a PO file.
var (
	declared = regexp.MustCompile(`^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']`)
	charset  = regexp.MustCompile(`(?m)^(?:msgstr[ \t]+)?"[^"\n]*[Cc]ontent-[Tt]ype:[^"\n]{0,80}charset=([A-Za-z0-9._:-]{1,40})`)
)

// headSize is how far into a file it is looked for what kind of file it is.
const headSize = 64 << 10

// encodingOf finds the encoding of a file; nil is UTF-8.
func encodingOf(data []byte) (label string, enc encoding.Encoding, err error) {
	head := data[:min(len(data), headSize)]
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		return "utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		return "utf-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return "", nil, nil
	}
	m := declared.FindSubmatch(head)
	if m == nil {
		m = charset.FindSubmatch(head)
	}
	if m == nil {
		return "", nil, nil
	}
	label = strings.ToLower(string(m[1]))
	// A document whose declaration can be read so is no UTF-16, whatever it declares; "CHARSET" is the gap of a template.
	if label == "utf-8" || label == "utf8" || label == "ascii" || label == "us-ascii" || label == "charset" || strings.HasPrefix(label, "utf-16") {
		return "", nil, nil
	}
	enc, err = htmlindex.Get(label)
	return label, enc, err
}

var (
	looksPO   = regexp.MustCompile(`(?m)^(msgid|msgctxt)[ \t]+"`)
	looksJSON = regexp.MustCompile(`^\s*[{\[]`)
)

// format is the format of what is in the file, or what its name says.
func (in *input) format() Format {
	head := strings.TrimLeft(in.s, " \t\r\n")
	switch {
	case strings.HasPrefix(head, "<"):
		return XLIFF
	case looksPO.MatchString(in.s[:min(len(in.s), headSize)]):
		return PO
	case separator(in.s) != 0:
		return CSV
	case looksJSON.MatchString(head):
		return JSON
	}
	return FormatOf(in.name)
}

// clean makes a text valid UTF-8.
func clean(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
