package search

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

var sizes = []int{420, 10_000, 100_000}

func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs := slices.Collect(generated(n))
			var dir string
			for b.Loop() {
				dir = filepath.Join(b.TempDir(), "index")
				if err := Build(context.Background(), dir, Options{Build: "b", Languages: languages}, slices.Values(docs)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(folderSize(b, dir))/1e6, "MB")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		dir := build(b, generated(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				x, err := Open(dir)
				if err != nil {
					b.Fatal(err)
				}
				_ = x.Close()
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range sizes {
		x := open(b, generated(n))
		queries := map[string]Query{
			"code":      {Text: "1234"},
			"prefix":    {Text: "12"},
			"log":       {Text: "2024-01-02 10:11:12 10.0.0.1:443 errCode=1234 " + sentence0("en")},
			"missing":   {Text: "99999999"},
			"ja common": {Text: sentence0("ja")[:9], Lang: "ja"},
			"ja":        {Text: sentence0("ja"), Lang: "ja"},
			"en":        {Text: sentence0("en"), Lang: "en"},
			"zh":        {Text: sentence0("zh-Hans"), Lang: "zh-Hans"},
			"ko":        {Text: sentence0("ko"), Lang: "ko"},
			"section":   {Text: "section 7", Lang: "ko"},
		}
		for i, text := range hostile {
			queries[fmt.Sprintf("hostile %d", i)] = Query{Text: text, Lang: "ko"}
		}
		for name, q := range queries {
			b.Run(fmt.Sprint(n, "/", name), func(b *testing.B) {
				var worst time.Duration
				for b.Loop() {
					start := time.Now()
					if _, err := x.Search(context.Background(), q); err != nil {
						b.Fatal(err)
					}
					worst = max(worst, time.Since(start))
				}
				b.ReportMetric(float64(worst.Microseconds())/1e3, "ms-max")
			})
		}
	}
}

// BenchmarkVerify compares every file of an index with its sum, as Open does first.
func BenchmarkVerify(b *testing.B) {
	for _, n := range sizes {
		dir := build(b, generated(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m, err := readManifest(dir)
				if err != nil {
					b.Fatal(err)
				}
				if err := m.verify(dir); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// sentence0 returns words of the generated documents that do not stand together in any.
func sentence0(lang string) string {
	var text string
	for d := range generated(40) {
		for _, t := range d.Texts {
			if t.Lang == lang && len(text) < 90 {
				r := []rune(t.Title)
				text += string(r[:min(12, len(r))]) + " "
			}
		}
	}
	return text
}

func folderSize(b *testing.B, dir string) (size int64) {
	err := fs.WalkDir(os.DirFS(dir), ".", func(_ string, d fs.DirEntry, err error) error {
		if info, e := d.Info(); e == nil && !d.IsDir() {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return size
}
