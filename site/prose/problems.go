package prose

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
)

// Problem is something in a text that is not published as it was written.
type Problem struct {
	Offset  int    // in bytes from the start of the text, which is to be valid UTF-8
	Rule    string // RuleUnsafeLink, RuleRawHTML or RuleTooLong
	Message string
}

// The rules of problems.
const (
	RuleUnsafeLink = "unsafe-link"
	RuleRawHTML    = "raw-html"
	RuleTooLong    = "too-long"
)

// Problems lists what of a message is refused or shown as text, in order.
func Problems(src string) []Problem { return problemsOf(inlineOnly, src) }

// ProblemsBlock does the same for a longer text.
func ProblemsBlock(src string) []Problem {
	return problemsOf(document, src)
}

func problemsOf(d dialect, src string) (list []Problem) {
	tree, source := d.parse(src)
	if len(source) > d.limit {
		return []Problem{{0, RuleTooLong, fmt.Sprintf(
			"the text has %d bytes, and only up to %d are read as Markdown: it is shown as it is written; make several of it", len(source), d.limit)}}
	}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			list = appendUnsafe(list, n, target(n.Destination))
		case *ast.Image:
			list = appendUnsafe(list, n, target(n.Destination))
		case *ast.AutoLink:
			list = appendUnsafe(list, n, autoLinkTarget(n, source))
		case *ast.RawHTML:
			if raw := rawText(n, source); !isBreak(raw) {
				list = append(list, rawProblem(n.Segments.At(0).Start, raw))
			}
		case *ast.HTMLBlock:
			list = append(list, rawProblem(max(n.Pos(), 0), blockText(n, source)))
		}
		return ast.WalkContinue, nil
	})
	return list
}

func appendUnsafe(list []Problem, n ast.Node, dest string) []Problem {
	if SafeLink(dest) {
		return list
	}
	return append(list, Problem{max(n.Pos(), 0), RuleUnsafeLink, fmt.Sprintf(
		"the link to %q is not published, its text is; a link may start with https:, http:, mailto: or tel:, or lead to a page of this site", clip(dest))})
}

func rawProblem(offset int, raw string) Problem {
	return Problem{offset, RuleRawHTML, fmt.Sprintf(
		"the HTML %q is shown as text; of HTML only <br> is kept: write Markdown, or put code between backticks", clip(raw))}
}

func clip(s string) string {
	r := []rune(s)
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
