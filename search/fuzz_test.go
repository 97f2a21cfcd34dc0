package search

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are queries that other engines read as commands or choke on.
var hostile = []string{
	"", " ", `"`, `a"b`, "a:b:c", "-", "--", "*", "?*", "/.*/", "x~9", "+a -b", "NOT a", "(", "\\", "\x00", "\xff\xfe", "-302 AND", "10.20.30.40:443",
	"<script>alert(1)</script>", "%", "{{.}}", "\u202e302", "👨‍👩‍👧", strings.Repeat("x", 12000), strings.Repeat("漢", 12000),
	strings.Repeat("a ", 5000), strings.Repeat("1,", 5000), strings.Repeat("\u0301", 5000), strings.Repeat("エラー ", 3000),
}

func FuzzSearch(f *testing.F) {
	for _, q := range append(hostile, "グループ 名前", "code=-302", "getLoginUser", "참", "b <b> &") {
		f.Add(q)
	}
	x := openFixture(f)
	tags := regexp.MustCompile(`</?mark>`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := x.Search(context.Background(), Query{Text: text, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if got.Total < len(got.Hits) {
			t.Fatalf("total %d, %d hits", got.Total, len(got.Hits))
		}
		for _, h := range append(got.Hits, got.Nearest...) {
			if plain := tags.ReplaceAllString(h.Snippet, ""); strings.ContainsAny(plain, "<>\"'") || !utf8.ValidString(h.Snippet) {
				t.Fatalf("snippet %q", h.Snippet)
			}
		}
	})
}

func FuzzTokenize(f *testing.F) {
	for _, s := range append(hostile, "getLoginUser", "ﾊﾟﾗﾒ", "กลุ่ม", "MAX_SIZE") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pos := 0
		for _, tok := range tokenize(text) {
			if tok.term == "" || len(tok.term) > maxTerm {
				t.Fatalf("term %q of %q", tok.term, text)
			}
			if !tok.part && tok.pos <= pos {
				t.Fatalf("%q stands at %d after %d", tok.term, tok.pos, pos)
			}
			pos = tok.pos
		}
		unitsOf(text, nil)
	})
}
