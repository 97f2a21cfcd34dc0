package link_test

import (
	"strings"
	"testing"

	"errbook/search/link"
	"errbook/search/ticket"
)

// unlinked takes the links of the test's site out, by plain string functions.
func unlinked(f link.Format, text string) string {
	form := map[link.Format][3]string{
		link.Markdown: {"](" + base, ")", ""}, link.HTML: {`<a href="` + base, `">`, "</a>"}, link.Slack: {"<" + base, "|", ">"}, link.Text: {" (" + base, ")", ""},
	}[f]
	begin, middle, end := form[0], form[1], form[2]
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, begin)
		if !ok {
			return b.String() + text
		}
		if f == link.Markdown {
			i := strings.LastIndexByte(before, '[')
			before = before[:i] + before[i+1:]
		}
		_, after, _ := strings.Cut(rest, middle)
		b.WriteString(before)
		if end != "" {
			shown, left, _ := strings.Cut(after, end)
			b.WriteString(shown)
			after = left
		}
		text = after
	}
}

func FuzzLink(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	for _, text := range []string{
		"[code 6017](", "``code 6017`", "<a>code 6017", "```\n6017", "[[code 6017]][a]", "<code 6017|x>", "![code 6017]", "&#6017;code 6017",
		"<!--code 6017", "code [6017]: a", "code 6017\x00\xff", "[6017](" + base + "c/6017)", "code <b code=6017",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > ticket.MaxLine/2 {
			return
		}
		for _, format := range link.Formats() {
			got := linked(t, format, text)
			if again := linked(t, format, got); again != got {
				t.Fatalf("%s: of %q\n%q\nlinked again\n%q", format, text, got, again)
			}
			if strings.Contains(text, "errors.example") {
				continue
			}
			if back := unlinked(format, got); back != text {
				t.Fatalf("%s: of %q\n%q\nwithout links\n%q", format, text, got, back)
			}
		}
	})
}

// BenchmarkLink links 1 MB of a log with a code on every line.
func BenchmarkLink(b *testing.B) {
	const line = "11-04 08:51:45.779  9506  9518 E Unity   : [Chat] SendMessage seq=1003 failed errno=6206 desc=ネットワーク disconnected\n"
	text := strings.Repeat(line, 1<<20/len(line))
	for _, f := range link.Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if got := linked(b, f, text); len(got) == len(text) {
					b.Fatal("nothing is linked")
				}
			}
		})
	}
}
