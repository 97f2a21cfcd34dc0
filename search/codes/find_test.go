package codes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// say writes what was found as "exact! -302 <−302>": the match, an exclamation mark for a cue, the code, what was read.
func say(s *Set, f Finding) []string {
	var list []string
	for _, h := range f.Found {
		cue := ""
		if h.Cued {
			cue = "!"
		}
		list = append(list, fmt.Sprintf("%s%s %s/%s <%s>", h.Match, cue, s.At(h.Index).Catalog, s.At(h.Index).Text, h.Written))
	}
	return list
}

func TestFind(t *testing.T) {
	s := fixture()
	tests := []struct {
		text    string
		want    []string
		unknown string
	}{
		{text: "6017", want: []string{"exact im/6017 <6017>"}},
		{text: "６０１７", want: []string{"exact im/6017 <６０１７>"}},
		{text: " 60\u200b17 ", want: []string{"exact im/6017 <60\u200b17>"}},
		{text: "6,017", want: []string{"exact im/6017 <6,017>"}},
		{text: "006017", want: []string{"exact im/6017 <006017>"}},
		{text: "−302", want: []string{"exact im/-302 <−302>"}},
		{text: "－３０２", want: []string{"exact im/-302 <－３０２>"}},
		{text: "code=-302", want: []string{"exact! im/-302 <-302>"}},
		{text: "code:-302", want: []string{"exact! im/-302 <-302>"}},
		{text: "(-302)", want: []string{"exact im/-302 <-302>"}},
		{text: "SDK-302", want: []string{"sign im/-302 <302>"}},
		{text: "エラー-302", want: []string{"exact! im/-302 <-302>"}},
		{text: "-10003", want: []string{"exact im/-10003 <-10003>", "sign im/10003 <-10003>"}},
		{text: "10003", want: []string{"exact im/10003 <10003>", "sign im/-10003 <10003>"}},
		{text: "1", want: []string{"exact im/1 <1>", "sign im/-1 <1>", "prefix im/10003 <1>", "prefix im/120001-130000 <1>"}},
		{text: "001", want: []string{"exact im/001 <001>", "sign im/-1 <001>"}},
		{text: "error -1", want: []string{"exact! im/-1 <-1>", "sign im/1 <-1>", "sign im/001 <-1>"}},
		{text: "125000", want: []string{"range im/120001-130000 <125000>"}},
		{text: "120001-130000", want: []string{"exact im/120001-130000 <120001-130000>"}},
		{text: "code 120001 - 130000 です", want: []string{"exact! im/120001-130000 <120001 - 130000>"}},
		{text: "120001～130000", want: []string{"exact im/120001-130000 <120001～130000>"}},
		{text: "131000", unknown: "131000"},
		{text: "700", want: []string{"prefix im/70001 <700>", "prefix im/70002 <700>"}},
		{text: "ORA00942", want: []string{"exact db/ORA-00942 <ORA00942>"}},
		{text: "ora-942", want: []string{"exact db/ORA-00942 <ora-942>"}},
		{text: "got ORA-00942: table", want: []string{"exact db/ORA-00942 <ORA-00942>"}},
		{text: "got ORA-00943: table", unknown: "ORA-00943"},
		{text: "ORA-12", want: []string{"prefix db/ORA-12154 <ORA-12>"}},
		{text: "state 22p02 raised", want: []string{"exact db/22P02 <22p02>"}},
		{text: "a/b", want: []string{"exact db/a/b <a/b>"}},
		{text: "#1", want: []string{"exact db/#1 <#1>"}},
		{text: "50%", want: []string{"exact db/50% <50%>"}},
		{text: "🦊-7", want: []string{"exact db/🦊-7 <🦊-7>"}},
		{text: "saw 🦊-7 again", want: []string{"exact db/🦊-7 <🦊-7>"}},
		{text: "err_bad_param", want: []string{"exact im/6017 <err_bad_param>"}},
		{text: "hr=0x80070005", want: []string{"exact win/0x80070005 <0x80070005>"}},
		{text: "-2147024891", want: []string{"exact win/0x80070005 <-2147024891>"}},
		{text: "2147942405", want: []string{"exact win/0x80070005 <2147942405>"}},
		{text: "0x80004005", want: []string{"exact win/-2147467259 <0x80004005>"}},
		{text: "404", want: []string{"exact im/404 <404>", "exact db/404 <404>"}},
		{text: `{"errCode":6017,"msg":"x","ts":404}`, want: []string{"exact! im/6017 <6017>"}},
		{text: "エラーコード：６０１７が出ます", want: []string{"exact! im/6017 <６０１７>"}},
		{text: "错误码为70001，请问", want: []string{"exact! im/70001 <70001>"}},
		{text: "오류 코드 70001 이 나와요", want: []string{"exact! im/70001 <70001>"}},
		{text: "6017エラー", want: []string{"exact! im/6017 <6017>"}},
		{text: "errcode6017", want: []string{"exact! im/6017 <6017>"}},
		{text: "saw 404 then error code is 6017", want: []string{"exact! im/6017 <6017>", "exact im/404 <404>", "exact db/404 <404>"}},
		{text: "code 99999, 6017", want: []string{"exact im/6017 <6017>"}, unknown: "99999"},
		{text: "userId=10003 line 404 port: 3 30 MB 3回 3月", want: nil},
		{text: "bar code 9", unknown: "9"},
		{text: "retcode 7000", want: []string{"prefix im/70001 <7000>", "prefix im/70002 <7000>"}},
		{text: "", want: nil},
		{text: " \x00 \xff- * \" a:b:c", want: nil},
	}
	for _, test := range tests {
		got := s.Find(test.text)
		for i := range got.Found {
			if got.Found[i].Match == Prefix {
				got.Found[i].Cued = false
			}
		}
		if diff := cmp.Diff(test.want, say(s, got)); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", test.text, diff)
		}
		var unknown []string
		for _, u := range got.Unknown {
			unknown = append(unknown, u.Written)
		}
		if strings.Join(unknown, " ") != test.unknown {
			t.Errorf("Find(%q): unknown %q, want %q", test.text, unknown, test.unknown)
		}
	}
}

