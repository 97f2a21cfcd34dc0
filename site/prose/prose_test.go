package prose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInline(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"plain", "空ファイルです。", "空ファイルです。"},
		{"break", "a<br>b<BR/>c<br />d", "a<br>b<br>c<br>d"},
		{"link", "[UserSig](https://example.com/a?b=1&c=2)", `<a href="https://example.com/a?b=1&amp;c=2" rel="external noopener noreferrer">UserSig</a>`},
		{"site link", "[6017](../6017/)", `<a href="../6017/">6017</a>`},
		{"javascript", "[x](javascript:alert(1))", "x"},
		{"javascript by reference", "[x](&#106;avascript:alert(1))", "x"},
		{"data", "[x](data:text/html;base64,AAAA)", "x"},
		{"autolink script", "<javascript:alert(1)>", "<bdi dir=\"ltr\">javascript:alert(1)</bdi>"},
		{"other host", "[x](//evil.example/)", "x"},
		{"backslash host", `[x](/\evil.example/)`, "x"},
		{"autolink", "<https://example.com/>", `<a href="https://example.com/" rel="external noopener noreferrer"><bdi dir="ltr">https://example.com/</bdi></a>`},
		{"mail", "<a@example.com>", `<a href="mailto:a@example.com"><bdi dir="ltr">a@example.com</bdi></a>`},
		{"raw html", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
		{"event", `<img src=x onerror=alert(1)>`, `&lt;img src=x onerror=alert(1)&gt;`},
		{"image", "![shot](https://example.com/a.png)", `<a href="https://example.com/a.png" rel="external noopener noreferrer">shot</a>`},
		{"escape", `AddSource_Type\_`, "AddSource_Type_"},
		{"code", "`a<b>`", "<code>a&lt;b&gt;</code>"},
		{"no list", "1. first", "1. first"},
		{"no heading", "# not a heading", "# not a heading"},
		{"paragraphs", "a\n\nb", "<p>a</p>\n<p>b</p>"},
		{"title attribute is dropped", `[x](https://example.com "t")`, `<a href="https://example.com" rel="external noopener noreferrer">x</a>`},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Inline(tt.src)); diff != "" {
			t.Errorf("%s: Inline(%q) (-want +got):\n%s", tt.name, tt.src, diff)
		}
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ src, want string }{
		{"禁止されました。 <br>メッセージ", "禁止されました。\nメッセージ"},
		{"[UserSigの生成](https://example.com/1047/34385)をご参照", "UserSigの生成をご参照"},
		{`「AddSource_Type\_」`, "「AddSource_Type_」"},
		{"`a\\_b` &amp; &#x41;", `a\_b & A`},
		{"**bold** ~~gone~~", "bold gone"},
		{"<b>x</b>", "<b>x</b>"},
		{"    four blanks\n\n\ta tab", "four blanks\na tab"},
		{"\\&lt; &#38;lt; \\\\a", "&lt; &lt; \\a"},
		{"", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Plain(tt.src)); diff != "" {
			t.Errorf("Plain(%q) (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestBlock(t *testing.T) {
	src := "# How\n\nText with <i>html</i>.\n\n<div onclick=x>\n</div>\n\n## More\n\n```\n<code>\n```\n"
	got := Block(src)
	for _, want := range []string{"<h3>How</h3>", "&lt;i&gt;html&lt;/i&gt;", "<pre>&lt;div onclick=x&gt;", "<h4>More</h4>", "<pre><code>&lt;code&gt;"} {
		if !strings.Contains(got, want) {
			t.Errorf("Block: no %s in\n%s", want, got)
		}
	}
}

func TestFirstSentence(t *testing.T) {
	tests := []struct{ plain, want string }{
		{"パラメータが無効です。チェックしてください。", "パラメータが無効です。"},
		{"TIMManager.getInstance().loginを呼び出します。次", "TIMManager.getInstance().loginを呼び出します。"},
		{"不正です（空です。困る）。次", "不正です（空です。困る）。"},
		{"PBの解析に失敗", "PBの解析に失敗"},
		{"Invalid parameter. Check it.", "Invalid parameter."},
		{"Too many (e.g. 100) calls. Wait.", "Too many (e.g. 100) calls."},
		{"Use v2.0 or e.g. v3. Then", "Use v2.0 or e.g. v3."},
		{"Up to 5 times/s.\nWait", "Up to 5 times/s."},
		{"参数无效！请检查。", "参数无效！"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := FirstSentence(tt.plain); got != tt.want {
			t.Errorf("FirstSentence(%q) = %q, want %q", tt.plain, got, tt.want)
		}
	}
}

func TestProblems(t *testing.T) {
	var got []string
	for _, p := range Problems("a <b>x</b> [y](javascript:1) <br>") {
		got = append(got, p.Rule)
	}
	if diff := cmp.Diff([]string{RuleRawHTML, RuleRawHTML, RuleUnsafeLink}, got); diff != "" {
		t.Errorf("Problems (-want +got):\n%s", diff)
	}
}

func FuzzInline(f *testing.F) {
	for _, s := range []string{"a<br>b", "[x](javascript:1)", "<javascript:1>", "![a](b)", "`a` **b** \\_ &amp;", "<!-- -->", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, out := range []string{Inline(src), Block(src)} {
			lower := strings.ToLower(out)
			for _, bad := range []string{"<script", "<img", "<iframe", `href="javascript:`, `href="data:`, "<!--"} {
				if strings.Contains(lower, bad) {
					t.Fatalf("%q gives %q", src, out)
				}
			}
		}
		Plain(src)
		FirstSentence(src)
		for _, p := range append(Problems(src), ProblemsBlock(src)...) {
			if p.Offset < 0 || p.Offset > len(valid(src)) {
				t.Fatalf("offset %d of %d in %q", p.Offset, len(src), src)
			}
		}
	})
}
