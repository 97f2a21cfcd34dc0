package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
	"errbook/site/locale/glossary"
)

var terms = glossary.New([]glossary.Term{
	{Source: "証明書", Forms: map[string][]string{"en": {"credential", "certificate"}, "ko": {"인증서"}, "zh-Hans": {"票据"}}, Why: "what proves who somebody is"},
	{Source: "個別会話", Forms: map[string][]string{"en": {"one-to-one chat"}, "ko": {"1:1 채팅"}}},
})

func TestCheck(t *testing.T) {
	tests := []struct {
		name, lang, source, text string
		want                     []string // rules
	}{
		{"right", "en", "証明書が期限切れです。`login`を[再度](https://a.example/1)呼び出してください（最大100回）。",
			"The credential has expired. Call `login` [again](https://a.example/1) (at most 100 times).", nil},
		{"code changed", "en", "`login`を呼ぶ。", "Call `log in`.", []string{RuleCode, RuleCode}},
		{"code left out", "en", "`a`と`b`と`a`。", "`a` and `b`.", []string{RuleCode}},
		{"link changed", "en", "[こちら](https://a.example/1)。", "[Here](https://a.example/2).", []string{RuleLink, RuleLink}},
		{"link added", "en", "ここです。", "[Here](https://evil.example/).", []string{RuleLink}},
		{"number changed", "en", "最大100件です。", "At most 10.", []string{RuleNumber, RuleNumber}},
		{"number left out", "ko", "上限は20です。", "상한이 있습니다.", []string{RuleNumber}},
		{"number written otherwise", "en", "１００万件、10,000人、0.5秒。", "1,000,000 items, 10000 people, 0.5 s.", nil},
		{"number multiplied", "zh-Hans", "10000人です。", "1万人。", nil},
		{"number with a magnitude in words", "en", "200万人です。", "2 million people.", nil},
		{"small numbers as words", "en", "2つのうち1つ、3回です。", "One of the two, three times.", nil},
		{"kanji numerals", "en", "（一）概要", "(1) Overview", nil},
		{"small number changed", "en", "3回までです。", "Up to 5 times.", []string{RuleNumber, RuleNumber}},
		{"unit changed", "en", "最大5MBです。", "At most 5 GB.", []string{RuleNumber, RuleNumber}},
		{"unit apart", "en", "最大5MB、10%です。", "At most 5 MB, 10 %.", nil},
		{"k is KB", "ko", "最大8kです。", "최대 8KB입니다.", nil},
		{"number in a code is code", "en", "`err 5`です。", "It is `err 5`.", nil},
		{"a number of the glossary's term", "ko", "個別会話のみです。", "1:1 채팅만 가능합니다.", nil},
		{"zero-width space", "ko", "無効です。", "잘못\u200B되었습니다.", []string{RuleHidden}},
		{"byte order mark within", "en", "無効です。", "\uFEFFInvalid.", []string{RuleHidden}},
		{"joiner where letters are joined", "fa", "無効です。", "نامعتبر می\u200cشود.", nil},
		{"mark for direction in a language that has one", "ar", "無効です。", "غير صالح\u200f.", nil},
		{"mark for direction in one that has none", "en", "無効です。", "Invalid\u200f.", []string{RuleHidden}},
		{"name left out", "en", "UserSigが無効です。", "The signature is invalid.", []string{RuleIdentifier}},
		{"name in code", "en", "UserSigが無効です。", "`UserSig` is invalid.", []string{RuleCode}},
		{"a capital word is no name", "en", "Appのエラーです。", "An error of the app.", nil},
		{"same as source", "ko", "無効です。", "無効です。", []string{RuleSame, RuleScript, RulePunctuation}},
		{"nothing to translate", "ko", "UserSig", "UserSig", nil},
		{"kana left", "en", "エラーです。", "エラー happened.", []string{RuleScript}},
		{"kana left in Chinese", "zh-Hans", "エラーです。", "发生エラー。", []string{RuleScript}},
		{"Cyrillic that looks Latin", "en", "無効です。", "Invаlid.", []string{RuleScript}},
		{"kana in code", "en", "`エラー`です。", "It is `エラー`.", nil},
		{"Japanese may have all three", "ja", "Invalid.", "無効なエラーです。", nil},
		{"Traditional in Simplified", "zh-Hans", "参数が無効です。", "參數无效。", []string{RuleVariant}},
		{"Simplified in Traditional", "zh-Hant", "参数が無効です。", "参数無效。", []string{RuleVariant}},
		{"Japanese form in Simplified", "zh-Hans", "申込です。", "申込。", []string{RuleVariant}},
		{"no end of sentence", "en", "無効です。", "Invalid", []string{RulePunctuation}},
		{"end of sentence in a title", "en", "概要", "Overview.", []string{RulePunctuation}},
		{"a sentence without its end", "en", "内部で発生するわけのない内部エラーが発生", "An internal error that cannot be.", nil},
		{"wide mark", "ko", "無効です。", "잘못되었습니다。", []string{RulePunctuation}},
		{"narrow mark", "zh-Hans", "無効です。", "无效.", []string{RulePunctuation}},
		{"narrow mark behind a name", "zh-Hans", "UserSigです。", "UserSig.", nil},
		{"an end in brackets", "en", "無効です（再度）。", "Invalid (again.)", nil},
		{"term", "en", "証明書です。", "A ticket.", []string{RuleTerm}},
		{"term in another form", "en", "証明書です。", "Certificates.", nil},
		{"term in a language without one", "fr", "証明書です。", "Un certificat.", nil},
		{"not composed", "de", "無効です。", "Ungu\u0308ltig.", []string{RuleNotNFC}},
		{"an unknown script is not judged", "chr", "無効です。", "ᏙᎯ мир エラー.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range New("ja", tt.lang, terms).Check([]Message{{ID: "1.text", Source: tt.source, Text: tt.text}}) {
			got = append(got, f.Rule)
			if f.ID != "1.text" || f.Message == "" || f.Severity == "" {
				t.Errorf("%s: %+v", tt.name, f)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestFree: what people say in their own words is compared with nothing.
func TestFree(t *testing.T) {
	l := New("ja", "en", terms)
	free := Message{ID: "1", Source: "証明書12がUserSigで無効です。", Text: "cannot log in / エラー", Free: true}
	var rules []string
	for _, f := range l.Check([]Message{free, {ID: "2", Source: free.Source, Text: "The credential 12 of the UserSig is invalid."}}) {
		rules = append(rules, f.Rule)
	}
	if diff := cmp.Diff([]string{RuleScript}, rules); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCheckTogether: what only shows beside other messages.
func TestCheckTogether(t *testing.T) {
	var messages []Message
	for i := range 30 {
		messages = append(messages, Message{ID: fmt.Sprintf("%d.text", i), Source: fmt.Sprintf("項目の%d番目は必須であるため空にはできません。", 100+i),
			Text: fmt.Sprintf("Field number %d is required and cannot be left empty.", 100+i)})
	}
	messages[7].Text = "Field 107."
	messages[9].Text += strings.Repeat(" And more is said than there is to say.", 3)
	messages[12].Source = messages[11].Source
	messages[12].Text = "Number 111 of the fields is required and cannot be empty."
	got := map[string]string{}
	for _, f := range New("ja", "en", glossary.New(nil)).Check(messages) {
		got[f.ID] += f.Rule
	}
	if diff := cmp.Diff(map[string]string{"7.text": RuleLength, "9.text": RuleLength, "12.text": RuleTwoWays}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRules asks that every rule is explained with the severity that it has.
func TestRules(t *testing.T) {
	severities := map[string]diag.Severity{}
	for _, r := range Rules() {
		severities[r.ID] = r.Severity
	}
	broken := map[string]bool{}
	l := New("ja", "zh-Hans", terms)
	for _, f := range l.Check([]Message{{ID: "1", Source: "`a`の証明書12、UserSig。[b](https://b.example)。", Text: "參а\u200Be\u0301數エ."}, {ID: "2", Source: "エラーです。", Text: "エラーです。"}}) {
		if severities[f.Rule] != f.Severity {
			t.Errorf("%s is of severity %s, its explanation says %q", f.Rule, f.Severity, severities[f.Rule])
		}
		broken[f.Rule] = true
	}
	for rule := range severities { // the last two are of several messages together
		if !broken[rule] && rule != RuleTwoWays && rule != RuleLength {
			t.Errorf("nothing breaks %s", rule)
		}
	}
}

// FuzzCheck asks that no text makes a check fail, and that a text of code, links and numbers alone agrees with itself.
func FuzzCheck(f *testing.F) {
	f.Add("`a`の[b](https://c.example)12万。", "x", "en", false)
	f.Add("# h\n\n```\n1\n```\n", "\xff\u202e", "zh-Hans", true)
	f.Fuzz(func(t *testing.T, source, text, lang string, block bool) {
		l := New("ja", lang, terms)
		l.Check([]Message{{ID: "a", Source: source, Text: text, Block: block}, {ID: "b", Source: text, Text: source, Block: block}})
		for _, x := range l.Check([]Message{{ID: "a", Source: text, Text: text, Block: block}}) {
			if x.Rule == RuleCode || x.Rule == RuleLink || x.Rule == RuleIdentifier {
				t.Errorf("%q beside itself: %s", text, x.Message)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	var messages []Message
	for i := range 1000 {
		messages = append(messages, Message{ID: fmt.Sprint(i), Source: fmt.Sprintf("証明書の%d番目は`login`で[再度](https://a.example/%d)取得してください。", i, i),
			Text: fmt.Sprintf("Get credential number %d [again](https://a.example/%d) with `login`.", i, i)})
	}
	l := New("ja", "en", terms)
	for b.Loop() {
		l.Check(messages)
	}
	b.ReportMetric(float64(b.N*len(messages))/b.Elapsed().Seconds(), "messages/s")
}
