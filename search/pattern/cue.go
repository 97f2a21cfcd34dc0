package pattern

import (
	"strings"
	"unicode"
)

// cue matches the words behind which a number is a code, in any case of their letters. They are the safest of those that
// package codes knows: a tool that links wrongly is soon switched off.
var cue = "(?:" + anyCase(`err(?:or|no)?s?|hresult|sqlstate|\b(?:ret|rc|codes?)|(?:err(?:or)?|ret(?:urn)?|result|status|exit|sql|fail(?:ure)?)[ _-]?(?:code|no|num(?:ber)?)s?`) +
	`|エラー(?:コード|番号|値)?|コード|[错錯][误誤](?:代?[码碼]|[号號])?|返回[码碼值]|[状狀][态態][码碼]|에러 ?(?:코드)?|오류 ?(?:코드|번호)?|코드)`

// gap matches what stands between a cue and its code on the same line: a few characters that are neither a letter of the
// Latin script, a digit nor the end of a sentence. It takes as few as it can, so that a sign belongs to the code.
var gap = `(?: ` + anyCase(`(?:is|was|no\.?|number)`) + `)?[^\w\r\n.;!?。；！？]{0,8}?`

// anyCase makes the letters of an expression match in either case, without a flag: JavaScript has none within an expression.
func anyCase(expr string) string {
	var b strings.Builder
	escaped := false
	for _, r := range expr {
		if upper := unicode.ToUpper(r); upper != r && !escaped {
			b.WriteString("[" + string(upper) + string(r) + "]")
		} else {
			b.WriteRune(r)
		}
		escaped = r == '\\'
	}
	return b.String()
}
