package workbench

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
	"testing/fstest"

	"errbook/search/searchtest"
	"errbook/site/locale"
	"errbook/site/locale/messagefile"
)

// phrases are translations of a text that real ones are as long as.
var phrases = map[string]string{
	"ja":      "注文 %d は受け付けられません。支払いの方法 %d を確認してから、もう一度お試しください。",
	"zh-Hans": "无法受理订单 %d。请检查付款方式 %d 后重试。",
	"ko":      "주문 %d을(를) 접수할 수 없습니다. 결제 수단 %d을(를) 확인한 후 다시 시도하십시오.",
	"fr":      "La commande %d est refusée. Vérifiez le moyen de paiement %d, puis réessayez.",
	"de":      "Die Bestellung %d wird nicht angenommen. Prüfen Sie die Zahlungsart %d und versuchen Sie es noch einmal.",
}

// manyMessages is a site of n messages, all of them translated into five languages and recorded.
func manyMessages(tb testing.TB, n int) (*Bench, fstest.MapFS) {
	files := fstest.MapFS{}
	b := &Bench{FS: files, Dir: "i18n", Source: "en", Languages: []string{"en", "ja", "zh-Hans", "ko", "fr", "de"}}
	list := make([]locale.Source, n)
	for i := range list {
		list[i] = locale.Source{ID: fmt.Sprintf("%d.text", 100_000+i), Section: fmt.Sprintf("part-%d", i/500),
			Text: fmt.Sprintf("Order %d is not accepted. Check the method of payment %d, then try again.", i, i%97)}
	}
	c := Catalog{ID: "big", Sources: locale.NewSources(list)}
	for i := 0; i < n; i += 500 {
		c.Sections = append(c.Sections, Section{ID: fmt.Sprintf("part-%d", i/500)})
	}
	b.Catalogs = []Catalog{c}
	for lang, phrase := range phrases {
		var text bytes.Buffer
		for i, s := range list {
			fmt.Fprintf(&text, "%q = %s\n", s.ID, messagefile.Quote(fmt.Sprintf(phrase, i, i%97)))
		}
		files["i18n/"+locale.FileName("big", lang)] = &fstest.MapFile{Data: text.Bytes()}
	}
	sync(tb, b, files)
	return b, files
}

func sync(tb testing.TB, b *Bench, files fstest.MapFS) *Plan {
	plan, list := b.Sync(b.Catalogs, b.Targets())
	if list.HasErrors() {
		tb.Fatal(list)
	}
	for _, e := range plan.Edits {
		if e.After != nil {
			files[e.Name] = &fstest.MapFile{Data: e.After}
		}
	}
	return plan
}

// BenchmarkTranslations works on 100,000 messages in five languages, as the verbs of i18n do. Load is what a build does for
// one language.
func BenchmarkTranslations(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		bench, files := manyMessages(b, n)
		c := bench.Catalogs[0]
		run := func(name string, do func()) {
			b.Run(fmt.Sprintf("%s-%d", name, n), func(b *testing.B) {
				runtime.GC()
				stop := searchtest.PeakHeap()
				for b.Loop() {
					do()
				}
				b.ReportMetric(stop(), "peak-MiB")
			})
		}
		run("load-1", func() { load(b, files, c, "ko") })
		run("load-5", func() {
			for _, lang := range bench.Targets() {
				load(b, files, c, lang)
			}
		})
		run("status-5", func() {
			for _, lang := range bench.Targets() {
				if p, _ := bench.Progress(lang, bench.Catalogs); p.All.Percent() != 100 {
					b.Fatal(p.All)
				}
			}
		})
		run("sync-5", func() {
			if sync(b, bench, files).Changed() {
				b.Fatal("a second sync changes something")
			}
		})
		run("check-5", func() {
			if list := bench.Check(bench.Catalogs, bench.Targets()); list != nil {
				b.Fatal(list[0])
			}
		})
	}
}

func load(b *testing.B, files fstest.MapFS, c Catalog, lang string) {
	m, list := locale.Load(files, "i18n", c.ID, lang, c.Sources)
	if list != nil {
		b.Fatal(list[0])
	}
	if _, ok := m.Text(c.Sources.List[0].ID); !ok {
		b.Fatal("a text is missing")
	}
}
