package site_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"errbook/search/searchtest"
	"errbook/site"
)

// generated is a site of n codes in four languages, all translated, with texts of the length that real ones have.
func generated(n int) fstest.MapFS {
	files := fstest.MapFS{"content/site.toml": {Data: []byte(`
source_language = "en"
languages = ["en", "ja", "zh-Hans", "ko"]
[[catalog]]
id = "big"
numbers = true
`)}}
	var doc bytes.Buffer
	texts := map[string]*bytes.Buffer{}
	phrases := map[string]string{
		"ja":      "注文 %d は受け付けられません。支払いの方法 %d を確認してから、もう一度お試しください。",
		"zh-Hans": "无法受理订单 %d。请检查付款方式 %d 后重试。",
		"ko":      "주문 %d을(를) 접수할 수 없습니다. 결제 수단 %d을(를) 확인한 후 다시 시도하십시오.",
	}
	for lang := range phrases {
		texts[lang] = &bytes.Buffer{}
	}
	for i := range n {
		if i%500 == 0 {
			fmt.Fprintf(&doc, "\n## Part %d\n\n| Code | Description |\n| --- | --- |\n", i/500)
		}
		code := 100000 + i
		fmt.Fprintf(&doc, "| %d | Order %d is not accepted. Check the method of payment %d, then try `orders.send` again. |\n", code, i, i%97)
		for lang, phrase := range phrases {
			fmt.Fprintf(texts[lang], "%q = %q\n", fmt.Sprintf("%d.text", code), fmt.Sprintf(phrase, i, i%97))
		}
	}
	files["content/big.md"] = &fstest.MapFile{Data: doc.Bytes()}
	for lang, text := range texts {
		files["i18n/big."+lang+".toml"] = &fstest.MapFile{Data: text.Bytes()}
	}
	return files
}

// BenchmarkBuild builds a site from nothing, again without a change, and again after an edit of one code.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("generated-%d", n), func(b *testing.B) { benchmarkBuild(b, generated(n)) })
	}
	b.Run("real", func(b *testing.B) {
		files := fstest.MapFS{}
		for name := range map[string]bool{"content/site.toml": true, "content/im.md": true} {
			data, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				b.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
		benchmarkBuild(b, files)
	})
}

func benchmarkBuild(b *testing.B, files fstest.MapFS) {
	for b.Loop() {
		out, err := os.MkdirTemp("", "errbook-bench-")
		if err != nil {
			b.Fatal(err)
		}
		stop := searchtest.PeakHeap()
		start := time.Now()
		pages := buildOnce(b, files, out)
		b.ReportMetric(time.Since(start).Seconds(), "first-s")
		b.ReportMetric(float64(pages), "files")
		b.ReportMetric(stop(), "peak-MiB")
		start = time.Now()
		buildOnce(b, files, out)
		b.ReportMetric(time.Since(start).Seconds(), "unchanged-s")
		start = time.Now()
		buildOnce(b, oneEdit(files), out)
		b.ReportMetric(time.Since(start).Seconds(), "one-edit-s")
		b.StopTimer()
		os.RemoveAll(out)
		b.StartTimer()
	}
}

func buildOnce(b *testing.B, files fstest.MapFS, out string) int {
	s, list := site.Load(files, os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		b.Fatal(list)
	}
	stats, err := s.Build(context.Background(), site.Options{Out: out})
	if err != nil {
		b.Fatal(err)
	}
	return stats.Total()
}

// oneEdit changes one row of the site's document.
func oneEdit(files fstest.MapFS) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range files {
		out[name] = f
		if strings.HasSuffix(name, ".md") {
			i := bytes.LastIndex(bytes.TrimSpace(f.Data), []byte("\n|")) // the last row
			if i < 0 {
				i = bytes.LastIndex(f.Data, []byte("| "))
			}
			edited := bytes.Replace(f.Data[i:], []byte("."), []byte(" now."), 1)
			out[name] = &fstest.MapFile{Data: append(bytes.Clone(f.Data[:i]), edited...)}
		}
	}
	return out
}

// BenchmarkLoad reads and checks a site without building it.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		files := generated(n)
		b.Run(fmt.Sprintf("generated-%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, list := site.Load(files, os.DirFS(root), site.Overrides{}); list.HasErrors() {
					b.Fatal(list)
				}
			}
		})
	}
}
