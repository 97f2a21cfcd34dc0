package search

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Hello, World", "hello@1 world@2"},
		{"TIMManager.getInstance().getLoginUser()", "timmanager@1 (tim@1) (manager@2) getinstanc@3 (get@3) (instanc@4) getloginuser@5 (get@5) (login@6) (user@7)"},
		{"MAX_SIZE", "max_size@1 (max@1) (siz@2)"},
		{"JSONParser", "jsonparser@1 (json@1) (parser@2)"},
		{"パラメータが", "パラ@1 ラメ@2 メタ@3 タガ@4"},
		{"ﾊﾟﾗﾒ", "パラ@1 ラメ@2"},
		{"ＳＤＫ", "sdk@1"},
		{"Messages muted", "messag@1 mut@2"},
		{"ろぐいん ログイン", "ログ@1 グイ@2 イン@3 ログ@5 グイ@6 イン@7"},
		{"サーバー サーバ", "サバ@1 サバ@3"},
		{"參數 参数", "参数@1 参数@3"},
		{"群", "群@1"},
		{"群x群主", "群@1 x@2 群主@3"},
		{"그룹에", "그룹@1 룹에@2"},
		{"กลุ่ม", "กล@1 ลุ@2 ุ่@3 ่ม@4"},
		{"Ünïcode", "ünïcode@1"},
		{"__ _", ""},
		{"a\x00b\xff", "a@1 b@2"},
		{strings.Repeat("é", 100), strings.Repeat("é", 32) + "@1"},
	}
	for _, test := range tests {
		var got []string
		for _, tok := range tokenize(test.text) {
			form := "%s@%d"
			if tok.part {
				form = "(%s@%d)"
			}
			got = append(got, fmt.Sprintf(form, tok.term, tok.pos))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("tokenize(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestUnits(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Invalid the parameters", "invalid parameter"},
		{"the", "the"},
		{"グループに入れない", "グルプ 入レ"},
		{"参数无效怎么办", "参数无效"},
		{"群", "群"},
		{"그룹에 없습니다", "그룹에 없습니다"},
		{"loginUser login", "loginuser login"},
		{"a a a", "a"},
		{"", ""},
	}
	for _, test := range tests {
		var got []string
		for _, u := range unitsOf(test.text, nil) {
			got = append(got, u.text)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("unitsOf(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestSaid joins the lines of a page.
func TestSaid(t *testing.T) {
	for _, test := range []struct {
		text Text
		want string
	}{
		{Text{}, ""},
		{Text{Body: "The user is muted", Notes: "When it occurs\n\n  This code is returned.\nAsk later"}, "The user is muted · When it occurs · This code is returned. Ask later"},
		{Text{Body: "送れません。\n", Notes: "原因：\n上限"}, "送れません。 原因： 上限"},
	} {
		if got := test.text.said(); got != test.want {
			t.Errorf("said %q, want %q", got, test.want)
		}
	}
}

func TestCutSnippet(t *testing.T) {
	long := strings.Repeat("あいう ", 100) + "パラメータ" + strings.Repeat(" かきく", 100)
	runes := []rune(long)
	got := cutSnippet(runes, marks(runes, unitsOf("パラメータ", nil)))
	if !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || !strings.Contains(got, "<mark>パラメータ</mark>") {
		t.Errorf("snippet %q", got)
	}
	if n := len([]rune(got)); n != snippetRunes+2+len("<mark></mark>") {
		t.Errorf("%d characters", n)
	}
	if got := cutSnippet([]rune("groups regroup"), marks([]rune("groups regroup"), unitsOf("group", nil))); got != "<mark>groups</mark> regroup" {
		t.Errorf("a word is marked with its ending, and no part of another: %q", got)
	}
}
