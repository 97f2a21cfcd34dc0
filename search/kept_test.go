package search

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKeptPagesAreBounded(t *testing.T) {
	var k keptPages
	for i := range 5 * maxKept {
		k.put(i, page{Section: fmt.Sprint(i)})
		if _, ok := k.get(0); !ok {
			t.Fatalf("what is asked for all the time is gone after %d", i)
		}
	}
	if n := len(k.young) + len(k.former); n > 2*maxKept {
		t.Errorf("%d pages are kept", n)
	}
	if p, ok := k.get(5*maxKept - 1); !ok || p.Section != fmt.Sprint(5*maxKept-1) {
		t.Errorf("the last page is gone: %v", p)
	}
	if _, ok := k.get(1); ok {
		t.Error("what nobody asked for again is kept")
	}
}

// TestDocumentsAreNobodyElses changes a document that was handed out, and wants the search to be none the wiser.
func TestDocumentsAreNobodyElses(t *testing.T) {
	x := openFixture(t)
	ask := func() Result {
		r, err := x.Search(context.Background(), Query{Text: "certificate", Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	before := ask()
	d, err := x.Document(1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Texts {
		d.Texts[i].Title = "changed"
	}
	if diff := cmp.Diff(before, ask()); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

func TestAffordable(t *testing.T) {
	x := openFixture(t)
	set := (&searcher{x: x, chain: x.chains["ja"]}).fields(true)
	pieces := []unit{{terms: []string{"グル"}}, {terms: []string{fold("証明")}}, {terms: []string{"エラ"}}, {terms: []string{"期限"}}, {terms: []string{"無い"}}}
	for _, test := range []struct {
		most uint64
		want []int
	}{
		{1000, []int{0, 1, 2, 3, 4}}, {0, []int{4}}, {1, []int{1, 4}}, {3, []int{1, 2, 4}},
	} {
		got, err := x.affordable(context.Background(), pieces, set, test.most)
		if err != nil {
			t.Fatal(err)
		}
		var at []int
		for _, u := range got {
			at = append(at, slices.IndexFunc(pieces, func(p unit) bool { return p.terms[0] == u.terms[0] }))
		}
		if diff := cmp.Diff(test.want, at); diff != "" {
			t.Errorf("at most %d entries (-want +got):\n%s", test.most, diff)
		}
	}
}
