package exchange

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"errbook/site/locale/state"
)

// cat is like what tools for translators give back.
const cat = `<?xml version="1.0" encoding="utf-8"?>
<!-- made by a tool -->
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2" mq:version="9">
 <file original="im" source-language="ja" target-language="ko-KR" datatype="plaintext" tool-id="t">
  <header><tool tool-id="t" tool-name="T"/><skl><external-file href="file:///etc/passwd"/></skl></header>
  <body><group id="g"><group>
   <trans-unit id="7" resname="1.text" approved="yes" mq:status="Done">
    <source>A<g id="1">b</g><x id="2"/><x id="3" equiv-text="&lt;br/&gt;"/>c</source>
    <seg-source><mrk mtype="seg" mid="1">not this</mrk></seg-source>
    <target xml:lang="ko"><mrk mtype="seg" mid="1">가<g id="1">나</g></mrk> <ph id="4">{0}</ph><it id="5" pos="open">&lt;i&gt;</it><![CDATA[<다> &amp;]]></target>
    <mq:memo>x<source>not this</source></mq:memo>
    <alt-trans match-quality="80%"><source>no</source><target>not this</target></alt-trans>
    <alt-trans alttranstype="previous-version"><source>before</source><target>not this</target></alt-trans>
    <note>hello</note>
   </trans-unit>
   <trans-unit id="2.text"><source>two</source></trans-unit>
   <trans-unit id="3.text" approved="no"><source>three</source><target>셋</target></trans-unit>
   <trans-unit id="4.text"><source>four</source><target state="needs-review-translation">넷</target>
    <context-group><context context-type="x-errbook-base"> 0123456789abcdef </context></context-group></trans-unit>
   <trans-unit><source>nobody</source></trans-unit>
  </group></group></body>
 </file>
 <file original="other" source-language="ja" target-language="en" datatype="plaintext"><body/></file>
</xliff>
`

func TestReadXLIFFOfTools(t *testing.T) {
	files, list := Read("f.xlf", []byte(cat))
	if len(list) != 1 || list[0].Rule != RuleUnit || list[0].Line != 20 || list[0].Col != 4 || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), list)
	}
	want := []Unit{
		{ID: "1.text", Source: "Ab<br/>c", Was: "before", Text: "가나 {0}<i><다> &amp;", Status: state.Fresh},
		{ID: "2.text", Source: "two", Status: state.Missing},
		{ID: "3.text", Source: "three", Text: "셋"},
		{ID: "4.text", Source: "four", Text: "넷", Status: state.Stale, Base: "0123456789abcdef"},
	}
	if diff := cmp.Diff(want, said(files[0]).Units); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f := files[0]; f.Lang != "ko-KR" || f.SourceLang != "ja" || files[1].Catalog != "other" || files[1].Lang != "en" || f.Units[0].At.Line != 7 {
		t.Errorf("%+v", files)
	}
}

