package codes

import "testing"

func TestSlips(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "ab", 1}, {"abc", "abcd", 1}, {"abcd", "acbd", 1},
		{"abcd", "badc", 2}, {"abc", "xyz", 3}, {"ca", "abc", 3},
	}
	for _, tt := range tests {
		if got := Slips([]rune(tt.a), []rune(tt.b), 3); got != tt.want {
			t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := Slips([]rune(tt.b), []rune(tt.a), 0); (got == 0) != (tt.want == 0) {
			t.Errorf("%q and %q: %d at most 0", tt.b, tt.a, got)
		}
	}
}
