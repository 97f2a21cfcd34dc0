package server

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
)

// What codes.js answers; positions are UTF-16 offsets.
type jsFinding struct {
	Found   []jsFound   `json:"found"`
	Unknown []jsUnknown `json:"unknown"`
	Spans   []jsSpan    `json:"spans"`
	Rest    string      `json:"rest"`
	Nearest []int       `json:"nearest"`
}

type jsFound struct {
	Index   int         `json:"index"`
	Match   codes.Match `json:"match"`
	Cued    bool        `json:"cued"`
	From    int         `json:"from"`
	To      int         `json:"to"`
	Written string      `json:"written"`
	Read    string      `json:"read"`
}

type jsUnknown struct {
	Cued    bool   `json:"cued"`
	From    int    `json:"from"`
	To      int    `json:"to"`
	Written string `json:"written"`
	Read    string `json:"read"`
}

type jsSpan struct {
	Index int         `json:"index"`
	Match codes.Match `json:"match"`
	Cued  bool        `json:"cued"`
	From  int         `json:"from"`
	To    int         `json:"to"`
}

// inJS says what package codes found as codes.js does.
func inJS(text string, f codes.Finding, nearest []int) jsFinding {
	units := unitsOf(text)
	at := func(i int) int { return units[i] }
	out := jsFinding{Found: []jsFound{}, Unknown: []jsUnknown{}, Spans: []jsSpan{}, Rest: f.Rest, Nearest: append([]int{}, nearest...)}
	for _, h := range f.Found {
		out.Found = append(out.Found, jsFound{h.Index, h.Match, h.Cued, at(h.From), at(h.To), h.Written, h.Read})
	}
	for _, u := range f.Unknown {
		out.Unknown = append(out.Unknown, jsUnknown{u.Cued, at(u.From), at(u.To), u.Written, u.Read})
	}
	for _, s := range f.Spans {
		out.Spans = append(out.Spans, jsSpan{s.Index, s.Match, s.Cued, at(s.From), at(s.To)})
	}
	return out
}

// unitsOf gives for each byte of a text its UTF-16 offset.
func unitsOf(text string) []int {
	units := make([]int, len(text)+1)
	for i, r := range text {
		n := units[i] + utf16.RuneLen(r)
		for k := i + 1; k <= i+utf8.RuneLen(r); k++ {
			units[k] = n
		}
	}
	return units
}

// goldenCodes are the golden cases of package codes.
type goldenCodes struct {
	Sets map[string][]struct {
		Catalog string
		Text    string
		Range   bool
		Lo, Hi  int64 `json:",string"`
		Number  bool
		Aliases []string
	}
	Cases []struct {
		Set, Text string
		Finding   codes.Finding
		Nearest   []int
	}
}

func readGoldenCodes(t *testing.T) (g goldenCodes, raw string) {
	t.Helper()
	data, err := os.ReadFile("../../search/codes/testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	return g, string(data)
}

const assets = "../../themes/default/assets/"

// codesScripts lists codes.js and before it its parts, in the order in which pages load them.
func codesScripts(t *testing.T) (names []string) {
	t.Helper()
	for _, part := range scriptsIn(t, "search-static.js", "codesParts") {
		names = append(names, "codes-"+part+".js")
	}
	return append(names, "codes.js")
}

// TestCodesScripts has the list of the parts be that of the files.
func TestCodesScripts(t *testing.T) {
	files, err := filepath.Glob(assets + "codes*.js")
	if err != nil {
		t.Fatal(err)
	}
	for i := range files {
		files[i] = filepath.Base(files[i])
	}
	names := codesScripts(t)
	slices.Sort(names)
	slices.Sort(files)
	if diff := cmp.Diff(files, names); diff != "" {
		t.Errorf("-files +listed:\n%s", diff)
	}
}

// codesPage opens a page with codes.js and a function ask(set, texts).
func codesPage(t *testing.T, raw string) context.Context {
	t.Helper()
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate("about:blank"))
	var script strings.Builder
	for _, name := range codesScripts(t) {
		data, err := os.ReadFile(assets + name)
		if err != nil {
			t.Fatal(err)
		}
		script.Write(data)
	}
	eval[any](t, ctx, script.String()+`
		const golden = JSON.parse(`+jsString(t, raw)+`);
		const sets = {};
		for (const name in golden.sets) sets[name] = errbookCodes.makeSet(golden.sets[name]);
		globalThis.ask = (list) => list.map(([set, text]) => ({ ...sets[set].find(text), nearest: sets[set].nearest(text, 5) }));
		0`)
	return ctx
}

