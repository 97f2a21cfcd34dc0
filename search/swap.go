package search

import "sync"

// Swapper holds the index that a server answers from and lets it be replaced while requests are under way: each request
// keeps the index it began with, and an index that was replaced is closed when the last of them is done. The zero value
// holds none.
type Swapper struct {
	mu      sync.Mutex
	current *held
}

// held is an index with the number of its users, the Swapper itself among them.
type held struct {
	index *Index
	users int
}

// Swap makes next the current index; nil leaves none. The one before is closed as soon as nobody uses it.
func (s *Swapper) Swap(next *Index) {
	var h *held
	if next != nil {
		h = &held{index: next, users: 1}
	}
	s.mu.Lock()
	old := s.current
	s.current = h
	s.mu.Unlock()
	if old != nil {
		s.release(old)
	}
}

// Acquire returns the current index and a function that must be called once when it is no longer used. Without a
// current index both are nil and ok is false.
func (s *Swapper) Acquire() (x *Index, release func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.current
	if h == nil {
		return nil, nil, false
	}
	h.users++
	return h.index, sync.OnceFunc(func() { s.release(h) }), true
}

// release takes one user away. The index is read-only, so closing it loses nothing that could be reported.
func (s *Swapper) release(h *held) {
	s.mu.Lock()
	h.users--
	last := h.users == 0
	s.mu.Unlock()
	if last {
		_ = h.index.Close()
	}
}
