package server

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"errbook/search"
	"errbook/search/codes"
	"errbook/search/judge"
	"errbook/site"
)

// staticPage opens a page of a site that a server serves which knows nothing of errbook, with search-static.js in it.
func staticPage(t *testing.T, out, page string) context.Context {
	t.Helper()
	ctx := browser(t)
	plain := httptest.NewServer(http.StripPrefix("/some/where", http.FileServer(http.Dir(out))))
	t.Cleanup(plain.Close)
	do(t, ctx, chromedp.Navigate(plain.URL+"/some/where/"+page))
	eval[any](t, ctx, `(() => {
		const script = document.createElement("script");
		script.src = new URL("assets/search-static.js", new URL(document.documentElement.dataset.root, location.href)).href;
		document.head.append(script);
		globalThis.answers = {};
		globalThis.askAll = (name, list) => {
			(async () => {
				const all = [];
				for (const query of list) all.push(await errbookStatic.ask(query));
				answers[name] = all;
			})().catch((error) => { answers[name] = String(error.stack); });
			return 0;
		};
		return 0;
	})()`)
	eventually(t, ctx, `typeof errbookStatic`, "object")
	return ctx
}

// TestSearchPageWithoutServer opens the search page where nothing answers but files, and where the endpoint goes away.
func TestSearchPageWithoutServer(t *testing.T) {
	out := t.TempDir()
	v, err := New(buildSite(t, files, out), out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var gone, asked atomic.Bool
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/search") {
			asked.Store(true)
		}
		if gone.Load() {
			http.FileServer(http.Dir(out)).ServeHTTP(w, r)
			return
		}
		v.ServeHTTP(w, r)
	}))
	defer h.Close()
	ctx := browser(t)
	ask := func(query, want string) {
		t.Helper()
		do(t, ctx, chromedp.Navigate(h.URL+"/en/search/?q="+url.QueryEscape(query)))
		eventually(t, ctx, `document.querySelector("[data-results] .hits a")?.pathname || ""`, want)
	}
	ask("certificate", "/en/shop/6018/")
	gone.Store(true)
	ask("６０１８", "/en/shop/6018/")
	asked.Store(false)
	ask("certificate expired", "/en/shop/6018/")
	if asked.Load() {
		t.Error("the endpoint is asked again in the same session, though it is gone")
	}
	if got := eval[string](t, ctx, `document.querySelector("[data-results] mark").textContent`); got != "certificate" {
		t.Errorf("marked is %q", got)
	}
}

type staticQuery struct {
	Q    string `json:"q"`
	Lang string `json:"lang"`
}

// askStatic asks search-static.js.
func askStatic(t *testing.T, ctx context.Context, list []staticQuery) []search.Result {
	t.Helper()
	eval[any](t, ctx, `askAll("x", `+jsString(t, list)+`)`)
	eventually(t, ctx, `typeof answers.x === "undefined" ? "" : Array.isArray(answers.x) ? "yes" : answers.x`, "yes")
	got := eval[[]search.Result](t, ctx, `answers.x`)
	eval[any](t, ctx, `delete answers.x; 0`)
	return got
}

