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
	Tables   []TableRule       // what single tables hold
	Numbers  bool              // the codes are 32-bit numbers
	KeepSame bool              // a code may stand twice in a section with other texts
}

// TableRule says what the tables of a section, or those with certain headers, hold. The first rule that fits a table counts.
type TableRule struct {
	Section  string          // path of headings; "" for any
	Headers  []string        // of the table, all of which it must have; nil for any
	NotCodes bool            // it holds no codes
	Columns  map[string]Role // header word -> role, before those of the catalogue
}

// PathSeparator stands between the headings of a section's path in Options.
const PathSeparator = " > "

// Read reads a document. It returns a catalogue even where there are errors, with all that could be read; a document that
// is not UTF-8 gives an empty one.
func Read(file string, content []byte, opt Options) (*Catalog, diag.List) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	d := &document{src: newSource(file, content), opt: opt, columns: newGivenRoles(opt.Columns), rules: newTableRules(opt),
		catalog: &Catalog{ID: opt.ID, File: file, Numbers: opt.Numbers}}
	if i := invalidUTF8(content); i >= 0 {
		d.report(notUTF8(d.src.pos(i), file, content, content[i]))
		return d.catalog, d.list
	}
	plain := d.withoutDeepLines(withoutFrontMatter(content))
	d.regions = findHTML(plain)
	d.walk(newParser().Parse(text.NewReader(maskHTML(plain, d.regions))).FirstChild())
	d.htmlBefore(len(content) + 1)
	d.passOverStatuses()
	d.readHeadings()
	d.finish()
	d.list.Sort()
	return d.catalog, d.list
}

// invalidUTF8 is the offset of the first byte that shows that a document is not UTF-8, or -1.
func invalidUTF8(content []byte) int {
	if isUTF16(content) {
		return bytes.IndexByte(content, 0)
	}
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
	rules   []*tableRule
	regions []htmlRegion // those not read yet
	pending []pendingEntry
	closing []closingNote

	withStatus bool // codes stand beside their HTTP statuses in some table
	list       diag.List
}

// pendingEntry is an entry whose section is still a heading.
type pendingEntry struct {
	entry   *Entry
	heading *heading
	table   int // in the catalogue's tables; -1 where it stands in none
}

func (d *document) report(x diag.Diagnostic) { d.list = append(d.list, x) }

// walk reads a block and those after it. Blocks within others, such as lists and blockquotes, count as if they stood
// outside. HTML tables stand beside the blocks, and each is read when the walk has come to where it is.
func (d *document) walk(c ast.Node) {
	for ; c != nil; c = c.NextSibling() {
		d.htmlBefore(c.Pos())
		switch c := c.(type) {
		case *ast.Heading:
			d.atHeading(c)
		case *ast.Paragraph, *ast.TextBlock:
			d.atParagraph(c)
		case *tableNode:
			d.atGrid(d.pipeGrid(c))
		case *ast.Blockquote:
			d.atBlockquote(c)
		case *ast.HTMLBlock:
			d.atHTMLBlock(c)
		case *ast.List:
			if !d.atCodeList(c) {
				d.walk(c.FirstChild())
			}
		default:
			if c.Type() == ast.TypeBlock {
				d.walk(c.FirstChild())
			}
		}
	}
}

// htmlBefore reads the HTML tables and definition lists that start before a byte of the document.
func (d *document) htmlBefore(offset int) {
	for len(d.regions) > 0 && d.regions[0].start < offset {
		region := d.regions[0]
		d.regions = d.regions[1:]
		if region.unclosed {
			d.report(diag.Warnf(d.src.pos(region.start), RuleHTMLTable, "the HTML that starts here is not closed; it is read up to where the text goes on, by all looks"))
		}
		switch region.kind {
		case htmlTable:
			for _, g := range d.htmlGrids(region) {
				d.atGrid(g)
			}
		case htmlList:
			d.atDefinitions(d.htmlDefinitions(region))
		}
	}
}

func (d *document) atParagraph(n ast.Node) {
	if d.atAdmonition(n) || d.atBoldHeading(n) || d.atMarkdownDefinitions(n) {
		return
	}
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
