package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// texts are what a file is to give back as it was.
var texts = []string{
	"plain", " leading and trailing ", "two\nlines", "\n", "ends\n", "\nstarts", "tab\there", `"quotes" and 'apostrophes'`, `back\slash \n \\`,
	"{{.Brace}} {{", "a, b; c", "<b>&amp; ]]> <!-- x -->", "👩‍👩‍👧 😀 日本語 한국어", "e\u0301 \u200b\u202e", "line\u2028end", "\u0085",
	"\x00\x01\x07\x1b\x7f", "\uFFFE\uFFFF", "lone\rreturn\r", "=1+1", "+x", "-302", "@SUM(A1)", "'=x", "''=x", "'quoted'", "''x''", "'", "＝x",
	"\t=x", " =x", "007", "'007", "1E5", "1/2", "TRUE", "#~ msgid \"x\"", `\033`, "%s %d", "sep=;", "id,translation", strings.Repeat("とても長い文、", 40),
	strings.Repeat("word ", 60), strings.Repeat("x", 300), "\\", `"`, "msgid \"\"", "source: x", "-", "none",
}

// sample is a file with a unit for each text, in each of the three statuses.
func sample(format Format) *File {
	f := &File{Format: format, Catalog: "im", SourceLang: "ja", Lang: "zh-Hans"}
	for i, text := range texts {
		section, from := []string{"一 & 二", "<三>"}, diag.At("content/my im.md", i+1, 3)
		id := fmt.Sprintf("%d.text", i)
		f.Units = append(f.Units,
			Unit{ID: id, Source: text, Text: text, Status: state.Fresh, Base: state.HashOf(text), Section: section, Notes: []string{"a note\nof \x01 two"}, From: from},
			Unit{ID: "-" + id, Source: "then " + text, Was: text, Text: text, Status: state.Stale, Base: state.HashOf("x"), From: from},
			Unit{ID: "#net@" + id, Source: text, Status: state.Missing, Base: state.None, From: from},
			Unit{ID: text + ".text", Source: "odd id", Text: "x", Status: state.Fresh})
	}
	return f
}

// said is what a format can say of a file.
func said(f *File) *File {
	out := *f
	out.Name, out.Units = "", slices.Clone(f.Units)
	for i, u := range out.Units {
		u.Section, u.Notes, u.From, u.At = nil, nil, diag.Position{}, diag.Position{}
		if f.Format == CSV {
			for _, s := range []*string{&u.ID, &u.Source, &u.Was, &u.Text} {
				*s = strings.ReplaceAll(*s, "\r\n", "\n")
			}
		}
		out.Units[i] = u
	}
	if f.Format == CSV {
		out.SourceLang = ""
	}
	return &out
}

func TestWrittenIsReadAgain(t *testing.T) {
	for _, format := range Formats() {
		f := sample(format)
		data := Write(f)
		got, list := Read("x"+format.Ending(), data)
		if list != nil || len(got) != 1 {
			t.Fatalf("%s: %d files, %v", format, len(got), list)
		}
		if diff := cmp.Diff(said(f), said(got[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", format, diff)
		}
		if again := Write(f); string(again) != string(data) {
			t.Errorf("%s: written twice, it differs", format)
		}
		for i, u := range got[0].Units {
			if u.At.File != "x"+format.Ending() || i > 0 && u.At.Line <= got[0].Units[i-1].At.Line {
				t.Errorf("%s: unit %d is at %s", format, i, u.At)
			}
		}
	}
}

func TestKnownByContent(t *testing.T) {
	for _, format := range Formats() {
		got, list := Read("im.ko.bak", Write(sample(format)))
		if list != nil || len(got) != 1 || got[0].Format != format {
			t.Errorf("%s: %v, %v", format, got, list)
		}
		if FormatOf("a/im.ko"+format.Ending()) != format {
			t.Errorf("the ending of %s stands for %s", format, FormatOf("x"+format.Ending()))
		}
	}
	for _, s := range []string{"", "hello", "\x00\x01", "PK\x03\x04", "a,b\n1,2\n"} {
		if got, list := Read("file.docx", []byte(s)); got != nil || len(list) != 1 || list[0].Rule != RuleSyntax {
			t.Errorf("%q: %v, %v", s, got, list)
		}
	}
}

func TestNamedByItsName(t *testing.T) {
	got, _ := Read("in/im.zh-Hans.json", []byte(`{"1.text": "x"}`))
	if len(got) != 1 || got[0].Catalog != "im" || got[0].Lang != "zh-Hans" {
		t.Errorf("%+v", got)
	}
}

// TestCutOff asks that a file that lost its end, wherever, is either refused or says the same as far as it goes.
func TestCutOff(t *testing.T) {
	for _, format := range Formats() {
		f := sample(format)
		f.Units = f.Units[:40]
		data := Write(f)
		want := said(f).Units
		for n := 0; n < len(data); n += 7 {
			got, list := Read("x"+format.Ending(), data[:n])
			if list.HasErrors() && got != nil {
				t.Fatalf("%s, %d bytes: units beside %v", format, n, list)
			}
			for _, g := range got {
				whole := said(g).Units
				if len(whole) == 0 || format == PO || format == CSV {
					whole = whole[:max(0, len(whole)-1)] // the last may have lost lines that nobody can miss
				}
				if diff := cmp.Diff(want[:len(whole)], whole); len(whole) > 0 && diff != "" {
					t.Fatalf("%s, %d bytes (-want +got):\n%s", format, n, diff)
				}
			}
		}
	}
}

func TestExamplesTriggerTheirRules(t *testing.T) {
	for _, r := range Rules() {
		_, list := Read("x", []byte(r.Example))
		if len(list) != 1 || list[0].Rule != r.ID || list[0].Severity != r.Severity {
			t.Errorf("the example of %s gives %v", r.ID, list)
		}
	}
}

func TestTooLarge(t *testing.T) {
	if _, list := Read("x.po", make([]byte, MaxSize+1)); len(list) != 1 || !strings.Contains(list[0].Message, "larger than 256 MiB") {
		t.Error(list)
	}
}

// TestLong reads what takes for ever where each step looks at all that was read: the time is linear, and far below a second.
func TestLong(t *testing.T) {
	const n = 100000
	text := &File{Format: PO, Units: []Unit{{ID: "1.text", Source: strings.Repeat("x\n", n)}}}
	for name, data := range map[string]string{
		"one message of many lines": string(Write(text)),
		"one line of many messages": "{" + strings.Repeat(`"1.text":"x",`, n) + `"2.text":"y"}`,
		"a catalogue for each row":  "id,translation,catalog\n" + numbered(n, "a,b,%d\n"),
	} {
		start := time.Now()
		files, list := Read("f", []byte(data))
		if took := time.Since(start); list != nil || len(files) == 0 || took > 10*time.Second {
			t.Errorf("%s: %d files, %v, in %v", name, len(files), list, took)
		}
	}
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}