// TestStaticSearchIsAsGood asks the judged queries of the endpoint's index and of the static files.
func TestStaticSearchIsAsGood(t *testing.T) {
	out := t.TempDir()
	s, list := site.Load(os.DirFS("../.."), os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	if _, err := s.Build(t.Context(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	x, err := search.Open(site.IndexDir(out))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	file, err := os.Open("../../search/testdata/judged.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	judged, err := judge.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var queries []staticQuery
	for _, q := range judged {
		queries = append(queries, staticQuery{q.Text, q.Lang})
	}
	ctx := staticPage(t, out, "en/search/")
	got := askStatic(t, ctx, queries)
	same, right, staticRight := 0, 0, 0
	for i, q := range judged {
		want, err := x.Search(t.Context(), search.Query{Text: q.Text, Lang: q.Lang})
		if err != nil {
			t.Fatal(err)
		}
		a, b := firstHits(want), firstHits(got[i])
		if a == b {
			same++
		} else {
			t.Logf("%s %q: endpoint %s (%d), static %s (%d)", q.Lang, q.Text, a, want.Total, b, got[i].Total)
		}
		if isRight(q, a) {
			right++
		}
		if isRight(q, b) {
			staticRight++
		}
	}
	n := len(judged)
	t.Logf("%d queries: same first hit %d, right: endpoint %d, static %d", n, same, right, staticRight)
	if float64(same) < 0.95*float64(n) || float64(staticRight) < float64(right)-0.02*float64(n) {
		t.Errorf("of %d queries %d have the same first hit; right are %d with the endpoint and %d without", n, same, right, staticRight)
	}
}

func firstHits(r search.Result) string {
	if len(r.Hits) == 0 {
		return ""
	}
	return r.Hits[0].Code
}

func isRight(q judge.Query, code string) bool {
	if len(q.Want) == 0 {
		return code == ""
	}
	for _, want := range q.Want {
		if want == code {
			return true
		}
	}
	return false
}

// TestStaticSearchOnASmallSite compares whole answers.
func TestStaticSearchOnASmallSite(t *testing.T) { staticAsServed(t, files) }

// staticAsServed wants the same answers of the search in the browser and of the index.
func staticAsServed(t *testing.T, files fstest.MapFS) {
	out := t.TempDir()
	s := buildSite(t, files, out)
	x, err := search.Open(site.IndexDir(out))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	ctx := staticPage(t, out, "en/search/")
	base := eval[string](t, ctx, `new URL(document.documentElement.dataset.root, location.href).href`)
	var queries []staticQuery
	for _, q := range []string{"6018", "code=6018", "６０１８", "certificate", "certificates expired", "certifcate", "6017", "601", "999", "証明書", "login", "nothing like it", "", "<b>\"&'", "expired 6018"} {
		for _, lang := range []string{"en", "ja"} {
			queries = append(queries, staticQuery{q, lang})
		}
	}
	got := askStatic(t, ctx, queries)
	for i, q := range queries {
		want, err := x.Search(t.Context(), search.Query{Text: q.Q, Lang: q.Lang, URL: func(lang, catalog, code string) string {
			return base + s.Book.Slugs.CodePath(lang, catalog, code)
		}})
		if err != nil {
			t.Fatal(err)
		}
		if a, b := strings.TrimSpace(jsString(t, want)), jsString(t, got[i]); a != b {
			t.Errorf("%q in %s:\nendpoint %s\nstatic   %s", q.Q, q.Lang, a, b)
		}
	}
}

// TestStaticSearchOfALargeSite makes a site whose codes and terms are in many files, and wants the endpoint's first hits.
func TestStaticSearchOfALargeSite(t *testing.T) {
	docs := largeDocuments(5500)
	languages := []search.Language{{Tag: "en"}, {Tag: "ja", Fallback: []string{"en"}}}
	opt := search.Options{Build: "b1", Languages: languages, Same: [][]string{{"muted", "silenced"}}}
	out, index := t.TempDir(), filepath.Join(t.TempDir(), "index")
	if err := search.Build(t.Context(), index, opt, slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	x, err := search.Open(index)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	write := func(name string, data []byte) error {
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o644)
	}
	err = search.Static(search.StaticOptions{Options: opt, Put: write, Docs: slices.Values(docs),
		Page: func(catalog, code string) string { return catalog + "/" + code + "/" },
		Data: func(catalog, code string) string { return "c/" + catalog + "/" + code + ".json" }})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := write("c/"+d.Catalog+"/"+d.Code.Text+".json", []byte(jsString(t, codeJSON(d)))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range append(codesScripts(t), "search-static.js") {
		data, err := os.ReadFile("../../themes/default/assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := write("assets/"+name, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := write("en/index.html", []byte(`<!DOCTYPE html><html lang="en" data-root="../"><title>x</title>`)); err != nil {
		t.Fatal(err)
	}
	ctx := staticPage(t, out, "en/")
	var queries []staticQuery
	for i := 7; i < len(docs); i += 397 {
		d := docs[i]
		words := strings.Fields(d.Texts[0].Title)
		japanese := d.Texts[1].Title
		for _, q := range []string{d.Code.Text, "error code " + d.Code.Text + " at 10:11:12", words[0] + " " + words[2], words[2] + " " + words[4], japanese, d.Texts[0].Symptoms} {
			queries = append(queries, staticQuery{q, "en"}, staticQuery{q, "ja"})
		}
	}
	queries = append(queries, staticQuery{"9000", "en"}, staticQuery{"-100007", "en"}, staticQuery{"0x18707", "en"}, staticQuery{"7001234", "en"}, staticQuery{"QQ-00017", "en"},
		staticQuery{"qq17", "ja"}, staticQuery{"QQ-99999", "en"}, staticQuery{"silenced", "en"}, staticQuery{"no such wrods at all", "en"}, staticQuery{"", "en"})
	got := askStatic(t, ctx, queries)
	same := 0
	for i, q := range queries {
		want, err := x.Search(t.Context(), search.Query{Text: q.Q, Lang: q.Lang})
		if err != nil {
			t.Fatal(err)
		}
		if a, b := firstHits(want), firstHits(got[i]); a == b {
			same++
		} else {
			t.Logf("%q in %s: endpoint %s of %d, static %s of %d", q.Q, q.Lang, a, want.Total, b, got[i].Total)
		}
	}
	t.Logf("%d of %d first hits are the same", same, len(queries))
	if float64(same) < 0.97*float64(len(queries)) {
		t.Errorf("only %d of %d first hits are the endpoint's", same, len(queries))
	}
}

// largeDocuments invents n pages: three catalogues, of numbers, of words with numbers, and of ranges.
func largeDocuments(n int) (docs []search.Document) {
	r := rand.New(rand.NewPCG(3, 4))
	word := func() string {
		s := ""
		for range 2 + r.IntN(3) {
			s += []string{"ka", "lo", "mi", "ru", "te", "so", "ban", "dor", "vi", "pel", "ge", "na"}[r.IntN(12)]
		}
		return s
	}
	japanese := func() string {
		s := []rune{}
		for range 8 {
			s = append(s, 0x4E00+rune(r.IntN(3000)))
		}
		return string(s) + "を確認"
	}
	for i := range n {
		code, number := codes.Code{Text: strconv.Itoa(100_000 + i)}, true
		catalog := "big"
		switch {
		case i >= n-10:
			code = codes.Code{Text: fmt.Sprintf("%d-%d", 7_000_000+i*10_000, 7_000_999+i*10_000), Range: true, Lo: int64(7_000_000 + i*10_000), Hi: int64(7_000_999 + i*10_000)}
			catalog = "ranges"
		case i >= n-600:
			code, number = codes.Code{Text: fmt.Sprintf("QQ-%05d", i-(n-600))}, false
			catalog = "words"
		}
		code.Catalog, code.Number = catalog, number
		title := fmt.Sprintf("%s %s %s %s %s.", word(), word(), word(), word(), word())
		d := search.Document{Catalog: catalog, Code: code, Section: fmt.Sprintf("part-%d", i/500)}
		section := fmt.Sprintf("Part %d", i/500)
		d.Texts = []search.Text{{Lang: "en", Title: title, Body: title + "\n" + word() + " " + word() + " member", Section: section},
			{Lang: "ja", Title: japanese(), Section: section}}
		d.Texts[1].Body = d.Texts[1].Title
		if i == 2000 {
			d.Texts[0].Symptoms = "muted in every room"
		}
		docs = append(docs, d)
	}
	return docs
}

// codeJSON is the page's own JSON, as site publishes it.
func codeJSON(d search.Document) site.CodeJSON {
	out := site.CodeJSON{Catalog: d.Catalog, Code: d.Code.Text, Source: "en", Languages: map[string]site.LanguageJSON{}}
	for _, t := range d.Texts {
		out.Languages[t.Lang] = site.LanguageJSON{Text: t.Lang, Title: t.Title, Symptoms: strings.FieldsFunc(t.Symptoms, func(r rune) bool { return r == '\n' }),
			Meanings: []site.MeaningJSON{{SectionID: d.Section, Section: t.Section, Fields: map[string]string{"text": t.Body}}}}
	}
	return out
}
