package exchange

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/locale/state"
)

// poedit is like what editors and gettext's own tools write.
const poedit = "\xef\xbb\xbf# A comment.\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"X-Generator: Poedit 3.4\\n\"\n\"X-Errbook-Catalog: im\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: zh_Hans\\n\"\n" + `
#. section: A
#. errbook: 1.text 0123456789abcdef
#: content/im.md:12
#, no-c-format
msgctxt "1.text"
msgid ""
"long, "
"and \"wrapped\"\n"
msgstr "\u" "x"
`

func TestReadPOOfTools(t *testing.T) {
	data := strings.Replace(poedit, `"\u" "x"`, `"\x41\102\t\\\"\303\244"`, 1) + `# by a person
#, fuzzy, c-format
#| msgctxt "1.text"
#| msgid ""
#| "be"
#| "fore"
msgctxt "2.text"
msgid "two"
msgstr "zwei"
msgctxt "3.text"
msgid "three"
msgstr ""

msgid "nowhere"
msgstr "x"

msgctxt "4.text"
msgid "one"
msgid_plural "many"
msgstr[0] "a"
msgstr[1] "b"

#. errbook: 6.text -
#: content/im.md:7
msgctxt "content/im.md:7"
msgid "six"
msgstr "x"

#. errbook: "7\n.text" ?
msgid "seven"
msgstr "x"

#~| msgid "y"
#~ msgctxt "5.text"
#~ msgid "gone"
#~ msgstr "x"
`
	want := []Unit{
		{ID: "1.text", Source: "long, and \"wrapped\"\n", Text: "AB\t\\\"ä", Status: state.Fresh, Base: "0123456789abcdef"},
		{ID: "2.text", Source: "two", Was: "before", Text: "zwei", Status: state.Stale},
		{ID: "3.text", Source: "three", Status: state.Missing},
		{ID: "6.text", Source: "six", Text: "x", Status: state.Fresh, Base: state.None},
		{ID: "7\n.text", Source: "seven", Text: "x", Status: state.Fresh},
	}
	for _, text := range []string{data, strings.ReplaceAll(data, "\n", "\r\n")} {
		files, list := Read("f.po", []byte(text))
		if len(list) != 2 || list[0].Rule != RuleUnit || list[0].Line != 32 || list[1].Line != 35 {
			t.Fatal(list)
		}
		if diff := cmp.Diff(want, said(files[0]).Units); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if f := files[0]; f.Catalog != "im" || f.Lang != "zh-Hans" || f.Units[1].At.Line != 25 {
			t.Errorf("%+v", f)
		}
	}
}

func TestPORefused(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"escape", poedit, "f:18:1: expected a text between quotes"},
		{"conflict", "msgctxt \"a\"\nmsgid \"b\"\n<<<<<<< HEAD\nmsgstr \"c\"\n", "f:3:1: expected a comment, or msgctxt"},
		{"half a character", "msgid \"\\303\"\nmsgstr \"\"\n", "f:1:1: expected a text between quotes"},
		{"order", "msgstr \"c\"\nmsgid \"a\"\nmsgstr \"x\"", "f:1:1: expected a comment"},
		{"cut off", "msgctxt \"a\"\nmsgid \"b\"\n", "f:1:1: the message has no msgstr"},
		{"open", "msgid \"a\"\nmsgstr \"c\n", "f:2:1: expected a text"},
		{"twice", "msgid \"a\"\nmsgstr \"c\"\nmsgstr \"d\"\n", `found "msgstr"`},
		{"nowhere", "\"x\"\nmsgid \"a\"\nmsgstr \"c\"", "f:1:1: a text between quotes stands behind"},
	} {
		got, list := Read("f", []byte(tt.data))
		if got != nil || !list.HasErrors() || !strings.Contains(fmt.Sprint(list), tt.want) {
			t.Errorf("%s: %v, %v", tt.name, got, list)
		}
	}
	many := strings.Repeat("msgid \"a\"\nmsgstr \"b\"\n", 1000) + "msgctxt \"1.text\"\nmsgid \"a\"\nmsgstr \"b\"\n"
	if got, list := Read("f", []byte(many)); len(list) != maxFaults+1 || len(got[0].Units) != 1 || list[maxFaults].Message != "980 more like this from here on" {
		t.Errorf("%v, %v", got, list)
	}
	if _, list := Read("f", []byte("msgid \"a\"\n"+strings.Repeat("?\n", 1000))); len(list) > maxFaults+1 {
		t.Errorf("%d faults are told", len(list))
	}
}

func TestPOForm(t *testing.T) {
	u := Unit{ID: "1.text", Source: strings.Repeat("長い文、", 20), Was: "was\nthis", Text: strings.Repeat("word ", 20) + "\"q\"", Status: state.Stale,
		Base: state.None, Section: []string{"A", "B"}, Notes: []string{"n1", "n2"}}
	u.From.File, u.From.Line = "content/my im.md", 7
	got := string(Write(&File{Format: PO, Catalog: "im", SourceLang: "ja", Lang: "pt-BR", Units: []Unit{u}}))
	want := `msgid ""
msgstr ""
"Project-Id-Version: errbook\n"
"Report-Msgid-Bugs-To: \n"
"PO-Revision-Date: 1970-01-01 00:00+0000\n"
"Last-Translator: errbook\n"
"Language-Team: pt-BR\n"
"Language: pt_BR\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"X-Source-Language: ja\n"
"X-Errbook-Catalog: im\n"

#. section: A > B
#. note: n1
#. note: n2
#. errbook: 1.text -
#: ` + "\u2068content/my im.md\u2069" + `:7
#, fuzzy
#| msgid ""
#| "was\n"
#| "this"
msgctxt "1.text"
msgid ""
"長い文、長い文、長い文、長い文、長い文、長い文、長い文、長い文、長い文、長い"
"文、長い文、長い文、長い文、長い文、長い文、長い文、長い文、長い文、長い文、"
"長い文、"
msgstr ""
"word word word word word word word word word word word word word word word "
"word word word word word \"q\""
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
