package messagefile

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
)

// entries is what a file says: id and text of each entry, with its line.
type entries []struct {
	ID, Value string
	Line      int
}

func of(f *File) (out entries) {
	for _, e := range f.Entries {
		out = append(out, struct {
			ID, Value string
			Line      int
		}{e.ID, e.Value, e.Line})
	}
	return out
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		want       entries
		list       []string
	}{
		{"empty", "", nil, nil},
		{"comments and blank lines alone", "# a\n\n# b\n", nil, nil},
		{"one line", "\"6017.text\" = \"a\" # why\n'b' = 'c\\d'\nbare-key_1 = \"\"\n", entries{{"6017.text", "a", 1}, {"b", `c\d`, 2}, {"bare-key_1", "", 3}}, nil},
		{"escapes", `"a" = "\t\"\\é\U0001F600\n"`, entries{{"a", "\t\"\\é😀\n", 1}}, nil},
		{"long texts", "\"a\" = \"\"\"\nx\n\ny\\\n   z\"\"\"\n\"b\" = '''\nx\\'''\n", entries{{"a", "x\n\nyz", 1}, {"b", `x\`, 6}}, nil},
		{"quotes before the closing ones", "a = \"\"\"x\"\"\"\"\"\nb = '''y''''\n", entries{{"a", `x""`, 1}, {"b", "y'", 2}}, nil},
		{"tables", "[\"#net.title\"]\nother = 'a'\n[x . y]\nz = 'b'\n", entries{{"#net.title", "a", 2}, {"x.y.z", "b", 4}}, nil},
		{"other line ends and a byte order mark", "\ufeff# x\r\na = 'b'\r\n", entries{{"a", "b", 2}}, nil},
		{"no text", "a = 5\nb = ['x',\n'y']\nc = 'd'\n", entries{{"c", "d", 4}}, []string{
			`1:1: message "a" is to be a text between quotes [message-not-text]`, `2:1: message "b" is to be a text between quotes [message-not-text]`}},
		{"no key", "= 'x'\n日本 = 'x'\nc = 'd'\n", entries{{"c", "d", 3}}, []string{
			`1:1: expected a message, such as "6017.text" = "…", or a comment [message-syntax]`}},
		{"no equals sign", "\"a\" 'x'\n\n\"c\" = 'd'\n", entries{{"c", "d", 3}}, []string{
			`1:5: expected = between an id and its text [message-syntax]`}},
		{"bad escape", "\"a\" = \"x\\q\"\n\"c\" = 'd'\n", entries{{"c", "d", 2}}, []string{
			`1:9: a backslash starts an escape such as \n or \"; write \\ for a backslash, or put the text between single quotes [message-syntax]`}},
		{"surrogate", "\"a\" = \"\\uD800\"\n", nil, []string{
			`1:8: a backslash starts an escape such as \n or \"; write \\ for a backslash, or put the text between single quotes [message-syntax]`}},
		{"control character", "\"a\" = \"x\x01\"\n", nil, []string{`1:9: the text has a control character (U+0001); write it as \u0001, or delete it [message-syntax]`}},
		{"not UTF-8", "\"a\" = \"日\xff\"\n# \xff\n", nil, []string{
			"1:9: the text is not UTF-8 here; save the file as UTF-8 [message-syntax]", "2:1: the comment has a control character, or is not UTF-8; delete it, or save the file as UTF-8 [message-syntax]"}},
		{"a quote within", "\"a\" = \"say \"x\" now\"\n\"b\" = 'c'\n", entries{{"b", "c", 2}}, []string{
			`1:13: expected the end of the line behind the closing quote; a quote within a text is written \" [message-syntax]`}},
		{"a conflict", "<<<<<<< HEAD\n\"a\" = 'x'\n||||||| base\n=======\n\"a\" = 'y'\n>>>>>>> b\n", entries{{"a", "x", 2}, {"a", "y", 5}}, []string{
			"1:1: a merge conflict is not resolved; keep one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>> [conflict-marker]"}},
		{"a marker left over", ">>>>>>> b\n\"a\" = 'x'\n", entries{{"a", "x", 2}}, []string{"1:1: a merge conflict is left over; delete the line [conflict-marker]"}},
		{"twice", "\"a\" = 'x'\n[a]\nother = 'x'\n", entries{{"a", "x", 1}, {"a", "x", 3}}, []string{
			`3:1: message "a" stands on line 1 already; keep one of the two [duplicate-message]`}},
		{"what a damaged text swallows is read", "\"a\" = '''\nx\n\"b\" = 'c'\n", entries{{"b", "c", 3}}, []string{
			"1:7: the text lacks its closing quotes ''' [message-syntax]"}},
		{"a sound text may look like entries", "\"a\" = '''\n\"b\" = \"c\"\n'''\n", entries{{"a", "\"b\" = \"c\"\n", 1}}, nil},
		{"open table", "[a\nb = 'c'\n", entries{{"b", "c", 2}}, []string{"1:3: expected ] at the end of a table's name [message-syntax]"}},
	}
	for _, tt := range tests {
		f, list := Parse("f", []byte(tt.text))
		var said []string
		for _, d := range list {
			said = append(said, strings.TrimPrefix(d.Error(), "f:"))
		}
		got := of(f)
		if len(tt.want) == 0 && len(got) == 0 {
			got = tt.want
		}
		if diff := cmp.Diff(tt.want, got) + cmp.Diff(tt.list, said); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if got := string(f.Bytes()); len(list) == 0 && !strings.Contains(tt.text, "\n[") && tt.text[:min(1, len(tt.text))] != "[" && got != tt.text {
			t.Errorf("%s: written as %q, was %q", tt.name, got, tt.text)
		}
	}
}

func TestComments(t *testing.T) {
	f, list := Parse("f", []byte("# head\n\n# theirs\n# 元\n\"a\" = 'x'\n\n## part\n\n# 元2\n\"b\" = 'y'\n# end\n"))
	if list != nil {
		t.Fatal(list)
	}
	type comments struct{ Above, Right string }
	var got []comments
	for _, e := range f.Entries {
		got = append(got, comments{e.Above, strings.Join(e.Comments, "|")})
	}
	want := []comments{{"", "# theirs|# 元"}, {"\n## part\n\n", "# 元2"}}
	if diff := cmp.Diff(want, got) + cmp.Diff("# head\n\n", f.Head) + cmp.Diff("# end\n", f.Tail); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEditKeepsTheRest(t *testing.T) {
	text := "# head\n\n# 元\n \"a\"  =  'x'   # theirs\n\n'b'='y'"
	f, _ := Parse("f", []byte(text))
	a, _ := f.Entry("a")
	a.Set(`5 " and '`)
	b, ok := f.Entry("b")
	b.Set("y")
	want := strings.Replace(text, "'x'", `"5 \" and '"`, 1)
	if got := string(f.Bytes()); got != want || !ok {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	}
	f.Entries = append(f.Entries, NewEntry("c.text", "z"))
	if got := string(f.Bytes()); got != want+"\n\"c.text\" = \"z\"" {
		t.Errorf("with an entry more:\n%s", got)
	}
	b.Rename("b~2")
	if got := string(f.Bytes()); !strings.Contains(got, "\n\"b~2\" = 'y'\n") {
		t.Errorf("renamed:\n%s", got)
	}
	if _, ok := f.Entry("b"); ok {
		t.Error("the former id is still found")
	}
}

func TestTablesAreWrittenFlat(t *testing.T) {
	f, list := Parse("f", []byte("# all\n\n# one\n[\"#net.title\"]\nother = 'a'\n\n[x]\ny = 'b'\n"))
	if got, want := string(f.Bytes()), "# all\n\n# one\n\"#net.title\" = 'a'\n\n\"x.y\" = 'b'\n"; got != want || list != nil {
		t.Errorf("%v\n%s\nwant\n%s", list, got, want)
	}
}

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":             `""`,
		"a":            `"a"`,
		`a\_b`:         `'a\_b'`,
		`say "x"`:      `'say "x"'`,
		`it's "x"`:     `"it's \"x\""`,
		"tab\there":    "\"tab\there\"",
		"a\x00b":       `"a\u0000b"`,
		"a\nb\n":       "\"\"\"\na\nb\n\"\"\"",
		"a\n\"\"\"b\"": "\"\"\"\na\n\"\"\\\"b\\\"\"\"\"",
		"a\\\n'":       "\"\"\"\na\\\\\n'\"\"\"",
	} {
		if got := Quote(text); got != want {
			t.Errorf("Quote(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestComment(t *testing.T) {
	got := Comment("was: ", "一\r\n\n 二\x01\n\n")
	if diff := cmp.Diff([]string{"# was: 一", "# was:", "# was:  二\uFFFD"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExamples asks that each rule's example breaks the rule, as the site reads it and as it is edited.
func TestExamples(t *testing.T) {
	for _, r := range Rules() {
		_, list := Parse("f", []byte(r.Example+"\n"))
		if len(list) == 0 || list[0].Rule != r.ID || r.Severity != diag.Warning {
			t.Errorf("the example of %s gives %v", r.ID, list)
		}
	}
}

// FuzzParse asks that any file is read without a panic, that one without a fault says the same to another reader of TOML and
// is written as it was, and that what is salvaged of one with faults has none.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"# c\n\n# 元\n\"6017.text\" = \"a\\n\" # x\r\n", "'a' = '''\nx''''\n", "[a.\"b c\"]\nother = \"\"\"x\\\n y\"\"\"", "<<<<<<< a\nx = 'y'\n=======\nx = 'z'\n>>>>>>> b",
		"a = 5\nb = [\n]\n", "\"a\" = \"\"\"\n\"b\" = \"c\"\n", "\xef\xbb\xbfa = 'b'\n\xff", "a = \"\\uD800\"\n\n[", "a.b = 'x'\n'a.b' = 'y'", "a = 'x'\r"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, list := Parse("f", data)
		for _, d := range list {
			if d.Line < 1 || d.Col < 1 || d.Line > strings.Count(string(data), "\n")+1 {
				t.Errorf("a fault at %s", d)
			}
		}
		if len(list) > 0 {
			if _, again := Parse("f", file.Salvage()); len(again) > 0 && again[0].Rule != RuleNoText {
				t.Errorf("what is salvaged of %q is %q: %v", data, file.Salvage(), again)
			}
			return
		}
		var values map[string]any
		if err := toml.Unmarshal(file.Bytes(), &values); err != nil {
			t.Fatalf("%q is taken; written it is %q: %v", data, file.Bytes(), err)
		}
		for _, e := range file.Entries {
			if values[e.ID] != e.Value {
				t.Errorf("%q: %q is %q, to another reader %q", data, e.ID, e.Value, values[e.ID])
			}
			e.text = Quote(e.Value)
		}
		again, list := Parse("f", file.Bytes())
		if len(list) > 0 || len(again.Entries) != len(file.Entries) {
			t.Fatalf("quoted anew: %q, %v", file.Bytes(), list)
		}
		for i, e := range again.Entries {
			if e.Value != file.Entries[i].Value || e.ID != file.Entries[i].ID {
				t.Errorf("quoted anew, %q = %q is %q = %q", file.Entries[i].ID, file.Entries[i].Value, e.ID, e.Value)
			}
		}
	})
}
