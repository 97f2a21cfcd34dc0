package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// Plain returns what a reader of the message sees, as text: links by their text, code by its content, escapes and
// character references resolved, a line break as a newline, raw HTML as itself.
func Plain(src string) string { return plainOf(inlineOnly, src) }

// PlainBlock does the same for a longer text, a newline after each block.
func PlainBlock(src string) string { return plainOf(document, src) }

// Line returns a plain text on one line, every run of white space as one space.
func Line(plain string) string {
	return strings.Join(strings.Fields(plain), " ")
}

func plainOf(d dialect, src string) string {
	tree, source := d.parse(src)
	lines := strings.Split(plainChildren(tree, source), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func plainChildren(n ast.Node, source []byte) string {
	var b strings.Builder
	writeChildren(&b, n, source)
	return b.String()
}

func writeChildren(b *strings.Builder, n ast.Node, source []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		writePlain(b, c, source)
	}
}

func writePlain(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(resolve(n, source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte('\n')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(source))
	case *ast.RawHTML:
		if raw := rawText(n, source); isBreak(raw) {
			b.WriteByte('\n')
		} else {
			b.WriteString(raw)
		}
	case *ast.HTMLBlock:
		b.WriteString(blockText(n, source) + "\n")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		b.Write(n.Lines().Value(source))
	default:
		writeChildren(b, n, source)
		writeSeparator(b, n)
	}
}

func writeSeparator(b *strings.Builder, n ast.Node) {
	switch {
	case n.Kind() == extast.KindTableCell:
		b.WriteByte('\t')
	case n.Type() == ast.TypeBlock:
		b.WriteByte('\n')
	}
}

// resolve gives the text of a node with its backslash escapes and character references resolved (CommonMark sections 2.4
// and 2.5); the text of a code span is raw already.
func resolve(n *ast.Text, source []byte) []byte {
	value := n.Segment.Value(source)
	if n.IsRaw() || n.Parent() != nil && n.Parent().Kind() == ast.KindCodeSpan || !bytes.ContainsAny(value, `\&`) {
		return value
	}
	var out []byte
	for len(value) > 0 {
		piece, read := unescape(value)
		out, value = append(out, piece...), value[read:]
	}
	return out
}

// maxReference is how long the name of a character reference is, in bytes; the longest one that HTML has is shorter.
const maxReference = 40

// unescape reads the escape, reference or byte with which a text starts: what it gives is not read again.
func unescape(text []byte) (piece []byte, read int) {
	switch {
	case text[0] == '\\' && len(text) > 1 && util.IsPunct(text[1]):
		return text[1:2], 2
	case text[0] == '&':
		if end := 1 + bytes.IndexFunc(text[1:min(len(text), maxReference)], notInReference); end > 1 && text[end] == ';' {
			return util.ResolveEntityNames(util.ResolveNumericReferences(bytes.Clone(text[:end+1]))), end + 1
		}
	}
	return text[:1], 1
}

func notInReference(r rune) bool {
	return r != '#' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}
