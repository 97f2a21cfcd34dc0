package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"time"
)

// The errors of a Service besides those of Index.Search. Both pass in a short while.
var (
	ErrNotReady = errors.New("the search index is not ready")
	ErrBusy     = errors.New("too many searches at once")
)

const (
	timeLimit    = 3 * time.Second        // for one search
	waitLimit    = 500 * time.Millisecond // for one's turn
	perProcessor = 4                      // searches at once
	perPlace     = 16                     // searches that may wait, for each that is answered
)

// Service answers searches from the index that a Swapper holds, within bounds: only so many at once, and each only for so
// long. Make one with NewService.
type Service struct {
	indexes  *Swapper
	log      *slog.Logger
	settings func() Settings
	gate     gate
	limit    time.Duration
}

// Settings are what a site decides about its searches.
type Settings struct {
	Origins []string // of the pages that may read answers in a browser, such as https://tickets.example; "*" is any
	LogZero bool     // what finds nothing is logged
}

// NewService returns a service. It asks for the settings at each search, because they may change with the site. Failures
// of errbook itself go to log, as does what finds nothing, where the settings say so.
func NewService(indexes *Swapper, log *slog.Logger, settings func() Settings) *Service {
	return &Service{indexes, log, settings, newGate(perProcessor * runtime.GOMAXPROCS(0)), timeLimit}
}

// Search answers a query from the current index. Besides the errors of Index.Search it gives ErrNotReady while there is
// no index, ErrBusy when there are too many searches, and context.DeadlineExceeded for one that takes too long.
func (s *Service) Search(ctx context.Context, q Query) (Result, error) {
	x, release, ok := s.indexes.Acquire()
	if !ok {
		return Result{}, ErrNotReady
	}
	return s.search(ctx, x, release, q)
}

// search answers from an index and releases it when it is no longer used, which may be after search has returned: a
// search that goes on beyond its time keeps its place, so that no more run than may.
func (s *Service) search(ctx context.Context, x *Index, release func(), q Query) (Result, error) {
	leave, err := s.gate.enter(ctx)
	if err != nil {
		release()
		return Result{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.limit)
	defer cancel()
	type answer struct {
		result Result
		err    error
	}
	ended := make(chan answer, 1)
	go func() {
		defer leave()
		defer release()
		r, err := s.guarded(ctx, x, q)
		ended <- answer{r, err}
	}()
	select {
	case a := <-ended:
		if a.err == nil {
			s.noteZero(q, a.result)
		}
		return a.result, a.err
	case <-ctx.Done():
		return Result{}, ctx.Err()
	}
}

// guarded makes an error of a panic: it would end the whole program, because no HTTP server stands around it.
func (s *Service) guarded(ctx context.Context, x *Index, q Query) (r Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("search: panic: %v\n%s", p, debug.Stack())
		}
	}()
	return x.Search(ctx, q)
}

// gate lets so many in at once; some more may wait a short while.
type gate struct {
	places, queue chan struct{}
}

func newGate(places int) gate {
	return gate{make(chan struct{}, places), make(chan struct{}, places*perPlace)}
}

// enter returns what must be called once to leave, or ErrBusy.
func (g gate) enter(ctx context.Context) (leave func(), err error) {
	leave = func() { <-g.places }
	select {
	case g.places <- struct{}{}:
		return leave, nil
	default:
	}
	select {
	case g.queue <- struct{}{}:
		defer func() { <-g.queue }()
	default:
		return nil, ErrBusy
	}
	turn := time.NewTimer(waitLimit)
	defer turn.Stop()
	select {
	case g.places <- struct{}{}:
		return leave, nil
	case <-turn.C:
		return nil, ErrBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
