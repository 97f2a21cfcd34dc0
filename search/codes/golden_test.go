package codes

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden cases anew")

const goldenFile = "testdata/golden.json"

// The golden cases are shared with the same search in the browser, whose test makes UTF-16 offsets of the bytes.
type golden struct {
	Sets  map[string][]goldenCode `json:"sets"`
	Cases []goldenCase            `json:"cases"`
}

type goldenCode struct {
	Catalog string   `json:"catalog"`
	Text    string   `json:"text"`
	Range   bool     `json:"range,omitempty"`
	Lo      int64    `json:"lo,omitempty,string"`
	Hi      int64    `json:"hi,omitempty,string"`
	Number  bool     `json:"number,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
}

type goldenCase struct {
	Set     string  `json:"set"`
	Text    string  `json:"text"`
	Finding Finding `json:"finding"`
	Nearest []int   `json:"nearest"` // of the text, at most five
}

// TestGolden checks the golden cases, or with -update writes them.
func TestGolden(t *testing.T) {
	got := golden{Sets: map[string][]goldenCode{}}
	for name, list := range goldenSets() {
		got.Sets[name] = []goldenCode{}
		for _, c := range list {
			got.Sets[name] = append(got.Sets[name], goldenCode(c))
		}
	}
	inputs := goldenInputs()
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		set := NewSet(goldenSets()[name])
		for _, text := range inputs[name] {
			got.Cases = append(got.Cases, goldenCase{name, text, set.FindPlaces(text), set.Nearest(text, 5)})
		}
	}
	if *update {
		writeGolden(t, got)
	}
	data, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	var want golden
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got); -update writes it anew:\n%s", goldenFile, diff)
	}
}

// writeGolden writes one case a line, so that a change of one shows as one.
func writeGolden(t *testing.T, g golden) {
	t.Helper()
	line := func(v any) []byte {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	out := []byte(`{"sets":`)
	out = append(append(out, line(g.Sets)...), `,"cases":[`...)
	for i, c := range g.Cases {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), line(c)...)
	}
	if err := os.WriteFile(goldenFile, append(out, "\n]}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
}
