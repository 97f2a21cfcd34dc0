package tomlfile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// add is what a test adds to a document.
type add func(*Document) error

func element(texts ...string) add {
	return func(d *Document) error { return d.AppendStrings([]string{"list"}, texts...) }
}

func key(name, value string, table ...string) add {
	return func(d *Document) error { return d.AddKey(table, name, value) }
}

func block(name string, lines ...string) add {
	return func(d *Document) error { return d.AddTable(name, "item", lines...) }
}

func TestDocument(t *testing.T) {
	tests := []struct {
		name      string
		add       add
		file, out string
	}{
		{"one line", element("c"), "list = [\"a\", 'b'] # two\nx = 1\n", "list = [\"a\", 'b', \"c\"] # two\nx = 1\n"},
		{"padded", element("c"), "list = [ \"a\" ]", "list = [ \"a\", \"c\" ]"},
		{"comma at the end", element("c"), `list = ["a", "b", ]`, `list = ["a", "b", "c", ]`},
		{"empty", element("a", "b"), "list = []\n", "list = [\"a\", \"b\"]\n"},
		{"empty with a comment", element("a"), "list = [ # none\n]\n", "list = [\"a\" # none\n]\n"},
		{"lines", element("c"), "list = [\n  \"a\",\n  \"b\"\n]\n", "list = [\n  \"a\",\n  \"b\",\n  \"c\"\n]\n"},
		{"two at once", element("b", "c"), "list = [\n\t\"a\",\n]\n", "list = [\n\t\"a\",\n\t\"b\",\n\t\"c\",\n]\n"},
		{"comments", element("c"), "list = [\n  \"a\", # ] one\n  # \"x\",\n  \"b\" # two\n  # end\n]\n",
			"list = [\n  \"a\", # ] one\n  # \"x\",\n  \"b\", # two\n  \"c\"\n  # end\n]\n"},
		{"commas first", element("c"), "list = [\n    \"a\" # one\n  , \"b\" # two\n]", "list = [\n    \"a\" # one\n  , \"b\" # two\n  , \"c\"\n]"},
		{"several on a line", element("d"), "list = [\n \"a\", \"b\",\n \"c\", \"c\"\n]", "list = [\n \"a\", \"b\",\n \"c\", \"c\", \"d\"\n]"},
		{"closed on the last line", element("c"), "list = [\"a\",\n        \"b\"] # end", "list = [\"a\",\n        \"b\",\n        \"c\"] # end"},
		{"a comma on the next line", element("c"), "list = [\n \"a\"\n ,\n]", "list = [\n \"a\"\n ,\n \"c\",\n]"},
		{"CRLF", element("c"), "list = [\r\n  \"a\", # one\r\n]\r\n", "list = [\r\n  \"a\", # one\r\n  \"c\",\r\n]\r\n"},
		{"byte order mark", element("c"), "\ufefflist = [\"a\"]", "\ufefflist = [\"a\", \"c\"]"},
		{"brackets in texts", element("c"), `list = ["],", ''']'']''', """\"""]"""]`, `list = ["],", ''']'']''', """\"""]""", "c"]`},
		{"another case", element("c"), `List = ["a"]`, `List = ["a", "c"]`},

		{"key on top", key("k", "1"), "# head\na = 1 # one\n\n# of t\n[t]\nb = 2\n", "# head\na = 1 # one\nk = 1\n\n# of t\n[t]\nb = 2\n"},
		{"key above all tables", key("k", "1"), "[t]\nb = 2\n", "k = 1\n[t]\nb = 2\n"},
		{"key in an empty file", key("k", "1"), "", "k = 1\n"},
		{"key behind lines", key("k", "1"), "a = [\n 1,\n] # x\n", "a = [\n 1,\n] # x\nk = 1\n"},
		{"key without an end of line", key("k", "1"), "a = '''\nx'''", "a = '''\nx'''\nk = 1"},
		{"table", key("k", "1", "t"), "[t] # t\n  b = 2 # two\n\n[[u]]\nb = 1\n", "[t] # t\n  b = 2 # two\n  k = 1\n\n[[u]]\nb = 1\n"},
		{"table without keys", key("k", "1", "t"), "[ \"t\" ] # t\r\n[u]", "[ \"t\" ] # t\r\nk = 1\r\n[u]"},
		{"inline table", key("k", "[1]", "t"), "t = { a = [1, {b = 2}] } # t\n", "t = { a = [1, {b = 2}], k = [1] } # t\n"},
		{"empty inline table", key("k", "1", "t"), "t = {}", "t = { k = 1 }"},
		{"dotted keys", key("zh-Hant", "1", "t"), "t.a = 1\nt.\"b c\" = 2\nd = 3\n", "t.a = 1\nt.\"b c\" = 2\nt.zh-Hant = 1\nd = 3\n"},
		{"a table of the same name elsewhere", key("k", "1", "t"), "[[u]]\n[u.t]\na = 1\n[t]\nb = 1", "[[u]]\n[u.t]\na = 1\n[t]\nb = 1\nk = 1"},

		{"key with a comment", func(d *Document) error { return d.AddKey(nil, "k", "1", "", "# new") }, "a = 1\n# end\n", "a = 1\n\n# new\nk = 1\n# end\n"},
		{"key behind comments alone", func(d *Document) error { return d.AddKey(nil, "k", "1", "", "# new") }, "# head\n\n", "# head\n\n# new\nk = 1\n"},
		{"key behind a comment without an end of line", key("k", "1"), "# head", "# head\nk = 1\n"},
		{"new table with a comment", block("a b", "# of it", "k = 1"), "", "# of it\n[\"a b\"]\nk = 1\n"},
		{"new table", block("t", "k = 1"), "a = 1\n\n# An item.\n[[item]]\nb = 1\n", "a = 1\n\n[t]\nk = 1\n\n# An item.\n[[item]]\nb = 1\n"},
		{"new table, close", block("t", "k = 1"), "a = 1\n[[item]]\nb = 1\n", "a = 1\n\n[t]\nk = 1\n\n[[item]]\nb = 1\n"},
		{"new table at the end", block("t", "k = 1", "l = 2"), "a = 1", "a = 1\n\n[t]\nk = 1\nl = 2\n"},
		{"new table, CRLF", block("t", "k = 1"), "a = 1\r\n[[item]]\r\n", "a = 1\r\n\r\n[t]\r\nk = 1\r\n\r\n[[item]]\r\n"},
	}
	for _, tt := range tests {
		d, err := OpenDocument([]byte(tt.file))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if err := tt.add(d); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(tt.out, string(d.Bytes())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestDocumentRefuses(t *testing.T) {
	tests := []struct {
		name, file string
		add        add
		want       string
	}{
		{"no array", "list = 1", element("a"), "it has no array list"},
		{"no key", "", element("a"), "it has no array list"},
		{"no table", "a = 1", key("k", "1", "t"), "it has no table t"},
		{"a table that is a text", "t = 'x'", key("k", "1", "t"), "its key t is no table"},
	}
	for _, tt := range tests {
		d, err := OpenDocument([]byte(tt.file))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		err = tt.add(d)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: the error is %v, want %s", tt.name, err, tt.want)
		}
		if got := string(d.Bytes()); got != tt.file {
			t.Errorf("%s: the file became %q", tt.name, got)
		}
	}
	if _, err := OpenDocument([]byte("list = [\n")); err == nil || !strings.Contains(err.Error(), "it is not TOML") {
		t.Errorf("what is not TOML gives %v", err)
	}
}

// holds tells whether all bytes of a stand in b in their order.
func holds(a, b string) bool {
	for i := range len(b) {
		if a != "" && a[0] == b[i] {
			a = a[1:]
		}
	}
	return a == ""
}

// FuzzDocument asks that an addition leaves every byte of a file, and gives TOML or nothing.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{"list = [\"a\", # x\n'b'\n]\n[t]\nk=1\n[[item]]", "list = []\r\nt.a = {b = [1,{}]}", "t = { a = \"\"\"\"\"\" } #", "\ufefflist=[''''x'''',]\n[ t . u ]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, change := range []add{element("x", "y"), key("k", "[1]"), key("k", "[1]", "t"), block("t", "k = 1")} {
			d, err := OpenDocument(data)
			if err != nil {
				return
			}
			if err := change(d); err != nil {
				if string(d.Bytes()) != string(data) {
					t.Errorf("%q was refused, and changed: %q", data, d.Bytes())
				}
				continue
			}
			if !holds(string(data), string(d.Bytes())) {
				t.Errorf("%q lost something: %q", data, d.Bytes())
			}
			if _, err := OpenDocument(d.Bytes()); err != nil {
				t.Errorf("%q became %q: %v", data, d.Bytes(), err)
			}
		}
	})
}
