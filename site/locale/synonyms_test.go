package locale

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLoadSynonyms(t *testing.T) {
	tests := []struct {
		name, text string
		want       [][]string
		list       []string
	}{
		{"groups", "[[same]]\nwords = [\"mute\", \" ban \"]\n\n[[same]]\nwords = ['a', 'b', 'c']\n", [][]string{{"mute", "ban"}, {"a", "b", "c"}}, nil},
		{"empty", "\ufeff# none\n", nil, nil},
		{"one word", "[[same]]\nwords = ['a']\n[[same]]\nwords = ['a', 'b']\n", [][]string{{"a", "b"}},
			[]string{`i18n/synonyms.en.toml:1:3: warning: a group is to be two or more words that mean the same, as in words = ["mute", "ban"] [synonyms]`}},
		{"no texts", "[[same]]\nwords = ['a', 5]\n[[same]]\nword = ['a', 'b']\n", nil, []string{
			`i18n/synonyms.en.toml:1:3: warning: a group is to be two or more words that mean the same, as in words = ["mute", "ban"] [synonyms]`,
			`i18n/synonyms.en.toml:3:3: warning: a group is to be two or more words that mean the same, as in words = ["mute", "ban"] [synonyms]`}},
		{"another table", "[[groups]]\nwords = ['a', 'b']\n", nil, []string{`i18n/synonyms.en.toml:1:3: warning: "groups" means nothing here; groups are tables that start with [[same]] [synonyms]`}},
		{"no tables", "same = 5\n", nil, []string{`i18n/synonyms.en.toml:1:1: warning: groups are tables that start with [[same]] [synonyms]`}},
		{"no TOML", "[[same]\n", nil, []string{"i18n/synonyms.en.toml:1:7: warning: expected end of table array name delimiter ']', but got '\\n' instead [toml-syntax]"}},
	}
	for _, tt := range tests {
		got, found := LoadSynonyms(oneFile("i18n/synonyms.en.toml", tt.text), "i18n", "en")
		var list []string
		for _, d := range found {
			list = append(list, d.Error())
		}
		if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.list, list); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	if got, list := LoadSynonyms(fstest.MapFS{}, "i18n", "en"); got != nil || list != nil {
		t.Errorf("without a file: %v, %v", got, list)
	}
}

func FuzzLoadSynonyms(f *testing.F) {
	f.Add([]byte("[[same]]\nwords = ['a', 'b']\n"))
	f.Add([]byte("same = [[1]]\n\x1c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		groups, list := LoadSynonyms(fstest.MapFS{"i18n/synonyms.en.toml": {Data: data}}, "i18n", "en")
		if list.HasErrors() {
			t.Error(list)
		}
		for _, g := range groups {
			if len(g) < 2 {
				t.Errorf("%q gives the group %q", data, g)
			}
		}
	})
}
