package workbench

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"errbook/site/locale"
)

var builtinStrings = fstest.MapFS{
	"i18n/ui.en.toml": {Data: []byte("home = 'Home'\nasked = 'Nothing at {{.Asked}}'\n[codes]\none = '{{.Count}} code'\nother = '{{.Count}} codes'\n")},
	"i18n/ui.ko.toml": {Data: []byte("home = '홈'\nasked = '없음'\n[codes]\nother = '{{.Count}}개'\n")},
}

func TestAddStrings(t *testing.T) {
	tests := []struct {
		name, lang, file, out string
		added                 int
	}{
		{"a new file", "ru", "", uiHeader("ru") + "# Home\nhome = \"\"\n\n# Nothing at {{.Asked}}\nasked = \"\"\n\n" +
			"# one: {{.Count}} code\n# other: {{.Count}} codes\n[codes]\none = \"\"\nfew = \"\"\nmany = \"\"\nother = \"\"\n", 3},
		{"errbook has all", "ko", "", "", 0},
		{"all there", "ja", "home = ''\nasked = ''\ncodes = '{{.Count}} 件'", "home = ''\nasked = ''\ncodes = '{{.Count}} 件'", 0},
		{"some there", "ja", "[codes]\r\nother = 'x' # mine", "home = \"\"\r\nasked = \"\"\r\n[codes]\r\nother = 'x' # mine", 2},
		{"some forms there", "fr", "home='Accueil'\nasked=''\ncodes.one = ''\n", "home='Accueil'\nasked=''\ncodes.one = ''\ncodes.many = \"\"\ncodes.other = \"\"\n", 1},
	}
	for _, tt := range tests {
		files := fstest.MapFS{}
		name := "i18n/ui." + tt.lang + ".toml"
		if tt.file != "" {
			files[name] = &fstest.MapFile{Data: []byte(tt.file)}
		}
		e, added, list := bench(files).AddStrings(builtinStrings, tt.lang)
		if list != nil || added != tt.added {
			t.Errorf("%s: %d added, want %d; %v", tt.name, added, tt.added, list)
		}
		got := strings.NewReplacer("# Home\r\n", "", "# Nothing at {{.Asked}}\r\n", "", "\r\n\r\n", "\r\n").Replace(string(e.After))
		if diff := cmp.Diff(tt.out, strings.TrimPrefix(got, "\r\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if e.Changed() != (tt.added > 0) {
			t.Errorf("%s: the file changes: %t", tt.name, e.Changed())
		}
	}
}

// FuzzAddStrings asks that a file that somebody left keeps every byte and every string, and that nothing is left to add; or
// that it is refused.
func FuzzAddStrings(f *testing.F) {
	for _, s := range []string{"", "home = ''\r\n[codes]\r\none='x'", "codes = { one = 'x' }", "codes.one = \"\"\"\n[codes]\"\"\" # x\n", "[[home]]\nx = 1", "home = 3\nHOME = ''",
		"[codes]\n[asked]\nother = 'x'", "\ufeff'codes'.'other' = '''x'''\n", "[codes.one]\nother = 'x'"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{"i18n/ui.ru.toml": {Data: data}}
		before := locale.UIStrings(fstest.MapFS{}, files, "i18n", "ru")
		e, added, list := bench(files).AddStrings(builtinStrings, "ru")
		if list.HasErrors() {
			return
		}
		rest := string(data)
		for _, c := range e.After {
			if rest != "" && rest[0] == c {
				rest = rest[1:]
			}
		}
		if rest != "" {
			t.Errorf("%q lost something: %q", data, e.After)
		}
		files["i18n/ui.ru.toml"] = &fstest.MapFile{Data: e.After}
		if diff := cmp.Diff(before, locale.UIStrings(fstest.MapFS{}, files, "i18n", "ru")); diff != "" {
			t.Errorf("%q became %q, which says something else:\n%s", data, e.After, diff)
		}
		if again, n, list := bench(files).AddStrings(builtinStrings, "ru"); !list.HasErrors() && (n > 0 || again.Changed()) {
			t.Errorf("%q became %q (%d added); again, %d are added: %v", data, e.After, added, n, list)
		}
	})
}