func jsString(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCodesInBrowserGolden(t *testing.T) {
	g, raw := readGoldenCodes(t)
	ctx := codesPage(t, raw)
	var list [][2]string
	for _, c := range g.Cases {
		list = append(list, [2]string{c.Set, c.Text})
	}
	got := eval[[]jsFinding](t, ctx, "ask("+jsString(t, list)+")")
	if len(got) != len(g.Cases) || len(got) < 150 {
		t.Fatalf("%d answers to %d cases", len(got), len(g.Cases))
	}
	for i, c := range g.Cases {
		if diff := cmp.Diff(inJS(c.Text, c.Finding, c.Nearest), got[i]); diff != "" {
			t.Errorf("%q in %s (-Go +JavaScript):\n%s", c.Text, c.Set, diff)
		}
	}
}

// TestCodesInBrowserMutated compares both on texts that nobody thought of.
func TestCodesInBrowserMutated(t *testing.T) {
	g, raw := readGoldenCodes(t)
	ctx := codesPage(t, raw)
	sets := map[string]*codes.Set{}
	for name, list := range g.Sets {
		var of []codes.Code
		for _, c := range list {
			of = append(of, codes.Code(c))
		}
		sets[name] = codes.NewSet(of)
	}
	var numbers strings.Builder
	for i := range 25_000 {
		fmt.Fprintf(&numbers, "%d ", 200_000+i%23_000) // more than are looked up, and some again
	}
	m := mutator{rand.New(rand.NewPCG(1, 2))}
	for range 10 {
		list := [][2]string{{"chat", numbers.String()}}
		numbers.Reset()
		for range 500 {
			one, other := g.Cases[m.IntN(len(g.Cases))], g.Cases[m.IntN(len(g.Cases))]
			list = append(list, [2]string{one.Set, m.mutate(one.Text, other.Text)})
		}
		got := eval[[]jsFinding](t, ctx, "ask("+jsString(t, list)+")")
		for i, c := range list {
			want := inJS(c[1], sets[c[0]].FindPlaces(c[1]), sets[c[0]].Nearest(c[1], 5))
			if diff := cmp.Diff(want, got[i]); diff != "" {
				t.Fatalf("%q in %s (-Go +JavaScript):\n%s", c[1], c[0], diff)
			}
		}
	}
}

// TestCodesInBrowserLarge reads logs of 5 MB, and 1 MB of what costs most, and the time must not grow faster than the text.
func TestCodesInBrowserLarge(t *testing.T) {
	_, raw := readGoldenCodes(t)
	ctx := codesPage(t, raw)
	for name, line := range map[string]string{
		"log":      "2024-01-02 10:11:12.123 [worker-7] ERROR c.e.Room - join failed, errCode=5023 userId=20007 https://x.example/404?a=1\n",
		"Japanese": "2024-01-02 10:11:12 エラーコード：５０２３ が出ました。ルーム 215001 に入れません (code=-417)\n",
		"digits":   "1", "commas": "1,1", "letters": "a", "slashes": "/a", "dots": "a.", "dashes": "- ", "marks": "e\u0301", "cues": "code ", "unknown": "code 99999 ",
		"emoji": "👍5", "colons": "a:", "hex": "0x", "dates": "1-", "signs": "\"=",
	} {
		js := `(() => { const line = ` + jsString(t, line) + `; const text = line.repeat(Math.ceil(%s / line.length));
			const start = performance.now(); sets.chat.find(text); return performance.now() - start; })()`
		size := 1_000_000
		if strings.HasSuffix(line, "\n") {
			size = 5_000_000
		}
		small := eval[float64](t, ctx, strings.Replace(js, "%s", strconv.Itoa(size/10), 1))
		large := eval[float64](t, ctx, strings.Replace(js, "%s", strconv.Itoa(size), 1))
		t.Logf("%-8s %3.0f ms, and ten times as much, %d MB, in %5.0f ms", name, small, size/1_000_000, large)
		if limit := 20 * time.Second; large > float64(limit.Milliseconds()) || large > 40*small+1000 {
			t.Errorf("%s: %d MB take %.0f ms, a tenth of them %.0f ms", name, size/1_000_000, large, small)
		}
	}
}
