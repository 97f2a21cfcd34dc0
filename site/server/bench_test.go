package server

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"errbook/search"
	"errbook/search/searchtest"
	"errbook/site"
)

// loadTime is how long each rate of requests is kept up.
const loadTime = 10 * time.Second

// BenchmarkEndpoint asks the search endpoint over HTTP on the loopback interface at a steady rate, on the documents of
// this repository and on invented ones. What the index costs is told beside it: the time to build and to open it (with
// every file verified), its size on disk, the heap it takes, and what the process holds in memory after the load, with
// the pages of the index that it has mapped.
func BenchmarkEndpoint(b *testing.B) {
	b.Run("real", func(b *testing.B) {
		s, documents := realDocuments(b)
		benchmarkEndpoint(b, search.Options{Build: "real", Languages: languagesOf(s), Same: s.Same}, documents)
	})
	b.Run("generated-100000", func(b *testing.B) {
		benchmarkEndpoint(b, search.Options{Build: "generated", Languages: searchtest.Languages()}, slices.Collect(searchtest.Documents(100_000)))
	})
}

// realDocuments are what search knows of this repository's site.
func realDocuments(b *testing.B) (*site.Site, []search.Document) {
	out := b.TempDir()
	s, list := site.Load(os.DirFS("../.."), os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		b.Fatal(list)
	}
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		b.Fatal(err)
	}
	x, err := s.OpenIndex(out)
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	var documents []search.Document
	for i := range x.Codes().Len() {
		d, err := x.Document(i)
		if err != nil {
			b.Fatal(err)
		}
		documents = append(documents, d)
	}
	return s, documents
}

func languagesOf(s *site.Site) (list []search.Language) {
	for _, l := range s.Languages {
		list = append(list, search.Language{Tag: l.Tag, Fallback: s.Chain(l.Tag)[1:]})
	}
	return list
}

func benchmarkEndpoint(b *testing.B, opt search.Options, documents []search.Document) {
	dir := filepath.Join(b.TempDir(), "index")
	start := time.Now()
	if err := search.Build(context.Background(), dir, opt, slices.Values(documents)); err != nil {
		b.Fatal(err)
	}
	built := time.Since(start)
	asked := questions(documents, 4000)
	documents = nil
	before := heap()
	start = time.Now()
	x, err := search.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	opened := time.Since(start)
	taken := heap() - before
	indexes := new(search.Swapper)
	indexes.Swap(x)
	defer indexes.Swap(nil)
	h := httptest.NewServer(search.NewService(indexes, quietLog(), func() search.Settings { return search.Settings{} }).Handler(nil))
	defer h.Close()
	for _, rate := range []int{50, 200} {
		b.Run(fmt.Sprintf("%d-a-second", rate), func(b *testing.B) {
			for b.Loop() {
				took, refused := load(b, h.URL, asked, rate)
				report(b, took)
				b.ReportMetric(100*float64(refused)/float64(len(took)), "%refused")
			}
			b.ReportMetric(built.Seconds(), "build-s")
			b.ReportMetric(float64(opened.Microseconds())/1000, "open-ms")
			b.ReportMetric(float64(folderSize(b, dir))/(1<<20), "index-MiB")
			b.ReportMetric(taken, "heap-MiB")
			b.ReportMetric(resident(), "RSS-MiB")
			b.ReportMetric(0, "ns/op") // a run takes as long as the load is kept up
		})
	}
}

// question is one request of the load.
type question struct{ text, lang string }

// questions makes what people ask: codes, log lines with a code in them, and words of titles, some with a slip in them, in
// every language that the documents have.
func questions(documents []search.Document, n int) (list []question) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for len(list) < n {
		d := documents[rnd.IntN(len(documents))]
		t := d.Texts[rnd.IntN(len(d.Texts))]
		switch rnd.IntN(4) {
		case 0:
			list = append(list, question{d.Code.Text, t.Lang})
		case 1:
			line := fmt.Sprintf("2026-01-02 10:11:12.345 [worker-%d] WARN send to 10.0.0.%d:443 failed, errCode=%s: %s", rnd.IntN(9), rnd.IntN(255), d.Code.Text, t.Title)
			list = append(list, question{line, t.Lang})
		default:
			list = append(list, question{piece(rnd, t.Title), t.Lang})
		}
	}
	return list
}

// piece takes a few words or characters from a text; one time in five two of them are swapped.
func piece(rnd *rand.Rand, text string) string {
	r := []rune(text)
	if words := strings.Fields(text); len(words) > 3 {
		at := rnd.IntN(len(words) - 2)
		r = []rune(strings.Join(words[at:at+3], " "))
	} else if len(r) > 8 {
		at := rnd.IntN(len(r) - 6)
		r = r[at : at+6]
	}
	if i := rnd.IntN(max(1, len(r)-1)); rnd.IntN(5) == 0 && len(r) > 4 && i > 0 {
		r[i], r[i+1] = r[i+1], r[i]
	}
	return string(r)
}

// load asks at a rate, whether the answers keep up or not, and returns how long each took from the moment at which it was
// to be asked, and how many were refused because there were too many.
func load(b *testing.B, base string, asked []question, rate int) (took []time.Duration, refused int64) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256}, Timeout: 30 * time.Second}
	defer client.CloseIdleConnections()
	n := rate * int(loadTime/time.Second)
	took = make([]time.Duration, n)
	var wg sync.WaitGroup
	var busy atomic.Int64
	start := time.Now()
	for i := range n {
		due := start.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		wg.Go(func() {
			q := asked[i%len(asked)]
			res, err := client.Get(base + "/?" + url.Values{"q": {q.text}, "lang": {q.lang}}.Encode())
			if err != nil {
				b.Error(err)
				return
			}
			defer res.Body.Close()
			_, err = io.Copy(io.Discard, res.Body)
			switch {
			case err == nil && res.StatusCode == http.StatusServiceUnavailable:
				busy.Add(1)
			case err != nil || res.StatusCode != http.StatusOK:
				b.Errorf("%q in %s: %d, %v", q.text, q.lang, res.StatusCode, err)
			}
			took[i] = time.Since(due)
		})
	}
	wg.Wait()
	return took, busy.Load()
}

func report(b *testing.B, took []time.Duration) {
	slices.SortFunc(took, cmp.Compare[time.Duration])
	at := func(share float64) float64 {
		return float64(took[int(share*float64(len(took)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(at(1), "max-ms")
}

// heap is what is in use after a collection, in MiB. What pools and finalizers hold goes with the second.
func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

// resident is what the process holds in memory, in MiB, or 0 where the system does not say.
func resident() float64 {
	debug.FreeOSMemory()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kib float64
	for line := range strings.Lines(string(data)) {
		if n, _ := fmt.Sscanf(line, "VmRSS: %f kB", &kib); n == 1 {
			return kib / 1024
		}
	}
	return 0
}

func folderSize(b *testing.B, dir string) (size int64) {
	err := fs.WalkDir(os.DirFS(dir), ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return size
}
