package locale

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

func oneFile(name, text string) fstest.MapFS { return fstest.MapFS{name: {Data: []byte(text)}} }

// all takes every id that a file could have for one with a source.
func all(ids ...string) *Sources {
	var list []Source
	for _, id := range append(ids, "1.text", "2.text", "3.text", "6017.text", "-302.text", "#net.title", "x.y", "a", "b", "c", "empty") {
		list = append(list, Source{ID: id, Text: "原文 " + id})
	}
	return NewSources(list)
}

func errorsOf(list diag.List) (out []string) {
	for _, d := range list {
		out = append(out, d.Error())
	}
	return out
}

func TestLoad(t *testing.T) {
	tests := []struct {
		name, file string
		want       map[string]string
		list       []string
	}{
		{"texts", "# 元\n\"6017.text\" = \"Invalid.\"\n'-302.text' = 'With {braces} and %s.'\n",
			map[string]string{"6017.text": "Invalid.", "-302.text": "With {braces} and %s."}, nil},
		{"nested", "[\"6017\"]\ntext = 'a'\n[\"#net\".title]\nother = 'b'\n", map[string]string{"6017.text": "a", "#net.title": "b"}, nil},
		{"byte order mark", "\ufeff\"1.text\" = 'a'\r\n", map[string]string{"1.text": "a"}, nil},
		{"empty file", "", map[string]string{}, nil},
		{"syntax error", "\"1.text\" = 'a'\n\"2.text\" = 日本\n", map[string]string{"1.text": "a"},
			[]string{"i18n/im.en.toml:2:12: warning: a text is to stand between quotes; until then the text falls back [message-syntax]"}},
		{"after wide characters", "\"1.text\" = \"日本語\" x\n", map[string]string{},
			[]string{`i18n/im.en.toml:1:18: warning: expected the end of the line behind the closing quote; a quote within a text is written \"; until then the text falls back [message-syntax]`}},
		{"same id twice", "\"1.text\" = 'a'\n\"1.text\" = 'b'\n", map[string]string{},
			[]string{`i18n/im.en.toml:2:1: warning: message "1.text" stands on line 1 already; keep one of the two; until then the text falls back [duplicate-message]`}},
		{"what is no text is left out", "\"1.text\" = 5\n\"2.text\" = 'b'\n\"3.text\" = ['c']\n[x]\ny = true\n", map[string]string{"2.text": "b"}, []string{
			`i18n/im.en.toml:1:1: warning: message "1.text" is to be a text between quotes; it is not used [message-file]`,
			`i18n/im.en.toml:3:1: warning: message "3.text" is to be a text between quotes; it is not used [message-file]`,
			`i18n/im.en.toml:5:1: warning: message "x.y" is to be a text between quotes; it is not used [message-file]`}},
		{"reserved words are no ids", "\"1.text\" = 'a'\nother = 'b'\nDescription = 'c'\n[x]\none = 'd'\ny = 'e'\n", map[string]string{"1.text": "a", "x.y": "e"}, []string{
			`i18n/im.en.toml:3:1: warning: "Description" is no id: go-i18n keeps the word for itself; put ids between quotes, such as "6017.text"; it is not used [message-file]`,
			`i18n/im.en.toml:2:1: warning: "other" is no id: go-i18n keeps the word for itself; put ids between quotes, such as "6017.text"; it is not used [message-file]`,
			`i18n/im.en.toml:5:1: warning: "one" is no id: go-i18n keeps the word for itself; put ids between quotes, such as "6017.text"; it is not used [message-file]`}},
	}
	for _, tt := range tests {
		m, list := Load(oneFile("i18n/im.en.toml", tt.file), "i18n", "im", "en", all())
		got := map[string]string{}
		for _, id := range m.IDs() {
			got[id], _ = m.Text(id)
		}
		if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.list, errorsOf(list)); diff != "" || m.Tag != "en" || m.File != "i18n/im.en.toml" {
			t.Errorf("%s: %s %s (-want +got):\n%s", tt.name, m.Tag, m.File, diff)
		}
	}
}

