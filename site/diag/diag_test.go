package diag

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestError(t *testing.T) {
	pos := At("content/im.md", 42, 7)
	tests := []struct {
		d    Diagnostic
		want string
	}{
		{Errorf(pos, "rule", "code %d stands twice", 5), "content/im.md:42:7: code 5 stands twice [rule]"},
		{Warnf(pos, "rule", "guessed"), "content/im.md:42:7: warning: guessed [rule]"},
		{Notef(pos, "rule", "100%% sure"), "content/im.md:42:7: note: 100% sure [rule]"},
		{Errorf(pos, "rule", "two\nlines\r\nand\ttab"), "content/im.md:42:7: two lines  and tab [rule]"},
		{Errorf(pos, "rule", "\x1b[31mred\x1b[0m \u009b2J \x7f"), "content/im.md:42:7:  [31mred [0m  2J   [rule]"},
		{Errorf(pos, "rule", "turned \u202efdp.exe\u2066 line\u2028end"), "content/im.md:42:7: turned  fdp.exe  line end [rule]"},
		{Errorf(At("a\n\x1bb.md", 1, 1), "rule", "x"), "a  b.md:1:1: x [rule]"},
		{Errorf(pos, "rule", "日本語 · «ok»"), "content/im.md:42:7: 日本語 · «ok» [rule]"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.d.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestSort(t *testing.T) {
	list := List{
		Errorf(At("b", 1, 1), "r", "6"), Errorf(At("a", 10, 1), "r", "5"), Errorf(At("a", 9, 2), "s", "4"),
		Warnf(At("a", 9, 2), "r", "3"), Errorf(At("a", 9, 2), "r", "2"), Notef(At("a", 9, 1), "z", "1"),
	}
	list.Sort()
	var got string
	for _, d := range list {
		got += d.Message
	}
	if got != "123456" {
		t.Errorf("sorted as %s, want 123456", got)
	}
}

func TestUnique(t *testing.T) {
	a, b := Errorf(At("f", 1, 1), "r", "a"), Errorf(At("f", 1, 1), "r", "b")
	list := List{b, a, b, Warnf(a.Position, "r", "a"), a}
	want := List{b, a, Warnf(a.Position, "r", "a")}
	if diff := cmp.Diff(want, Unique(list)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(list) != 5 || list[2] != b || list[4] != a {
		t.Errorf("the list itself became %v", list)
	}
}

func TestCount(t *testing.T) {
	list := List{Warnf(At("f", 1, 1), "r", ""), Notef(At("f", 1, 1), "r", ""), Warnf(At("f", 2, 1), "r", "")}
	if list.HasErrors() || list.Count(Warning) != 2 || list.Count(Note) != 1 {
		t.Errorf("errors %t, %d warnings, %d notes", list.HasErrors(), list.Count(Warning), list.Count(Note))
	}
	if list = append(list, Errorf(At("f", 1, 1), "r", "")); !list.HasErrors() {
		t.Error("no errors in a list with one")
	}
}

func TestFrom(t *testing.T) {
	d := Errorf(At("f", 1, 1), "r", "x")
	if list, ok := From(fmt.Errorf("build: %w", d)); !ok || !cmp.Equal(list, List{d}) {
		t.Errorf("From a wrapped diagnostic gives %v, %t", list, ok)
	}
	for _, err := range []error{nil, errors.New("other")} {
		if list, ok := From(err); ok || list != nil {
			t.Errorf("From(%v) gives %v, %t", err, list, ok)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"titel", []string{"theme", "title"}, " (did you mean title?)"},
		{"langauges", []string{"languages"}, " (did you mean languages?)"},
		{"cod", []string{"code", "cost"}, " (did you mean code?)"},
		{"ab", []string{"xb", "ay"}, " (did you mean xb?)"},
		{"エラコード", []string{"エラーコード", "コード"}, " (did you mean エラーコード?)"},
		{"entirely", []string{"different"}, ""},
		{"", []string{"id", "title"}, ""},
		{"x", nil, ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, DidYouMean(tt.word, tt.candidates)); diff != "" {
			t.Errorf("DidYouMean(%q, %q) (-want +got):\n%s", tt.word, tt.candidates, diff)
		}
	}
}
