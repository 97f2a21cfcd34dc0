package catalog

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"errbook/site/prose"
)

// htmlCell makes a cell of HTML. Its position is left to the caller.
func htmlCell(content []byte) cell {
	if bytes.IndexByte(content, '<') < 0 {
		node := html.Node{Type: html.TextNode, Data: html.UnescapeString(string(content))}
		return cell{md: htmlText(&node), plain: prose.Line(noNull(node.Data))}
	}
	md := htmlText(htmlNodes(content)...)
	return cell{md: md, plain: prose.Line(prose.Plain(md))}
}

// htmlNodes reads HTML as the content of an element. What is nested too deep for that is read as text.
func htmlNodes(content []byte) []*html.Node {
	inside := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragmentWithOptions(bytes.NewReader(content), inside, html.ParseOptionEnableScripting(false))
	if err == nil {
		return nodes
	}
	var text strings.Builder
	z := html.NewTokenizer(bytes.NewReader(content))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			text.WriteString(string(z.Text()) + " ")
		}
	}
	return []*html.Node{{Type: html.TextNode, Data: text.String()}}
}

// htmlText writes HTML as the Markdown of one message. Text stays literal, whatever it would mean in Markdown, with white
// space collapsed; blocks become lines, between which stands <br>, and those of a list have a bullet. Links, code, bold and
// italics are kept, images are their alternative text, all other tags are transparent.
func htmlText(nodes ...*html.Node) string {
	w := &htmlWriter{lines: make([]htmlLine, 1)}
	for _, n := range nodes {
		w.node(n, style{})
	}
	var lines []string
	for _, l := range w.lines {
		if md := l.markdown(); md != "" || len(lines) > 0 {
			lines = append(lines, md)
		}
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "<br>")
}

// style is how a text is shown.
type style struct {
	bold, italic, code bool
	lines              bool // line ends break lines
	href               string
}

// styled is a text in one style.
type styled struct {
	style
	text string
}

// htmlLine is a line of a text. It never begins with a space, and has no two of them in a row.
type htmlLine struct {
	bullet bool
	texts  []styled
}

// htmlWriter collects the lines of a text.
type htmlWriter struct{ lines []htmlLine }

func (w *htmlWriter) line() *htmlLine { return &w.lines[len(w.lines)-1] }

func (w *htmlWriter) breakLine() { w.lines = append(w.lines, htmlLine{}) }

// block begins a line, unless nothing stands on this one yet.
func (w *htmlWriter) block() {
	if len(w.line().texts) > 0 {
		w.breakLine()
	}
}

func (w *htmlWriter) node(n *html.Node, s style) {
	if n.Type == html.TextNode {
		w.text(n.Data, s)
	}
	if n.Type != html.ElementNode || isDropped(n.Data) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.breakLine()
		return
	case atom.Img:
		w.text(attribute(n, "alt"), s)
		return
	case atom.Td, atom.Th:
		w.text(" ", s)
	}
	if isBlock(n.DataAtom) {
		w.block()
		defer w.block()
	}
	if n.DataAtom == atom.Li {
		w.line().bullet = true
		defer w.noEmptyBullet()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, s.within(n))
	}
}

// noEmptyBullet takes the bullet of an item without text away.
func (w *htmlWriter) noEmptyBullet() {
	if len(w.line().texts) == 0 {
		w.line().bullet = false
	}
}

// within is the style of what stands in an element.
func (s style) within(n *html.Node) style {
	switch n.DataAtom {
	case atom.B, atom.Strong:
		s.bold = true
	case atom.I, atom.Em:
		s.italic = true
	case atom.Code, atom.Kbd, atom.Tt:
		s.code = true
	case atom.Pre:
		s.lines = true
	case atom.A:
		s.href = destination(attribute(n, "href"))
	}
	return s
}

func attribute(n *html.Node, name string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name && a.Namespace == "" })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

// isDropped tells of which elements a browser shows nothing.
func isDropped(name string) bool {
	switch name {
	case "script", "style", "template", "iframe", "noembed", "noframes":
		return true
	}
	return false
}

// isBlock tells which elements stand on lines of their own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Caption, atom.Tr, atom.Pre,
		atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Section, atom.Article, atom.Aside,
		atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Figure, atom.Figcaption, atom.Details, atom.Summary, atom.Address,
		atom.Form, atom.Fieldset, atom.Center:
		return true
	}
	return false
}

// text adds a text to the line, with white space collapsed.
func (w *htmlWriter) text(s string, st style) {
	s = noNull(strings.ReplaceAll(s, "\u00a0", " "))
	if !st.lines {
		w.line().add(s, st)
		return
	}
	for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			w.breakLine()
		}
		w.line().add(l, st)
	}
}

// noNull leaves out what HTML does not show.
func noNull(s string) string { return strings.ReplaceAll(s, "\x00", "") }

func (l *htmlLine) add(s string, st style) {
	st.lines = false
	var b strings.Builder
	space := l.endsInSpace()
	for _, r := range s {
		isSpace := strings.ContainsRune(" \t\n\f\r", r)
		switch {
		case !isSpace:
			b.WriteRune(r)
		case !space:
			b.WriteByte(' ')
		}
		space = isSpace
	}
	if b.Len() == 0 {
		return
	}
	if n := len(l.texts); n > 0 && l.texts[n-1].style == st {
		l.texts[n-1].text += b.String()
		return
	}
	l.texts = append(l.texts, styled{st, b.String()})
}

// endsInSpace tells whether a space at the end of the line would not be seen.
func (l *htmlLine) endsInSpace() bool {
	n := len(l.texts)
	return n == 0 || strings.HasSuffix(l.texts[n-1].text, " ")
}