func TestLoadWithoutFile(t *testing.T) {
	m, list := Load(fstest.MapFS{}, "i18n", "im", "en", all())
	if text, ok := m.Text("1.text"); ok || text != "" || list != nil || len(m.IDs()) != 0 {
		t.Errorf("a file that is not there gives %q, %v, %v", text, m.IDs(), list)
	}
	_, list = Load(fstest.MapFS{"i18n/im.en.toml/x": {}}, "i18n", "im", "en", all())
	if len(list) != 1 || list[0].Severity != diag.Warning || list[0].Rule != RuleMessageFile {
		t.Errorf("a folder in the file's place gives %v", list)
	}
	var none *Messages
	if text, ok := none.Text("x"); ok || text != "" {
		t.Errorf("no messages have %q", text)
	}
}

func TestMessagePositions(t *testing.T) {
	m, _ := Load(oneFile("i18n/im.en.toml", "\n  \"1.text\" = ''\n[\"#net\"]\ntitle = ' '\n"), "i18n", "im", "en", all())
	for id, want := range map[string]string{"1.text": "i18n/im.en.toml:2:3", "#net.title": "i18n/im.en.toml:4:1", "none": "i18n/im.en.toml:1:1"} {
		if got := m.Position(id).String(); got != want {
			t.Errorf("%s stands at %s, want %s", id, got, want)
		}
		if text, ok := m.Text(id); ok {
			t.Errorf("the empty message %s counts as %q", id, text)
		}
	}
}

