package searchtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Hostile is a query that is meant to do harm, or that other engines choke on.
type Hostile struct {
	Name string
	Text string
	Lang string // of the reader; "" is the default
	Post bool   // it is sent as a body, not in the address
}

// size is that of the largest text that search reads.
const size = 1 << 20

// Queries returns the hostile queries for an index of Documents(n).
func Queries(n int) (list []Hostile) {
	for name, text := range short() {
		list = append(list, Hostile{Name: name, Text: text})
	}
	for name, text := range long(n) {
		list = append(list, Hostile{Name: name, Text: text, Post: true})
	}
	for lang, sentence := range common {
		list = append(list,
			Hostile{Name: "in every page, " + lang, Text: sentence, Lang: lang},
			Hostile{Name: "in every page and one that is in none, " + lang, Text: sentence + " qqqqq", Lang: lang},
			Hostile{Name: "in every page, for another reader, " + lang, Text: sentence, Lang: "ko"})
		list = append(list, mixed(lang)...)
	}
	return list
}

// short are those that fit an address.
func short() map[string]string {
	return map[string]string{
		"nothing": "", "space": " ", "minus": "-302", "minus and a word": "-302 AND", "not": "NOT payment", "plus and minus": "+method -payment",
		"field": "body:payment", "address and port": "10.20.30.40:443", "colons": "a:b:c", "lone quote": `"`, "quote inside": `method"payment`,
		"open bracket": "(((((((((((", "back slash": `\`, "wildcard": "*", "wildcards": "?*a*?*", "wildcard behind a letter": "a*", "regexp": "/.*/",
		"regexp that grows": "/(a|a)*(a|aa)+$/", "fuzzy": "payment~9", "boost": "payment^1000000000", "range": "[a TO z]", "dash": "-", "dashes": "-----",
		"NUL": "\x00", "NULs": strings.Repeat("\x00", 500), "invalid UTF-8": "\xff\xfe\x80", "half a character": "支払い\xe6\x94",
		"markup": "<script>alert(1)</script>", "nested markup": strings.Repeat("<mark>", 60) + strings.Repeat("</mark>", 60),
		"template": "{{.}}", "per cent": "%s%n%x%%", "right to left": "\u202e302", "family": "👨‍👩‍👧", "accents": "e" + strings.Repeat("\u0301", 300),
		"one letter": "a", "one digit": "1", "one Han": "付", "one kana": "の", "one Hangul": "결", "one emoji": "🙂", "two letters": "pa",
		"prefix of every code": "10", "all stop words": "the of and to is in it for on with as at by from or if that this not be are was",
		"all fillers": "error code error code エラーコード 错误码 오류 코드 怎么办 的 了", "typo": "paymnt methd chekc tyr agian", "typos in long words": "abcdefghi bcdefghij cdefghijk zzzzzzzzzz",
		"beginnings": "abc bcd cde def efg fgh ghi hij", "all symbols": "ERR_GEN_", "a symbol": "ERR_GEN_77", "identifier": "getLoginUserSigFromServerAgainAndAgain",
		"not there": "131000999", "many not there": "9999901 9999902 9999903 9999904 9999905 abc-99999 err_gen_x",
		"hexadecimal": "0xFFFFFED2 0xffffffffffffffffffffffff", "huge number": strings.Repeat("9", 900), "numbers with commas": strings.Repeat("1,", 450),
		"section": "section 7", "SQL": "'; DROP TABLE codes; --", "path": "../../../../etc/passwd", "new lines": strings.Repeat("\n", 900),
	}
}

// long are those that are posted.
func long(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"12,000 letters": strings.Repeat("x", 12000), "12,000 Han": strings.Repeat("漢", 12000), "12,000 kana": strings.Repeat("ア", 12000),
		"12,000 Hangul": strings.Repeat("결", 12000), "12,000 of a word": strings.Repeat("payment ", 1500),
		"1 MiB of digits": fill("7"), "1 MiB of numbers": fill("777 "), "1 MiB of a": fill("a"), "1 MiB of a and space": fill("a "), "1 MiB of Han": fill("漢"),
		"1 MiB of two Han": fill("付款"), "1 MiB of Traditional": fill("龜"), "1 MiB of full-width digits": fill("６"), "1 MiB of half-width kana": fill("ｶﾞ"),
		"1 MiB of Hangul": fill("결제 "), "1 MiB of Hangul letters": fill("ㄱㅏ"), "1 MiB of emoji": fill("🙂"), "1 MiB of families": fill("👨‍👩‍👧"), "1 MiB of lines": fill("\n"),
		"1 MiB of spaces": fill(" "), "1 MiB of NUL": fill("\x00"), "1 MiB of invalid UTF-8": fill("\xff"), "1 MiB of accents": fill("\u0301"),
		"1 MiB of invisible characters": fill("\u200b"), "1 MiB of minus": fill("-"), "1 MiB of dots": fill("."), "1 MiB of quotes": fill(`"`),
		"1 MiB of slashes": fill("/"), "1 MiB of colons": fill(":"), "1 MiB of at": fill("a@"), "1 MiB of markup": fill("<b>"), "1 MiB of brackets": fill("("),
		"1 MiB of addresses": fill("http://a.b/c "), "1 MiB of one address": "http://" + strings.Repeat("a.", size/2-8), "1 MiB of dates": fill("2026-01-02 10:11:12 "),
		"1 MiB of IPs": fill("10.0.0.1:443 "), "1 MiB of UUIDs": fill("123e4567-e89b-12d3-a456-426614174000 "), "1 MiB of hexadecimal": fill("0xdeadbeef "),
		"1 MiB of cues": fill("errCode="), "1 MiB of cues in Japanese": fill("エラーコード"), "1 MiB of letters and digits": fill("a1"), "1 MiB of signs": fill("-1"),
		"1 MiB of underscores": fill("_"), "1 MiB of capitals": fill("aB"), "1 MiB of one code": fill("errCode: 1234\n"),
		"1 MiB of all codes": allCodes(n), "1 MiB of cued codes": cuedCodes(n), "1 MiB of a log": logLines(n), "10,000 words": words(10_000),
		"unknown Hangul words": unknown('가', 11_000, 3), "unknown katakana words": unknown('ァ', 80, 5), "unknown words of Latin letters": unknown('a', 26, 9),
		"10,000 words with a letter added": strings.ReplaceAll(words(10_000), " ", "q "), "10,000 Han words": strings.ReplaceAll(sentences("zh-Hans", 10_000), " ", ""),
	}
}

