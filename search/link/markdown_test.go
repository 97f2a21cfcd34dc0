package link

import (
	"math/rand/v2"
	"strings"
	"testing"

	"errbook/search/codes"
	"errbook/search/ticket"
)

// TestParagraphsLineByLine links paragraphs of random syntax line by line, and wants the links that the whole paragraph allows.
func TestParagraphsLineByLine(t *testing.T) {
	const base = "https://errors.example/"
	set := codes.NewSet([]codes.Code{{Catalog: "shop", Text: "6017"}})
	url := func(int) string { return base + "c/6017" }
	pieces := []string{"code 6017 ", "code 6017 ", "\n", "\nx ", "\nx ", "`", "``", "[", "]", "](x)", "](", ")", "\"", "<a href=x>", "</a>", "<b y='", "'>", "<!--", "-->", "\\", "x"}
	r := rand.New(rand.NewPCG(1, 2))
	linked, held := 0, 0
	for range 30_000 {
		text := "x "
		for range r.IntN(24) {
			text += pieces[r.IntN(len(pieces))]
		}
		if text = strings.TrimRight(text, "\n") + "\n"; strings.Contains(text, "\n\n") || strings.Count(text, "\n") > maxHeld || beginsBlock(text) {
			continue
		}
		l, err := New(set, Markdown, base, url)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, line := range strings.SplitAfter(text, "\n") {
			out := l.Line(line)
			if got += out; line != "" && out == "" {
				held++
			}
		}
		got += l.End()
		if want := linkedWhole(set, text, url(0)); got != want {
			t.Fatalf("%q\n got %q\nwant %q", text, got, want)
		}
		linked += strings.Count(got, base)
	}
	if linked < 1000 || held < 1000 {
		t.Errorf("%d links, %d lines held back", linked, held)
	}
}

// beginsBlock reports whether a line begins with what may be another block.
func beginsBlock(text string) bool {
	for _, line := range strings.Split(text, "\n")[1:] {
		if line != "" && strings.ContainsAny(line[:1], "<`[\"'") {
			return true
		}
	}
	return false
}

// linkedWhole links a paragraph that is read in one piece.
func linkedWhole(set *codes.Set, text, url string) string {
	closed, _ := scanInline(text, true)
	shut := walls(closed)
	var b strings.Builder
	reader := ticket.NewReader(set)
	at, from := 0, 0
	for _, line := range strings.SplitAfter(text, "\n") {
		for _, p := range reader.Line(line) {
			s := span{from + p.From, from + p.To}
			if shut.in(s) || !syntaxes[Markdown].fits(text, s) {
				continue
			}
			b.WriteString(text[at:s.from] + Link(Markdown, text[s.from:s.to], url))
			at = s.to
		}
		from += len(line)
	}
	return b.String() + text[at:]
}
