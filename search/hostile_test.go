package search_test

import (
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

// swapper returns a Swapper with an index of n invented documents.
func swapper(t testing.TB, n int) *search.Swapper {
	t.Helper()
	dir := os.Getenv("HOSTILE_DIR")
	if dir == "" {
		dir = filepath.Join(t.TempDir(), "index")
	}
	x, err := search.Open(dir)
	if err != nil {
		if err := search.Build(context.Background(), dir, search.Options{Build: "b", Languages: searchtest.Languages()}, searchtest.Documents(n)); err != nil {
			t.Fatal(err)
		}
		if x, err = search.Open(dir); err != nil {
			t.Fatal(err)
		}
	}
	s := new(search.Swapper)
	s.Swap(x)
	t.Cleanup(func() { s.Swap(nil) })
	return s
}

func TestHostileQueries(t *testing.T) {
	n := 10_000
	if v := os.Getenv("ERRBOOK_HOSTILE"); v != "" {
		n, _ = strconv.Atoi(v)
	}
	h := search.NewService(swapper(t, n), slog.New(slog.DiscardHandler), func() search.Settings { return search.Settings{} }).Handler(nil)
	type row struct {
		name  string
		d     []time.Duration
		code  int
		total string
	}
	var rows []row
	for _, q := range searchtest.Queries(n) {
		if f := os.Getenv("HOSTILE_ONLY"); f != "" && !strings.Contains(q.Name, f) {
			continue
		}
		r := row{name: q.Name}
		for range 5 {
			method, target, body := "GET", "/?lang="+q.Lang+"&q="+url.QueryEscape(q.Text), ""
			if q.Post {
				method, target, body = "POST", "/?lang="+q.Lang, q.Text
			}
			req := httptest.NewRequest(method, target, strings.NewReader(body))
			w := httptest.NewRecorder()
			start := time.Now()
			h.ServeHTTP(w, req)
			r.d = append(r.d, time.Since(start))
			r.code = w.Code
			r.total = w.Body.String()[:min(0, w.Body.Len())]
			if w.Code != http.StatusOK {
				t.Errorf("%s: %d %s", q.Name, w.Code, w.Body)
			}
		}
		slices.Sort(r.d)
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int { return int(b.d[0] - a.d[0]) })
	for _, r := range rows {
		fmt.Printf("%-50s min %8.2f  med %8.2f  max %8.2f ms  %d\n", r.name, float64(r.d[0].Microseconds())/1000, float64(r.d[2].Microseconds())/1000, float64(r.d[4].Microseconds())/1000, r.code)
	}
}
