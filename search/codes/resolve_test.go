package codes

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestResolve(t *testing.T) {
	s := fixture()
	tests := []struct {
		written string
		want    []string
	}{
		{"6017", []string{"exact im/6017 <6017>"}},
		{"6,017", []string{"exact im/6017 <6,017>"}},
		{"６０１７", []string{"exact im/6017 <６０１７>"}},
		{"1", []string{"exact im/1 <1>"}},
		{"001", []string{"exact im/001 <001>"}},
		{"-1", []string{"exact im/-1 <-1>"}},
		{"01", []string{"exact im/1 <01>", "exact im/001 <01>"}},
		{"-10003", []string{"exact im/-10003 <-10003>"}},
		{"302", []string{"sign im/-302 <302>"}},
		{"125000", []string{"range im/120001-130000 <125000>"}},
		{"120001-130000", []string{"exact im/120001-130000 <120001-130000>"}},
		{"120001 ～ 130000", []string{"exact im/120001-130000 <120001 ～ 130000>"}},
		{"131000", nil},
		{"601", nil},
		{"404", []string{"exact im/404 <404>", "exact db/404 <404>"}},
		{"ora942", []string{"exact db/ORA-00942 <ora942>"}},
		{"ORA-00942", []string{"exact db/ORA-00942 <ORA-00942>"}},
		{"22p02", []string{"exact db/22P02 <22p02>"}},
		{"a/b", []string{"exact db/a/b <a/b>"}},
		{"#1", []string{"exact db/#1 <#1>"}},
		{"50%", []string{"exact db/50% <50%>"}},
		{"🦊-7", []string{"exact db/🦊-7 <🦊-7>"}},
		{"E_ACCESSDENIED", []string{"exact win/0x80070005 <E_ACCESSDENIED>"}},
		{"-2147024891", []string{"exact win/0x80070005 <-2147024891>"}},
		{"0x5", []string{"exact win/0x00000005 <0x5>"}},
		{"0x80004005", []string{"exact win/-2147467259 <0x80004005>"}},
		{"", nil},
		{" ", nil},
		{"\xff", nil},
	}
	for _, test := range tests {
		got := Finding{Found: s.Resolve(test.written)}
		if diff := cmp.Diff(test.want, say(s, got)); diff != "" {
			t.Errorf("Resolve(%q) (-want +got):\n%s", test.written, diff)
		}
	}
}

func TestNearest(t *testing.T) {
	s := fixture()
	tests := []struct {
		written string
		n       int
		want    []string
	}{
		{"131000", 1, []string{"120001-130000"}},
		{"70003", 2, []string{"70002", "70001"}},
		{"6107", 1, []string{"6017"}},
		{"999999999", 3, nil},
		{"ORA-00943", 1, []string{"ORA-00942"}},
		{"ORA-1215", 1, []string{"ORA-12154"}},
		{"zebra", 3, nil},
		{"6017", 0, nil},
		{"", 3, nil},
	}
	for _, test := range tests {
		var got []string
		for _, i := range s.Nearest(test.written, test.n) {
			got = append(got, s.At(i).Text)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Nearest(%q, %d) (-want +got):\n%s", test.written, test.n, diff)
		}
	}
}

func TestOpposite(t *testing.T) {
	s := fixture()
	i, _ := s.Lookup("im", "10003")
	j, ok := s.Opposite(i)
	if !ok || s.At(j).Text != "-10003" {
		t.Errorf("Opposite(10003) = %v, %v", j, ok)
	}
	if k, ok := s.Opposite(j); !ok || k != i {
		t.Errorf("Opposite(-10003) = %v, %v", k, ok)
	}
	if i, _ := s.Lookup("im", "6017"); i >= 0 {
		if _, ok := s.Opposite(i); ok {
			t.Error("6017 has an opposite")
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"-10003", "-302", "-1", "0", "00", "1", "001", "9", "10", "22P02", "22P10", "404", "120001", "120001-130000", "125000",
		"0x5", "0x80004005", "0x80070005", "", "-", "E9", "E10", "ora-1", "ORA-2", "ORA-00942", "ORA-12154", "エラー1",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sorted (-want +got):\n%s", diff)
	}
}
