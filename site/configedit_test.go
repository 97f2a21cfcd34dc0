package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddLanguage(t *testing.T) {
	tests := []struct {
		name, file string
		chain      []string
		out        string
	}{
		{"one line", "source_language = \"ja\"\nlanguages = [\"ja\"]\n", nil, "source_language = \"ja\"\nlanguages = [\"ja\", \"fr\"]\n"},
		{"no languages", "source_language = \"ja\"\n[[catalog]]\nid = \"x\"\n", nil, "source_language = \"ja\"\nlanguages = [\"ja\", \"fr\"]\n[[catalog]]\nid = \"x\"\n"},
		{"empty languages", "languages = []\nsource_language = \"ja\"\n", nil, "languages = [\"ja\", \"fr\"]\nsource_language = \"ja\"\n"},
		{"a chain above the catalogues", "source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\n[[catalog]]\nid = \"x\"\n", []string{"en"},
			"source_language = \"ja\"\nlanguages = [\"ja\", \"en\", \"fr\"]\n\n[fallback]\nfr = [\"en\"]\n\n[[catalog]]\nid = \"x\"\n"},
		{"a chain behind the titles", "source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\n[title]\nja = \"誤\"", []string{"en", "ja"},
			"source_language = \"ja\"\nlanguages = [\"ja\", \"en\", \"fr\"]\n[title]\nja = \"誤\"\n\n[fallback]\nfr = [\"en\", \"ja\"]\n"},
		{"inline chains", "source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\nfallback = { en = [] }\n", []string{"en"},
			"source_language = \"ja\"\nlanguages = [\"ja\", \"en\", \"fr\"]\nfallback = { en = [], fr = [\"en\"] }\n"},
		{"dotted chains", "fallback.en = [\"ja\"]\nsource_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\n", []string{"en"},
			"fallback.en = [\"ja\"]\nfallback.fr = [\"en\"]\nsource_language = \"ja\"\nlanguages = [\"ja\", \"en\", \"fr\"]\n"},
		{"a table of chains below the catalogues", "source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\n[[catalog]]\nid = \"x\"\n[fallback]\n[title]\nja = \"誤\"", []string{"en"},
			"source_language = \"ja\"\nlanguages = [\"ja\", \"en\", \"fr\"]\n[[catalog]]\nid = \"x\"\n[fallback]\nfr = [\"en\"]\n[title]\nja = \"誤\""},
	}
	for _, tt := range tests {
		got, list := addLanguage([]byte(tt.file), "fr", tt.chain)
		if list != nil {
			t.Errorf("%s: %v", tt.name, list)
		}
		if diff := cmp.Diff(tt.out, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestAddLanguageRefuses has a key that is read, but that is not found where keys are looked for.
func TestAddLanguageRefuses(t *testing.T) {
	got, list := addLanguage([]byte("source_language = \"ja\"\nlanguages = [\"ja\", \"en\"]\nLanguages = [\"ja\"]\n"), "fr", []string{"ja"})
	want := `content/site.toml:2:1: cannot add fr to the file without risk (the result would say something else); ` +
		`write it by hand: languages = ["ja", "fr"] above the first [table], and below [fallback] fr = ["ja"] [toml-edit]`
	if got != nil || len(list) != 1 || list[0].Error() != want {
		t.Errorf("got %q, %v\nwant %s", got, list, want)
	}
}

// keptIn tells whether all bytes of a stand in b in their order.
func keptIn(a, b string) bool {
	for i := 0; i < len(b) && a != ""; i++ {
		if a[0] == b[i] {
			a = a[1:]
		}
	}
	return a == ""
}

// FuzzAddLanguage asks that a language is added without loss of a byte, so that the file says what it said and the language;
// or is refused.
func FuzzAddLanguage(f *testing.F) {
	for _, s := range []string{"source_language = \"ja\"\nlanguages = [\"ja\", # x\n'en']\n[fallback]\nen = []\n[[catalog]]\nid='x'",
		"\ufeffsource_language = '''ja'''\r\nlanguages = [\r\n\"ja\"\r\n,\r\n]\r\nfallback = {}", "languages=[]\nsource_language='ja'\ntitle.ja=\"\"\"x\n[\"\"\"",
		"source_language='ja'\nfallback.ja=['ja']", "Languages=['ja']\nSOURCE_LANGUAGE='ja'\n[Fallback]"} {
		f.Add([]byte(s), "fr", true)
		f.Add([]byte(s), "zh-Hant", false)
	}
	f.Fuzz(func(t *testing.T, data []byte, tag string, chained bool) {
		old, list := parseConfig(data)
		if list.HasErrors() {
			return
		}
		var chain []string
		if chained {
			chain = []string{old.Source}
		}
		after, list := addLanguage(data, tag, chain)
		if list.HasErrors() {
			if after != nil || !strings.Contains(list[0].Message, "write it by hand") {
				t.Errorf("refused with %q, %v", after, list)
			}
			return
		}
		got, list := parseConfig(after)
		if diff := cmp.Diff(expected(old, tag, chain), got); list.HasErrors() || diff != "" {
			t.Errorf("%q became %q: %v\n%s", data, after, list, diff)
		}
		if !keptIn(string(data), string(after)) {
			t.Errorf("%q lost something: %q", data, after)
		}
	})
}
