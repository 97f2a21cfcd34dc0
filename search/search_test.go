package search

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
)

// say writes hits as "exact im/6017".
func say(hits []Hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, string(h.Match)+" "+h.Catalog+"/"+h.Code)
	}
	return list
}

func TestSearch(t *testing.T) {
	x := openFixture(t)
	tests := []struct {
		name, text, lang, catalog string
		want, nearest             []string
	}{
		{name: "in two catalogues", text: "6017", want: []string{"exact im/6017", "exact db/6017"}},
		{name: "in one", text: "6017", catalog: "db", want: []string{"exact db/6017"}},
		{name: "full width", text: "６０１７", catalog: "im", want: []string{"exact im/6017"}},
		{name: "minus", text: "−302", want: []string{"exact im/-302"}},
		{name: "assigned", text: "code=-302", want: []string{"exact im/-302"}},
		{name: "signed", text: "-10003", want: []string{"exact im/-10003", "sign im/10003"}},
		{name: "unsigned", text: "10003", want: []string{"exact im/10003", "sign im/-10003"}},
		{name: "range", text: "125000", want: []string{"range im/120001-130000"}},
		{name: "beyond", text: "131000", nearest: []string{"im/120001-130000"}},
		{name: "separators", text: "ORA00942", want: []string{"exact db/ORA-00942"}},
		{name: "symbol", text: "table_not_found", want: []string{"exact db/ORA-00942"}},
		{name: "log line", text: "2024-01-02 10:11:12 10.0.0.1:6018 v7.0.1 https://x.example/10004 errCode=70001", want: []string{"exact im/70001"}},
		{name: "prefix", text: "7000", want: []string{"prefix im/70001", "prefix im/70002"}},
		{name: "only masked", text: "2024-01-02 10:11:12"},
		{name: "ja", text: "グループ 名前", lang: "ja", want: []string{"text im/10004"}},
		{name: "ja sentence", text: "署名の期限が切れた", lang: "ja", want: []string{"text im/70001"}},
		{name: "ja one character", text: "表", lang: "ja", want: []string{"text db/ORA-00942"}},
		{name: "half-width kana", text: "ﾊﾟﾗﾒｰﾀ", lang: "ja", want: []string{"text im/6017"}},
		{name: "zh", text: "参数无效", lang: "zh-Hans", want: []string{"text im/6017"}},
		{name: "zh one character", text: "群", lang: "zh-Hans", want: []string{"text im/10003"}},
		{name: "ko", text: "매개변수를", lang: "ko", want: []string{"text im/6017"}},
		{name: "en", text: "certificate expired", lang: "en", want: []string{"text im/-302"}},
		{name: "fallback", text: "証明書", lang: "ko", want: []string{"text im/-302"}},
		{name: "other language", text: "certificate", lang: "ja", want: []string{"text im/-302"}},
		{name: "identifier", text: "getLoginUser", lang: "ja", want: []string{"text im/6018"}},
		{name: "part of one", text: "loginUser", lang: "ja", want: []string{"text im/6018"}},
		{name: "dotted", text: "timmanager.getinstance", lang: "ja", want: []string{"text im/6018"}},
		{name: "section", text: "account", lang: "en", want: []string{"text im/70001"}},
		{name: "code and text", text: "エラー 70002 グループ 名前", lang: "ja", want: []string{"exact im/70002", "text im/10004"}},
		{name: "unknown code, unrelated text", text: "error 99999 zebra certificate", lang: "en"},
		{name: "pieces of a word", text: "パラドックスメータ", lang: "ja"},
		{name: "a particle beside codes", text: "エラー 125000 と ６０１７", lang: "ja", catalog: "im", want: []string{"range im/120001-130000", "exact im/6017"}},
		{name: "one word beside an unknown code", text: "error 99999 certificate", lang: "en"},
		{name: "kana variants", text: "ぱらめーた", lang: "ja", want: []string{"text im/6017"}},
		{name: "without the long-vowel mark", text: "パラメタ", lang: "ja", want: []string{"text im/6017"}},
		{name: "Traditional", text: "參數無效", lang: "zh-Hans", want: []string{"text im/6017"}},
		{name: "other forms of a word", text: "expiring certificates", lang: "en", want: []string{"text im/-302"}},
		{name: "a slip", text: "certficate expired", lang: "en", want: []string{"text im/-302"}},
		{name: "the beginning of a word", text: "certif", lang: "en", want: []string{"text im/-302"}},
		{name: "nothing", text: "xyzzy"},
		{name: "empty"}, {name: "spaces", text: " \t\n　"},
		{name: "quote", text: `"`}, {name: "fields", text: "a:b:c"}, {name: "dash", text: "-"}, {name: "star", text: "*"},
		{name: "nul", text: "\x00"}, {name: "invalid", text: "\xff\xfe"}, {name: "regexp", text: "/.*/"}, {name: "tilde", text: "x~9"},
		{name: "long token", text: strings.Repeat("x", 12000)},
		{name: "long Han", text: strings.Repeat("漢字", 6000)},
		{name: "invalid around a code", text: "\xff6018\xff", want: []string{"exact im/6018"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := x.Search(context.Background(), Query{Text: test.text, Lang: test.lang, Catalog: test.catalog, URL: pageURL})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, say(got.Hits)); diff != "" {
				t.Errorf("hits (-want +got):\n%s", diff)
			}
			var nearest []string
			for _, h := range got.Nearest {
				nearest = append(nearest, h.Catalog+"/"+h.Code)
			}
			if diff := cmp.Diff(test.nearest, nearest); diff != "" {
				t.Errorf("nearest (-want +got):\n%s", diff)
			}
			if got.Total != len(got.Hits) {
				t.Errorf("total %d, %d hits", got.Total, len(got.Hits))
			}
		})
	}
}

