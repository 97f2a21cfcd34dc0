package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Parts are what stands in a text beside its words, each in the text's order.
type Parts struct {
	Words string   // what is read as prose, without markup, code and link targets; parts that markup separates have a space between
	Code  []string // the contents of code spans and code blocks
	Links []string // the targets of links and images
	HTML  []string // raw HTML but for <br>, piece by piece
}

// PartsOf takes a text apart; block says that it is not one line. A text that is too long to be read as Markdown is all
// words.
func PartsOf(src string, block bool) Parts {
	tree, source := dialectOf(block).parse(src)
	var p Parts
	var words strings.Builder
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		return p.take(n, source, &words), nil
	})
	p.Words = strings.TrimSpace(words.String())
	return p
}

func (p *Parts) take(n ast.Node, source []byte, words *strings.Builder) ast.WalkStatus {
	switch n := n.(type) {
	case *ast.Text:
		words.Write(resolve(n, source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			words.WriteByte('\n')
		}
	case *ast.CodeSpan:
		p.Code = append(p.Code, plainChildren(n, source))
		words.WriteByte(' ')
		return ast.WalkSkipChildren
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.Code = append(p.Code, string(n.Lines().Value(source)))
		return ast.WalkSkipChildren
	case *ast.Link:
		p.Links = append(p.Links, target(n.Destination))
	case *ast.Image:
		p.Links = append(p.Links, target(n.Destination))
	case *ast.AutoLink:
		p.Links = append(p.Links, autoLinkTarget(n, source))
		words.WriteByte(' ')
	case *ast.RawHTML:
		words.WriteByte(' ')
		if raw := rawText(n, source); !isBreak(raw) {
			p.HTML = append(p.HTML, raw)
		}
	case *ast.HTMLBlock:
		p.HTML = append(p.HTML, strings.TrimSpace(blockText(n, source)))
	default:
		if n.Type() == ast.TypeBlock && words.Len() > 0 {
			words.WriteByte('\n')
		}
	}
	return ast.WalkContinue
}

// MaxBytes is how long a text may be to be read as Markdown.
func MaxBytes(block bool) int { return dialectOf(block).limit }
