package catalog

import (
	"fmt"
	"maps"
	"slices"
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
		"cáchxửlý", "해결", "해결방법", "조치", "조치방법", "대처방법"},
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
func columnRoles(headers []string, rows [][]string, given *givenRoles) ([]Role, int, string) {
	roles := make([]Role, len(headers))
	for i, h := range headers {
		roles[i] = roleOf(h, given)
	}
	code := codeColumn(roles, headers, rows, given)
	if code < 0 {
		return roles, -1, noCodesReason(headers, roles)
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

// noCodesReason names a column whose header promises codes and whose cells do not look like any.
func noCodesReason(headers []string, roles []Role) string {
	if i := slices.Index(roles, RoleCode); i >= 0 {
		return fmt.Sprintf("most of what column %q holds does not look like codes; if it does hold them, give it the role code under columns in content/site.toml",
			headers[i])
	}
	return "no column holds codes"
}

// givenRoles are the roles that site.toml gives to headers, by headerKey.
type givenRoles struct {
	roles map[string]Role
	words map[string]string // as site.toml has them
	used  map[string]bool
}

// newGivenRoles takes of words that are one header in another spelling the first in byte order.
func newGivenRoles(columns map[string]Role) *givenRoles {
	g := &givenRoles{map[string]Role{}, map[string]string{}, map[string]bool{}}
	for _, word := range slices.Sorted(maps.Keys(columns)) {
		if key := headerKey(word); g.words[key] == "" {
			g.roles[key], g.words[key] = columns[word], word
		}
	}
	return g
}

func (g *givenRoles) role(header string) (Role, bool) {
	key := headerKey(header)
	r, ok := g.roles[key]
	g.used[key] = true
	return r, ok
}

// unused lists the words that headed no column, sorted.
func (g *givenRoles) unused() (words []string) {
	for key, word := range g.words {
		if !g.used[key] {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

func roleOf(header string, given *givenRoles) Role {
	if r, ok := given.role(header); ok {
		return r
	}
	key := headerKey(header)
	for _, role := range Roles() {
		if slices.Contains(headerWords[role], key) {
			return role
		}
	}
	return RoleOther
}

func codeColumn(roles []Role, headers []string, rows [][]string, given *givenRoles) int {
	for i, r := range roles {
		if r != RoleCode {
			continue
		}
		_, isGiven := given.role(headers[i])
		if codes, cells, _ := countCodes(rows, i); isGiven || codes > 0 && 2*codes >= cells {
			return i
		}
	}
	for i, r := range roles {
		if codes, _, filled := countCodes(rows, i); r == RoleOther && codes > 1 && codes == filled {
			return i
		}
	}
	return -1
}

// countCodes counts the cells of a column that look like codes, those that hold anything, and the rows that do.
func countCodes(rows [][]string, col int) (codes, cells, filled int) {
	for _, row := range rows {
		if strings.Join(row, "") == "" {
			continue
		}
		filled++
		if col < len(row) && row[col] != "" {
			cells++
			if looksLikeCode(row[col]) {
				codes++
			}
		}
	}
	return codes, cells, filled
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
