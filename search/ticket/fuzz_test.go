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

// BenchmarkRead reads logs of 5 MB: with a code on every line, without any digits, of lines that might be heads of tables, and
// of lines of JSON.
func BenchmarkRead(b *testing.B) {
	set := documentSet(b)
	for _, log := range []struct {
		name, line string
		codes      int
	}{
		{"codes", "11-04 08:51:45.779  9506  9518 E Unity   : [Chat] SendMessage seq=1003 failed errno=9508 desc=ネットワーク disconnected\n", 1},
		{"words", "    at com.example.chat.login.LoginManager$Callback.onError(LoginManager.java) [chat.jar:?]\n", 0},
		{"commas", "the first user, the second user, another one, and a group; all of them were online, he says\n", 0},
		{"JSON", `{"time":"2025-11-04T10:31:07.200513+09:00","level":"error","user_id":30010,"code":6206,"message":"expired"}` + "\n", 1},
	} {
		text := strings.Repeat(log.line, 5<<20/len(log.line))
		b.Run(log.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if r := ticket.Read(set, text); len(r.Codes) != log.codes {
					b.Fatal(len(r.Codes))
				}
			}
		})
	}
}
