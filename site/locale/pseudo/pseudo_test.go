package pseudo

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"errbook/site/prose"
)

func TestMarkdown(t *testing.T) {
	for _, test := range []struct {
		name, src        string
		block            bool
		accented, mirror string
	}{
		{"a sentence", "Invalid parameter.", false, "⟦Îñṽåļîð þåŕåɱéţéŕ öñé ţŵö ţĥŕéé⟧.", "⟦ينڤاليد پارامعتعر⟧."},
		{"two sentences", "Log in. Retry!", false, "⟦Ļöĝ îñ öñé⟧. ⟦Ŕéţŕý öñé⟧!", ""},
		{"what is the same in every language", "UserSig of 32byte at im.sdk or https://a.b/c", false,
			"⟦UserSig öƒ 32byte åţ im.sdk öŕ https://a.b/c öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé⟧", ""},
		{"markup", "Call `login` at [the **docs**](https://a.b/c).<br>Then {{.Name}} &amp; go.", false,
			"⟦Çåļļ `login` åţ [ţĥé **ðöçš**](https://a.b/c) öñé ţŵö⟧.<br>⟦Ţĥéñ {{.Name}} &amp; ĝö öñé ţŵö⟧.", ""},
		{"Japanese", "UserSigが無効です。再度`login`してください。", false, "", ""},
		{"a block", "# Title\n\n- one\n- two\n\n| a | `b` |\n|---|---|\n| c | 12 |\n", true,
			"# ⟦Ţîţļé öñé⟧\n\n- ⟦öñé öñé⟧\n- ⟦ţŵö öñé⟧\n\n| ⟦å öñé⟧ | `b` |\n|---|---|\n| ⟦ç öñé⟧ | ⟦12 öñé⟧ |\n", ""},
		{"a link by its own name", "See [docs].\n\n[docs]: /x\n", true, "⟦Šéé [docs] öñé⟧.\n\n[docs]: /x\n", ""},
		{"nothing", "", false, "", ""},
		{"code alone", "`code`", false, "`code`", "`code`"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Accented.Markdown(test.src, test.block); test.accented != "" && got != test.accented {
				t.Errorf("en-XA:\n%s", cmp.Diff(test.accented, got))
			}
			if got := Mirrored.Markdown(test.src, test.block); test.mirror != "" && got != test.mirror {
				t.Errorf("ar-XB:\n%s", cmp.Diff(test.mirror, got))
			}
			check(t, test.src, test.block)
		})
	}
}

func TestJapaneseBecomesLatin(t *testing.T) {
	got := Accented.Markdown("UserSigが無効です。再度`login`してください。", false)
	if strings.ContainsFunc(got, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana) }) {
		t.Error(got)
	}
	if strings.Count(got, "⟦") != 2 || !strings.HasPrefix(got, "⟦UserSig ") || !strings.Contains(got, "`login`") {
		t.Error(got)
	}
}

func TestLength(t *testing.T) {
	src := "The certificate has expired, so the connection was closed by the server."
	grown := float64(utf8.RuneCountInString(Accented.Markdown(src, false))) / float64(len(src))
	if grown < 1.35 || grown > 1.7 {
		t.Errorf("%.2f times as long", grown)
	}
}

func TestPlain(t *testing.T) {
	if got, want := Accented.Plain("Results: {{.Count}}"), "⟦Ŕéšûļţš: {{.Count}} öñé⟧"; got != want {
		t.Error(cmp.Diff(want, got))
	}
	if got, want := Mirrored.Plain("Go to {{.Name}}"), "⟦غو تو {{.Name}}⟧"; got != want {
		t.Error(cmp.Diff(want, got))
	}
}

// TestNoBidiControls: the direction comes from letters that have one.
func TestNoBidiControls(t *testing.T) {
	got := Mirrored.Plain("The quick brown fox jumps over the lazy dog, 12 times. Ünder é")
	for _, r := range got {
		if unicode.Is(unicode.Cf, r) {
			t.Errorf("%U in %q", r, got)
		}
		if unicode.Is(unicode.Latin, r) {
			t.Errorf("%c in %q", r, got)
		}
	}
}

// TestDocuments holds for what the repository's own documents say.
func TestDocuments(t *testing.T) {
	names, err := filepath.Glob("../../../content/*/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	for _, name := range append(names, "../../../content/im.md") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		check(t, string(data), true)
		for _, line := range strings.Split(string(data), "\n") {
			check(t, line, false)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"Call `login` at [the **docs**](https://a.b/c).<br>Then {{.Name}}.", "再度*login*。_a_。", "*a。*b*", "[a]: /b\n\n[a]",
		"| a \\| b | c |\n|---|---|\n", "a\\\nb  \nc", "1. a\n   ```\n   b\n   ```", "\xff\x00", "<b>&#x41;</b>", "…。！", "a. b. c."} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(check)
}

var number = regexp.MustCompile(`[0-9]+`)
var placeholder = regexp.MustCompile(`\{\{\.\w+\}\}`)

// check asserts what the package promises of every text.
func check(t *testing.T, src string, block bool) {
	t.Helper()
	for _, s := range []Style{Accented, Mirrored} {
		got := s.Markdown(src, block)
		if again := s.Markdown(src, block); again != got {
			t.Errorf("%q gives %q, then %q", src, got, again)
		}
		if diff := cmp.Diff(prose.Outline(src, block), prose.Outline(got, block)); diff != "" {
			t.Errorf("%s of %q is %q: %s", s.Tag(), src, got, diff)
		}
		for _, what := range []*regexp.Regexp{number, placeholder} {
			if diff := cmp.Diff(what.FindAllString(src, -1), what.FindAllString(got, -1)); diff != "" {
				t.Errorf("%s of %q is %q: %s", s.Tag(), src, got, diff)
			}
		}
		if len(got) > 8*len(src)+64 {
			t.Errorf("%d bytes became %d", len(src), len(got))
		}
		if utf8.ValidString(src) && !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
	}
}
