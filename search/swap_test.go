package search

import (
	"context"
	"sync"
	"testing"
)

func buildFixture(t testing.TB) string {
	return build(t, func(yield func(Document) bool) {
		for _, d := range fixture() {
			if !yield(d) {
				return
			}
		}
	})
}

func TestSwapUnderLoad(t *testing.T) {
	dir := buildFixture(t)
	s := new(Swapper)
	swap := func() {
		x, err := Open(dir)
		if err != nil {
			t.Error(err)
			return
		}
		s.Swap(x)
	}
	swap()
	h := NewService(s, quiet, off).Handler(pageURL)
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for ctx.Err() == nil {
				for _, target := range []string{"/?q=6017", "/?q=certificate+expired&lang=en", "/?q=%E3%82%B0%E3%83%AB%E3%83%BC%E3%83%97"} {
					if got := request(h, "GET", target, ""); got.Code != 200 {
						t.Errorf("%s: status %d: %s", target, got.Code, got.Body)
					}
				}
			}
		})
	}
	for range 50 {
		swap()
	}
	stop()
	wg.Wait()
	s.Swap(nil)
	if _, _, ok := s.Acquire(); ok {
		t.Error("an index is left")
	}
}

func TestSwapKeepsWhatIsInUse(t *testing.T) {
	s := new(Swapper)
	x, err := Open(buildFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	s.Swap(x)
	held, release, ok := s.Acquire()
	if !ok {
		t.Fatal("no index")
	}
	s.Swap(nil)
	if _, err := held.Search(context.Background(), Query{Text: "certificate", Lang: "en"}); err != nil {
		t.Errorf("while in use: %v", err)
	}
	release()
	release()
	if _, err := held.Search(context.Background(), Query{Text: "certificate", Lang: "en"}); err == nil {
		t.Error("still open after the last user")
	}
}
