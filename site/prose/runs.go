package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Run is a stretch of a text's bytes that is read as prose: no markup, link target, code or raw HTML is in it.
type Run struct {
	From, To int
	Block    int // counts the paragraphs, headings and cells of the text from 0
}

// Runs lists the runs of a text in order; block says that it is not one line. Text that is also the name of a link's
// target is none: "[name]" leads nowhere when it is changed. A text that is not UTF-8, or too long to be read as Markdown,
// has no runs.
func Runs(src string, block bool) (runs []Run) {
	d := dialectOf(block)
	if !utf8.ValidString(src) || len(src) > d.limit {
		return nil
	}
	tree, _ := d.parse(src)
	count := -1
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			count++
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *ast.HTMLBlock, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Link:
			if n.Reference != nil && n.Reference.Type != ast.ReferenceLinkFull {
				return ast.WalkSkipChildren, nil
			}
		case *ast.Text:
			if n.Segment.Len() > 0 {
				runs = append(runs, Run{n.Segment.Start, n.Segment.Stop, count})
			}
		}
		return ast.WalkContinue, nil
	})
	return runs
}

// Outline sums up what a text is made of besides its words: the tree of its Markdown with link targets, code and raw HTML.
// Two texts with the same outline differ in prose alone.
func Outline(src string, block bool) string {
	tree, source := dialectOf(block).parse(src)
	var b strings.Builder
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Kind() != ast.KindText {
				b.WriteByte(')')
			}
			return ast.WalkContinue, nil
		}
		return outlineNode(&b, n, source), nil
	})
	return b.String()
}

func outlineNode(b *strings.Builder, n ast.Node, source []byte) ast.WalkStatus {
	text, isText := n.(*ast.Text)
	if isText {
		if text.HardLineBreak() {
			b.WriteString("br ")
		}
		return ast.WalkContinue
	}
	b.WriteString(n.Kind().String() + "(")
	switch n := n.(type) {
	case *ast.Heading:
		b.WriteString(strconv.Itoa(n.Level))
	case *ast.Emphasis:
		b.WriteString(strconv.Itoa(n.Level))
	case *ast.List:
		b.WriteString(strconv.Itoa(n.Start) + string(n.Marker))
	case *ast.Link:
		b.WriteString(strconv.Quote(string(n.Destination)) + strconv.Quote(string(n.Title)))
	case *ast.Image:
		b.WriteString(strconv.Quote(string(n.Destination)))
	case *ast.AutoLink:
		b.WriteString(strconv.Quote(string(n.Label(source))))
	case *ast.RawHTML:
		b.WriteString(strconv.Quote(rawText(n, source)))
	case *ast.CodeSpan:
		b.WriteString(strconv.Quote(plainChildren(n, source)) + ")")
		return ast.WalkSkipChildren
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		b.WriteString(strconv.Quote(string(n.Lines().Value(source))))
	}
	return ast.WalkContinue
}

func dialectOf(block bool) dialect {
	if block {
		return document
	}
	return inlineOnly
}
