package ticket_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"errbook/search/ticket"
)

// least is how much of what tickets speak of must be found, and how much of what is found must be right.
const least = 0.98

// TestTickets reads tickets whose codes are known, and measures precision and recall over all mentions of a code by a ticket.
// Those from 21 on were written by hands that had not seen the rules; what they taught is in the rules now.
func TestTickets(t *testing.T) {
	set := documentSet(t)
	files, err := filepath.Glob("testdata/tickets/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d tickets, %v", len(files), err)
	}
	var right, wrong, missed int
	for _, file := range files {
		text, want := readTicket(t, file)
		for _, c := range ticket.Read(set, text).Codes {
			code := set.At(c.Index).Text
			if i := slices.Index(want, code); i >= 0 {
				right++
				want = slices.Delete(want, i, i+1)
				continue
			}
			wrong++
			at := c.Spans[0]
			t.Logf("%s: %s is none: %q", file, code, text[max(0, at[0]-30):min(len(text), at[1]+20)])
		}
		missed += len(want)
		if len(want) > 0 {
			t.Logf("%s: not found: %q", file, want)
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d tickets, %d codes: precision %.3f, recall %.3f", len(files), right+missed, precision, recall)
	if precision < least || recall < least {
		t.Errorf("precision %.3f, recall %.3f; want at least %.2f of both", precision, recall, least)
	}
}

func readTicket(t *testing.T, file string) (text string, want []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".want.json")
	if err != nil {
		t.Fatal(err)
	}
	var w struct {
		Lang       string
		Codes, Not []string
	}
	if err := json.Unmarshal(answer, &w); err != nil {
		t.Fatal(err)
	}
	return string(data), w.Codes
}
