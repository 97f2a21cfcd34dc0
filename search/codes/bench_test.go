package codes

import (
	"fmt"
	"strings"
	"testing"
)

// log5 is five megabytes of an ordinary log with a code now and then.
func log5(line string) string {
	var b strings.Builder
	for i := 0; b.Len() < 5<<20; i++ {
		fmt.Fprintf(&b, line, i%60, i, 120000+i%20000)
	}
	return b.String()
}

const (
	plainLine = "2024-01-02 10:11:%02d.123 INFO [main] com.example.app.Login userId=%d cost 31 ms, error code: %d from 10.0.0.1:443\n"
	cjkLine   = "2024-01-02 10:11:%02d ログインに失敗しました（ユーザー %d）。エラーコード：%d 网络连接失败，请稍后重试。\n"
)

func BenchmarkFind(b *testing.B) {
	s := fixture()
	for name, text := range map[string]string{
		"log": log5(plainLine), "cjk": log5(cjkLine),
		"digits": strings.Repeat("1", 5<<20), "dashes": strings.Repeat("1-", 5<<19), "dots": strings.Repeat("a.", 5<<19),
		"commas": strings.Repeat("000,", 5<<18), "colons": strings.Repeat("1:", 5<<19), "marks": strings.Repeat("\u0301", 5<<19),
		"slashes": strings.Repeat("/a", 5<<19), "ora": strings.Repeat("ORA-", 5<<18), "spaces": strings.Repeat(" ", 5<<20), "wide": strings.Repeat("１", 5<<18),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Find(text)
			}
		})
	}
}

// TestFindOnHostileText reads long runs of what the masks and cues look at: reading that went back for each of them would
// not end within the test's time. How fast it is, BenchmarkFind shows.
func TestFindOnHostileText(t *testing.T) {
	s := fixture()
	for _, unit := range []string{
		"1", "1-", "a.", "000,", "1:", "\u0301", "/a", "ORA-", " ", "１", "a-b.", "code ", "-", "a@", "1 ", "エラー", "v1.", "\u200b", "a_", "::", "0x", "Jan ",
	} {
		text := strings.Repeat(unit, 1<<16/len(unit))
		for _, f := range s.Find(text).Found {
			if f.From < 0 || f.To > len(text) || text[f.From:f.To] != f.Written {
				t.Errorf("of %q: %+v", unit, f)
			}
		}
	}
}
