package catalog

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// kindTable is the node kind of a pipe table.
var kindTable = ast.NewNodeKind("ErrbookTable")

// tableNode is a pipe table as it stands: every row with every cell, also those that GFM drops.
type tableNode struct {
	ast.BaseBlock
	header  row
	columns int // of the row of dashes
	rows    []row
}

// Kind implements ast.Node.
func (n *tableNode) Kind() ast.NodeKind { return kindTable }

// Dump implements ast.Node.
func (n *tableNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// row is one line of a table: the line itself and its cells, as spans of the source without surrounding space.
type row struct {
	line  text.Segment
	cells []text.Segment
}

// tableReader finds pipe tables in paragraphs (GFM, tables extension): a line of cells, below it a line of dashes, then rows
// up to the end of the paragraph or a line meant as a heading. Lines above the header stay a
// paragraph, and so do those from such a heading on, in which there may be a table again. Unlike GFM it takes a line of
// dashes with another number of columns than the header, if each has two at least.
type tableReader struct{}

// Transform implements parser.ParagraphTransformer.
func (t tableReader) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	source, lines := reader.Source(), node.Lines()
	for i := 1; i < lines.Len(); i++ {
		delimiter := lines.At(i)
		columns := delimiterColumns(delimiter.Value(source))
		header := splitRow(lines.At(i-1), source)
		if columns == 0 || columns != len(header.cells) && min(columns, len(header.cells)) < 2 {
			continue
		}
		table := &tableNode{header: header, columns: columns}
		table.SetPos(header.line.Start)
		end := i + 1
		for ; end < lines.Len() && !endsTable(lines.At(end), source); end++ {
			table.rows = append(table.rows, splitRow(lines.At(end), source))
		}
		parent := node.Parent()
		// The paragraph itself goes away whatever is left of it, else a line of dashes below would make a heading of it.
		insertParagraph(parent, node, lines.Sliced(0, i-1))
		parent.InsertBefore(parent, node, table)
		if rest := insertParagraph(parent, node, lines.Sliced(end, lines.Len())); rest != nil {
			t.Transform(rest, reader, pc)
		}
		parent.RemoveChild(parent, node)
		return
	}
}

// insertParagraph inserts a paragraph of some lines, if there are any, before a node.
func insertParagraph(parent, before ast.Node, lines []text.Segment) *ast.Paragraph {
	if len(lines) == 0 {
		return nil
	}
	p := ast.NewParagraph()
	p.Lines().AppendAll(lines)
	parent.InsertBefore(parent, before, p)
	return p
}

// endsTable tells whether a line right below a table is meant as a heading.
func endsTable(line text.Segment, source []byte) bool {
	value := line.Value(source)
	return isLostHeading(value) && !bytes.ContainsRune(value, '|')
}

var delimiterCell = regexp.MustCompile(`^\s*:?-+:?\s*$`)

// delimiterColumns counts the columns of a delimiter row; 0 where the line is none.
func delimiterColumns(line []byte) int {
	s := strings.TrimSpace(string(line))
	if !strings.Contains(s, "-") || !strings.ContainsAny(s, "|:") {
		return 0
	}
	cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|"), "|")
	for _, c := range cells {
		if !delimiterCell.MatchString(c) {
			return 0
		}
	}
	return len(cells)
}

// splitRow splits a line at its pipes. A pipe after a backslash does not split, wherever it stands (GFM example 200).
func splitRow(line text.Segment, source []byte) row {
	r := row{line: line}
	seg := trim(line, source)
	value := source[seg.Start:seg.Stop]
	from, end := 0, len(value)
	if bytes.HasPrefix(value, []byte("|")) {
		from = 1
	}
	if end > from && value[end-1] == '|' && !isEscaped(value, end-1) {
		end--
	}
	for i := from; i <= end; i++ {
		if i == end || value[i] == '|' && !isEscaped(value, i) {
			cell := text.NewSegment(seg.Start+from, seg.Start+i)
			r.cells = append(r.cells, trim(cell, source))
			from = i + 1
		}
	}
	return r
}

func trim(seg text.Segment, source []byte) text.Segment {
	seg = seg.TrimLeftSpace(source)
	return seg.TrimRightSpace(source)
}

func isEscaped(value []byte, i int) bool { return i > 0 && value[i-1] == '\\' }

func cellText(cell text.Segment, source []byte) string {
	return cellExcerpt(cell, source).text.String()
}

// newParser reads the blocks of CommonMark, with pipe tables; what stands within a line is left as written.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(tableReader{}, 200),
		),
	)
}