func TestUnknownIDs(t *testing.T) {
	m, list := Load(oneFile("i18n/im.en.toml", "\"6017.text\" = 'a'\n\"6071.text\" = 'b'\n\"other thing\" = 'c'\n"), "i18n", "im", "en",
		NewSources([]Source{{ID: "6017.text"}, {ID: "6017.cause"}}))
	want := []string{
		`i18n/im.en.toml:2:1: warning: message "6071.text" belongs to no text of the document (did you mean 6017.text?); it is not used [unknown-message]`,
		`i18n/im.en.toml:3:1: warning: message "other thing" belongs to no text of the document; it is not used [unknown-message]`,
	}
	if diff := cmp.Diff(want, errorsOf(list)) + cmp.Diff([]string{"6017.text"}, m.IDs()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDamagedFiles: each fault costs its own message and no other.
func TestDamagedFiles(t *testing.T) {
	tests := []struct {
		name, file string
		want       map[string]string
		list       []string
	}{
		{"cut off", "\"1.text\" = 'a'\n# 元\n\"2.text\" = 'b", map[string]string{"1.text": "a"}, []string{
			"3:12: warning: the text lacks its closing quote; it is to end on its line, or to stand between three quotes on either side; until then the text falls back [message-syntax]"}},
		{"a merge conflict", "\"1.text\" = 'a'\n<<<<<<< HEAD\n\"2.text\" = 'b'\n=======\n\"2.text\" = 'B'\n>>>>>>> x\n\"3.text\" = 'c'\n",
			map[string]string{"1.text": "a", "3.text": "c"}, []string{
				"2:1: warning: a merge conflict is not resolved; keep one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>; until then the text falls back [conflict-marker]"}},
		{"the same twice", "\"1.text\" = 'a'\n\"2.text\" = 'b'\n\"1.text\" = 'a'\n\"2.text\" = 'c'\n", map[string]string{"1.text": "a"}, []string{
			`3:1: warning: message "1.text" stands on line 1 already; keep one of the two; until then the text falls back [duplicate-message]`,
			`4:1: warning: message "2.text" stands on line 2 already; keep one of the two; until then the text falls back [duplicate-message]`}},
		{"three quotes left open", "\"1.text\" = \"\"\"\nlong\n\n\"2.text\" = \"b\"\n\"3.text\" = \"\"\"\nc\"\"\"\n",
			map[string]string{"2.text": "b", "3.text": "c"}, []string{
				`1:12: warning: the text lacks its closing quotes """; until then the text falls back [message-syntax]`}},
		{"a key and a table of the same name", "'x.y' = 'flat'\n[x]\ny = 'nested'\n", map[string]string{"x.y": "nested"}, []string{
			`1:1: warning: message "x.y" stands twice, as one key and as a table with another; it is not used [message-file]`}},
	}
	for _, tt := range tests {
		m, list := Load(oneFile("i18n/im.en.toml", tt.file), "i18n", "im", "en", all())
		got := map[string]string{}
		for _, id := range m.IDs() {
			got[id], _ = m.Text(id)
		}
		var said []string
		for _, d := range list {
			said = append(said, strings.TrimPrefix(d.Error(), "i18n/im.en.toml:"))
		}
		if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.list, said); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStale(t *testing.T) {
	records := state.Records{}
	records.Set(state.Record{ID: "1.text", Source: state.HashOf("former"), Text: state.HashOf("one"), How: state.Written})
	records.Set(state.Record{ID: "2.text", Source: state.HashOf("原文 2.text"), Text: state.HashOf("two"), How: state.Written})
	fsys := oneFile("i18n/im.en.toml", "\"1.text\" = 'one'\n\"2.text\" = 'two'\n\"3.text\" = 'three'\n")
	fsys["i18n/state/im.en.tsv"] = &fstest.MapFile{Data: records.Format()}
	m, list := Load(fsys, "i18n", "im", "en", all())
	for id, want := range map[string]bool{"1.text": true, "2.text": false, "3.text": false} {
		if got := NewTranslator("en", "ja", []*Messages{m}).Text(id, "原文").Stale; got != want || list != nil {
			t.Errorf("%s is stale: %t, want %t; %v", id, got, want, list)
		}
	}
}

func TestTranslator(t *testing.T) {
	load := func(tag, text string) *Messages {
		m, list := Load(oneFile("i18n/im."+tag+".toml", text), "i18n", "im", tag, all())
		if list != nil {
			t.Fatal(list)
		}
		return m
	}
	hant := load("zh-Hant", "a = 'hant a'\nempty = ' '\n")
	hans := load("zh-Hans", "a = 'hans a'\nb = 'hans b'\nempty = 'hans'\n")
	ja := load("ja", "a = 'not used'\nc = 'not used'\n")
	tests := []struct {
		lang  string
		chain []*Messages
		id    string
		want  Text
		own   bool
	}{
		{"zh-Hant", []*Messages{hant, hans}, "a", Text{Value: "hant a", Lang: "zh-Hant"}, true},
		{"zh-Hant", []*Messages{hant, hans}, "b", Text{Value: "hans b", Lang: "zh-Hans"}, false},
		{"zh-Hant", []*Messages{hant, hans}, "empty", Text{Value: "hans", Lang: "zh-Hans"}, false},
		{"zh-Hant", []*Messages{hant, nil, ja, hans}, "c", Text{Value: "原文", Lang: "ja"}, false},
		{"zh-Hans", []*Messages{hans}, "b", Text{Value: "hans b", Lang: "zh-Hans"}, true},
		{"ja", []*Messages{ja, hans}, "a", Text{Value: "原文", Lang: "ja"}, true},
		{"ko", nil, "a", Text{Value: "原文", Lang: "ja"}, false},
	}
	for _, tt := range tests {
		tr := NewTranslator(tt.lang, "ja", tt.chain)
		got := tr.Text(tt.id, "原文")
		if at := got.At.String(); at != ":0:0" && at != tt.chain[0].Position(tt.id).String() {
			t.Errorf("%s in %s is edited at %s", tt.id, tt.lang, at)
		}
		got.At = diag.Position{}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", tt.id, tt.lang, diff)
		}
		if text, own := tr.Own(tt.id, "原文"); own != tt.own || text != tt.want.Value {
			t.Errorf("%s in %s: Own gives %q, %t", tt.id, tt.lang, text, own)
		}
	}
}

// FuzzLoad reads any file of messages, and asks that each message has a text and a place.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{"\"6017.text\" = 'a'\n", "[a.b]\none = 'x'\nother = 'y'\n", "[other]\nother = 'x'\n", "other = 'x'\n[[a]]\nb = 1\n",
		"a = {b = 'c', hash = 1}\n", "\xff", "[description]\nid = 'x'\n", "\"\" = ''\n[x]\nother = {one = 'y'}\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, list := Load(fstest.MapFS{"im.en.toml": {Data: data}}, ".", "im", "en", all())
		if list.HasErrors() {
			t.Errorf("a translation keeps the site from being built: %v", list)
		}
		for _, id := range m.IDs() {
			m.Text(id)
			if p := m.Position(id); p.Line < 1 || p.Col < 1 {
				t.Errorf("%q stands at %s", id, p)
			}
		}
	})
}
