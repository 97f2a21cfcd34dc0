package codediff_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"errbook/site/codediff"
)

// TestCases compares the documents of testdata: each case has old.json, new.json, and what is written of their differences.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 5 {
		t.Fatalf("%d cases, %v", len(names), err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		for _, f := range a.Files {
			files[f.Name] = string(f.Data)
		}
		c := codediff.Compare(read(t, files["old.json"]), read(t, files["new.json"]), nil)
		w := codediff.Writer{Link: func(catalog, code string) string { return "https://e.example/c/" + catalog + "/" + code }}
		if diff := cmp.Diff(files["want.txt"], w.Text(c)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if want, ok := files["want.md"]; ok {
			if diff := cmp.Diff(want, w.Markdown(c)); diff != "" {
				t.Errorf("%s as Markdown (-want +got):\n%s", name, diff)
			}
		}
		if c.Any() == strings.HasPrefix(files["want.txt"], "No code") {
			t.Errorf("%s: any is %t", name, c.Any())
		}
	}
}

func read(t *testing.T, text string) codediff.Document {
	t.Helper()
	d, err := codediff.Read("codes.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "codes.json:1:1: no JSON: unexpected end"},
		{"\n  {", "codes.json:2:3: no JSON: unexpected end"},
		{"[]", "codes.json:1:1: expected an object, found a JSON array"},
		{"{}", `codes.json:1:1: expected the member "catalogs"`},
		{`{"catalogs": null}`, `codes.json:1:1: expected the member "catalogs"`},
		{`{"catalogs": [` + "\n" + `"日本" x]}`, "codes.json:2:6: no JSON: invalid character 'x'"},
		{`{"catalogs": [{"id": "a", "entries": [{"code": 6017}]}]}`, `expected a string in "catalogs.entries.code", found a JSON number`},
		{"{\"catalogs\": [\n{\"id\": \"a\"},\n  {\"id\": \"\"}]}", "codes.json:3:3: a catalogue without an id"},
		{"{\"catalogs\": [\n{\"id\": \"a\"},\n  {\"id\": \"a\"}]}", `codes.json:3:3: the catalogue "a" stands here a second time`},
		{"{\"build\": \"日\", \"catalogs\": [{\"entries\": [{\"code\": \"1\"},\n {\"code\": \"\"}], \"id\": \"a\"}]}", "codes.json:2:2: an entry without a code"},
		{strings.Repeat("[", 100_000), "codes.json:1:"},
	}
	for _, tt := range tests {
		_, err := codediff.Read("codes.json", []byte(tt.text))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasSuffix(err.Error(), " [codes-json]") {
			t.Errorf("%.60q: %v, want %s", tt.text, err, tt.want)
		}
	}
}

func TestBase(t *testing.T) {
	for schema, want := range map[string]string{
		"https://e.example/docs/api/codes.schema.json": "https://e.example/docs/", "": "", "https://e.example/": "",
		"javascript:alert(1)//api/codes.schema.json": "", "https://e.example/)[x](api/codes.schema.json": "",
	} {
		if got := (codediff.Document{Schema: schema}).Base(); got != want {
			t.Errorf("%q: %q, want %q", schema, got, want)
		}
	}
}

// TestWords has titles and reasons in another language where there are some.
func TestWords(t *testing.T) {
	old := read(t, `{"catalogs": []}`)
	new := read(t, `{"catalogs": [{"id": "a", "entries": [{"code": "1", "fields": {"text": "Eins."}}, {"code": "2", "fields": {"text": "Zwei."}},
		{"code": "3", "fields": {"text": "Drei."}, "retired": {"since": "2026-01-01", "reason": "Weil."}}, {"code": "4", "retired": {"reason": "Darum."}}]}]}`)
	c := codediff.Compare(old, new, func(_, code string) (title, reason string) {
		return map[string]string{"1": "One.", "3": "Three."}[code], map[string]string{"1": "unused", "3": "Because."}[code]
	})
	want := []codediff.Code{{Catalog: "a", Code: "1", Title: "One."}, {Catalog: "a", Code: "2", Title: "Zwei."}}
	if diff := cmp.Diff(want, c.Added); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []codediff.Code{
		{Catalog: "a", Code: "3", Title: "Three.", Retirement: &codediff.Retirement{Since: "2026-01-01", Reason: "Because."}},
		{Catalog: "a", Code: "4", Retirement: &codediff.Retirement{Reason: "Darum."}},
	}
	if diff := cmp.Diff(want, c.Retired); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzCompare asks that whatever is read is compared, that nothing differs from itself, and that no line of text has a control
// character in it.
func FuzzCompare(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data), string(a.Files[1].Data))
	}
	f.Fuzz(func(t *testing.T, oldText, newText string) {
		old, err := codediff.Read("old.json", []byte(oldText))
		if err != nil {
			return
		}
		if c := codediff.Compare(old, old, nil); c.Any() {
			t.Errorf("it differs from itself: %+v", c)
		}
		new, err := codediff.Read("new.json", []byte(newText))
		if err != nil {
			return
		}
		c := codediff.Compare(old, new, nil)
		text := codediff.Writer{Several: true}.Text(c)
		if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == 0x202e }) {
			t.Errorf("control characters in %q", text)
		}
		if _, err := json.Marshal(c); err != nil {
			t.Error(err)
		}
	})
}
