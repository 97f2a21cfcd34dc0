package codes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReason(t *testing.T) {
	s := fixture()
	tests := []struct {
		text, code string
		want       *Reason
	}{
		{"6017", "6017", nil},
		{"code=-302", "-302", nil},
		{"６０１７", "6017", &Reason{Kind: ReasonSpelling, Written: "６０１７"}},
		{"6,017", "6017", &Reason{Kind: ReasonSpelling, Written: "6,017"}},
		{"ora942", "ORA-00942", &Reason{Kind: ReasonSpelling, Written: "ora942"}},
		{"120001 ～ 130000", "120001-130000", &Reason{Kind: ReasonSpelling, Written: "120001 ～ 130000"}},
		{"125000", "120001-130000", &Reason{Kind: ReasonRange, Number: "125000", Lo: "120001", Hi: "130000"}},
		{"125,000", "120001-130000", &Reason{Kind: ReasonRange, Number: "125000", Lo: "120001", Hi: "130000"}},
		{"302", "-302", &Reason{Kind: ReasonSign, Written: "302"}},
		{"err_bad_param", "6017", &Reason{Kind: ReasonAlias, Written: "err_bad_param"}},
		{"7000", "70001", &Reason{Kind: ReasonPrefix, Written: "7000"}},
		{"-2147024891", "0x80070005", &Reason{Kind: ReasonBits, Written: "-2147024891"}},
		{"0x80004005", "-2147467259", &Reason{Kind: ReasonBits, Written: "0x80004005"}},
		{"2147500037", "-2147467259", &Reason{Kind: ReasonBits, Written: "2147500037"}},
		{"2147942405", "0x80070005", &Reason{Kind: ReasonHex, Written: "2147942405"}},
		{"0x5", "0x00000005", &Reason{Kind: ReasonSpelling, Written: "0x5"}},
	}
	for _, test := range tests {
		for name, found := range map[string][]Found{"Find": s.Find(test.text).Found, "Resolve": s.Resolve(test.text)} {
			if len(found) == 0 && name == "Resolve" {
				continue // a beginning, and a line of text
			}
			if len(found) == 0 || s.At(found[0].Index).Text != test.code {
				t.Errorf("%s(%q) does not lead to %s", name, test.text, test.code)
				continue
			}
			if diff := cmp.Diff(test.want, s.Reason(found[0])); diff != "" {
				t.Errorf("%s(%q) (-want +got):\n%s", name, test.text, diff)
			}
		}
	}
}
