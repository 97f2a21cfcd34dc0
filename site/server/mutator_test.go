package server

import (
	"math/rand/v2"
	"strings"
)

// mutator makes texts of texts.
type mutator struct{ *rand.Rand }

func (m mutator) mutate(text, other string) string {
	r := []rune(text)
	for range 1 + m.IntN(4) {
		at := m.IntN(len(r) + 1)
		switch m.IntN(6) {
		case 0: // something put in
			r = []rune(string(r[:at]) + m.piece() + string(r[at:]))
		case 1: // something taken out
			r = append(r[:at:at], r[min(len(r), at+1+m.IntN(3)):]...)
		case 2: // a piece of another text
			o := []rune(other)
			from := m.IntN(len(o) + 1)
			r = []rune(string(r[:at]) + string(o[from:min(len(o), from+1+m.IntN(20))]) + string(r[at:]))
		case 3: // some of it twice
			end := min(len(r), at+1+m.IntN(6))
			r = []rune(string(r[:end]) + string(r[at:end]) + string(r[end:]))
		case 4: // the case or width of a character
			if at < len(r) {
				r[at] = m.variant(r[at])
			}
		case 5: // two characters swapped
			if at+1 < len(r) {
				r[at], r[at+1] = r[at+1], r[at]
			}
		}
	}
	return string(r)
}

func (m mutator) piece() string {
	list := strings.Split("-| |.|:|/|0|1|7|00|,|, |x|0x|%|=|e|E|_|code |error|エラー|エ|错误码|오류|年|回|\u3000|\u200b|−|～|..|\u0301|\u0323|\u3099|é|ﬀ|Ⅷ|𝟕|👍|가|ก|\t|\n|"+
		"\x00|T10:11|Z|+09|@|www.|http://|v|\"|(|)|[|]|>|ms|no. |is |SDK|\u0334|\u1161|\u11a8|ﾞ|ｶ|ſ|İ|K|\u00a0|\u0085|\u2028|５|－", "|")
	return list[m.IntN(len(list))]
}

func (m mutator) variant(r rune) rune {
	switch {
	case r > ' ' && r < 0x7f && m.IntN(2) == 0:
		return r - '!' + '！'
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r >= 'A' && r <= 'Z':
		return r - 'A' + 'a'
	case r >= '0' && r <= '9':
		return '0' + rune(m.IntN(10))
	}
	return r + rune(m.IntN(3)-1)
}
