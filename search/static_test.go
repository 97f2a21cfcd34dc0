package search

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
)

// staticFiles makes the files of some documents.
func staticFiles(t *testing.T, docs iter.Seq[Document]) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := Static(StaticOptions{
		Options: Options{Build: "b1", Languages: []Language{{Tag: "en"}, {Tag: "ja", Fallback: []string{"en"}}}, Same: [][]string{{"ban", "mute"}}},
		Page: func(catalog, code string) string {
			if code == "a/b" {
				return catalog + "/a~2Fb/"
			}
			return catalog + "/" + code + "/"
		},
		Data: func(catalog, code string) string { return "c/" + catalog + "/" + code + ".json" },
		Put: func(path string, data []byte) error {
			if files[path] != nil {
				t.Errorf("%s is written twice", path)
			}
			files[path] = data
			return nil
		},
		Docs: docs,
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestStaticSmall(t *testing.T) {
	docs := []Document{
		{Catalog: "im", Code: codes.Code{Text: "-302"}, Section: "net", Texts: []Text{
			{Lang: "en", Title: "The 👍 fails.", Body: "The 👍 fails. Try again.", Section: "Network"},
			{Lang: "ja", Title: "失敗", Body: "別の文", Notes: "長い", Symptoms: "動かない", Section: "通信"}}},
		{Catalog: "im", Code: codes.Code{Text: "120001-130000", Range: true, Lo: 120001, Hi: 130000}, Section: "net", Texts: []Text{{Lang: "en", Title: "Own errors", Section: "Network"}}},
		{Catalog: "db", Code: codes.Code{Text: "a/b", Number: true, Aliases: []string{"AB"}}, Symbols: []string{"AB"}},
	}
	got := staticFiles(t, slices.Values(docs))
	if diff := cmp.Diff([]string{"search/en.json", "search/han.json", "search/index.json", "search/ja.json"}, slices.Sorted(maps.Keys(got))); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{
		"search/en.json": `{"lang":"en","titles":["Network"],"texts":[{"l":13,"b":"The 👍 fails. Try again.","s":1},{"t":"Own errors","s":1},null]}`,
		"search/ja.json": `{"lang":"ja","titles":["通信"],"texts":[{"t":"失敗","b":"別の文","n":"長い","y":"動かない","s":1},null,null]}`,
		"search/index.json": `{"format":1,"build":"b1","count":3,"languages":[{"tag":"en"},{"tag":"ja","fallback":["en"]}],"catalogs":["im","db"],"sections":["net",""],` +
			`"han":true,"same":[["ban","mute"]],"codes":[{"t":"-302"},{"t":"120001-130000","b":["120001","130000"]},{"c":1,"t":"a/b","u":"db/a~2Fb/","d":"","s":1,"n":true,"a":["AB"]}]}`,
	} {
		want = strings.Replace(want, `"d":"",`, "", 1)
		if diff := cmp.Diff(want+"\n", string(got[name])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// manyDocuments are n pages, some of whose words are rare and some in every text.
func manyDocuments(n int) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		for i := range n {
			title := fmt.Sprintf("Room word%d is full of other%d", i, i%50)
			d := Document{Catalog: "big", Code: codes.Code{Text: fmt.Sprint(i * 3)}, Section: fmt.Sprint(i / 1000), Texts: []Text{
				{Lang: "en", Title: title, Body: title, Section: "Part"}, {Lang: "ja", Title: "部屋" + fmt.Sprint(i), Body: "部屋が満員", Section: "部"}}}
			if !yield(d) {
				return
			}
		}
	}
}

func TestStaticLarge(t *testing.T) {
	const n = 20_000
	files := staticFiles(t, manyDocuments(n))
	if again := staticFiles(t, manyDocuments(n)); !maps.EqualFunc(files, again, bytes.Equal) {
		t.Error("the same documents give other bytes")
	}
	for name, data := range files {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if b.Len() > 300_000 {
			t.Errorf("%s has %d bytes compressed", name, b.Len())
		}
	}
	var index staticIndex
	decode(t, files["search/index.json"], &index)
	if index.Codes != nil || len(index.Shards.Codes) != n/codesInFile || index.Shards.Terms["en"] < 2 {
		t.Errorf("index.json: %+v", index.Shards)
	}
	seen := 0
	for i, first := range index.Shards.Codes {
		var list []staticCode
		decode(t, files[fmt.Sprintf("search/codes/%d.json", i)], &list)
		seen += len(list)
		for _, c := range list {
			if key := codes.Key(c.Text); key < first || i+1 < len(index.Shards.Codes) && key >= index.Shards.Codes[i+1] {
				t.Fatalf("%s stands in file %d, which begins at %q", c.Text, i, first)
			}
		}
	}
	if seen != n {
		t.Errorf("%d codes in the files, want %d", seen, n)
	}
	found := map[string][]int{}
	for name, data := range files {
		if strings.HasPrefix(name, "search/en/terms/") {
			var terms map[string][]int
			decode(t, data, &terms)
			maps.Copy(found, terms)
		}
	}
	for term, want := range map[string]string{"word7": "[1 15]", "other49": "400 of 401", "room": "20000 of 201"} {
		list := found[term]
		got := fmt.Sprint(list)
		if len(list) > 2 {
			got = fmt.Sprintf("%d of %d", list[0], len(list))
		}
		if got != want {
			t.Errorf("postings of %q: %s, want %s", term, got, want)
		}
	}
}

func decode(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

// TestStaticLongTexts makes a site of few pages that say much, which is a large one.
func TestStaticLongTexts(t *testing.T) {
	long := strings.Repeat("word ", 300_000)
	files := staticFiles(t, slices.Values([]Document{{Catalog: "im", Code: codes.Code{Text: "1"}, Texts: []Text{{Lang: "en", Title: "x", Body: long}}}}))
	if files["search/en.json"] != nil || files["search/codes/0.json"] == nil {
		t.Errorf("the files are %v", slices.Sorted(maps.Keys(files)))
	}
}

func TestStaticFailure(t *testing.T) {
	full := errors.New("the disk is full")
	for name, n := range map[string]int{"small": 3, "large": maxPlain + 1} {
		for wrong := range 2 {
			at := 0
			err := Static(StaticOptions{Options: Options{Languages: []Language{{Tag: "en"}}}, Docs: manyDocuments(n),
				Page: func(_, code string) string { return code }, Data: func(_, code string) string { return code },
				Put: func(string, []byte) error {
					if at++; at > wrong {
						return full
					}
					return nil
				}})
			if !errors.Is(err, full) {
				t.Errorf("%s, file %d: %v", name, wrong, err)
			}
		}
	}
}