func TestHit(t *testing.T) {
	x := openFixture(t)
	tests := []struct {
		name string
		q    Query
		want Hit
	}{
		{"in the reader's language", Query{Text: "invalid parameter", Lang: "en"}, Hit{
			Catalog: "im", Code: "6017", Section: "General", SectionID: "general", Lang: "en", URL: "/en/im/6017/",
			Title: "Invalid parameter. Check the value.", Snippet: "<mark>Invalid</mark> <mark>parameter</mark>. Check the value.", Match: "text",
		}},
		{"in another", Query{Text: "70002", Lang: "ko"}, Hit{
			Catalog: "im", Code: "70002", Section: "アカウント", SectionID: "account", Lang: "ko", URL: "/ko/im/70002/",
			Title: "署名が空です。", TitleLang: "ja", Snippet: "署名が空です。", SnippetLang: "ja", Match: "exact",
		}},
		{"found in another", Query{Text: "証明書", Lang: "en"}, Hit{
			Catalog: "im", Code: "-302", Section: "General", SectionID: "general", Lang: "en", URL: "/en/im/-302/",
			Title: "The certificate has expired.", Snippet: "<mark>証明書</mark>の期限が切れました。", SnippetLang: "ja", Match: "text",
		}},
		{"escaped", Query{Text: "グループ 名前", Lang: "ja"}, Hit{
			Catalog: "im", Code: "10004", Section: "グループ", SectionID: "group", Lang: "ja", URL: "/ja/im/10004/",
			Title: `グループの名前に <b> & "記号" は使えません。`, Match: "text",
			Snippet: `<mark>グループ</mark>の<mark>名前</mark>に &lt;b&gt; &amp; &#34;記号&#34; は使えません。`,
		}},
		{"as it was read", Query{Text: "code：１２５０００", Lang: "en"}, Hit{
			Catalog: "im", Code: "120001-130000", Section: "Custom", SectionID: "custom", Lang: "en", URL: "/en/im/120001-130000/",
			Title: "Errors that customers define.", Snippet: "Errors that customers define.", Match: "range", Written: "１２５０００", Cued: true,
			Reason: &codes.Reason{Kind: codes.ReasonRange, Number: "125000", Lo: "120001", Hi: "130000"},
		}},
	}
	for _, test := range tests {
		test.q.URL = pageURL
		got, err := x.Search(context.Background(), test.q)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Hits) == 0 {
			t.Errorf("%s: no hits", test.name)
			continue
		}
		if diff := cmp.Diff(test.want, got.Hits[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestSearchRefuses(t *testing.T) {
	x := openFixture(t)
	for _, test := range []struct {
		q    Query
		want QueryError
	}{
		{Query{Lang: "xx"}, QueryError{`unknown language "xx"`, "lang is one of: ja, en, zh-Hans, ko"}},
		{Query{Catalog: "zz"}, QueryError{`unknown catalog "zz"`, "catalog is one of: im, db"}},
		{Query{Section: "zz"}, QueryError{`unknown section "zz"`, "section is one of: group, general, account, custom, sql"}},
		{Query{Catalog: "db", Section: "group"}, QueryError{`unknown section "group" in catalog "db"`, "section is one of: sql"}},
		{Query{Limit: 101}, QueryError{"limit 101 is out of bounds", "limit is 1 to 100"}},
		{Query{Limit: -1}, QueryError{"limit -1 is out of bounds", "limit is 1 to 100"}},
	} {
		_, err := x.Search(context.Background(), test.q)
		got, ok := err.(*QueryError)
		if !ok {
			t.Errorf("Search(%+v): %v", test.q, err)
			continue
		}
		if diff := cmp.Diff(test.want, *got); diff != "" {
			t.Errorf("Search(%+v) (-want +got):\n%s", test.q, diff)
		}
	}
}

func TestSearchInSection(t *testing.T) {
	x := openFixture(t)
	for _, test := range []struct {
		q             Query
		want, nearest []string
	}{
		{Query{Text: "6017", Section: "sql"}, []string{"exact db/6017"}, nil},
		{Query{Text: "6017", Section: "general", Catalog: "im"}, []string{"exact im/6017"}, nil},
		{Query{Text: "6017", Section: "group"}, nil, nil},
		{Query{Text: "署名", Lang: "ja", Section: "account"}, []string{"text im/70001", "text im/70002"}, nil},
		{Query{Text: "署名", Lang: "ja", Section: "group"}, nil, nil},
		{Query{Text: "70003", Section: "account"}, nil, []string{"prefix im/70002", "prefix im/70001"}},
		{Query{Text: "70003", Section: "sql"}, nil, nil},
	} {
		got, err := x.Search(context.Background(), test.q)
		if err != nil {
			t.Errorf("Search(%+v): %v", test.q, err)
			continue
		}
		if diff := cmp.Diff(test.want, say(got.Hits)); diff != "" {
			t.Errorf("hits of %+v (-want +got):\n%s", test.q, diff)
		}
		if diff := cmp.Diff(test.nearest, say(got.Nearest)); diff != "" {
			t.Errorf("nearest of %+v (-want +got):\n%s", test.q, diff)
		}
	}
}

func TestSearchLimit(t *testing.T) {
	x := openFixture(t)
	got, err := x.Search(context.Background(), Query{Text: "errCode 6017 70001 -302", Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Hits) != 2 || got.Total != 4 {
		t.Errorf("%d hits of %d, want 2 of 4", len(got.Hits), got.Total)
	}
}
