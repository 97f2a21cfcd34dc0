package site_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"

	"errbook/search"
	"errbook/search/judge"
	"errbook/site"
)

// floors are what the search must reach on the judged set in every language: the part of the queries of a kind that has a
// right code first; for those without an answer the part for which nothing is found.
var floors = map[string]float64{
	"exact": 0.97, "range": 0.97, "log": 0.97, "prefix": 0.97, "keyword": 0.90, "identifier": 0.90, "section": 0.65,
	"typo": 0.80, "paraphrase": 0.75, judge.NoAnswer: 0.80,
}

// engine answers a query with codes, the best first.
type engine struct {
	name string
	ask  func(q judge.Query) []string
}

// TestRelevance prints how good the search of the real document is, beside two engines as they come, and fails below the
// floors. make relevance runs it.
func TestRelevance(t *testing.T) {
	file, err := os.Open(filepath.Join(root, "search", "testdata", "judged.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	queries, err := judge.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	x := realIndex(t)
	engines := []engine{{"errbook", errbookEngine(t, x)}, {"bleve", bleveEngine(t, x)}}
	if fts, ok := sqliteEngine(t, x); ok {
		engines = append(engines, engine{"SQLite FTS5", fts})
	}
	var out bytes.Buffer
	for i, e := range engines {
		scores := measure(e, queries)
		if i == 0 {
			printDetail(&out, scores, queries)
			checkFloors(t, scores, queries)
			printWrong(&out, e, queries)
		}
		defer func() { printEngine(&out, e.name, scores, queries) }()
	}
	t.Cleanup(func() { fmt.Println(out.String()) })
}

// realIndex builds the repository's own site and opens its index.
func realIndex(t *testing.T) *search.Index {
	t.Helper()
	s, list := site.Load(os.DirFS(root), os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	out := t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	x, err := search.Open(site.IndexDir(out))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func errbookEngine(t *testing.T, x *search.Index) func(judge.Query) []string {
	return func(q judge.Query) (codes []string) {
		r, err := x.Search(context.Background(), search.Query{Text: q.Text, Lang: q.Lang, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			codes = append(codes, h.Code)
		}
		return codes
	}
}

// said is all that a document says in a language, as plain engines are given it.
func said(x *search.Index, i int) (code string, texts map[string]string) {
	d, _ := x.Document(i)
	texts = map[string]string{}
	for _, t := range d.Texts {
		texts[t.Lang] = strings.Join([]string{d.Code.Text, strings.Join(d.Symbols, " "), t.Title, t.Body, t.Notes, t.Section}, "\n")
	}
	return d.Code.Text, texts
}

// bleveEngine is bleve with one match query and its analyzer for Chinese, Japanese and Korean.
func bleveEngine(t *testing.T, x *search.Index) func(judge.Query) []string {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = cjk.AnalyzerName
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { index.Close() })
	for i := range x.Codes().Len() {
		code, texts := said(x, i)
		if err := index.Index(code, texts); err != nil {
			t.Fatal(err)
		}
	}
	return func(q judge.Query) (codes []string) {
		res, err := index.Search(bleve.NewSearchRequestOptions(bleve.NewMatchQuery(q.Text), 10, 0, false))
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			codes = append(codes, h.ID)
		}
		return codes
	}
}

// sqliteEngine is SQLite's FTS5 with trigrams, all words of the query joined by OR. Without SQLite's command it is left out,
// but not in CI.
func sqliteEngine(t *testing.T, x *search.Index) (func(judge.Query) []string, bool) {
	path, err := exec.LookPath("sqlite3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no sqlite3 on this machine")
		}
		t.Log("NOT COMPARED with SQLite FTS5: there is no sqlite3 on this machine")
		return nil, false
	}
	db := filepath.Join(t.TempDir(), "fts.db")
	var sql strings.Builder
	sql.WriteString("CREATE VIRTUAL TABLE t USING fts5(code UNINDEXED, body, tokenize='trigram');\nBEGIN;\n")
	for i := range x.Codes().Len() {
		code, texts := said(x, i)
		var all []string
		for _, l := range x.Languages() {
			all = append(all, texts[l.Tag])
		}
		fmt.Fprintf(&sql, "INSERT INTO t VALUES('%s','%s');\n", code, strings.ReplaceAll(strings.Join(all, "\n"), "'", "''"))
	}
	sql.WriteString("COMMIT;\n")
	run := func(input string) string {
		cmd := exec.Command(path, "-batch", db)
		cmd.Stdin = strings.NewReader(input)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("sqlite3: %v\n%s", err, out)
		}
		return string(out)
	}
	run(sql.String())
	return func(q judge.Query) []string {
		var words []string
		for _, w := range strings.Fields(q.Text) {
			words = append(words, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
		}
		match := strings.ReplaceAll(strings.Join(words, " OR "), "'", "''")
		return strings.Fields(run("SELECT code FROM t WHERE t MATCH '" + match + "' ORDER BY rank LIMIT 10;\n"))
	}, true
}

func measure(e engine, queries []judge.Query) (scores []judge.Score) {
	for _, q := range queries {
		scores = append(scores, judge.One(q, e.ask(q)))
	}
	return scores
}

// of is the mean of the queries that are chosen.
func of(scores []judge.Score, queries []judge.Query, chosen func(judge.Query) bool) judge.Score {
	var list []judge.Score
	for i, q := range queries {
		if chosen(q) {
			list = append(list, scores[i])
		}
	}
	return judge.Mean(list)
}

func kindsOf(queries []judge.Query) (kinds []string) {
	for _, q := range queries {
		if !slices.Contains(kinds, q.Kind) {
			kinds = append(kinds, q.Kind)
		}
	}
	return kinds
}

func printDetail(out *bytes.Buffer, scores []judge.Score, queries []judge.Query) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "kind\tlanguage\tqueries\tsuccess@1\tsuccess@5\tMRR@10\tnDCG@10\t\n")
	line := func(kind, lang string, s judge.Score) {
		if s.Queries > 0 {
			fmt.Fprintf(w, "%s\t%s\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t\n", kind, lang, s.Queries, s.Success1, s.Success5, s.MRR, s.NDCG)
		}
	}
	for _, kind := range kindsOf(queries) {
		for _, lang := range languages {
			line(kind, lang, of(scores, queries, func(q judge.Query) bool { return q.Kind == kind && q.Lang == lang }))
		}
		line(kind, "all", of(scores, queries, func(q judge.Query) bool { return q.Kind == kind }))
	}
	for _, part := range []string{"sdk", "server", "v3"} {
		line("text, "+part, "all", of(scores, queries, func(q judge.Query) bool {
			return q.Part == part && slices.Contains([]string{"keyword", "typo", "paraphrase"}, q.Kind)
		}))
	}
	w.Flush()
}

