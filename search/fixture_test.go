package search

import (
	"context"
	"iter"
	"path/filepath"
	"slices"
	"testing"

	"errbook/search/codes"
)

var languages = []Language{
	{Tag: "ja"},
	{Tag: "en", Fallback: []string{"ja"}},
	{Tag: "zh-Hans", Fallback: []string{"en", "ja"}},
	{Tag: "ko", Fallback: []string{"en", "ja"}},
}

func doc(code, section string, texts ...Text) Document {
	return Document{Catalog: "im", Code: codes.Code{Text: code}, Section: section, Texts: texts}
}

func text(lang, section, body string) Text {
	return Text{Lang: lang, Section: section, Title: body, Body: body}
}

// fixture is a small invented site.
func fixture() []Document {
	general := func(lang string) string {
		return map[string]string{"ja": "一般", "en": "General", "zh-Hans": "通用", "ko": "일반"}[lang]
	}
	return []Document{
		doc("-10003", "group", text("ja", "グループ", "負の符号を持つ別のエラーです。")),
		doc("-302", "general", text("ja", general("ja"), "証明書の期限が切れました。"), text("en", general("en"), "The certificate has expired.")),
		doc("6017", "general", text("ja", general("ja"), "パラメータが無効です。値を確認してください。"),
			text("en", general("en"), "Invalid parameter. Check the value."), text("zh-Hans", general("zh-Hans"), "参数无效，请检查参数。"),
			text("ko", general("ko"), "매개변수가 잘못되었습니다. 값을 확인하세요.")),
		doc("6018", "general", text("ja", general("ja"), "TIMManager.getInstance().getLoginUser() を呼び出して、ログイン状態を確認します。")),
		doc("10003", "group", text("ja", "グループ", "そのメンバーはグループにいません。"),
			text("en", "Groups", "The member is not in the group."), text("zh-Hans", "群组", "该成员不在群里。"), text("ko", "그룹", "해당 멤버는 그룹에 없습니다.")),
		doc("10004", "group", text("ja", "グループ", "グループの名前に <b> & \"記号\" は使えません。")),
		doc("70001", "account", text("ja", "アカウント", "署名の有効期限が切れています。"), text("en", "Account", "The signature has expired; sign in again.")),
		doc("70002", "account", text("ja", "アカウント", "署名が空です。")),
		{Catalog: "im", Code: codes.Code{Text: "120001-130000", Range: true, Lo: 120001, Hi: 130000}, Section: "custom",
			Texts: []Text{text("ja", "カスタム", "お客様が定めるエラーです。"), text("en", "Custom", "Errors that customers define.")}},
		{Catalog: "db", Code: codes.Code{Text: "ORA-00942"}, Section: "sql", Symbols: []string{"TABLE_NOT_FOUND"},
			Texts: []Text{text("ja", "SQL", "表がありません。"), text("en", "SQL", "Table or view does not exist.")}},
		{Catalog: "db", Code: codes.Code{Text: "6017"}, Section: "sql", Texts: []Text{text("ja", "SQL", "別の製品の同じ番号です。")}},
	}
}

// build makes an index of docs in a fresh folder.
func build(t testing.TB, docs iter.Seq[Document]) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, Options{Build: "b1", Languages: languages}, docs); err != nil {
		t.Fatal(err)
	}
	return dir
}

// open makes and opens an index of docs.
func open(t testing.TB, docs iter.Seq[Document]) *Index {
	t.Helper()
	x, err := Open(build(t, docs))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

func openFixture(t testing.TB) *Index {
	t.Helper()
	return open(t, slices.Values(fixture()))
}

func pageURL(lang, catalog, code string) string {
	return "/" + lang + "/" + catalog + "/" + code + "/"
}
