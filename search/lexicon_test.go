package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// written writes units as "a=b|c d", with what may stand for each behind the equals sign.
func written(units []unit) string {
	var list []string
	for _, u := range units {
		s := u.text
		for i, a := range u.alts {
			sep := "|"
			if i == 0 {
				sep = "="
			}
			var words []string
			for _, one := range a.units {
				words = append(words, one.text)
			}
			s += sep + strings.Join(words, "+")
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestLexicon(t *testing.T) {
	words := wordsOf("message messages expired certificate login パスワード 메시지가 그룹 x 12a get_user")
	x := newLexicon(words, [][]string{{"mute", "ban", "silence"}, {"kicked out", "logged out"}, {"🔇", "silent"}, {"error", "fault"}, {"グループ", "部屋"}, {"DB", "데이터베이스", "database"}})
	tests := []struct{ name, text, want string }{
		{"as it is", "expired certificates", "expir certificat"},
		{"words of the same meaning", "muted", "mut=ban|silenc"},
		{"within other words", "commute", "commut"},
		{"of several words", "kicked out again", "kicked out=kick+out|log+out again"},
		{"katakana, whatever the writing", "ぐるーぷ", "グルプ=部屋"},
		{"of several scripts, its own first", "db", "db=databas|데이터베이스"},
		{"one that says nothing has no others", "error", "error"},
		{"a letter left out", "certficate", "certficat=certificat"},
		{"two letters swapped", "mesasge", "mesasg=messag"},
		{"two slips in a long word", "certifikatt", "certifikatt=certificat"},
		{"the first letter is right", "nessage", "nessag"},
		{"a short word is not mistaken", "logn", "logn"},
		{"the beginning of a word", "cert", "cert=certificat"},
		{"a wrong letter of a syllable", "메세지가", "메세지가=메시지가"},
		{"a particle more", "그룹에서", "그룹에서"},
		{"a wrong kana", "パスヲード", "パスヲド=パスワド"},
		{"one kana more", "パススワード", "パススワド=パスワド"},
		{"a word of no letters stands for itself alone", "🔇 muted", "🔇=silent mut=ban|silenc"},
		{"names with digits are as they are", "12b", "12b"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, written(unitsOf(tt.text, x))); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.name, tt.text, diff)
		}
	}
	if got := written(unitsOf("muted certficate", nil)); got != "mut certficat" {
		t.Errorf("without a lexicon: %s", got)
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{
		"messages": "messag", "message": "messag", "muted": "mut", "muting": "mut", "mute": "mut", "banned": "ban", "ban": "ban", "retries": "retry",
		"accesses": "access", "status": "status", "this": "this", "is": "is", "rolled": "roll", "failed": "fail", "string": "string", "sdk2": "sdk2", "über": "über",
	} {
		if got := stem(word); got != want {
			t.Errorf("stem(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"ＵｓｅｒＳｉｇ": "usersig", "ろぐいん": "ログイン", "サーバー": "サバ", "ｻｰﾊﾞｰ": "サバ", "ー": "ー", "參數無效": "参数无效", "後": "后", "ÄÖ": "äö", "한국어": "한국어",
	} {
		if got := fold(text); got != want {
			t.Errorf("fold(%q) = %q, want %q", text, got, want)
		}
	}
}

// FuzzUnits asks that no query makes more units or terms than are looked for, and none that nothing can answer.
func FuzzUnits(f *testing.F) {
	x := newLexicon(wordsOf("message certificate グループ 메시지"), [][]string{{"mute", "ban"}, {"グループ", "部屋"}})
	for _, s := range []string{"muted", "グループに入れない", "메세지", "a_b c.d", "ー", "\xff", "群", "人の", "아이돌"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		units := unitsOf(text, x)
		if len(units) > maxUnits {
			t.Errorf("%q gives %d units", text, len(units))
		}
		for _, u := range units {
			if len(u.terms) == 0 && len(u.alts) == 0 || len(u.terms) > maxTerms {
				t.Errorf("%q gives the unit %+v", text, u)
			}
		}
	})
}
