package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"errbook/search"
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
func TestStaticSearchOnASmallSite(t *testing.T) {
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
