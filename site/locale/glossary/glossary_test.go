package glossary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const file = `
[[term]]
source = "証明書"
en = ["credential", "certificate"]
ko = "인증서"
why = "What proves who somebody is."

[[term]]
source = "証明"
en = "proof"

[[term]]
source = "ID"
en = "ID"
`

func TestIn(t *testing.T) {
	g, list := Parse("g", []byte(file), []string{"ja", "en", "ko"})
	if list != nil {
		t.Fatal(list)
	}
	tests := []struct {
		name, source, lang string
		want               []string
	}{
		{"a longer term covers a shorter one", "証明書が無効です", "en", []string{"証明書"}},
		{"both", "証明と証明書、証明", "en", []string{"証明", "証明書"}},
		{"a language without a form", "証明と証明書", "ko", []string{"証明書"}},
		{"Latin letters are whole words", "UserIDとVIDEO", "en", nil},
		{"beside other letters", "グループidが", "en", []string{"ID"}},
		{"none", "", "en", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, term := range g.In(tt.source, tt.lang) {
			got = append(got, term.Source)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestHas(t *testing.T) {
	g, _ := Parse("g", []byte(file), []string{"ja", "en", "ko"})
	term := g.Terms()[0]
	for text, want := range map[string]bool{"Invalid CERTIFICATE.": true, "Two credentials.": true, "Invalid proof.": false} {
		if got := term.Has(text, "en"); got != want {
			t.Errorf("%q has the term: %t", text, got)
		}
	}
	if !term.Has("anything", "fr") {
		t.Error("a language without a form has nothing to have")
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		terms      int
		want       []string
	}{
		{"empty", "", 0, nil},
		{"a byte order mark", "\ufeff[[term]]\nsource = 'a'\n", 1, nil},
		{"no TOML", "[[term]\n", 0, []string{"g:1:7: warning: expected end of table array name delimiter ']', but got '\\n' instead [toml-syntax]"}},
		{"no source", "[[term]]\nen = 'x'\n", 0, []string{`g:1:3: warning: a [[term]] needs a source: the words of the documents, as in source = "証明書" [glossary]`}},
		{"twice", "[[term]]\nsource = 'Ab'\n[[term]]\nsource = 'aB'\n", 1, []string{`g:4:1: warning: the term "aB" stands on line 2 already; put all forms there [glossary]`}},
		{"a language that the site lacks", "[[term]]\nsource = 'a'\nzh-hans = 'b'\nen = 'c'\n", 1,
			[]string{`g:3:1: warning: "zh-hans" is none of the site's languages (did you mean zh-Hans?): en, zh-Hans [glossary]`}},
		{"no text", "[[term]]\nsource = 'a'\nen = ['b', 5, '']\nwhy = 3\n", 1, []string{
			"g:3:1: warning: a form is to be a text between quotes, or a list of such texts [glossary]",
			"g:3:1: warning: a form is to be a text between quotes, or a list of such texts [glossary]", "g:4:1: warning: why is to be a text between quotes [glossary]"}},
		{"another table", "[terms]\na = 'b'\n", 0, []string{`g:1:2: warning: "terms" is no part of a glossary; it is made of [[term]] tables [glossary]`}},
		{"one table", "[term]\nsource = 'b'\n", 0, []string{`g:1:2: warning: terms are tables that start with [[term]] [glossary]`}},
	}
	for _, tt := range tests {
		g, list := Parse("g", []byte(tt.text), []string{"en", "zh-Hans"})
		var got []string
		for _, d := range list {
			got = append(got, d.Error())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || len(g.Terms()) != tt.terms {
			t.Errorf("%s: %d terms (-want +got):\n%s", tt.name, len(g.Terms()), diff)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(file), "証明書ID")
	f.Add([]byte("term = 5\n"), "a")
	f.Add([]byte("[[term]]\nsource = 'ﬀİ'\nen = ''\n"), "İﬀ\xff")
	f.Fuzz(func(t *testing.T, data []byte, source string) {
		g, _ := Parse("g", data, []string{"en"})
		for _, term := range g.In(source, "en") {
			if len(term.Forms["en"]) == 0 || !strings.Contains(fold(source), fold(term.Source)) {
				t.Errorf("%q is found in %q", term.Source, source)
			}
		}
	})
}
