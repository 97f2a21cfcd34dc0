// Package prose turns the Markdown of one text into HTML that is safe to publish and into plain text.
//
// A text comes from a document, a translation or a longer note, so it is hostile until checked. Of CommonMark (and GFM's
// strikethrough and tables) everything is kept but what could act on the reader:
//
//   - raw HTML is shown as the text that it is; only <br> in its three spellings breaks the line (CommonMark section 6.6);
//   - a link leads to http, https, mailto or tel, or stays on the site; with any other scheme (javascript:, data:, file:)
//     its text is shown without a link, and Problems says so;
//   - an image becomes a link to it, because a page makes no request to anywhere else.
//
// Inline is for a message that is one paragraph or less, as a table's cell is; Block is for longer notes. A blank line in a
// text given to Inline makes paragraphs all the same, so that nothing of a text is lost. Bytes that are not UTF-8 are read
// as U+FFFD.
//
// The time that Markdown takes grows with the square of the text in the worst case, so a text of more than 16 KiB, or 64 KiB
// for Block, is not read as Markdown: it is shown as it was written, in one paragraph, and Problems says so.
package prose

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The two readers never change once made, and goldmark's are safe for many goroutines.
var (
	inlineOnly = dialect{sync.OnceValue(newInline), 16 << 10}
	document   = dialect{sync.OnceValue(newDocument), 64 << 10}
)

// dialect is a way to read texts of up to limit bytes.
type dialect struct {
	markdown func() goldmark.Markdown
	limit    int
}

// parse returns the tree of a text and the bytes that the tree speaks of. A text beyond the limit is one raw piece.
func (d dialect) parse(src string) (ast.Node, []byte) {
	source := valid(src)
	if len(source) <= d.limit {
		return d.markdown().Parser().Parse(text.NewReader(source)), source
	}
	raw := ast.NewTextSegment(text.NewSegment(0, len(source)))
	raw.SetRaw(true)
	paragraph := ast.NewParagraph()
	paragraph.AppendChild(paragraph, raw)
	tree := ast.NewDocument()
	tree.AppendChild(tree, paragraph)
	return tree, source
}

// newInline reads paragraphs and nothing else: a cell that starts with "1." or "-" is no list.
func newInline() goldmark.Markdown {
	p := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(paragraph{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithRenderer(newRenderer()),
		goldmark.WithExtensions(extension.Strikethrough))
}

// paragraph reads paragraphs that are indented too: where there is no indented code, such a line would be lost.
type paragraph struct{ parser.BlockParser }

// CanAcceptIndentedLine implements parser.BlockParser.
func (paragraph) CanAcceptIndentedLine() bool { return true }

// newDocument reads all of CommonMark with GFM's tables.
func newDocument() goldmark.Markdown {
	return goldmark.New(goldmark.WithRenderer(newRenderer()),
		goldmark.WithExtensions(extension.Strikethrough, extension.Table,
			extension.NewCJK(extension.WithEastAsianLineBreaks())))
}

func newRenderer() renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(&safeRenderer{}, 100),
		util.Prioritized(html.NewRenderer(), 1000),
	))
}

// Inline returns the HTML of a message, without a surrounding <p>.
func Inline(src string) string {
	out := render(inlineOnly, src)
	if strings.Count(out, "<p>") != 1 {
		return out
	}
	return strings.TrimSuffix(strings.TrimPrefix(out, "<p>"), "</p>")
}

// Block returns the HTML of a longer text. Its headings start at level 3: the levels above are the page's own.
func Block(src string) string { return render(document, src) }

func render(d dialect, src string) string {
	tree, source := d.parse(src)
	demoteHeadings(tree)
	var out bytes.Buffer
	if err := d.markdown().Renderer().Render(&out, source, tree); err != nil {
		// Writing to a buffer cannot fail, and no node renderer of ours does.
		panic(err)
	}
	return strings.TrimSpace(out.String())
}

func valid(src string) []byte { return []byte(strings.ToValidUTF8(src, "\uFFFD")) }

// demoteHeadings moves all headings alike, so that the highest is of level 3 and none is beyond 6.
func demoteHeadings(tree ast.Node) {
	top := 6
	var headings []*ast.Heading
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			headings = append(headings, h)
			top = min(top, h.Level)
		}
		return ast.WalkContinue, nil
	})
	for _, h := range headings {
		h.Level = min(6, h.Level-top+3)
	}
}
