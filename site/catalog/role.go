package catalog

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Role is what a column of a code table holds.
type Role string

// The roles that a column may have. A column of RoleOther is kept under its own header.
const (
	RoleCode     Role = "code"
	RoleSymbol   Role = "symbol"
	RoleText     Role = "text"
	RoleCause    Role = "cause"
	RoleSolution Role = "solution"
	RoleSeverity Role = "severity"
	RoleHTTP     Role = "http"
	RoleOther    Role = "other"
)

// Roles lists the roles that site.toml may give to a column.
func Roles() []Role {
	return []Role{RoleCode, RoleSymbol, RoleText, RoleCause, RoleSolution, RoleSeverity, RoleHTTP, RoleOther}
}

// headerWords are the words by which real documents head their columns, by role, in the form that headerKey gives.
var headerWords = map[Role][]string{
	RoleCode: {"エラーコード", "コード", "エラー番号", "値", "错误码", "错误代码", "返回码", "状态码", "代码", "值", "錯誤碼", "錯誤代碼",
		"傳回碼", "狀態碼", "代碼", "code", "errorcode", "errcode", "value", "statuscode", "errornumber", "number", "sqlstate",
		"código", "codigo", "mac", "код", "mãlỗi", "에러코드", "오류코드", "코드", "오류번호", "fehlercode", "fehlernummer"},
	RoleText: {"説明", "エラーメッセージ", "メッセージ", "内容", "意味", "含义", "描述", "说明", "错误描述", "错误信息", "說明", "描述信息",
		"description", "meaning", "message", "reason", "errormessage", "details", "beschreibung", "bedeutung", "descrição",
		"descricao", "definição", "описание", "thôngtinlỗi", "môtả", "설명", "메시지", "내용", "의미"},
	RoleCause: {"原因", "発生原因", "可能原因", "错误原因", "cause", "causes", "possiblecause", "possiblecauses", "ursache", "causa",
		"причина", "nguyênnhân", "원인"},
	RoleSolution: {"対処", "対処法", "対処方法", "解決策", "解決方法", "处理措施", "解决方案", "解决方法", "处理方法", "處理方式", "solution",
		"action", "resolution", "howtofix", "fix", "whattodo", "lösung", "maßnahme", "ação", "acao", "solução", "решение",
		"cáchxửlý", "해결", "해결방법", "조치", "대처방법"},
	RoleSeverity: {"重大度", "レベル", "级别", "严重程度", "嚴重性", "severity", "level", "schweregrad", "심각도"},
	RoleHTTP:     {"http", "httpstatus", "httpstatuscode", "httpcode", "httpステータス", "httpステータスコード", "http状态码", "http狀態碼", "http상태코드"},
	RoleSymbol: {"シンボル", "名前", "定数", "識別子", "名称", "枚举", "枚举值", "符号", "常量", "名稱", "symbol", "name", "constant",
		"identifier", "errorname", "enum", "bezeichner", "nome", "имя", "이름", "상수", "심볼"},
}

// headerKey is the form in which header words are compared: NFKC, lower case, letters, digits and marks only.
func headerKey(header string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\u00a0_-/:：.()（）*`", r) {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(header)))
}

// columnRoles says what each column holds: by site.toml's word on its header, by the header's own words, and by what the
// cells hold. The first column whose role is code and whose cells mostly look like codes is the code column; where no
// header says so, it is the first column in which every cell does. The second result is the code column, -1 where there is
// none, and then the third says why.
func columnRoles(headers []string, rows [][]string, given map[string]Role) ([]Role, int, string) {
	roles := make([]Role, len(headers))
	for i, h := range headers {
		roles[i] = roleOf(h, given)
	}
	code := codeColumn(roles, headers, rows, given)
	if code < 0 {
		return roles, -1, "no column holds codes"
	}
	if len(headers) < 2 {
		return roles, -1, "it has only one column"
	}
	for i := range roles {
		if i != code && roles[i] == RoleCode {
			roles[i] = RoleOther
		}
	}
	roles[code] = RoleCode
	ensureText(roles)
	return roles, code, ""
}

func roleOf(header string, given map[string]Role) Role {
	key := headerKey(header)
	for word, role := range given {
		if headerKey(word) == key {
			return role
		}
	}
	for _, role := range Roles() {
		for _, word := range headerWords[role] {
			if key == word {
				return role
			}
		}
	}
	return RoleOther
}

func codeColumn(roles []Role, headers []string, rows [][]string, given map[string]Role) int {
	for i, r := range roles {
		if r != RoleCode {
			continue
		}
		if isGiven(headers[i], given) || share(rows, i) >= 0.5 {
			return i
		}
	}
	for i, r := range roles {
		if r == RoleOther && len(rows) > 1 && share(rows, i) == 1 {
			return i
		}
	}
	return -1
}

func isGiven(header string, given map[string]Role) bool {
	for word := range given {
		if headerKey(word) == headerKey(header) {
			return true
		}
	}
	return false
}

// share is the part of the rows, from 0 to 1, whose cell in a column looks like a code.
func share(rows [][]string, col int) float64 {
	n := 0
	for _, row := range rows {
		if col < len(row) && looksLikeCode(row[col]) {
			n++
		}
	}
	if len(rows) == 0 {
		return 0
	}
	return float64(n) / float64(len(rows))
}

// ensureText makes the first column of RoleOther the description where no header says which one is.
func ensureText(roles []Role) {
	first := -1
	for i, r := range roles {
		if r == RoleText {
			return
		}
		if r == RoleOther && first < 0 {
			first = i
		}
	}
	if first >= 0 {
		roles[first] = RoleText
	}
}
