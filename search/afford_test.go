package search

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
