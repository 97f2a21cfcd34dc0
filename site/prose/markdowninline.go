package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// hardBreak stands for a line break until it is known where it falls. No text holds its first byte, which is in no UTF-8.
const hardBreak = "\xff\n"

func (w *markdownWriter) inlines(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.WriteString(w.inline(c))
	}
	return b.String()
}

func (w *markdownWriter) inline(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Text:
		return w.text(n)
	case *ast.String:
		return escapeInline(string(n.Value))
	case *ast.CodeSpan:
		return w.codeSpan(n)
	case *ast.Emphasis:
		mark := strings.Repeat("*", n.Level)
		return mark + w.inlines(n) + mark
	case *extast.Strikethrough:
		return "~~" + w.inlines(n) + "~~"
	case *ast.Link:
		return linkOr(w.inlines(n), target(n.Destination))
	case *ast.Image:
		dest := target(n.Destination)
		label := plainChildren(n, w.source)
		if label == "" {
			label = dest
		}
		return linkOr(escapeInline(label), dest)
	case *ast.AutoLink:
		if label := string(n.Label(w.source)); SafeLink(autoLinkTarget(n, w.source)) {
			return "<" + label + ">"
		}
		return escapeInline(string(n.Label(w.source)))
	case *ast.RawHTML:
		if raw := rawText(n, w.source); !isBreak(raw) {
			return escapeInline(raw)
		}
		return hardBreak
	}
	return w.inlines(n)
}

func (w *markdownWriter) text(n *ast.Text) string {
	s := escapeInline(string(resolve(n, w.source)))
	if next := n.NextSibling(); next != nil && strings.HasSuffix(s, "!") && (next.Kind() == ast.KindLink || next.Kind() == ast.KindImage) {
		s = strings.TrimSuffix(s, "!") + `\!` // else the link would be an image
	}
	switch {
	case n.HardLineBreak():
		return s + hardBreak
	case !n.SoftLineBreak() || w.joinsWide && w.joins(n):
		return s
	}
	return s + "\n"
}

// joins tells whether a text goes on behind its line break as if there were none.
func (w *markdownWriter) joins(n *ast.Text) bool {
	next, ok := n.NextSibling().(*ast.Text)
	return ok && wideBoth(n.Segment.Value(w.source), next.Segment.Value(w.source))
}

// codeSpan chooses a mark that the code does not hold (CommonMark section 6.1).
func (w *markdownWriter) codeSpan(n *ast.CodeSpan) string {
	code := strings.ReplaceAll(plainChildren(n, w.source), "\n", " ")
	if inCell(n) {
		code = strings.ReplaceAll(code, "|", `\|`)
	}
	return CodeSpan(code)
}

// CodeSpan is a text as code in Markdown.
func CodeSpan(code string) string {
	mark := strings.Repeat("`", longestRun(code, '`')+1)
	blank := strings.Trim(code, " ") == ""
	if strings.HasPrefix(code, "`") || strings.HasSuffix(code, "`") || !blank && strings.HasPrefix(code, " ") && strings.HasSuffix(code, " ") {
		code = " " + code + " "
	}
	return mark + code + mark
}

func inCell(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == extast.KindTableCell {
			return true
		}
	}
	return false
}

// linkOr is a link, or its text alone where it may not lead to dest. Label is Markdown.
func linkOr(label, dest string) string {
	if !SafeLink(dest) {
		return label
	}
	return "[" + label + "](" + linkTarget.Replace(dest) + ")"
}

// Link is a link in Markdown; label is plain text. An unsafe dest gives the label alone.
func Link(label, dest string) string { return linkOr(EscapeMarkdown(Line(label)), dest) }

var linkTarget = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "&", "&amp;", "*", "%2A", "|", "%7C", "`", "%60", "[", "%5B", "]", "%5D")
