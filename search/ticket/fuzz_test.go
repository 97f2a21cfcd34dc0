package ticket_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"errbook/search/ticket"
)

func FuzzRead(f *testing.F) {
	set := documentSet(f)
	for _, c := range readGolden(f) {
		f.Add(c.Text)
	}
	f.Add("\xff6206\x00 code 6206\xf0\x9f")
	f.Fuzz(func(t *testing.T, text string) {
		r := ticket.Read(set, text)
		var all []ticket.Span
		seen := map[int]bool{}
		for _, c := range r.Codes {
			if seen[c.Index] || len(c.Spans) == 0 || text[c.Spans[0][0]:c.Spans[0][1]] != c.Written {
				t.Fatalf("code %d: %+v", c.Index, c)
			}
			seen[c.Index] = true
			if !slices.IsSortedFunc(c.Spans, func(a, b ticket.Span) int { return a[0] - b[0] }) {
				t.Fatalf("spans in no order: %v", c.Spans)
			}
			all = append(all, c.Spans...)
		}
		slices.SortFunc(all, func(a, b ticket.Span) int { return a[0] - b[0] })
		end := 0
		for _, s := range all {
			if s[0] < end || s[0] >= s[1] || s[1] > len(text) {
				t.Fatalf("span %v after %d of %q", s, end, text)
			}
			end = s[1]
			if utf8.ValidString(text) && !utf8.ValidString(text[s[0]:s[1]]) {
				t.Fatalf("span %v splits a character of %q", s, text)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	set := documentSet(b)
	const line = "11-04 08:51:45.779  9506  9518 E Unity   : [Chat] SendMessage seq=1003 failed errno=9508 desc=ネットワーク disconnected\n"
	text := strings.Repeat(line, 5<<20/len(line))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if r := ticket.Read(set, text); len(r.Codes) != 1 {
			b.Fatal(len(r.Codes))
		}
	}
}
