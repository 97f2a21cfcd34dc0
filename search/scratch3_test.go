package search

import (
	"context"
	"testing"
)

func BenchmarkScratch(b *testing.B) {
	x, err := Open("/tmp/s5/.errbook/index")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, q := range []string{"can't talk in the group anymore, it says I'm silenced", "グループで発言できなくなった", "단톡방에서 말을 못해요", "数据库死锁怎么解决 mysql"} {
			x.Search(context.Background(), Query{Text: q, Lang: "en", Limit: 10})
		}
	}
}
