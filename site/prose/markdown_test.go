package prose

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"words", "Too many calls. Wait.", "Too many calls. Wait."},
		{"code and emphasis", "Call `login` **now**, _please_.", "Call `login` **now**, *please*."},
		{"code with its own marks", "``a`b`` and `` ` ``", "``a`b`` and `` ` ``"},
		{"a cell that looks like a list", "1. is no list", `1\. is no list`},
		{"nor a bullet", "- 302", `\- 302`},
		{"a negative code", "-302 is full", "-302 is full"},
		{"nor a heading", "# and C#", `\# and C#`},
		{"identifiers", "ERR_NO_FUNDS a*b*c", `ERR\_NO\_FUNDS a*b*c`},
		{"raw HTML", "<b>bold</b> <script>", `\<b\>bold\</b\> \<script\>`},
		{"line breaks", "one<br>two<BR/>", "one\\\ntwo"},
		{"a link", "see [the *docs*](https://a.example/x_(y)?a=1&b=2).", "see [the *docs*](https://a.example/x_%28y%29?a=1&amp;b=2)."},
		{"a refused link", "see [docs](javascript:alert)", "see docs"},
		{"escapes that are read once", "\\&lt; &#38;lt;", `\&lt; \&lt;`},
		{"an image", "![shot](https://a.example/s.png)", "[shot](https://a.example/s.png)"},
		{"not an image", "Failed\\![why](https://a.example/)", `Failed\![why](https://a.example/)`},
		{"an address", "<https://a.example/?a=1&b=2>", "<https://a.example/?a=1&b=2>"},
		{"character references", "&lt;b&gt; &amp;lt; R&D", `\<b\> \&lt; R\&D`},
		{"a definition", "[a]: /url", `\[a\]: /url`},
		{"an underline", "a\n===\nb\n---", "a\n\\===\nb\n\\---"},
		{"a table's line", "a|b\n:-|-", "a\\|b\n\\:-\\|-"},
		{"two paragraphs", "a\n\nb", "a\n\nb"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"a mark that would not close", "&eacute;**\"x\"**", `é"x"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Markdown(tt.src); got != tt.want {
				t.Errorf("%q\n got %q\nwant %q", tt.src, got, tt.want)
			}
		})
	}
}

func TestMarkdownBlock(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"headings as on the page", "# A\n\ntext\n\n## B #x\n", "### A\n\ntext\n\n#### B \\#x"},
		{"lists", "- a\n- b\n  1. c\n  2. d\n\n* e\n\n  f\n", "- a\n- b\n  1. c\n  2. d\n\n* e\n\n  f"},
		{"code", "    indented\n\n~~~sh\nls `a` ```b\n~~~\n", "```\nindented\n```\n\n````sh\nls `a` ```b\n````"},
		{"HTML", "<div>\nx\n</div>\n", "```\n<div>\nx\n</div>\n```"},
		{"a quote", "> a\n>\n> - b\n", "> a\n>\n> - b"},
		{"a table", "| a | b |\n| :-- | --: |\n| `x\\|y`<br>z | **c** |\n", "| a | b |\n| :--- | ---: |\n| `x\\|y`<br>z | **c** |"},
		{"a line between wide characters", "日本\n語 and\nmore", "日本語 and\nmore"},
		{"a rule", "a\n\n---\n\nb", "a\n\n___\n\nb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := MarkdownBlock(tt.src); got != tt.want {
				t.Errorf("%q\n got %q\nwant %q", tt.src, got, tt.want)
			}
		})
	}
}

func TestEscapeMarkdown(t *testing.T) {
	for plain, want := range map[string]string{
		"[x](javascript:1) `a` *b* <c> |d|": "\\[x\\](javascript:1) \\`a\\` \\*b\\* \\<c\\> \\|d\\|",
		"5xx. 1.0":                          "5xx. 1.0",
		"a\nb\r\n\r\nc":                     "a\\\nb\n\nc",
		"\\ ~x~ &amp; & #1":                 `\\ \~x\~ \&amp; & \#1`,
	} {
		if got := EscapeMarkdown(plain); got != want {
			t.Errorf("%q gives %q, want %q", plain, got, want)
		}
	}
}

func TestMarkdownLink(t *testing.T) {
	if got, want := Link("-302 a]b", "https://a.example/c/-302"), `[-302 a\]b](https://a.example/c/-302)`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Link("a", "javascript:1"); got != "a" {
		t.Errorf("an unsafe link: %q", got)
	}
}

// FuzzMarkdown: what is written again says the same, and has neither HTML nor links that the page would not have.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"a<br>b", "*a*_b_ **c", "1. x\n- y\n\n> z", "| a |\n|---|\n| `b\\|c` |", "[x](javascript:1) ![y](z)", "***a** b*",
		"&nbsp;**&nbsp;a**", "\\\n\\", "```\n`\n", "<a@b.c> <https://x.y>", "# a\n===\n\r\x00\xff", "~~a~~ ~b~", "- - a\n-\n- 2. b", "[a]: b\n[a]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		check := func(out, plain string) {
			if got := unspaced(PlainBlock(out)); got != unspaced(plain) && len(out) < document.limit {
				t.Fatalf("%q is written as %q, which says %q, not %q", src, out, got, plain)
			}
			for _, p := range ProblemsBlock(out) {
				if p.Rule != RuleTooLong {
					t.Fatalf("%q is written as %q: %v", src, out, p)
				}
			}
		}
		check(Markdown(src), Plain(src))
		check(MarkdownBlock(src), PlainBlock(src))
		plain := strings.TrimSpace(Line(strings.ToValidUTF8(src, "\uFFFD")))
		check(EscapeMarkdown(plain), plain)
	})
}
