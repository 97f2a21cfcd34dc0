package locale

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestUnusable(t *testing.T) {
	plain, block := Source{ID: "1.text", Text: "項目がありません。"}, Source{ID: "1.notes", Text: "# 手順\n", Block: true}
	rich := Source{ID: "2.text", Text: "<b>{{項目}}</b>がありません。<br>再度"}
	tests := []struct {
		name   string
		source Source
		text   string
		rule   string
	}{
		{"a text", plain, "The field is missing.", ""},
		{"Markdown, code and a line break", plain, "**The** `<field>`<br>is {missing} & 1 < 2 > 0.", ""},
		{"HTML", plain, "The <b>field</b>", RuleHTML},
		{"a script", plain, "<script>alert(1)</script>", RuleHTML},
		{"an event in a tag", plain, `<img src=x onerror="alert(1)">`, RuleHTML},
		{"a comment", plain, "a <!-- b -->", RuleHTML},
		{"a block of HTML", block, "# x\n\n<div>\ny\n</div>\n", RuleHTML},
		{"HTML that the source has", rich, "<b>{{x}}</b><br>again", ""},
		{"other HTML than the source has", rich, "<i>x</i>", RuleHTML},
		{"a template", plain, "The {{.Field}}", RuleTemplate},
		{"half a template", plain, "The }}", RuleTemplate},
		{"a bell", plain, "a\ab", RuleControl},
		{"C1", plain, "a\u009bb", RuleControl},
		{"not UTF-8", plain, "a\xffb", RuleControl},
		{"line separator", plain, "a\u2028b", RuleControl},
		{"tab and ends of lines", block, "a\tb\r\nc\n", ""},
		{"override", plain, "a\u202eb", RuleBidi},
		{"isolate", plain, "a\u2066b", RuleBidi},
		{"marks for direction", plain, "a\u200fb", ""},
		{"a megabyte", plain, strings.Repeat("x", 1<<20), RuleTooLong},
		{"a megabyte of markup", block, strings.Repeat("<a ", 1<<20/3), RuleTooLong},
	}
	for _, tt := range tests {
		rule, message, bad := Unusable(tt.source, tt.text)
		if rule != tt.rule || bad != (tt.rule != "") || bad != (message != "") {
			t.Errorf("%s: %s, %q, want %q", tt.name, rule, message, tt.rule)
		}
	}
}

// TestUnusableFallsBack: what cannot be shown costs its own message.
func TestUnusableFallsBack(t *testing.T) {
	files := fstest.MapFS{"i18n/im.en.toml": {Data: []byte("\"1.text\" = \"<script>x</script>\"\n\"2.text\" = \"two\"\n\"3.text\" = \"\u202ethree\"\n")}}
	m, list := Load(files, "i18n", "im", "en", all())
	if len(list) != 2 || list.HasErrors() || list[0].Line != 1 || list[1].Line != 3 {
		t.Errorf("%v", list)
	}
	for id, want := range map[string]bool{"1.text": false, "2.text": true, "3.text": false} {
		if _, shown := m.Text(id); shown != want {
			t.Errorf("%s is shown: %t", id, shown)
		}
	}
}

// FuzzUnusable asks that what is taken can be shown: no control characters, no HTML but <br>.
func FuzzUnusable(f *testing.F) {
	for _, s := range []string{"a", "<b>", "`<b>`", "{{x}}", "\u202e", "&lt;b>", "<br>", "a <!-- -->", "\xff"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, block bool) {
		_, message, bad := Unusable(Source{ID: "1.text", Text: "元", Block: block}, text)
		if bad == (message == "") {
			t.Errorf("%q: %q", text, message)
		}
		if !bad && (strings.ContainsAny(text, "\x00\x1b\u202e") || strings.Contains(text, "{{")) {
			t.Errorf("%q is taken", text)
		}
	})
}
