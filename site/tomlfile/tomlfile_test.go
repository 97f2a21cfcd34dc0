package tomlfile

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
)

type config struct {
	Title     map[string]string   `toml:"title"`
	Languages []string            `toml:"languages"`
	Fallback  map[string][]string `toml:"fallback"`
	Tables    []table             `toml:"table"`
	Server    server              `toml:"server"`
	Hidden    string              `toml:"-"`
}

type table struct {
	ID      string            `toml:"id"`
	Numbers bool              `toml:"numbers"`
	Columns map[string]string `toml:"columns"`
}

type server struct {
	Port   int `toml:"port"`
	Limits struct {
		Codes int `toml:"codes"`
	} `toml:"limits"`
}

func TestDecodeProblems(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"nothing", "", nil},
		{"all right", "title = { ja = '題' }\n[[table]]\nid = 'a'\n[server.limits]\ncodes = 3\n", nil},
		{"byte order mark", "\ufefflanguages = []\n", nil},
		{"unknown key", "\nlangauges = []\n",
			[]string{`f:2:1: unknown key "langauges" (did you mean languages?); known here: fallback, languages, server, table, title [unknown-key]`}},
		{"field that is no key", "hidden = 'x'\n",
			[]string{`f:1:1: unknown key "hidden"; known here: fallback, languages, server, table, title [unknown-key]`}},
		{"in a table of an array", "[[table]]\nid = 'a'\n[[table]]\n  nubmers = true\n",
			[]string{`f:4:3: unknown key "nubmers" (did you mean numbers?); known here: columns, id, numbers [unknown-key]`}},
		{"in an inline table of an array", `table = [{ id = "題" }, { idd = "b" }]`,
			[]string{`f:1:26: unknown key "idd" (did you mean id?); known here: columns, id, numbers [unknown-key]`}},
		{"in a nested table", "[server.limits]\ncode = 1\n",
			[]string{`f:2:1: unknown key "code" (did you mean codes?); known here: codes [unknown-key]`}},
		{"in an inline table", `server = { limits = { cods = 1 } }`,
			[]string{`f:1:23: unknown key "cods" (did you mean codes?); known here: codes [unknown-key]`}},
		{"unknown table", "[sever]\nport = 1\n",
			[]string{`f:1:2: unknown key "sever" (did you mean server?); known here: fallback, languages, server, table, title [unknown-key]`}},
		{"unknown dotted key", "srv.limits.codes = 1\n",
			[]string{`f:1:1: unknown key "srv"; known here: fallback, languages, server, table, title [unknown-key]`}},
		{"several", "a = 1\n[server]\nb = 2\n", []string{
			`f:1:1: unknown key "a"; known here: fallback, languages, server, table, title [unknown-key]`,
			`f:3:1: unknown key "b"; known here: limits, port [unknown-key]`}},
		{"a text for a list", "languages = 'ja'\n", []string{`f:1:13: the value is to be a list of texts, not of the type string [toml-syntax]`}},
		{"a number for a text", "[[table]]\nid = 5\n", []string{`f:2:6: the value is to be a text between quotes, not of the type integer [toml-syntax]`}},
		{"a date for a text", "[[table]]\nid = 2026-01-31\n", []string{`f:2:6: the value is to be a text between quotes, not of the type local date [toml-syntax]`}},
		{"a text for a bool", "[[table]]\nnumbers = 'yes'\n", []string{`f:2:11: the value is to be true or false, not of the type string [toml-syntax]`}},
		{"a fraction for a number", "[server]\nport = 1.5\n", []string{`f:2:8: the value is to be a whole number, not of the type float [toml-syntax]`}},
		{"a number in a table of texts", "title = { ja = '題', en = 3 }\n", []string{`f:1:26: the value is to be a text between quotes, not of the type integer [toml-syntax]`}},
		{"no value", "languages =\n", []string{"f:1:12: unexpected character U+000A at start of value [toml-syntax]"}},
		{"after wide characters", `title = { "題名" = "エラー" oops }`, []string{"f:1:24: expected ',' or '}' after inline table key-value [toml-syntax]"}},
		{"key without quotes", "[title]\n題 = 'x'\n",
			[]string{"f:2:1: a key is to be of A-Z, a-z, 0-9, - and _, or to stand between quotes [toml-syntax]"}},
		{"key twice", "languages = []\nlanguages = []\n", []string{"f:2:1: key languages is already defined [toml-syntax]"}},
		{"not UTF-8", "languages = []\n# 題 \xe9\n", []string{"f:2:5: the file is not UTF-8 from here on; save it as UTF-8 [toml-syntax]"}},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range Decode("f", []byte(tt.file), &config{}) {
			got = append(got, d.Error())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestDecode(t *testing.T) {
	var got config
	list := Decode("f", []byte("languages = ['ja', 'en']\n[[table]]\nid = 'a'\ncolumns = { '値' = 'code' }\n[server]\nport = 80\n"), &got)
	want := config{Languages: []string{"ja", "en"}, Tables: []table{{ID: "a", Columns: map[string]string{"値": "code"}}}, Server: server{Port: 80}}
	if diff := cmp.Diff(want, got); diff != "" || list != nil {
		t.Errorf("%v (-want +got):\n%s", list, diff)
	}
}

func TestPositions(t *testing.T) {
	file := strings.Join([]string{
		`"題 名" = "x"`,
		`  'a.b' . c = 1`,
		`inline = { "値" = 1, deep = { k = 2 } }`,
		`list = [{ id = "x" }, { id = "y", n = [{ m = 1 }] }]`,
		`[table]`,
		`key = """`,
		`key = no key`,
		`"""`,
		`["sec > tion" . sub]`,
		`k = 1`,
		`[[array]]`,
		`id = 1`,
		`[array.sub]`,
		`id = 2`,
		`[[array]]`,
		`[[array.inner]]`,
		`id = 3`,
		`k =`,
	}, "\n")
	want := map[string]string{
		"題 名": "1:1", "a.b/c": "2:3", "inline": "3:1", "inline/値": "3:12", "inline/deep": "3:21", "inline/deep/k": "3:30",
		"list": "4:1", "list/0/id": "4:11", "list/1/id": "4:25", "list/1/n": "4:35", "list/1/n/0/m": "4:42",
		"table": "5:2", "table/key": "6:1", "sec > tion/sub": "9:2", "sec > tion/sub/k": "10:1",
		"array": "11:3", "array/0": "11:3", "array/1": "15:3", "array/0/id": "12:1", "array/0/sub": "13:2", "array/0/sub/id": "14:1",
		"array/1/inner": "16:3", "array/1/inner/0": "16:3", "array/1/inner/0/id": "17:1",
	}
	got := map[string]string{}
	for key, pos := range Positions("f", []byte("\ufeff"+file)) {
		got[strings.ReplaceAll(key, KeySeparator, "/")] = strings.TrimPrefix(pos.String(), "f:")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "a = 1", "[[table]]\nid = 5\nx.y = {z = [1, {q = 2}]}", "title = { \"題\" = '''x", "\ufeff[server.limits]\r\ncodes = 1e5\r\n",
		"a.b.c = 1979-05-27T07:32:00Z", "\"\\u00e9\" = 1", "[[table]]\n[table.columns]\n[[table]]\nn = 1", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := strings.Split(string(WithoutBOM(data)), "\n")
		check := func(what string, p diag.Position) {
			if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1 {
				t.Errorf("%s stands at %s, outside the file", what, p)
			}
		}
		for _, d := range Decode("f", data, &config{}) {
			check(d.Error(), d.Position)
		}
		for key, pos := range Positions("f", data) {
			check(key, pos)
		}
	})
}
