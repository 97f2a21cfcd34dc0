package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/ticket"
)

// ownSet is a golden case of package ticket with codes of its own.
type ownSet struct {
	Name, Text string
	Set        []struct {
		Catalog, Text string
		Number        bool
		Aliases       []string
	}
	Codes   []ticket.AnswerCode
	Unknown []string
}

func ownSets(t *testing.T) (list []ownSet) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository, "search", "ticket", "testdata", "golden.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct{ Set json.RawMessage }
	var whole []json.RawMessage
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		if string(c.Set) == `"im"` {
			continue
		}
		var own ownSet
		if err := json.Unmarshal(whole[i], &own); err != nil {
			t.Fatal(err)
		}
		list = append(list, own)
	}
	return list
}

// TestSetsOfTheirOwn makes a site of the codes of each golden case that has its own: the command, the endpoint and the form
// answer with what the case says.
func TestSetsOfTheirOwn(t *testing.T) {
	cases := ownSets(t)
	if len(cases) < 4 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		dir := t.TempDir()
		c.site(t, dir)
		s, v := served(t, dir)
		got := agreed(t, dir, s, v, c.Name, "en", c.Text)
		for i := range got.Codes {
			got.Codes[i].Title, got.Codes[i].URL = "", ""
		}
		if diff := cmp.Diff(ticket.Answer{Codes: c.Codes, Unknown: c.Unknown}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Name, diff)
		}
	}
}

// site writes a site with the codes: a document for each catalogue.
func (c ownSet) site(t *testing.T, dir string) {
	t.Helper()
	config := "base_url = \"https://e.example/\"\nsource_language = \"en\"\nlanguages = [\"en\"]\n"
	documents := map[string]string{}
	for _, code := range c.Set {
		if documents[code.Catalog] == "" {
			documents[code.Catalog] = "| Code | Other | Description |\n| --- | --- | --- |\n"
			config += fmt.Sprintf("\n[[catalog]]\nid = %q\nnumbers = %t\n[catalog.columns]\nOther = \"alias\"\n", code.Catalog, code.Number)
		}
		documents[code.Catalog] += "| " + code.Text + " | " + strings.Join(code.Aliases, ", ") + " | What " + code.Text + " means. |\n"
	}
	write(t, filepath.Join(dir, "content", "site.toml"), config)
	for id, text := range documents {
		write(t, filepath.Join(dir, "content", id+".md"), text)
	}
}
