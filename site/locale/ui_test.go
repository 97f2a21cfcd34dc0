package locale

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"text/template"

	"github.com/google/go-cmp/cmp"
)

var builtinUI = fstest.MapFS{
	"i18n/ui.en.toml": {Data: []byte("search = 'Search'\nonly_en = 'English'\nhello = 'Hello {{.Name}}'\n[codes]\none = '{{.Count}} code'\nother = '{{.Count}} codes'\n")},
	"i18n/ui.ja.toml": {Data: []byte("search = '検索'\nhello = '{{.Name}}さん'\n[codes]\nother = '{{.Count}} 件'\n")},
}

func TestUIMessages(t *testing.T) {
	site := fstest.MapFS{
		"i18n/ui.en.toml": {Data: []byte("search = 'Find'\nown = 'Own {{.Anything}}'\n")},
		"i18n/ui.fr.toml": {Data: []byte("search = 'Chercher'\ncodes = '{{.Count}} codes'\n")},
	}
	u, list := LoadUI(builtinUI, site, "i18n", map[string][]string{"en": nil, "ja": nil, "fr": {"ja"}})
	if list != nil {
		t.Fatal(list)
	}
	one, many := 1, 5
	tests := []struct {
		lang, id string
		count    *int
		args     map[string]any
		want     string
	}{
		{"en", "search", nil, nil, "Find"},
		{"ja", "search", nil, nil, "検索"},
		{"fr", "search", nil, nil, "Chercher"},
		{"fr", "hello", nil, map[string]any{"Name": "<A>"}, "<A>さん"},
		{"ja", "only_en", nil, nil, "English"},
		{"en", "own", nil, map[string]any{"Anything": "x"}, "Own x"},
		{"en", "codes", &one, map[string]any{"Count": 1}, "1 code"},
		{"en", "codes", &many, map[string]any{"Count": 5}, "5 codes"},
		{"ja", "codes", &one, map[string]any{"Count": 1}, "1 件"},
		{"ja", "codes", &many, map[string]any{"Count": 5}, "5 件"},
		{"fr", "codes", &one, map[string]any{"Count": 1}, "1 codes"},
	}
	for _, tt := range tests {
		if got, err := u.Message(tt.lang, tt.id, tt.count, tt.args); err != nil || got != tt.want {
			t.Errorf("%s in %s = %q, %v, want %q", tt.id, tt.lang, got, err, tt.want)
		}
	}
	rtl, _ := LoadUI(builtinUI, fstest.MapFS{}, "i18n", map[string][]string{"ar": nil})
	if got, err := rtl.Message("ar", "hello", nil, map[string]any{"Name": "-302"}); err != nil || got != "Hello \u2068-302\u2069" {
		t.Errorf("from right to left, a name is filled in as %q, %v", got, err)
	}
	_, err := u.Message("ja", "nothing", nil, nil)
	if want := `there is no UI string "nothing" in i18n/ui.ja.toml [missing-ui]`; message(err) != want {
		t.Errorf("a missing id gives %v, want %s", err, want)
	}
}

func TestUIKeyFollowsTheStrings(t *testing.T) {
	chains := map[string][]string{"en": nil, "ja": nil, "ko": {"ja"}}
	key := func(change string) map[string]string {
		builtin := maps.Clone(builtinUI)
		if change != "" {
			builtin[change] = &fstest.MapFile{Data: []byte("search = 'changed'\n")}
		}
		u, list := LoadUI(builtin, fstest.MapFS{}, "i18n", chains)
		if list != nil {
			t.Fatal(list)
		}
		keys := map[string]string{}
		for lang := range chains {
			keys[lang] = u.Key(lang)
		}
		return keys
	}
	first := key("")
	if diff := cmp.Diff(first, key("")); diff != "" {
		t.Errorf("the same strings have other keys:\n%s", diff)
	}
	changed := key("i18n/ui.ja.toml")
	for lang, want := range map[string]bool{"en": false, "ja": true, "ko": true} {
		if got := changed[lang] != first[lang]; got != want {
			t.Errorf("the key of %s changes with Japanese: %t, want %t", lang, got, want)
		}
	}
}