// unknown is text of invented words, each of so many of the letters from the first on.
func unknown(first rune, letters, length int) string {
	r := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	for b.Len() < size-64 {
		for range length {
			b.WriteRune(first + rune(r.IntN(letters)))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func allCodes(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-20; i++ {
		fmt.Fprintf(&b, "%d ", FirstCode+i*7%n)
	}
	return b.String()
}

func cuedCodes(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-30; i++ {
		fmt.Fprintf(&b, "errCode=%d, ", FirstCode+i*7%n)
	}
	return b.String()
}

// logLines is what people paste.
func logLines(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-200; i++ {
		fmt.Fprintf(&b, "2026-01-02 10:11:%02d.%03d [worker-%d] WARN com.example.Orders - send to 10.0.%d.%d:443 took %d ms, userId=%d\n",
			i%60, i%1000, i%16, i%256, i%251, i%977, 1_000_000+i)
		if i%100 == 0 {
			fmt.Fprintf(&b, "errCode=%d: Check the method of payment\n", FirstCode+i%n)
		}
	}
	return b.String()
}

func words(n int) string { return sentences("en", n) }

func sentences(lang string, n int) string { return Sentence(rand.New(rand.NewPCG(3, 4)), lang, n) }

// mixed are words of the documents that stand together in none.
func mixed(lang string) []Hostile {
	list := []Hostile{{Name: "12 words, " + lang, Text: sentences(lang, 12), Lang: lang}, {Name: "60 words, " + lang, Text: sentences(lang, 60), Lang: lang}}
	return append(list, Hostile{Name: "60 words in every page or not, " + lang, Text: common[lang] + " " + sentences(lang, 60) + " " + common[lang], Lang: lang})
}
