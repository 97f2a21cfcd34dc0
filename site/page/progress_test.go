package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBar(t *testing.T) {
	tests := []struct {
		name  string
		tally Tally
		want  []Segment
	}{
		{"nothing", Tally{}, []Segment{{"fresh", 0, 1000}}},
		{"all done", Tally{Total: 3, Fresh: 3}, []Segment{{"fresh", 0, 1000}}},
		{"in proportion", Tally{Total: 4, Fresh: 1, Reused: 1, Stale: 1, Missing: 1},
			[]Segment{{"fresh", 0, 250}, {"reused", 250, 250}, {"stale", 500, 250}, {"missing", 750, 250}}},
		{"thirds fill the bar", Tally{Total: 3, Fresh: 1, Stale: 1, Missing: 1},
			[]Segment{{"fresh", 0, 334}, {"stale", 334, 333}, {"missing", 667, 333}}},
		{"one of many is seen", Tally{Total: 100000, Fresh: 99999, Stale: 1}, []Segment{{"fresh", 0, 988}, {"stale", 988, 12}}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.tally.Bar()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
