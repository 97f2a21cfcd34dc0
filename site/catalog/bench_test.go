package catalog

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRead reads generated documents: one of the size of a real one, and a large one.
func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{420, 10_000} {
		doc := []byte(generate(rows))
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				c, list := Read("doc.md", doc, Options{ID: "doc"})
				if len(c.Entries) != rows || list.HasErrors() {
					b.Fatalf("%d entries of %d, %v", len(c.Entries), rows, list)
				}
			}
		})
	}
}

// generate makes a document in a blockquote with a section for every 20 rows.
func generate(rows int) string {
	var b strings.Builder
	for i := range rows {
		if i%20 == 0 {
			fmt.Fprintf(&b, ">\n>### Section %c%d\n>\n>| エラーコード | 説明 |\n>| ------ | ---- |\n", 'a'+i/20%26, i)
		}
		fmt.Fprintf(&b, ">| %d | 原因その%dにより失敗しました。[ガイド](https://example.com/%d)を`確認`してください。<br>もう一度。 |\n", 1000+i, i%97, i)
	}
	return b.String()
}
