package server

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
	"errbook/search/ticket"
	"errbook/site"
)

const ticketTestdata = "../../search/ticket/testdata/"

// jsTicketCode is a code as ticket-read.js answers; units are UTF-16 offsets.
type jsTicketCode struct {
	Index   int           `json:"index"`
	Match   codes.Match   `json:"match"`
	Cued    bool          `json:"cued"`
	Written string        `json:"written"`
	Count   int           `json:"count"`
	Spans   []ticket.Span `json:"spans"`
	Units   []ticket.Span `json:"units"`
}

type jsReading struct {
	Codes   []jsTicketCode `json:"codes"`
	Unknown []string       `json:"unknown"`
}

// ticketInJS says what package ticket read as ticket-read.js does.
func ticketInJS(text string, r ticket.Reading) jsReading {
	out := jsReading{Codes: []jsTicketCode{}, Unknown: append([]string{}, r.Unknown...)}
	units := unitsOf(text)
	for _, c := range r.Codes {
		x := jsTicketCode{c.Index, c.Match, c.Cued, c.Written, c.Count, c.Spans, nil}
		for _, s := range c.Spans {
			x.Units = append(x.Units, ticket.Span{units[s[0]], units[s[1]]})
		}
		out.Codes = append(out.Codes, x)
	}
	return out
}

// scriptsIn lists the parts that a script names in a constant.
func scriptsIn(t *testing.T, file, constant string) []string {
	t.Helper()
	data, err := os.ReadFile(assets + file)
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(data), constant+` = "`)
	list, _, _ = strings.Cut(list, `"`)
	return strings.Fields(list)
}

// ticketReadPage opens a page with ticket-read.js and a function readAll(set, texts).
func ticketReadPage(t *testing.T) context.Context {
	t.Helper()
	ctx := browser(t)
	do(t, ctx, chromedp.Navigate("about:blank"))
	var script strings.Builder
	names := codesScripts(t)
	for _, part := range scriptsIn(t, "ticket-worker.js", "ticketParts") {
		names = append(names, "ticket-"+part+".js")
	}
	for _, name := range names {
		data, err := os.ReadFile(assets + name)
		if err != nil {
			t.Fatal(err)
		}
		script.Write(data)
	}
	eval[any](t, ctx, script.String()+`
		globalThis.readAll = (codes, texts) => {
			const set = errbookCodes.makeSet(codes);
			return texts.map((text) => {
				const reader = errbookTicket.reader(set);
				for (const [from, to] of errbookTicket.lines(text)) reader.line(text.slice(from, to));
				return reader.reading();
			});
		};
		0`)
	return ctx
}

// setCodes are the codes of a set as codes.js takes them.
func setCodes(set *codes.Set) (list []map[string]any) {
	for i := range set.Len() {
		c := set.At(i)
		list = append(list, map[string]any{"catalog": c.Catalog, "text": c.Text, "range": c.Range, "lo": strconv.FormatInt(c.Lo, 10),
			"hi": strconv.FormatInt(c.Hi, 10), "number": c.Number, "aliases": append([]string{}, c.Aliases...)})
	}
	return list
}

func readTickets(t *testing.T, ctx context.Context, set *codes.Set, texts ...string) []jsReading {
	t.Helper()
	return eval[[]jsReading](t, ctx, "readAll("+jsString(t, setCodes(set))+", "+jsString(t, texts)+")")
}