func TestUIProblems(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"right", "hello = 'こんにちは {{ .Name }}、{{- .Name -}}'\n", nil},
		{"left out", "hello = 'こんにちは'\n", nil},
		{"a string of the site's own theme", "mine = '{{.Whatever}}'\n", nil},
		{"unknown name", "\nhello = '{{.Nmae}}'\n",
			[]string{`2:1: warning: UI string "hello" uses {{.Nmae}} (did you mean Name?); it may use {{.Name}} [ui-template]`}},
		{"no placeholder", "search = '{{.Name}}'\n", []string{`1:1: warning: UI string "search" uses {{.Name}}; it may use no placeholder [ui-template]`}},
		{"in a plural", "[codes]\none = '{{.Cuont}}'\nother = '{{.Count}}'\n",
			[]string{`1:2: warning: UI string "codes" uses {{.Cuont}} (did you mean Count?); it may use {{.Count}} [ui-template]`}},
		{"without other", "[codes]\none = '{{.Count}}'\n", []string{`1:2: warning: UI string "codes" lacks the form "other", which every language needs [ui-template]`}},
		{"pipeline", "hello = '{{.Name | printf}}'\n",
			[]string{`1:1: warning: UI string "hello": {{.Name | printf}} is more than a placeholder; only {{.Name}} may stand between braces [ui-template]`}},
		{"function", "hello = '{{len .Name}}'\n",
			[]string{`1:1: warning: UI string "hello": {{len .Name}} is more than a placeholder; only {{.Name}} may stand between braces [ui-template]`}},
		{"range", "hello = '{{range .Name}}x{{end}}'\n",
			[]string{`1:1: warning: UI string "hello": {{range .Name}}x{{end}} is more than a placeholder; only {{.Name}} may stand between braces [ui-template]`}},
		{"define", "hello = '{{define \"x\"}}{{end}}'\n",
			[]string{`1:1: warning: UI string "hello": it defines a template; only {{.Name}} may stand between braces [ui-template]`}},
		{"define by the parser's own name", "hello = '{{define \"ui\"}}{{len .}}{{end}}'\n",
			[]string{`1:1: warning: UI string "hello": it defines a template; only {{.Name}} may stand between braces [ui-template]`}},
		{"open brace", "search = '''\n1\n2 {{.Name'''\n",
			[]string{`1:1: warning: UI string "search": unclosed action; only {{.Name}} may stand between braces [ui-template]`}},
		{"delimiters", "[hello]\nother = '<<len .>>'\nleftDelim = '<<'\nrightDelim = '>>'\n",
			[]string{`1:2: warning: UI string "hello" has delimiters of its own; only {{.Name}} may stand in it [ui-template]`}},
		{"what turns text around", "search = \"a\\u202Eb\"\n", []string{`1:1: warning: UI string "search" has the control character U+202E; delete it [ui-template]`}},
		{"no text", "search = 3\n", []string{`1:1: warning: message "search" is to be a text between quotes; it is not used [message-file]`}},
		{"a fault at the first byte", "\f", []string{`1:1: warning: expected a message, such as "6017.text" = "…", or a comment; until then the text falls back [message-syntax]`}},
		{"syntax", "search = '\n", []string{`1:10: warning: the text lacks its closing quote; it is to end on its line, or to stand between three quotes on either side; until then the text falls back [message-syntax]`}},
	}
	for _, tt := range tests {
		_, list := LoadUI(builtinUI, oneFile("i18n/ui.ja.toml", tt.file), "i18n", map[string][]string{"ja": nil})
		var got []string
		for _, d := range list {
			got = append(got, strings.TrimPrefix(d.Error(), "i18n/ui.ja.toml:"))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestFaultyUIStringsFallBack: each fault costs its own string.
func TestFaultyUIStringsFallBack(t *testing.T) {
	site := fstest.MapFS{"i18n/ui.fr.toml": {Data: []byte("search = 'Chercher {{'\nhello = 'Bonjour {{.Name}}'\nonly_en = 'open\n[codes]\none = 'un'\n")}}
	u, list := LoadUI(builtinUI, site, "i18n", map[string][]string{"fr": nil})
	if len(list) != 3 || list.HasErrors() {
		t.Errorf("%v", list)
	}
	for id, want := range map[string]string{"search": "Search", "hello": "Bonjour A", "only_en": "English", "codes": "5 codes"} {
		count := 5
		n := &count
		if id != "codes" {
			n = nil
		}
		if got, err := u.Message("fr", id, n, map[string]any{"Name": "A", "Count": 5}); err != nil || got != want {
			t.Errorf("%s = %q, %v, want %q", id, got, err, want)
		}
	}
}

// execute fills a string in as go-i18n does.
func execute(text string, args map[string]any) (string, error) {
	t, err := template.New("").Parse(text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, args)
	return b.String(), err
}

// FuzzPlaceholders asks that a string that is taken is nothing but text and names: filled with nothing it does not fail,
// and whatever it names shows.
func FuzzPlaceholders(f *testing.F) {
	for _, s := range []string{"", "{{.Name}}", "a {{- .B -}} c", "{{/* no */}}", "{{define \"ui\"}}{{end}}", "{{.A.B}}", "{{range .}}{{end}}",
		"{{\"x\"}}", "}}{{", "{{.A}}\n{{", "{{`}}`}}", "{{template \"ui\"}}", "{{break}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		names, err := placeholders(text)
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "template: ui") {
				t.Errorf("%q: the error is %q", text, err)
			}
			return
		}
		args := map[string]any{}
		for _, name := range names {
			args[name] = "‹" + name + "›"
		}
		got, err := execute(text, args)
		if err != nil {
			t.Fatalf("%q is taken and fails: %v", text, err)
		}
		for _, name := range names {
			if !strings.Contains(got, "‹"+name+"›") {
				t.Errorf("%q names %s, and gives %q", text, name, got)
			}
		}
		if len(names) == 0 && strings.Contains(got, "‹") && !strings.Contains(text, "‹") {
			t.Errorf("%q names nothing, and gives %q", text, got)
		}
	})
}
