package locale

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestCheckUI(t *testing.T) {
	whole := "search = 'a'\nonly_en = 'b'\nhello = 'c {{.Name}}'\n"
	tests := []struct {
		name, lang, file string
		want             []string
	}{
		{"complete", "ja", whole + "[codes]\nother = '{{.Count}}'\n", nil},
		{"complete with two forms", "de", whole + "[codes]\none = '{{.Count}} x'\nother = '{{.Count}}'\n", nil},
		{"missing", "ja", "only_en = ''\n", []string{`1:1: warning: ja has no text for the UI string "only_en", in English "English" [ui-missing]`}},
		{"missing altogether", "de", "\n\n" + strings.Replace(whole, "search = 'a'\n", "", 1) + "codes = '{{.Count}}'\n", []string{
			`5:1: UI string "codes" lacks the form "one"; the plural forms of de are one, other [ui-plural-forms]`,
			`1:1: warning: de has no text for the UI string "search", in English "Search" [ui-missing]`}},
		{"placeholder left out", "ja", whole + "[codes]\nother = 'x'\n", []string{`4:2: UI string "codes" leaves out {{.Count}}, which the English one has [ui-placeholder]`}},
		{"a form too many and some too few", "pl", whole + "[codes]\none = '{{.Count}}'\ntwo = 'x'\nother = '{{.Count}}'\n", []string{
			`4:2: UI string "codes" lacks the form "few"; the plural forms of pl are one, few, many, other [ui-plural-forms]`,
			`4:2: UI string "codes" lacks the form "many"; the plural forms of pl are one, few, many, other [ui-plural-forms]`,
			`4:2: UI string "codes" has the form "two"; the plural forms of pl are one, few, many, other [ui-plural-forms]`}},
	}
	for _, tt := range tests {
		site := fstest.MapFS{"i18n/ui." + tt.lang + ".toml": {Data: []byte(tt.file)}}
		var got []string
		for _, d := range CheckUI(builtinUI, site, "i18n", tt.lang) {
			if strings.HasPrefix(tt.name, "missing") || d.Rule != RuleUIMissing {
				got = append(got, strings.TrimPrefix(d.Error(), "i18n/ui."+tt.lang+".toml:"))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
