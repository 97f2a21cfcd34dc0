package ticket_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
	"errbook/search/ticket"
)

var update = flag.Bool("update", false, "write the golden answers anew")

const goldenFile = "testdata/golden.json"

// goldenCase is one text and what is read in it. The cases are shared with the page, the command and the endpoint. The set
// is "im" for the real document's, or a list of codes.
type goldenCase struct {
	Name    string          `json:"name"`
	Set     json.RawMessage `json:"set"`
	Text    string          `json:"text"`
	Codes   []goldenCode    `json:"codes"`
	Unknown []string        `json:"unknown,omitempty"`
}

type goldenCode struct {
	Catalog string        `json:"catalog"`
	Code    string        `json:"code"`
	Count   int           `json:"count"`
	Spans   []ticket.Span `json:"spans"`
}

type setCode struct {
	Catalog string   `json:"catalog"`
	Text    string   `json:"text"`
	Range   bool     `json:"range,omitempty"`
	Lo      int64    `json:"lo,omitempty"`
	Hi      int64    `json:"hi,omitempty"`
	Number  bool     `json:"number,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
}

func readGolden(tb testing.TB) (list []goldenCase) {
	tb.Helper()
	data, err := os.ReadFile(goldenFile)
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(data, &list); err != nil {
		tb.Fatal(err)
	}
	return list
}

func (c goldenCase) codes(tb testing.TB) *codes.Set {
	if string(c.Set) == `"im"` {
		return documentSet(tb)
	}
	var list []setCode
	if err := json.Unmarshal(c.Set, &list); err != nil {
		tb.Fatal(err)
	}
	var set []codes.Code
	for _, x := range list {
		set = append(set, codes.Code(x))
	}
	return codes.NewSet(set)
}

func (c goldenCase) answer(set *codes.Set) goldenCase {
	r := ticket.Read(set, c.Text)
	c.Codes, c.Unknown = []goldenCode{}, r.Unknown
	for _, x := range r.Codes {
		code := set.At(x.Index)
		c.Codes = append(c.Codes, goldenCode{code.Catalog, code.Text, x.Count, x.Spans})
	}
	return c
}

// TestGolden reads the golden cases; -update writes their answers anew.
func TestGolden(t *testing.T) {
	list := readGolden(t)
	if len(list) < 25 {
		t.Fatalf("%d cases", len(list))
	}
	var out bytes.Buffer
	for i, c := range list {
		got := c.answer(c.codes(t))
		if diff := cmp.Diff(c, got); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s", c.Name, diff)
		}
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(got); err != nil {
			t.Fatal(err)
		}
		out.WriteString(strings.Repeat(",", min(i, 1)) + "\n" + strings.TrimSpace(line.String()))
	}
	if *update {
		if err := os.WriteFile(goldenFile, []byte("["+out.String()+"\n]\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
