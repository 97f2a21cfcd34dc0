package catalog

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"errbook/site/diag"
)

// candidate is an encoding that a document may be in: its name for iconv, and the scripts that text in it is written in.
type candidate struct {
	name     string
	encoding encoding.Encoding
	scripts  []*unicode.RangeTable
}

var candidates = []candidate{
	{"SHIFT_JIS", japanese.ShiftJIS, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"EUC-JP", japanese.EUCJP, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"EUC-KR", korean.EUCKR, []*unicode.RangeTable{unicode.Hangul}},
	{"GB18030", simplifiedchinese.GB18030, []*unicode.RangeTable{unicode.Han}},
	{"BIG5", traditionalchinese.Big5, []*unicode.RangeTable{unicode.Han}},
	{"WINDOWS-1251", charmap.Windows1251, []*unicode.RangeTable{unicode.Cyrillic}},
	{"WINDOWS-1252", charmap.Windows1252, []*unicode.RangeTable{unicode.Latin}},
}

// notUTF8 tells of a document in another encoding: which one it is likely in, and the command that converts it.
func notUTF8(pos diag.Position, file string, content []byte, b byte) diag.Diagnostic {
	name := likelyEncoding(content)
	return diag.Errorf(pos, RuleNotUTF8, "byte 0x%02x is not UTF-8; the file is likely in %s: convert it with %s", b, name,
		fmt.Sprintf("iconv -f %s -t UTF-8 %s > converted.md", name, file))
}

// likelyEncoding names the encoding in which the content makes the most sense: nothing undefined, and the most letters of
// the scripts that go with it.
func likelyEncoding(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}), bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		return "UTF-16"
	case isUTF16(content):
		if content[0] == 0 {
			return "UTF-16BE"
		}
		return "UTF-16LE"
	}
	if mostlyAlone(content) {
		return "WINDOWS-1252"
	}
	best, most := candidates[len(candidates)-1].name, -1.0
	for _, c := range candidates {
		if score := c.score(content[:min(len(content), 64<<10)]); score > most {
			best, most = c.name, score
		}
	}
	return best
}

// mostlyAlone tells whether nearly all bytes outside ASCII stand between ASCII ones, as accented letters do.
func mostlyAlone(content []byte) bool {
	alone, high := 0, 0
	for i, b := range content {
		if b < 0x80 {
			continue
		}
		high++
		if (i == 0 || content[i-1] < 0x80) && (i+1 == len(content) || content[i+1] < 0x80) {
			alone++
		}
	}
	return 10*alone >= 9*high
}

// isUTF16 tells whether a document without a byte order mark has a zero byte for half of its characters or so.
func isUTF16(content []byte) bool { return bytes.Count(content, []byte{0})*4 > len(content) }

// score is the share of the characters outside ASCII that belong to the encoding's scripts, less for each that it does not
// define. Kana and Hangul weigh more than Han, which half the wrong readings give too.
func (c candidate) score(content []byte) float64 {
	text, err := c.encoding.NewDecoder().Bytes(content)
	if err != nil {
		return -1
	}
	good, all := 0.0, 0.0
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		switch {
		case r < 0x80:
			continue
		case r == utf8.RuneError, unicode.Is(unicode.Co, r), unicode.IsControl(r):
			good -= 4
		case r < 0xff00 && unicode.In(r, unicode.Hiragana, unicode.Katakana) && unicode.In(r, c.scripts...):
			good += 2 // hardly any wrong reading gives kana
		case unicode.In(r, c.scripts...) && r < 0xff00:
			good++
		case unicode.Is(unicode.Han, r):
			good += 0.6
		}
		all++
	}
	if all == 0 {
		return 0
	}
	return good / all
}