func documentSet(t testing.TB) *codes.Set {
	t.Helper()
	s, list := site.Load(os.DirFS("../.."), os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	set, _ := s.CodeSet()
	return set
}

// TestTicketScripts has the lists of parts be those of the files, and the same everywhere.
func TestTicketScripts(t *testing.T) {
	parts := scriptsIn(t, "ticket-worker.js", "codesParts")
	if diff := cmp.Diff(scriptsIn(t, "search-static.js", "codesParts"), parts); diff != "" {
		t.Errorf("parts of codes.js in search-static.js and in ticket-worker.js: %s", diff)
	}
	for _, part := range scriptsIn(t, "ticket-worker.js", "ticketParts") {
		if _, err := os.Stat(assets + "ticket-" + part + ".js"); err != nil {
			t.Error(err)
		}
	}
}

// ticketCase is a golden case of package ticket.
type ticketCase struct {
	Name, Text string
	Set        json.RawMessage
}

// ticketCases are the golden cases, and the set of each.
func ticketCases(t *testing.T) (cases []ticketCase, sets []*codes.Set) {
	t.Helper()
	data, err := os.ReadFile(ticketTestdata + "golden.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	own := documentSet(t)
	for _, c := range cases {
		set := own
		if string(c.Set) != `"im"` {
			var list []codes.Code
			if err := json.Unmarshal(c.Set, &list); err != nil {
				t.Fatal(err)
			}
			set = codes.NewSet(list)
		}
		sets = append(sets, set)
	}
	return cases, sets
}

// TestTicketInBrowserGolden wants the answer of package ticket to every golden case, and to lines of more bytes than are read
// at once.
func TestTicketInBrowserGolden(t *testing.T) {
	ctx := ticketReadPage(t)
	cases, sets := ticketCases(t)
	for name, piece := range map[string]string{"long line": "code 6017 x", "long word": "あcode6017", "long emoji": "👍🏽6017、"} {
		cases = append(cases, ticketCase{Name: name, Text: strings.Repeat(piece, 20_000)})
		sets = append(sets, sets[0])
	}
	if len(cases) < 35 {
		t.Fatalf("%d cases", len(cases))
	}
	for i, c := range cases {
		want := ticketInJS(c.Text, ticket.Read(sets[i], c.Text))
		if diff := cmp.Diff(want, readTickets(t, ctx, sets[i], c.Text)[0]); diff != "" {
			t.Errorf("%s (-Go +JavaScript):\n%.4000s", c.Name, diff)
		}
	}
}

// TestTicketInBrowserMutated compares both on texts that nobody thought of.
func TestTicketInBrowserMutated(t *testing.T) {
	ctx := ticketReadPage(t)
	cases, sets := ticketCases(t)
	m := mutator{rand.New(rand.NewPCG(3, 4))}
	texts := map[*codes.Set][]string{}
	for range 4000 {
		one, other := m.IntN(len(cases)), m.IntN(len(cases))
		texts[sets[one]] = append(texts[sets[one]], m.mutate(cases[one].Text, cases[other].Text))
	}
	for set, list := range texts {
		for i, got := range readTickets(t, ctx, set, list...) {
			if diff := cmp.Diff(ticketInJS(list[i], ticket.Read(set, list[i])), got); diff != "" {
				t.Fatalf("%q (-Go +JavaScript):\n%s", list[i], diff)
			}
		}
	}
}

// TestTicketsInBrowser reads the tickets whose codes are known, as package ticket's own test does.
func TestTicketsInBrowser(t *testing.T) {
	ctx, set := ticketReadPage(t), documentSet(t)
	files, err := filepath.Glob(ticketTestdata + "tickets/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d tickets, %v", len(files), err)
	}
	var right, wrong, missed int
	for _, file := range files {
		text, want := readTicket(t, file)
		got := readTickets(t, ctx, set, text)[0]
		if diff := cmp.Diff(ticketInJS(text, ticket.Read(set, text)), got); diff != "" {
			t.Errorf("%s (-Go +JavaScript):\n%s", file, diff)
		}
		for _, c := range got.Codes {
			if i := slices.Index(want, set.At(c.Index).Text); i >= 0 {
				right++
				want = slices.Delete(want, i, i+1)
			} else {
				wrong++
			}
		}
		missed += len(want)
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d tickets, %d codes: precision %.3f, recall %.3f", len(files), right+missed, precision, recall)
	if precision < 0.98 || recall < 0.98 {
		t.Errorf("precision %.3f, recall %.3f; want at least 0.98 of both", precision, recall)
	}
}

func readTicket(t *testing.T, file string) (text string, want []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".want.json")
	if err != nil {
		t.Fatal(err)
	}
	var w struct{ Codes []string }
	if err := json.Unmarshal(answer, &w); err != nil {
		t.Fatal(err)
	}
	return string(data), w.Codes
}
