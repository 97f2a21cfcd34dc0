package prose

import (
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hostile are pieces that, repeated, make Markdown readers look back again and again.
var hostile = []string{"[", "*", "<", "`", "![", "[a](", "~~", "a_b*", "*a_", "[a](<b", "``a`", "<!--", "<a b=\"", "&#x", "> ", "- > ", "1. ", "\\", "|", "]("}

// TestLongTextsAreNotParsed: the work on a text is bounded, because beyond the limit none of it goes to the Markdown
// reader. That is seen by its markup, which stays as written.
func TestLongTextsAreNotParsed(t *testing.T) {
	const marked = "**b** <br> [x](https://example.com/) "
	for _, piece := range hostile {
		src := strings.TrimSpace(marked + strings.Repeat(piece, 100<<10/len(piece)))
		escaped := strings.NewReplacer("&#34;", "&quot;").Replace(html.EscapeString(src))
		if got := Inline(src); got != escaped {
			t.Errorf("100 KiB of %q: Inline starts with %q", piece, clip(got))
		}
		if got := Block(src); got != "<p>"+escaped+"</p>" {
			t.Errorf("100 KiB of %q: Block starts with %q", piece, clip(got))
		}
		if Plain(src) != src || PlainBlock(src) != src {
			t.Errorf("100 KiB of %q: Plain starts with %q", piece, clip(Plain(src)))
		}
		FirstSentence(src)
		for _, problems := range [][]Problem{Problems(src), ProblemsBlock(src)} {
			if len(problems) != 1 || problems[0].Rule != RuleTooLong || problems[0].Offset != 0 {
				t.Errorf("100 KiB of %q: the problems are %v", piece, problems)
			}
		}
	}
}

func TestTextsUpToTheLimitAreParsed(t *testing.T) {
	tests := []struct {
		name   string
		html   func(string) string
		list   func(string) []Problem
		limit  int
		parsed string
	}{
		{"Inline", Inline, Problems, inlineOnly.limit, "<strong>b</strong>"},
		{"Block", Block, ProblemsBlock, document.limit, "<p><strong>b</strong>"},
	}
	for _, tt := range tests {
		src := "**b** " + strings.Repeat("字 ", tt.limit/len("字 ")-2)
		src += strings.Repeat("x", tt.limit-len(src))
		if got := tt.html(src); !strings.HasPrefix(got, tt.parsed) || tt.list(src) != nil {
			t.Errorf("%s of %d bytes starts with %q", tt.name, len(src), clip(got))
		}
		if got := tt.html(src + "x"); strings.Contains(got, tt.parsed) || len(tt.list(src+"x")) != 1 {
			t.Errorf("%s of %d bytes starts with %q", tt.name, len(src)+1, clip(got))
		}
	}
}

func TestLongTextIsSafe(t *testing.T) {
	src := "<script>alert(1)</script>\xff[x](javascript:1)" + strings.Repeat(" ", 100<<10) + "\"end"
	got := Inline(src)
	if diff := cmp.Diff("&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD[x](javascript:1)", strings.TrimSpace(strings.TrimSuffix(got, "&quot;end"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// BenchmarkHostile is the worst that a text can cost.
func BenchmarkHostile(b *testing.B) {
	for _, tt := range []struct {
		name  string
		html  func(string) string
		limit int
	}{{"inline", Inline, inlineOnly.limit}, {"block", Block, document.limit}} {
		for _, piece := range []string{"*a_", "[a](", "~~", "> "} {
			src := strings.Repeat(piece, tt.limit/len(piece))
			b.Run(tt.name+"/"+strings.TrimSpace(piece), func(b *testing.B) {
				for b.Loop() {
					tt.html(src)
				}
			})
		}
	}
}
