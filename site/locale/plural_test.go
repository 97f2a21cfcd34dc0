package locale

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestPluralForms(t *testing.T) {
	// From CLDR's chart of language plural rules: the categories that its rules give to whole numbers, and other.
	tests := map[string]string{
		"ja": "other", "ko": "other", "zh-Hans": "other", "zh-Hant": "other", "th": "other", "id": "other",
		"en": "one other", "de": "one other", "sv": "one other", "tr": "one other", "hi": "one other",
		"ar": "zero one two few many other", "cy": "zero one two few many other",
		"ru": "one few many other", "uk": "one few many other", "pl": "one few many other",
		"cs": "one few other", "sr-Latn": "one few other", "ro": "one few other", "lt": "one few other",
		"lv": "zero one other", "sl": "one two few other", "ga": "one two few many other", "mt": "one two few many other",
		"he": "one two other", "br": "one two few many other", "gd": "one two few other",
		"fr": "one many other", "es": "one many other", "pt-BR": "one many other", "it": "one many other",
		"tlh": "other", "la": "other", // go-i18n has no rules for them
	}
	for tag, want := range tests {
		if got := strings.Join(PluralForms(tag), " "); got != want {
			t.Errorf("%s has %s, want %s", tag, got, want)
		}
	}
}

// TestUIFallsBackWhereAStringIsEmpty has strings that somebody has yet to write, in files of errbook and of the site.
func TestUIFallsBackWhereAStringIsEmpty(t *testing.T) {
	builtin := fstest.MapFS{
		"i18n/ui.en.toml": {Data: []byte("search = 'Search'\nhome = 'Home'\nblank = 'Blank'\n[codes]\none = '{{.Count}} code'\nother = '{{.Count}} codes'\n[pages]\none = 'a page'\nother = 'pages'\n")},
		"i18n/ui.ja.toml": {Data: []byte("search = '検索'\n")},
	}
	site := fstest.MapFS{
		"i18n/ui.en.toml":  {Data: []byte("home = ''\n[pages]\none=''\nother=''\n")},
		"i18n/ui.ja.toml":  {Data: []byte("search = ''\n")},
		"i18n/ui.ru.toml":  {Data: []byte("search = \"\"\nhome = \"Дом\"\nblank = ' \\n'\n[codes]\none = ''\nfew = ''\nmany = ''\nother = ''\n[pages]\none = ' '\nfew = ''\nmany = ''\nother = 'страниц'\n")},
		"i18n/ui.tlh.toml": {Data: []byte("home = 'juH'\n[codes]\nother = '{{.Count}} ngoq'\n")},
	}
	u, list := LoadUI(builtin, site, "i18n", map[string][]string{"ru": {"ja"}, "en": nil, "ja": nil, "tlh": nil})
	if list != nil {
		t.Fatal(list)
	}
	one, five := 1, 5
	for _, tt := range []struct {
		lang, id, want string
		count          *int
	}{
		{"ru", "search", "検索", nil},
		{"ru", "home", "Дом", nil},
		{"ru", "codes", "1 code", &one},
		{"ru", "codes", "5 codes", &five},
		{"ru", "pages", "страниц", &one},
		{"ja", "search", "検索", nil},
		{"en", "home", "Home", nil},
		{"en", "pages", "a page", &one},
		{"tlh", "home", "juH", nil},
		{"tlh", "codes", "1 ngoq", &one},
		{"tlh", "search", "Search", nil},
	} {
		args := map[string]any{}
		if tt.count != nil {
			args["Count"] = *tt.count
		}
		if got, err := u.Message(tt.lang, tt.id, tt.count, args); err != nil || got != tt.want {
			t.Errorf("%s in %s = %q, %v, want %q", tt.id, tt.lang, got, err, tt.want)
		}
	}
	if forms := UIStrings(builtin, site, "i18n", "en")["home"]["other"]; forms != "Home" {
		t.Errorf("an empty string of the site hides errbook's: %q", forms)
	}
}
