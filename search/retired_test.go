package search

import (
	"context"
	"slices"
	"testing"
)

// TestRetiredCodesStandBehind finds a retired code by its spelling as any other, and by words behind those in use, though its
// page answers better.
func TestRetiredCodesStandBehind(t *testing.T) {
	old := doc("1", "", text("en", "", "The certificate has expired."))
	old.Retired = true
	x := open(t, slices.Values([]Document{old, doc("2", "general", text("en", "General", "The certificate of the proxy in front of the server has expired, or its clock is wrong."))}))
	for q, want := range map[string][]string{"the certificate has expired": {"2", "1 retired"}, "1": {"1 retired"}, "code 1": {"1 retired"}} {
		r, err := x.Search(context.Background(), Query{Text: q, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range r.Hits {
			name := h.Code
			if h.Retired {
				name += " retired"
			}
			got = append(got, name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", q, got, want)
		}
	}
	if d, err := x.Document(0); err != nil || !d.Retired {
		t.Error(d, err)
	}
}
