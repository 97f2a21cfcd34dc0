package search

import "sync"

// maxKept is how many pages are kept at least, once that many were read; there may be twice as many.
const maxKept = 500

// keptPages keeps the pages that were read last, with their passages: to read a page and to cut it into terms takes longer
// than all else that a search does. The zero value is empty.
type keptPages struct {
	mu            sync.Mutex
	young, former map[int]page // what was asked for since young was last full, and before that
}

func (k *keptPages) get(i int) (page, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if p, ok := k.young[i]; ok {
		return p, true
	}
	p, ok := k.former[i]
	if ok {
		k.add(i, p)
	}
	return p, ok
}

func (k *keptPages) put(i int, p page) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.add(i, p)
}

func (k *keptPages) add(i int, p page) {
	if len(k.young) >= maxKept || k.young == nil {
		k.young, k.former = make(map[int]page, maxKept), k.young
	}
	k.young[i] = p
}

// spoken are the passages of a page by its texts, made when they are first asked for.
type spoken struct {
	once sync.Once
	list [][]passage
}

// passages returns what the nth text of a page says.
func (p page) passages(n int) []passage {
	if p.spoken == nil {
		return passages(p, p.Texts[n])
	}
	p.spoken.once.Do(func() {
		for _, t := range p.Texts {
			p.spoken.list = append(p.spoken.list, passages(p, t))
		}
	})
	return p.spoken.list[n]
}
