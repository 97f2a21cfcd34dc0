package judge

import (
	"math"
	"strings"
	"testing"
)

func TestOne(t *testing.T) {
	q := Query{Kind: "keyword", Want: []string{"1", "2"}, OK: []string{"3"}}
	log := math.Log2
	ideal := 3 + 3/log(3) + 1/log(4)
	tests := []struct {
		name  string
		codes []string
		want  Score
	}{
		{"nothing", nil, Score{1, 0, 0, 0, 0}},
		{"best", []string{"2", "1", "3"}, Score{1, 1, 1, 1, 1}},
		{"third", []string{"3", "9", "1"}, Score{1, 0, 1, 1.0 / 3, (1 + 3/log(4)) / ideal}},
		{"sixth", []string{"a", "b", "c", "d", "e", "1"}, Score{1, 0, 0, 1.0 / 6, (3 / log(7)) / ideal}},
		{"told twice", []string{"1", "1"}, Score{1, 1, 1, 1, 3 / ideal}},
		{"eleventh", []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "1"}, Score{1, 0, 0, 0, 0}},
	}
	for _, tt := range tests {
		got := One(q, tt.codes)
		if got.Queries != 1 || got.Success1 != tt.want.Success1 || got.Success5 != tt.want.Success5 ||
			math.Abs(got.MRR-tt.want.MRR) > 1e-9 || math.Abs(got.NDCG-tt.want.NDCG) > 1e-9 {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
	none := Query{Kind: NoAnswer}
	if One(none, nil).Success1 != 1 || One(none, []string{"1"}).Success1 != 0 {
		t.Error("a query without an answer")
	}
}

func TestRead(t *testing.T) {
	list, err := Read(strings.NewReader("{\"q\":\"a\",\"lang\":\"en\",\"kind\":\"exact\",\"want\":[\"1\"]}\n\n"))
	if err != nil || len(list) != 1 || list[0].Want[0] != "1" {
		t.Errorf("%+v, %v", list, err)
	}
	for _, bad := range []string{"{", `{"kind":"exact"}`, `{"kind":"no-answer","want":["1"]}`} {
		if _, err := Read(strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "line 1: ") {
			t.Errorf("%s gives %v", bad, err)
		}
	}
}
