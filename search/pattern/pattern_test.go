package pattern

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"errbook/search/codes"
)

func list(texts ...string) (all []codes.Code) {
	for _, t := range texts {
		all = append(all, codes.Code{Text: t})
	}
	return all
}

func span(lo, hi int64) codes.Code {
	return codes.Code{Text: fmt.Sprintf("%d-%d", lo, hi), Range: true, Lo: lo, Hi: hi}
}

// whole tells whether an expression matches all of a text.
func whole(expr, text string) bool {
	return expr != "" && regexp.MustCompile(`^(?:`+expr+`)$`).MatchString(text)
}

// found returns the code that an expression with one group finds in a line, "" for none.
func found(expr, line string) string {
	if expr == "" {
		return ""
	}
	if m := regexp.MustCompile(expr).FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// sets are code sets of all kinds, by name; random ones are the same each time.
func sets() map[string][]codes.Code {
	r := rand.New(rand.NewPCG(1, 2))
	numbers := func(n, max int) (all []codes.Code) {
		for range n {
			all = append(all, codes.Code{Text: strconv.Itoa(r.IntN(2*max) - max)})
		}
		return all
	}
	var run, oracle []codes.Code
	for i := range 10000 {
		run = append(run, codes.Code{Text: strconv.Itoa(10000 + i)})
		oracle = append(oracle, codes.Code{Text: fmt.Sprintf("ORA-%05d", r.IntN(100000))})
	}
	return map[string][]codes.Code{
		"few":     list("6017", "-302", "1", "001", "10", "100"),
		"mixed":   list("ORA-00942", "22P02", "0x80070005", "-10001", "E1", "EACCES", "ERR_FAILED", "a/b", "a.b*", "C++", "~x", "日本", "IM-1", "IM-12", "]-^"),
		"numbers": numbers(300, 99999), "many": numbers(10000, 99999), "run": run, "oracle": oracle,
		"ranges": {span(120001, 130000), span(7, 1234), span(-20009, -20001), span(-5, 12)},
	}
}

func TestEveryCodeMatchesAsAWhole(t *testing.T) {
	for name, set := range sets() {
		p := Of(set)
		cued, named := regexp.MustCompile(p.Cued()), regexp.MustCompile(p.Named())
		for _, c := range set {
			for _, text := range members(c) {
				var got []string
				if m := cued.FindStringSubmatch("error code: " + text + " at start"); m != nil && p.Numbers != "" {
					got = append(got, m[1])
				}
				if m := named.FindStringSubmatch("started; " + text + " came"); m != nil && p.Names != "" {
					got = append(got, m[1])
				}
				if len(got) == 0 || got[0] != text {
					t.Errorf("%s: %s gives %q", name, text, got)
				}
			}
		}
	}
}

// members lists the ends of a range and what lies between, or the code itself.
func members(c codes.Code) (texts []string) {
	if !c.Range {
		return []string{c.Text}
	}
	step := max((c.Hi-c.Lo)/997, 1)
	for n := c.Lo; n <= c.Hi; n += step {
		texts = append(texts, strconv.FormatInt(n, 10))
	}
	return append(texts, strconv.FormatInt(c.Hi, 10))
}

func TestNoOtherNumberMatches(t *testing.T) {
	for name, set := range sets() {
		p := Of(set)
		if p.Shape {
			continue
		}
		own, ranges := map[string]bool{}, []codes.Code{}
		for _, c := range set {
			own[c.Text] = true
			if c.Range {
				ranges = append(ranges, c)
			}
		}
		expr := regexp.MustCompile(`^(?:` + p.Numbers + `)$`)
		for n := int64(-21000); n < 131000; n += 7 {
			text, want := strconv.FormatInt(n, 10), false
			for _, c := range ranges {
				want = want || n >= c.Lo && n <= c.Hi
			}
			if got := p.Numbers != "" && expr.MatchString(text); got != (want || own[text]) {
				t.Fatalf("%s: %s matches: %v", name, text, got)
			}
		}
	}
}

func TestLength(t *testing.T) {
	for name, set := range sets() {
		p := Of(set)
		if n := len(p.Numbers) + len(p.Names); n > maxLength {
			t.Errorf("%s takes %d bytes", name, n)
		}
		if want := name == "many" || name == "oracle"; p.Shape != want {
			t.Errorf("%s: only the shape: %v", name, p.Shape)
		}
	}
	if p := Of(sets()["run"]); p.Numbers != "1[0-9]{4}" {
		t.Errorf("a run of ten thousand is %q", p.Numbers)
	}
	if p := Of(sets()["oracle"]); p.Numbers != "ORA-[0-9]{5}" {
		t.Errorf("the shape is %q", p.Numbers)
	}
}

func TestHugeRange(t *testing.T) {
	p := Of([]codes.Code{span(math.MinInt64, math.MaxInt64)})
	for _, text := range []string{"-9223372036854775808", "9223372036854775807", "0", "-1", "42"} {
		if !whole(p.Numbers, text) {
			t.Errorf("%s does not match", text)
		}
	}
	if !p.Shape && whole(p.Numbers, "9223372036854775808") {
		t.Error("matches beyond the end")
	}
}

func TestNoCodes(t *testing.T) {
	if p := Of(nil); p.Cued()+p.Named()+p.CuedIn()+p.NamedIn()+p.Strict()+p.Anywhere() != "" {
		t.Errorf("%+v", p)
	}
}

func TestLines(t *testing.T) {
	p := Of(append(list("6017", "-302", "1001", "10", "20", "2026", "11", "8080", "192", "302", "1002", "5", "ORA-00942", "22P02"), span(120001, 130000)))
	for line, want := range map[string]string{
		"login failed, code=6017":                   "6017",
		`{"code":6017,"msg":"x"}`:                   "6017",
		`{"errorCode" : "6017"}`:                    "6017",
		"imErrCode:-302":                            "-302",
		"error -302.":                               "-302",
		"ERROR 125000":                              "125000",
		"retCode[6017]":                             "6017",
		"errno: 6017, retry":                        "6017",
		"Error code is 6017":                        "6017",
		"error no. 6017":                            "6017",
		"エラーコード：6017です":                             "6017",
		"エラーコードは「-302」":                             "-302",
		"错误码为6017。":                                 "6017",
		"返回码 6017":                                  "6017",
		"오류 코드: 6017":                               "6017",
		"<ErrorCode>6017</ErrorCode>":               "6017",
		"code 6017:invalid":                         "6017",
		"2026-11-25 10:20:30 error":                 "",
		"error 2026-11-25":                          "",
		"error at 10:20:30":                         "",
		"error: 10:20:30.1002":                      "",
		"error 11/25/2026":                          "",
		"code 192.168.5.20":                         "",
		"error 10.0.0.1:8080":                       "",
		"error: 1001.5 ms":                          "",
		"code=60171":                                "",
		"code=16017":                                "",
		"error 1,001,000":                           "",
		"error 1001-1002-5":                         "",
		"errorId=x6017":                             "",
		"error. 6017 users":                         "",
		"barcode 6017":                              "",
		"userId=6017":                               "",
		"version 8080":                              "",
		"errors\n6017":                              "",
		"code=550e8400-e29b-41d4-a716-446655440000": "",
		"elapsed 1002 ms, retry 5 of 20, line 11, port 8080": "",
	} {
		if got := found(p.Cued(), line); got != want {
			t.Errorf("%q gives %q, want %q", line, got, want)
		}
	}
	for line, want := range map[string]string{
		"java.sql.SQLException: ORA-00942: table": "ORA-00942",
		"SQLSTATE[22P02]":                         "22P02",
		"code:22P02,":                             "22P02",
		"see https://x.example/ORA-00942":         "",
		"XORA-00942":                              "",
		"ORA-009421":                              "",
		"ORA-00942.html":                          "",
		"a1-22P02-b":                              "",
	} {
		if got := found(p.Named(), line); got != want {
			t.Errorf("%q gives %q, want %q", line, got, want)
		}
	}
}

// TestZulip wraps the expressions as Zulip does (prepare_linkifier_pattern in zerver/lib/markdown).
func TestZulip(t *testing.T) {
	p := Of(list("6017", "-302", "10", "ORA-00942"))
	wrap := func(expr string) *regexp.Regexp {
		return regexp.MustCompile(`(?:^|\s|\x{85}|\pZ|['"\(,:<])(?P<m>` + expr + `)(?:$|[^\pL\pN])`)
	}
	for line, want := range map[string]string{
		"Error code 6017 again": "6017", "got code=-302": "-302", "imErrorCode:6017": "6017",
		"at 10:20:30": "", "barcode 6017": "", "error 60171": "",
	} {
		got := ""
		if m := wrap(p.CuedIn()).FindStringSubmatch(line); m != nil {
			got = m[2]
		}
		if got != want {
			t.Errorf("%q gives %q, want %q", line, got, want)
		}
	}
	if m := wrap(p.NamedIn()).FindStringSubmatch("we saw ORA-00942!"); m == nil || m[2] != "ORA-00942" {
		t.Errorf("%q", m)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("6017", int64(1), int64(5))
	f.Add("a\\b[", int64(-1), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, text string, lo, hi int64) {
		if strings.ToValidUTF8(text, "") != text || text == "" {
			return
		}
		set := list(text)
		if lo <= hi {
			set = append(set, span(lo, hi))
		}
		p := Of(set)
		if !p.Shape && !whole(p.Numbers, text) && !whole(p.Names, text) {
			t.Errorf("%q is not matched by %+v", text, p)
		}
		if lo <= hi && (!whole(p.Numbers, strconv.FormatInt(lo, 10)) || !whole(p.Numbers, strconv.FormatInt(hi, 10))) {
			t.Errorf("%d-%d: %s", lo, hi, p.Numbers)
		}
	})
}
