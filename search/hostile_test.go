package search_test

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"errbook/search"
	"errbook/search/searchtest"
)

// The environment of TestHostileQueries: how many codes there are, and a part of the names of the queries to send.
const (
	hostileCodes = "ERRBOOK_HOSTILE"
	hostileOnly  = "ERRBOOK_HOSTILE_ONLY"
)

const (
	hostileRuns  = 7
	hostileLimit = 100 * time.Millisecond
	slackLimit   = 5 * time.Second // where the number of codes is not asked for: with the race detector, beside other tests
)

// TestHostileQueries sends every hostile query to the endpoint, asks for as many hits as may be, and wants an answer in
// time: of some runs the median counts, because other programs run beside it. make hostile does so with 100,000 codes.
func TestHostileQueries(t *testing.T) {
	n, limit, runs := 10_000, slackLimit, 1
	if v := os.Getenv(hostileCodes); v != "" {
		asked, err := strconv.Atoi(v)
		if err != nil {
			t.Fatal(err)
		}
		n, limit, runs = asked, hostileLimit, hostileRuns
	} else if testing.Short() {
		n = 1000
	}
	settings := func() search.Settings { return search.Settings{LogZero: true} }
	h := search.NewService(swapper(t, n), slog.New(slog.DiscardHandler), settings).Handler(nil)
	var rows []hostileRow
	for _, q := range searchtest.Queries(n) {
		if strings.Contains(q.Name, os.Getenv(hostileOnly)) {
			rows = append(rows, hostile(t, h, q, runs))
		}
	}
	slices.SortFunc(rows, func(a, b hostileRow) int { return cmp.Compare(b.median(), a.median()) })
	t.Logf("%d queries, %d codes in %d languages; quickest, median and slowest of %d runs", len(rows), n, len(searchtest.Languages()), runs)
	for _, r := range rows {
		t.Logf("%8.2f %8.2f %8.2f ms  %s", ms(r.took[0]), ms(r.median()), ms(r.took[len(r.took)-1]), r.name)
		if r.median() > limit {
			t.Errorf("%s took %s, more than %s", r.name, r.median(), limit)
		}
	}
}

type hostileRow struct {
	name string
	took []time.Duration // ascending
}

func (r hostileRow) median() time.Duration { return r.took[len(r.took)/2] }

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func hostile(t *testing.T, h http.Handler, q searchtest.Hostile, runs int) hostileRow {
	row := hostileRow{name: q.Name}
	for range runs {
		r := hostileRequest("", q)
		w := httptest.NewRecorder()
		start := time.Now()
		h.ServeHTTP(w, r)
		row.took = append(row.took, time.Since(start))
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", q.Name, w.Code, w.Body)
		}
	}
	slices.Sort(row.took)
	return row
}

func hostileRequest(base string, q searchtest.Hostile) *http.Request {
	address := url.Values{"lang": {q.Lang}, "limit": {strconv.Itoa(search.MaxLimit)}}
	if q.Post {
		return httptest.NewRequest(http.MethodPost, base+"/?"+address.Encode(), strings.NewReader(q.Text))
	}
	address.Set("q", q.Text)
	return httptest.NewRequest(http.MethodGet, base+"/?"+address.Encode(), nil)
}

// swapper returns a Swapper with an index of n invented documents.
func swapper(t testing.TB, n int) *search.Swapper {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	opt := search.Options{Build: fmt.Sprint(n), Languages: searchtest.Languages()}
	if err := search.Build(context.Background(), dir, opt, searchtest.Documents(n)); err != nil {
		t.Fatal(err)
	}
	x, err := search.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := new(search.Swapper)
	s.Swap(x)
	t.Cleanup(func() { s.Swap(nil) })
	return s
}
