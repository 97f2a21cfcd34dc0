package exchange

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"errbook/site/locale/state"
)

func TestReadCSVOfSpreadsheets(t *testing.T) {
	want := []Unit{
		{ID: "-302.text", Source: "=SUM", Text: "zwei, \"drei\"\nvier", Status: state.Stale, Base: "0123456789abcdef"},
		{ID: "2.text", Source: "two", Status: state.Missing, Base: state.None},
	}
	const table = "translation,Remark,ID,status,source,base\n\"zwei, \"\"drei\"\"\nvier\",\"seen; ok\",'-302.text,stale,'=SUM,h0123456789abcdef\n,x,2.text,missing,two,none\n,,,,,\n"
	semicolons := strings.NewReplacer("zwei, ", "zwei, ", ",", ";").Replace
	for name, data := range map[string]string{
		"commas":           table,
		"BOM, CRLF":        "\uFEFF" + strings.ReplaceAll(table, "\n", "\r\n"),
		"semicolons":       semicolons(table),
		"sep=":             "sep=;\r\n" + semicolons(table),
		"tabs":             strings.NewReplacer("zwei, ", "zwei, ", ",", "\t").Replace(table),
		"no last line end": strings.TrimRight(table, "\n"),
	} {
		files, list := Read("im.ko.csv", []byte(data))
		if list != nil || len(files) != 1 || files[0].Catalog != "im" || files[0].Lang != "ko" {
			t.Fatalf("%s: %v, %v", name, files, list)
		}
		if diff := cmp.Diff(want, said(files[0]).Units); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestCSVRefused(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"quote", "id,translation\na,\"b\nc,d\n", "f.csv:4:1: the row that starts on line 2"},
		{"columns", "id,text\na,b\n", "f.csv:1:1: the first line is to name the columns"},
		{"cp949", "id,translation\na,\xb0\xa1\n", "f.csv:2:3: the file is not UTF-8 here"},
		{"cut off", "id,translation,source\na,b,c\nd,e", "f.csv:3:4: the last row is shorter"},
		{"sep= and quote", "sep=,\nid,translation\na,b\"\n", "f.csv:3:"},
	} {
		got, list := Read("f.csv", []byte(tt.data))
		if got != nil || len(list) != 1 || list[0].Rule != RuleSyntax || !strings.Contains(list[0].Error(), tt.want) {
			t.Errorf("%s: %v, %v", tt.name, got, list)
		}
	}
	if _, list := Read("f.csv", []byte("id,translation\n,b\n")); len(list) != 1 || list[0].Rule != RuleUnit || list[0].Line != 2 {
		t.Error(list)
	}
}

// TestCSVIsNoFormula asks that no cell starts with what a spreadsheet runs.
func TestCSVIsNoFormula(t *testing.T) {
	for _, text := range texts {
		cell := csvGuard(text)
		if strings.HasPrefix(strings.TrimLeft(cell, " \t\r\n"), "'") {
			continue
		}
		if c := strings.TrimLeft(cell, " \t\r\n"); c != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(c)[0]) {
			t.Errorf("%q is written as %q", text, cell)
		}
	}
	for cell, want := range map[string]string{"'=1": "=1", "''=1": "'=1", "'quoted'": "'quoted'", "''x": "''x", "'90s": "'90s", "'007": "007", "'-": "-"} {
		if got := csvUnguard(cell); got != want {
			t.Errorf("%q is read as %q, want %q", cell, got, want)
		}
	}
}

func TestReadJSONOfTools(t *testing.T) {
	const file = `{
  "a.text": "plain",
  "b": {"text": {"Other": "nested", "one": "x"}},
  "c.text": 5,
  "d.text": {"description": "source: changed", "hash": "sha1-0", "other": "x"},
  "a.text": "twice"
}`
	files, list := Read("im.ko.json", []byte(file))
	if len(files) != 1 || len(list) != 3 || list[0].Line != 3 || list[1].Line != 4 || list[2].Line != 5 || list[2].Col != 3 {
		t.Fatalf("%v, %v", files, list)
	}
	want := []Unit{{ID: "a.text", Text: "plain"}, {ID: "b.text", Text: "nested"}, {ID: "d.text", Text: "x"}, {ID: "a.text", Text: "twice"}}
	if diff := cmp.Diff(want, said(files[0]).Units); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	files, list = Read("im.ko.json", []byte(`[{"id": "a.text", "translation": "old"}, {"other": "x"}]`))
	if len(list) != 1 || len(files) != 1 || files[0].Units[0].ID != "a.text" || files[0].Units[0].Text != "old" {
		t.Errorf("%v, %v", files, list)
	}
	for _, data := range []string{`{"a": "b"`, `{"a": "b",}`, `{"a": `, `[`} {
		if got, list := Read("f.json", []byte(data)); got != nil || len(list) != 1 || list[0].Rule != RuleSyntax {
			t.Errorf("%s: %v, %v", data, got, list)
		}
	}
	deep := strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000)
	if _, list := Read("f.json", []byte(deep)); len(list) != 1 {
		t.Errorf("nested deep: %v", list)
	}
}

// TestJSONIsGoI18n gives what is written to go-i18n itself.
func TestJSONIsGoI18n(t *testing.T) {
	f := sample(JSON)
	bundle := i18n.NewBundle(language.Japanese)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	file, err := bundle.ParseMessageFileBytes(Write(f), "im.zh-Hans.json")
	if err != nil || file.Tag.String() != "zh-Hans" {
		t.Fatal(err, file)
	}
	got := map[string]*i18n.Message{}
	for _, m := range file.Messages {
		got[m.ID] = m
	}
	for _, u := range f.Units {
		m := got[u.ID]
		if m == nil || m.Other != u.Text || m.Hash != jsonHash(m.Description, u.Source) {
			t.Errorf("%q is read as %+v", u.ID, m)
		}
	}
	if got := jsonHash("Greeting", "Hello"); got != "sha1-d7709112c29547890f6be894dc33353b10ad36ae" {
		t.Errorf("the hash is %s, not the SHA-1 of description and source", got)
	}
}
