package catalog

import (
	"regexp"
	"strings"
	"unicode"

	"errbook/site/prose"
)

// cued is a word for an error code in front of one, as headings and list items have it.
var cued = regexp.MustCompile(`(?i)^(?:error|err|return|result|status|reason|response)?[ _-]*(?:codes?|number|no\.?|num)\b\s*[:：#=]?\s*|^(?:エラー|戻り値|リターン)(?:コード|番号)?\s*[:：]?\s*|^(?:错误|返回|状态|响应|錯誤|傳回)(?:码|碼|代码|代碼|编号|號)\s*[:：]?\s*|^(?:에러|오류|응답)\s*(?:코드|번호)\s*[:：]?\s*|^fehler(?:code|nummer)?\s*[:：]?\s*|^(?:código|codigo|код ошибки|ошибка|erro|error|erreur|errore|lỗi|hata|kesalahan|błąd|fout|fel|помилка)\s*[:：]?\s+`)

// leading is a code with a text after it.
var leading = regexp.MustCompile("^(`[^`]+`|\\*\\*[^*]+\\*\\*|\\S+?)(?:\\s*[:：–—]\\s*|\\s+[-−]\\s+|\\s+|$)(.*)$")

// codeTitle is what a heading or the first line of a list item says of a code.
type codeTitle struct {
	cell codeCell
	text string // Markdown of what stands after the code
	sure bool   // it is marked as a code, or a word for one stands in front of it
}

// readCodeTitle reads a line of Markdown that names a code: alone, or with a text after it. Strict lines have a mark
// between the two, or the code is marked as one.
func readCodeTitle(md string) (codeTitle, bool) {
	md = strings.TrimSpace(md)
	rest := cued.ReplaceAllString(md, "")
	t := codeTitle{sure: rest != md && rest != ""}
	m := leading.FindStringSubmatch(rest)
	if m == nil {
		return t, false
	}
	code := prose.Line(prose.Plain(m[1]))
	t.text = strings.TrimSpace(m[2])
	marked := strings.HasPrefix(m[1], "`") || strings.HasPrefix(m[1], "**")
	code = strings.TrimRight(code, ":：.")
	cell, ok := readCodeCell(code, true)
	if !ok || len(cell.codes) != 1 {
		return t, false
	}
	t.cell = cell
	switch {
	case marked && (isIdentifier(code) || looksLikeCode(code)), t.sure && (looksLikeCode(code) || isName(code)):
		t.sure = true
		return t, true
	}
	t.sure = false
	return t, isPlainlyCode(code) && !isVersion(code, t.text)
}

// isName tells a name that programs have from an ordinary word: it has an underscore or a dot, or a capital within.
func isName(s string) bool {
	return isIdentifier(s) && (strings.ContainsAny(s, "_.") || strings.ContainsFunc(s[1:], unicode.IsUpper))
}

// standard is the number of a standard or of a published weakness, which lists of links have.
var standard = regexp.MustCompile(`^(?:RFC|ISO|IEC|IEEE|DIN|EN|CVE|CWE|UTF|SHA|GB|JIS)[-/_ ]?\d`)

// isPlainlyCode tells a code from a number that counts, in a line that does not mark it: three digits or more, or letters
// with digits, hexadecimal or not.
func isPlainlyCode(s string) bool {
	if !looksLikeCode(s) || standard.MatchString(s) {
		return false
	}
	digits := countDigits(s)
	return digits >= 3 || digits > 0 && strings.HasPrefix(s, "-") || digits > 0 && digits < len(s) && strings.ToUpper(s) == s && !strings.ContainsAny(s, "./")
}

func countDigits(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// isVersion tells whether a number is a year or a version with words after it.
func isVersion(code, text string) bool {
	return strings.Count(code, ".") > 0 || len(code) == 4 && (strings.HasPrefix(code, "19") || strings.HasPrefix(code, "20")) && text != "" && isDateOrTime(code+"-1-1") && strings.HasPrefix(text, "-")
}
