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
	header row
	rows   []row
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

// tableReader finds pipe tables in paragraphs (GFM, tables extension): a line of cells, below it a line of dashes with as
// many columns, then rows up to the end of the paragraph. Lines above the header stay a paragraph.
type tableReader struct{}

// Transform implements parser.ParagraphTransformer.
func (tableReader) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	source, lines := reader.Source(), node.Lines()
	for i := 1; i < lines.Len(); i++ {
		delimiter := lines.At(i)
		columns := delimiterColumns(delimiter.Value(source))
		header := splitRow(lines.At(i-1), source)
		if columns == 0 || columns != len(header.cells) {
			continue
		}
		table := &tableNode{header: header}
		table.SetPos(header.line.Start)
		for j := i + 1; j < lines.Len(); j++ {
			table.rows = append(table.rows, splitRow(lines.At(j), source))
		}
		lines.SetSliced(0, i-1)
		node.Parent().InsertAfter(node.Parent(), node, table)
		if lines.Len() == 0 {
			node.Parent().RemoveChild(node.Parent(), node)
		}
		return
	}
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

// cellText is the Markdown of a cell: as written, but for the backslash that keeps a pipe from splitting it.
func cellText(cell text.Segment, source []byte) string {
	return strings.ReplaceAll(string(source[cell.Start:cell.Stop]), `\|`, "|")
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