func TestFindMasks(t *testing.T) {
	var list []Code
	for i := range 100000 {
		list = append(list, Code{Catalog: "all", Text: fmt.Sprint(i)})
	}
	s := NewSet(list)
	for _, text := range []string{
		"2024-01-02 10:11:12.123", "2024-01-02T10:11:12Z", "2024/1/2", "02.01.2024", "10/Oct/2000:13:55:36 +0900",
		"01-02 10:11:12.123", "[10:11:12,345]", "10:11", "Jan 2, 2024", "2 Jan 2024", "2024年1月2日10時11分", "2024년 1월 2일",
		"10.20.30.40:443", "192.168.0.1/24", "fe80::1", "2001:db8:0:0:8:800:200c:417a", "00:1b:44:11:3a:b7",
		"v1.2.3", "1.2.3-rc1+5", "10.0.19045.1", "SDK/4.7.2", "12.5",
		"https://example.com/errors/302?code=6017", "www.example.com:8080/1/2", "example.com:443", "main.go:302:15",
		"user302@example.com", "/var/log/302/6017.log", "localhost:8080",
		"550e8400-e29b-41d4-a716-446655440000", "deadbeef0123456789", "0x7fff5fbff8c0",
		"+81 90-1234-5678", "03-1234-5678", "138-0013-8000", "555-123-4567",
		"imei 490154203237518", "at 1700000000123 x", "x 20240102 y", "$302", "@302", "50%", "302ms", "line 302", "seq=302", "30 MB", "5回",
		"App[6013:6120]", "2024-01-02 10:11:12.1+0900 My-App.x[302:70107] [TIM]", "ERROR 302 --- [main]",
	} {
		if got := s.Find(text); len(got.Found)+len(got.Unknown) > 0 {
			t.Errorf("Find(%q) = %v, unknown %v; want nothing", text, say(s, got), got.Unknown)
		}
	}
}

func TestFindRest(t *testing.T) {
	tests := []struct{ text, want string }{
		{"エラーコード 6017 グループに入れない", "グループに入れない"},
		{"2024-01-02 login failed, error code: 6017 (https://x.example/1)", "login failed,   (  )"},
		{"ｇｒｏｕｐ 131000", "group"},
		{"no codes here", "no codes here"},
	}
	for _, test := range tests {
		if got := fixture().Find(test.text).Rest; strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(test.want), " ") {
			t.Errorf("Find(%q).Rest = %q, want %q", test.text, got, test.want)
		}
	}
}