func TestEncodings(t *testing.T) {
	want, _ := Read("f", []byte(cat))
	utf16Text := func(order binary.AppendByteOrder, bom string, s string) []byte {
		out := []byte(bom)
		for _, u := range utf16.Encode([]rune(s)) {
			out = order.AppendUint16(out, u)
		}
		return out
	}
	declared := strings.Replace(cat, `encoding="utf-8"`, `encoding="UTF-16"`, 1)
	for name, data := range map[string][]byte{
		"UTF-8 with BOM":      []byte("\xef\xbb\xbf" + cat),
		"UTF-16LE":            utf16Text(binary.LittleEndian, "\xff\xfe", declared),
		"UTF-16BE":            utf16Text(binary.BigEndian, "\xfe\xff", declared),
		"UTF-16LE, no BOM":    utf16Text(binary.LittleEndian, "", declared),
		"declared, but UTF-8": []byte(declared),
	} {
		got, list := Read("f", data)
		if len(list) != 1 {
			t.Errorf("%s: %v", name, list)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	const latin = "<?xml version='1.0' encoding='ISO-8859-1'?>\n<xliff version='1.1'><file original='im' target-language='de'><body><trans-unit id='a'><source>x</source><target>gr\xfcn</target></trans-unit></body></file></xliff>"
	if got, list := Read("f", []byte(latin)); list != nil || got[0].Units[0].Text != "grün" {
		t.Errorf("ISO-8859-1: %v, %v", got, list)
	}
	const korean = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-KR\\n\"\n\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\xb0\xa1\"\n"
	if got, list := Read("f", []byte(korean)); list != nil || got[0].Units[0].Text != "가" {
		t.Errorf("EUC-KR: %v, %v", got, list)
	}
}

func TestXLIFFRefused(t *testing.T) {
	bomb := "<?xml version=\"1.0\"?>\n<!DOCTYPE xliff [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<xliff version='1.2'><file original='im'><body><trans-unit id='a'><source>&b;</source></trans-unit></body></file></xliff>"
	for _, tt := range []struct{ name, data, want string }{
		{"entity bomb", bomb, "f:2:1: the file has a document type"},
		{"external entity", "<!DOCTYPE xliff SYSTEM \"http://a.example/x.dtd\"><xliff version='1.2'/>", "f:1:1: the file has a document type"},
		{"unknown entity", "<xliff version='1.2'><file><body>&xxe;</body></file></xliff>", "f:1:"},
		{"version 2", "<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", "XLIFF 2.0; save it as XLIFF 1.2"},
		{"other XML", "<html/>", "starts with <html>"},
		{"cut off", cat[:900], "no sound XML: unexpected EOF"},
		{"not UTF-8", "<xliff version='1.2'>\n \xff</xliff>", "f:2:2: the file is not UTF-8 here"},
		{"not the encoding", "<?xml version='1.0' encoding='euc-jp'?><xliff version='1.2'>\xff</xliff>", "that are no euc-jp"},
		{"encoding unknown", "<?xml version='1.0' encoding='klingon'?><xliff version='1.2'/>", `"klingon"`},
		{"UTF-32", "\xff\xfe\x00\x00", "UTF-32"},
		{"only a comment", "<!-- -->", "no element <xliff>"},
	} {
		got, list := Read("f", []byte(tt.data))
		if got != nil || len(list) != 1 || list[0].Rule != RuleSyntax || !strings.Contains(list[0].Error(), tt.want) {
			t.Errorf("%s: %v, %v", tt.name, got, list)
		}
	}
	deep := "<xliff version='1.2'>" + strings.Repeat("<a>", 200000)
	if _, list := Read("f", []byte(deep)); len(list) != 1 {
		t.Errorf("nested deep: %v", list)
	}
}

func TestXLIFFForm(t *testing.T) {
	f := &File{Format: XLIFF, Catalog: "im", SourceLang: "ja", Lang: "ko", Units: sample(XLIFF).Units[:3]}
	f.Units[1].Source = "bell \a"
	data := string(Write(f))
	for _, want := range []string{
		`<file original="im" source-language="ja" target-language="ko" datatype="plaintext">`,
		`<trans-unit id="0.text" resname="0.text" approved="yes" xml:space="preserve">`,
		`<target state="translated">plain</target>`, `<context context-type="x-section">一 &amp; 二</context>`,
		"<note from=\"translator\">a note\nof \uFFFD two</note>", `<target state="needs-review-translation">plain</target>`,
		`<source>bell <x id="1" ctype="x-errbook-U+0007"/></source>`, "<alt-trans alttranstype=\"previous-version\">\n          <source>plain</source>",
		`<target state="new"/>`, `<context context-type="linenumber">1</context>`, `<context context-type="x-errbook-base">-</context>`,
	} {
		if !strings.Contains(data, want) {
			t.Errorf("lacks %q:\n%s", want, data)
		}
	}
}