// printEngine adds a line of the comparison.
func printEngine(out *bytes.Buffer, name string, scores []judge.Score, queries []judge.Query) {
	fmt.Fprintf(out, "\nsuccess@1 of %s:", name)
	for _, kind := range kindsOf(queries) {
		s := of(scores, queries, func(q judge.Query) bool { return q.Kind == kind })
		fmt.Fprintf(out, "  %s %.2f", kind, s.Success1)
	}
	all := judge.Mean(scores)
	fmt.Fprintf(out, "  all %.2f (MRR@10 %.2f, nDCG@10 %.2f)\n", all.Success1, all.MRR, all.NDCG)
}

// printWrong lists the queries whose first answer is not right.
func printWrong(out *bytes.Buffer, e engine, queries []judge.Query) {
	fmt.Fprint(out, "\nnot right at first:\n")
	for _, q := range queries {
		codes := e.ask(q)
		if judge.One(q, codes).Success1 == 0 {
			fmt.Fprintf(out, "  %-11s %-7s %.70q want %v got %v\n", q.Kind, q.Lang, q.Text, q.Want[:min(len(q.Want), 4)], codes[:min(len(codes), 5)])
		}
	}
}

func checkFloors(t *testing.T, scores []judge.Score, queries []judge.Query) {
	t.Helper()
	for _, kind := range kindsOf(queries) {
		least, ok := floors[kind]
		if !ok {
			t.Errorf("%s has no floor", kind)
		}
		for _, lang := range languages {
			s := of(scores, queries, func(q judge.Query) bool { return q.Kind == kind && q.Lang == lang })
			if s.Queries == 0 || s.Success1 < least {
				t.Errorf("%s in %s: of %d queries %.2f right at first, at least %.2f is asked for", kind, lang, s.Queries, s.Success1, least)
			}
		}
	}
}
