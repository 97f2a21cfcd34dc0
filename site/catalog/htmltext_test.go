package catalog

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"errbook/site/prose"
)

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"spaces", " a \n  b\t<b> c </b> d&nbsp;e ", "a b **c** d e"},
		{"break", "0<br>", "0"},
		{"breaks", "a<br/><BR>b", "a<br><br>b"},
		{"blocks", "<p>a</p> <p>b</p><div><div>c</div></div>", "a<br>b<br>c"},
		{"list", "Try:<ul><li>one</li><li><p>two</p></li><li></li></ul>end", "Try:<br>• one<br>• two<br>end"},
		{"definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "a<br>b"},
		{"link", `<a href="https://e.example/a b(c)&lt;?x=1&amp;copy=2">see [it]</a>.`, `[see \[it\]](https://e.example/a%20b%28c%29%3C?x=1&amp;copy=2).`},
		{"script in a link", `<a href=" java&#10;script:alert(1)">x</a>`, "[x](javascript:alert%281%29)"},
		{"link without text", `<a href="x"> </a>y`, "y"},
		{"anchors", `<a name="E1"></a><span id=x></span>E1`, "E1"},
		{"code", "<code>a_b</code> <kbd>`</kbd> <tt>x``y</tt>", "`a_b` `` ` `` ```x``y```"},
		{"code beside code", "<b><code>a</code></b><code>b</code>", "**`a`**`b`"},
		{"emphasis", "<strong>a</strong><em>b</em> <b><i>c</i></b>", "**a**b ***c***"},
		{"emphasis in a word", "x<b>(y)</b>z", "x(y)z"},
		{"wide emphasis", "エラー<b>「空」</b>です", "エラー「空」です"},
		{"image", `<img src="a.png" alt="a_ *b*">`, `a\_ \*b\*`},
		{"script", "a<script>1</script><style>b</style>c", "ac"},
		{"Markdown", "**a** [b](c) `d` &lt;br&gt; ~~e~~ a_b _c_ 1 < 2 &amp;lt; \\* C:\\dir", "\\*\\*a\\*\\* [b\\](c) \\`d\\` \\<br> \\~\\~e\\~\\~ a_b \\_c\\_ 1 < 2 &amp;lt; \\\\\\* C:\\dir"},
		{"lines", "<pre>a\n  b</pre>c", "a<br>b<br>c"},
		{"deep", strings.Repeat("<div>", 600) + "a <b>b</b>", "a b"},
		{"not closed", "a <b>b", "a **b**"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, htmlText(htmlNodes([]byte(tt.src))...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestHTMLTextIsLiteral: whatever stands in a cell is read back from its Markdown as a browser shows it.
func TestHTMLTextIsLiteral(t *testing.T) {
	pieces := []string{"a", "字", " ", "*", "**", "_", "`", "``", "~", "~~", "[", "]", "(", ")", "!", "\\", "\n", "|", "#", "-", "1.", "「", "」", ".",
		"<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<a href='u v(1)`*'>", "</a>", "<br>", "<p>", "</p>", "<div>", "</div>", "<li>x",
		"&lt;", "&gt;", "&amp;", "&#65;", "&nbsp;", "&amp;lt;", "&amp;#65;", "http://a.example/", "<img alt='i*g'>", "<span id=x></span>", "<a name=y></a>"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkLiteral(t, b.String())
	}
}

func checkLiteral(t *testing.T, src string) {
	t.Helper()
	nodes := htmlNodes([]byte(src))
	md := htmlText(nodes...)
	if diff := cmp.Diff(shown(nodes), prose.Plain(md)); diff != "" {
		t.Fatalf("%q gives %q (-shown +plain):\n%s", src, md, diff)
	}
	if c := htmlCell([]byte(src)); c.plain != prose.Line(prose.Plain(md)) {
		t.Fatalf("%q: the cell's plain text is %q", src, c.plain)
	}
}

// shown is the text that a browser shows, told in another way: a \x01 stands at the bounds of blocks, and is a line break
// unless there is one.
func shown(nodes []*html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.Map(func(r rune) rune {
				if strings.ContainsRune("\t\n\f\r\u00a0", r) {
					return ' '
				}
				return r
			}, n.Data))
			return
		case n.Data == "br":
			b.WriteString("\n")
		case n.Data == "img":
			b.WriteString(attribute(n, "alt"))
		}
		block := n.Data == "p" || n.Data == "div" || n.Data == "li"
		if block {
			b.WriteString("\x01")
		}
		if n.Data == "li" {
			b.WriteString("• ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			b.WriteString("\x01")
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	s := regexp.MustCompile(`[ \x01]*\x01[ \x01]*`).ReplaceAllString(b.String(), "\x01")
	s = regexp.MustCompile(`\n *\x01`).ReplaceAllString(s, "\n")
	lines := strings.Split(strings.TrimLeft(strings.ReplaceAll(s, "\x01", "\n"), "\n "), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(regexp.MustCompile(` +`).ReplaceAllString(l, " "))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func TestSpans(t *testing.T) {
	for value, want := range map[string]int{"": 1, "x": 1, "2": 2, " +3 ": 3, "{4}": 4, "5%": 5, "0": 0, "-2": 1, "99999999999999999999": 1000} {
		if got := spanOf(value, 1, maxColspan); got != want {
			t.Errorf("spanOf(%q) = %d, want %d", value, got, want)
		}
	}
}

// TestHostileSpans: a table is never much more than what was written.
func TestHostileSpans(t *testing.T) {
	cells := strings.Repeat("<td rowspan=65534 colspan=1000>a", 2000)
	for _, src := range []string{
		"<table><tr>" + cells + strings.Repeat("<tr><td>b", 5000) + "</table>",
		"<table>" + strings.Repeat("<tr><td rowspan=9999>a<td colspan=1000>b", 5000) + "</table>",
	} {
		d := newHTMLDocument([]byte(src))
		size := 0
		for _, g := range d.htmlGrids(findHTML(d.src.bytes)[0]) {
			for _, r := range g.rows {
				size += len(r.cells)
			}
		}
		if limit := maxFree + 10*maxPerCell*5000; size > limit || len(d.list) != 1 || d.list[0].Rule != RuleTooManyCells {
			t.Errorf("%.60s: %d cells, %v", src, size, d.list)
		}
	}
}

// BenchmarkHTMLTable has to take ten times as long for ten times the rows, also when they stand on one line.
func BenchmarkHTMLTable(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		for _, end := range []string{"\n", ""} {
			var src strings.Builder
			src.WriteString("<table><tr><th>Code</th><th>Text</th><th>Cause</th></tr>" + end)
			for i := range rows {
				fmt.Fprintf(&src, "<tr><td>%d</td><td>The disk is &lt;full&gt;.</td><td>Buy <b>one</b><br>now</td></tr>%s", i, end)
			}
			src.WriteString("</table>\n")
			b.Run(fmt.Sprintf("%d/%q", rows, end), func(b *testing.B) {
				b.SetBytes(int64(src.Len()))
				for b.Loop() {
					d := newHTMLDocument([]byte(src.String()))
					if g := d.htmlGrids(findHTML(d.src.bytes)[0]); len(g[0].rows) != rows {
						b.Fatal(len(g[0].rows))
					}
				}
			})
		}
	}
}
