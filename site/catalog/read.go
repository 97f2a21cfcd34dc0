package catalog

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"errbook/site/diag"
)

// Options say what a document cannot say itself.
type Options struct {
	ID       string
	Sections map[string]string // path of headings, joined by PathSeparator -> id
	Columns  map[string]Role   // header word -> role
	Numbers  bool              // the codes are 32-bit numbers
}

// PathSeparator stands between the headings of a section's path in Options.
const PathSeparator = " > "

// Read reads a document. It returns a catalogue even where there are errors, with all that could be read; a document that
// is not UTF-8 gives an empty one.
func Read(file string, content []byte, opt Options) (*Catalog, diag.List) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	d := &document{src: newSource(file, content), opt: opt, columns: newGivenRoles(opt.Columns),
		catalog: &Catalog{ID: opt.ID, File: file, Numbers: opt.Numbers}}
	if i := invalidUTF8(content); i >= 0 {
		d.report(diag.Errorf(d.src.pos(i), RuleNotUTF8,
			"byte 0x%02x is not UTF-8; convert the file, for instance from GB 18030 with: iconv -f GB18030 -t UTF-8 %s", content[i], file))
		return d.catalog, d.list
	}
	d.walk(newParser().Parse(text.NewReader(withoutFrontMatter(content))).FirstChild())
	d.finish()
	d.list.Sort()
	return d.catalog, d.list
}

func invalidUTF8(content []byte) int {
	for i := 0; i < len(content); {
		r, n := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// document is one reading of one document.
type document struct {
	src     *source
	opt     Options
	catalog *Catalog
	outline outline
	columns *givenRoles
	pending []pendingEntry
	tables  []*heading // above each of the catalogue's tables
	closing []closingNote
	list    diag.List
}

// pendingEntry is an entry whose section is still a heading.
type pendingEntry struct {
	entry   *Entry
	heading *heading
}

func (d *document) report(x diag.Diagnostic) { d.list = append(d.list, x) }

// walk reads a block and those after it. Blocks within others, such as lists and blockquotes, count as if they stood
// outside.
func (d *document) walk(c ast.Node) {
	for ; c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			d.atHeading(c)
		case *ast.Paragraph, *ast.TextBlock:
			d.atParagraph(c)
		case *tableNode:
			d.atTable(c)
		case *ast.Blockquote:
			d.atBlockquote(c)
		default:
			if c.Type() == ast.TypeBlock {
				d.walk(c.FirstChild())
			}
		}
	}
}

func (d *document) atParagraph(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		d.atLostHeading(string(seg.Value(d.src.bytes)), seg.Start)
	}
	d.checkLostRows(n)
}

var frontMatter = regexp.MustCompile(`^---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[A-Za-z_][\w.-]*[ \t]*:(?s:.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`)

// withoutFrontMatter blanks out a block of YAML at the very top, which CommonMark would take for a heading, so that
// nothing after it moves.
func withoutFrontMatter(content []byte) []byte {
	end := len(frontMatter.Find(content))
	if end == 0 {
		return content
	}
	blank := bytes.Clone(content)
	for i, b := range blank[:end] {
		if b != '\n' {
			blank[i] = ' '
		}
	}
	return blank
}
