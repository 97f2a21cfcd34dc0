package searchtest

import (
	"runtime"
	"sync/atomic"
	"time"
)

// PeakHeap samples the heap until stop is called, which returns the highest reading in MiB.
func PeakHeap() (stop func() float64) {
	var peak atomic.Uint64
	done := make(chan struct{})
	go func() {
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapInuse))
			select {
			case <-done:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() float64 {
		close(done)
		return float64(peak.Load()) / (1 << 20)
	}
}
