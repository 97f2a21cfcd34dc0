package search

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"

	"errbook/search/judge"
)

func TestScratch(t *testing.T) {
	x, err := Open("/tmp/s5/.errbook/index")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open("testdata/judged.jsonl")
	qs, err := judge.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	part := os.Getenv("PART")
	kind := os.Getenv("KIND")
	for _, lc := range []string{os.Getenv("LC")} {
		if v, err := strconv.ParseFloat(lc, 64); err == nil {
			leastOfMany = v
		}
		if v, err := strconv.ParseFloat(os.Getenv("SS"), 64); err == nil {
			someShare = v
		}
		if v, err := strconv.ParseFloat(os.Getenv("UP"), 64); err == nil {
			unknownPair = v
		}
		if v, err := strconv.ParseFloat(os.Getenv("LF"), 64); err == nil {
			leastOfFew = v
		}
		if v, err := strconv.ParseFloat(os.Getenv("LW"), 64); err == nil {
			leastByWord = v
		}
		by := map[string][]judge.Score{}
		for _, q := range qs {
			r, err := x.Search(context.Background(), Query{Text: q.Text, Lang: q.Lang, Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, h := range r.Hits {
				codes = append(codes, h.Code)
			}
			s := judge.One(q, codes)
			by[q.Kind+" "+q.Lang] = append(by[q.Kind+" "+q.Lang], s)
			by[q.Kind] = append(by[q.Kind], s)
			by[q.Kind+" "+q.Part] = append(by[q.Kind+" "+q.Part], s)
			if s.Success1 == 0 && q.Kind == kind && (part == "" || part == q.Part) {
				fmt.Printf("%s %s %.90q want %v got %v\n", q.Lang, q.Part, q.Text, q.Want, codes[:min(4, len(codes))])
			}
		}
		for _, k := range []string{"paraphrase", "paraphrase sdk", "paraphrase server", "paraphrase ja", "paraphrase en", "paraphrase zh-Hans", "paraphrase ko", "no-answer", "keyword", "typo", "section", "log", "identifier"} {
			m := judge.Mean(by[k])
			fmt.Printf("%s %.2f/%.2f  ", k, m.Success1, m.Success5)
		}
		fmt.Println(leastOfFew, leastByWord, leastOfMany)
	}
}
