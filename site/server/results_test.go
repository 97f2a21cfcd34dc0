package server

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
)

// sectioned is a site of two catalogues with sections, two of them of the same title.
var sectioned = fstest.MapFS{
	"content/site.toml": {Data: []byte(`
source_language = "ja"
languages = ["ja", "en"]
[[catalog]]
id = "net"
numbers = true
[catalog.title]
en = "Network codes"
[catalog.sections]
"端末" = "device"
"端末 > 認証" = "device-auth"
"サーバー" = "server"
"サーバー > 認証" = "server-auth"
[[catalog]]
id = "disk"
[catalog.title]
en = "Disk codes"
[catalog.sections]
"容量" = "space"
`)},
	"content/net.md": {Data: []byte(`
## 端末
### 認証
| コード | 説明 |
| --- | --- |
| -302 | 証明書が期限切れです。 |
| 6001 | 証明書がありません。 |
## サーバー
### 認証
| コード | 説明 |
| --- | --- |
| 7001 | 証明書が拒否されました。 |
| 120001 - 130000 | 独自のコードです。 |
`)},
	"content/disk.md": {Data: []byte(`
## 容量
| コード | 説明 |
| --- | --- |
| 50 | 証明書の保存に失敗しました。 |
`)},
}

func sectionedServer(t *testing.T) *Server {
	t.Helper()
	out := t.TempDir()
	v, err := New(buildSite(t, sectioned, out), out, quietLog(), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return v
}

func readAll(t *testing.T, res *http.Response) string {
	t.Helper()
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func results(t *testing.T, v *Server, params url.Values, want int) *goquery.Document {
	t.Helper()
	res := get(v, "/ja/search/?"+params.Encode(), "")
	if res.StatusCode != want {
		t.Errorf("%s: %d, want %d", params.Encode(), res.StatusCode, want)
	}
	return document(t, res)
}

// facets writes a group of a page as "title count address", the chosen one with a star before it.
func facets(doc *goquery.Document, group string) (list []string) {
	for _, a := range doc.Find(`[data-facets] [data-group="` + group + `"] a`).EachIter() {
		text := strings.Join(strings.Fields(a.Text()), " ")
		if a.AttrOr("aria-current", "") != "" {
			text = "*" + text
		}
		query, _ := url.QueryUnescape(a.AttrOr("href", ""))
		list = append(list, text+" "+query)
	}
	return list
}

func codesOf(doc *goquery.Document) []string {
	return doc.Find(".hits h2 code").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
}

func TestFacetsWithoutJavaScript(t *testing.T) {
	v := sectionedServer(t)
	doc := results(t, v, url.Values{"q": {"証明書"}}, 200)
	if diff := cmp.Diff([]string{"*すべて 4 ?q=証明書", "net 3 ?catalog=net&q=証明書", "disk 1 ?catalog=disk&q=証明書"}, facets(doc, "catalog")); diff != "" {
		t.Errorf("catalogues (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"*すべて 4 ?q=証明書", "認証 端末 2 ?catalog=net&q=証明書&section=device-auth",
		"認証 サーバー 1 ?catalog=net&q=証明書&section=server-auth", "容量 1 ?catalog=disk&q=証明書&section=space"},
		facets(doc, "section")); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}

	doc = results(t, v, url.Values{"q": {"証明書"}, "catalog": {"net"}, "section": {"device-auth"}}, 200)
	if got := codesOf(doc); len(got) != 2 || got[0] != "-302" || got[1] != "6001" {
		t.Errorf("hits %v", got)
	}
	if diff := cmp.Diff([]string{"すべて 3 ?catalog=net&q=証明書", "*認証 端末 2 ?catalog=net&q=証明書&section=device-auth",
		"認証 サーバー 1 ?catalog=net&q=証明書&section=server-auth"}, facets(doc, "section")); diff != "" {
		t.Errorf("sections of net (-want +got):\n%s", diff)
	}
	if doc.Find("[data-facets] details[open]").Length() != 1 {
		t.Error("the facets are closed, though one is chosen")
	}
	if got := doc.Find(`header a[hreflang="en"]`).AttrOr("href", ""); !strings.HasSuffix(got, "/en/search/?catalog=net&q=%E8%A8%BC%E6%98%8E%E6%9B%B8&section=device-auth") {
		t.Errorf("the other language's page is %s", got)
	}
}

func TestNothingHere(t *testing.T) {
	v := sectionedServer(t)
	doc := results(t, v, url.Values{"q": {"50"}, "catalog": {"net"}}, 200)
	if doc.Find("[data-results] .hits").Length() != 0 || doc.Find("[data-results] .nothing").Length() != 1 || doc.Find(`[data-everywhere][href="?q=50"]`).Length() != 1 {
		t.Error("the page does not say that there is nothing here, or does not lead to all")
	}
	for _, params := range []url.Values{
		{"q": {"50"}, "catalog": {"zz"}}, {"q": {"50"}, "section": {"zz"}}, {"q": {"50"}, "catalog": {"disk"}, "section": {"device"}},
	} {
		if doc := results(t, v, params, 400); doc.Find(`[data-everywhere][href="?q=50"]`).Length() != 1 {
			t.Errorf("%s: no way back to all", params.Encode())
		}
	}
}

func TestReasonsInWords(t *testing.T) {
	v := sectionedServer(t)
	for _, test := range []struct{ q, code, want string }{
		{"６００１", "6001", "６００１ を 6001 として検索"},
		{"125000", "120001-130000", "125000 は 120001～130000 の範囲内"},
		{"0xFFFFFED2", "-302", "0xFFFFFED2 は 32 ビット整数では -302"},
		{"4294966994", "-302", "4294966994 は 32 ビット整数では -302"},
		{"0x1771", "6001", "0x1771 と 6001 は同じ数"},
		{"302", "-302", "302 とは符号が異なるコード"},
		{"600", "6001", "600 で始まるコード"},
		{"6001", "6001", ""},
	} {
		first := results(t, v, url.Values{"q": {test.q}}, 200).Find(".hit").First()
		if code, got := first.Find("code").Text(), first.Find(".reason").Text(); code != test.code || got != test.want {
			t.Errorf("%s: %s because %q, want %s because %q", test.q, code, got, test.code, test.want)
		}
	}
}
