package prose

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// safeRenderer writes the nodes through which a text could reach beyond itself; goldmark's own renderer writes the rest.
type safeRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (r *safeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindImage, r.image)
	reg.Register(ast.KindAutoLink, r.autoLink)
	reg.Register(ast.KindRawHTML, r.rawHTML)
	reg.Register(ast.KindHTMLBlock, r.htmlBlock)
}

func (r *safeRenderer) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	writeAnchor(w, target(n.(*ast.Link).Destination), entering)
	return ast.WalkContinue, nil
}

func (r *safeRenderer) image(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	dest := target(n.(*ast.Image).Destination)
	label := plainChildren(n, source)
	if label == "" {
		label = dest
	}
	writeAnchor(w, dest, true)
	_, _ = w.Write(util.EscapeHTML([]byte(label)))
	writeAnchor(w, dest, false)
	return ast.WalkSkipChildren, nil
}

// autoLink writes an address as a link. It runs from left to right in any text.
func (r *safeRenderer) autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := n.(*ast.AutoLink)
	dest := autoLinkTarget(link, source)
	writeAnchor(w, dest, true)
	_, _ = w.WriteString(`<bdi dir="ltr">`)
	_, _ = w.Write(util.EscapeHTML(link.Label(source)))
	_, _ = w.WriteString("</bdi>")
	writeAnchor(w, dest, false)
	return ast.WalkContinue, nil
}

func (r *safeRenderer) rawHTML(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	raw := rawText(n.(*ast.RawHTML), source)
	if isBreak(raw) {
		_, _ = w.WriteString("<br>")
	} else {
		_, _ = w.Write(util.EscapeHTML([]byte(raw)))
	}
	return ast.WalkSkipChildren, nil
}

func (r *safeRenderer) htmlBlock(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString("<pre>")
		_, _ = w.Write(util.EscapeHTML([]byte(blockText(n.(*ast.HTMLBlock), source))))
		_, _ = w.WriteString("</pre>\n")
	}
	return ast.WalkSkipChildren, nil
}

// writeAnchor writes one end of a link, or nothing where the destination is refused.
func writeAnchor(w util.BufWriter, dest string, entering bool) {
	switch {
	case !SafeLink(dest):
	case entering:
		_, _ = w.WriteString(`<a href="`)
		_, _ = w.Write(util.EscapeHTML(util.URLEscape([]byte(dest), false)))
		if isExternal(dest) {
			_, _ = w.WriteString(`" rel="external noopener noreferrer`)
		}
		_, _ = w.WriteString(`">`)
	default:
		_, _ = w.WriteString("</a>")
	}
}

// SafeLink tells whether a link may lead to dest: a URL of the schemes http, https, mailto and tel (RFC 3986 section 3.1,
// without regard to case), or one without scheme and host. Control characters and spaces, which browsers drop before they
// look for the scheme, and backslashes, which they read as slashes, make a link unsafe.
func SafeLink(dest string) bool {
	if strings.ContainsFunc(dest, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' }) {
		return false
	}
	u, err := url.Parse(dest)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto", "tel":
		return true
	case "":
		return u.Host == "" && !strings.HasPrefix(dest, "//")
	}
	return false
}

// target is a link's destination as a browser would read it: with escapes and character references resolved (CommonMark
// section 6.3), because a scheme can hide behind them.
func target(dest []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(dest))))
}

func isExternal(dest string) bool {
	u, err := url.Parse(dest)
	return err == nil && u.Host != ""
}

func autoLinkTarget(link *ast.AutoLink, source []byte) string {
	dest := string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		return "mailto:" + dest
	}
	return dest
}

var lineBreak = regexp.MustCompile(`(?i)^<br\s*/?>$`)

func isBreak(raw string) bool { return lineBreak.MatchString(raw) }

func rawText(n *ast.RawHTML, source []byte) string {
	return string(n.Segments.Value(source))
}

func blockText(n *ast.HTMLBlock, source []byte) string {
	raw := string(n.Lines().Value(source))
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(source))
	}
	return strings.TrimRight(raw, "\n")
}
