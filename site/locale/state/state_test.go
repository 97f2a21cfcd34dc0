package state

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
)

func TestHash(t *testing.T) {
	same := HashOf("一\n二")
	for _, text := range []string{"一\r\n二", " 一\n二\n\n"} {
		if HashOf(text) != same {
			t.Errorf("%q has another hash", text)
		}
	}
	if HashOf("一二") == same || !same.valid() || HashOf(" \n") != None {
		t.Errorf("hashes: %s, %s", same, HashOf(" \n"))
	}
}

func TestStatus(t *testing.T) {
	s0, s1, t0, t1 := HashOf("s0"), HashOf("s1"), HashOf("t0"), HashOf("t1")
	tests := []struct {
		name         string
		records      []Record
		source, text Hash
		want         Status
	}{
		{"nothing known, no text", nil, s0, None, Missing},
		{"nothing known", nil, s0, t0, Unrecorded},
		{"as recorded", []Record{{"a", s0, t0, Written}}, s0, t0, Fresh},
		{"translation edited", []Record{{"a", s0, t0, Written}}, s0, t1, Fresh},
		{"translation deleted", []Record{{"a", s0, t0, Written}}, s0, None, Missing},
		{"source changed", []Record{{"a", s0, t0, Written}}, s1, t0, Stale},
		{"both changed", []Record{{"a", s0, t0, Written}}, s1, t1, Retranslated},
		{"a stub, filled", []Record{{"a", s0, None, Written}}, s0, t0, Fresh},
		{"a stub, filled below the former source", []Record{{"a", s0, None, Written}}, s1, t0, Stale},
		{"reused", []Record{{"a", s0, t0, Reused}}, s0, t0, ReusedText},
		{"reused, then edited", []Record{{"a", s0, t0, Reused}}, s0, t1, Fresh},
		{"reused, then stale", []Record{{"a", s0, t0, Reused}}, s1, t0, Stale},
		{"accepted", []Record{{"a", s1, t0, Accepted}}, s1, t0, Fresh},
		{"merged: the other branch accepted it", []Record{{"a", s0, t0, Written}, {"a", s1, t0, Accepted}}, s1, t0, Fresh},
		{"merged: the other branch translated it", []Record{{"a", s0, t0, Written}, {"a", s1, t1, Written}}, s1, t1, Fresh},
		{"merged: the other branch's source was reverted", []Record{{"a", s0, t0, Written}, {"a", s1, t1, Written}}, s0, t0, Fresh},
	}
	for _, tt := range tests {
		records := Records{"a": tt.records}
		if got := records.Of("a", tt.source, tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if done := tt.want != Missing && tt.want != Stale; tt.want.Done() != done {
			t.Errorf("%s is done: %t", tt.want, !done)
		}
	}
}

func TestFormat(t *testing.T) {
	r := Records{}
	r.Set(Record{"6017.text", HashOf("s"), HashOf("t"), Written})
	r.Set(Record{"-302.text", HashOf("s"), None, Written})
	r.Set(Record{"#net.title", HashOf("s"), HashOf("t"), Reused})
	r.Set(Record{"# odd\tid\n", HashOf("s"), HashOf("t"), Accepted})
	data := r.Format()
	again, list := Parse("f", data)
	if diff := cmp.Diff(r, again); diff != "" || list != nil {
		t.Errorf("%v (-want +got):\n%s", list, diff)
	}
	lines := strings.Split(string(data), "\n")
	if len(lines) != 6 || !strings.HasPrefix(lines[2], "#net.title\t") || !strings.HasPrefix(lines[1], `"# odd\tid\n"`+"\t") {
		t.Errorf("the file:\n%s", data)
	}
	both, list := Parse("f", append(append([]byte{}, data...), "6017.text\t0123456789abcdef\t-\t-\r\n"...))
	if len(both["6017.text"]) != 2 || list != nil {
		t.Errorf("a second line for a message gives %v, %v", both["6017.text"], list)
	}
}

func TestParseDamaged(t *testing.T) {
	r, list := Parse("f", []byte("# x\n<<<<<<< HEAD\na\t0123456789abcdef\t-\t-\n=======\nb\tx\t-\t-\nc\t0123456789abcdef\t-\tguessed\n>>>>>>> y\n"))
	if len(r) != 1 || len(list) != 5 || list[0].Rule != RuleState || list[0].Line != 2 || list[0].Severity != diag.Warning {
		t.Errorf("%v, %v", r, list)
	}
	for _, rule := range Rules() {
		if _, list := Parse("f", []byte(rule.Example)); len(list) != 1 || list[0].Rule != rule.ID {
			t.Errorf("the example of %s gives %v", rule.ID, list)
		}
	}
}

func TestSources(t *testing.T) {
	s := Sources{HashOf("一"): "一", HashOf("a\n\"b\"\t\\"): "a\n\"b\"\t\\"}
	again, list := ParseSources("f", s.Format())
	if diff := cmp.Diff(s, again); diff != "" || list != nil {
		t.Errorf("%v (-want +got):\n%s", list, diff)
	}
	_, list = ParseSources("f", []byte("0123456789abcdef\t\"other\"\n>>>>>>>\n"))
	if len(list) != 2 || list[0].Line != 1 || list[1].Line != 2 {
		t.Errorf("damaged lines give %v", list)
	}
}

// FuzzParse asks that what is read of any state file is written and read again as it was.
func FuzzParse(f *testing.F) {
	f.Add([]byte("a\t0123456789abcdef\t-\t-\n"), []byte("0123456789abcdef\t\"x\"\n"))
	f.Add([]byte("\"# a\\n\"\t0123456789abcdef\t0123456789abcdef\treused\r\n"), []byte("\xff\t`x`\n"))
	f.Fuzz(func(t *testing.T, data, sources []byte) {
		r, _ := Parse("f", data)
		if again, list := Parse("f", r.Format()); len(list) > 0 || cmp.Diff(r, again, cmp.Transformer("", func(r []Record) map[Record]bool {
			set := map[Record]bool{}
			for _, x := range r {
				set[x] = true
			}
			return set
		})) != "" {
			t.Errorf("%q is %v, again %v, %v", data, r, again, list)
		}
		s, _ := ParseSources("f", sources)
		if again, list := ParseSources("f", s.Format()); len(list) > 0 || len(again) != len(s) {
			t.Errorf("%q is %v, again %v, %v", sources, s, again, list)
		}
	})
}
