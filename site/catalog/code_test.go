package catalog

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
)

func TestParseCode(t *testing.T) {
	tests := []struct {
		plain string
		want  Code
		ok    bool
	}{
		{" 6017 ", Code{Text: "6017"}, true},
		{"\u3000-302\u3000", Code{Text: "-302"}, true},
		{"0-9", Code{Text: "0-9", Range: true, Lo: 0, Hi: 9}, true},
		{"120001 - 130000", Code{Text: "120001-130000", Range: true, Lo: 120001, Hi: 130000}, true},
		{"001-099", Code{Text: "001-099", Range: true, Lo: 1, Hi: 99}, true},
		{"100-99", Code{Text: "100-99"}, true},
		{"0100-200", Code{Text: "0100-200"}, true},
		{"123456789012345678-999999999999999999", Code{Text: "123456789012345678-999999999999999999", Range: true, Lo: 123456789012345678, Hi: 999999999999999999}, true},
		{"1-9999999999999999999", Code{Text: "1-9999999999999999999"}, true},
		{strings.Repeat("値", maxCodeLen), Code{Text: strings.Repeat("値", maxCodeLen)}, true},
		{strings.Repeat("x", maxCodeLen+1), Code{}, false},
		{"a\x07b", Code{}, false},
		{"", Code{}, false},
		{" … ", Code{}, false},
	}
	for _, tt := range tests {
		got, ok := ParseCode(tt.plain)
		if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
			t.Errorf("ParseCode(%q), %t, want %t (-want +got):\n%s", tt.plain, ok, tt.ok, diff)
		}
	}
}

func TestMessages(t *testing.T) {
	doc := "> [!NOTE]\n> All.\n\n| Code | Name | Description |\n|---|---|---|\n| 1 | E_ONE | one |\n\n## Net\n\n>!Net only.\n\n" +
		"| Code | HTTP | Description | Team |\n|---|---|---|---|\n| 1 | 404 | again | red |\n"
	c, list := Read("doc.md", []byte(doc), Options{ID: "doc"})
	net := c.Sections[0]
	at := func(line, col int) diag.Position { return diag.At("doc.md", line, col) }
	want := []Message{{"#.note1", "All.", false, nil, at(1, 3)}, {"1.text", "one", false, nil, at(6, 15)}, {"#net.title", "Net", false, net, at(8, 4)},
		{"#net.note1", "Net only.", false, net, at(10, 2)}, {"1@net.text", "again", false, net, at(14, 13)}, {"1@net.Team", "red", false, net, at(14, 21)}}
	if diff := cmp.Diff(want, c.Messages()); diff != "" || list != nil {
		t.Errorf("%v (-want +got):\n%s", list, diff)
	}
	if got := LongerID(c.Entries[0].Code); got != "1.notes" {
		t.Errorf("the longer notes' id is %q", got)
	}
}

// TestGivenRolesDoNotDependOnMapOrder: of words that are one header the first in byte order, "I dent", counts.
func TestGivenRolesDoNotDependOnMapOrder(t *testing.T) {
	for range 50 {
		given := newGivenRoles(map[string]Role{"ident": RoleCause, "IDENT": RoleCode, "I dent": RoleText})
		if role, ok := given.role("Ident"); !ok || role != RoleText {
			t.Fatalf("the role is %q, %t, want %q", role, ok, RoleText)
		}
	}
}
