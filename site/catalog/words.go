package catalog

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// headerWords are the words by which real documents head their columns, by role, in the form that headerKey gives.
var headerWords = map[Role][]string{
	RoleCode: {"code", "codes", "errorcode", "errcode", "errorno", "errno", "errornumber", "errorid", "returncode", "retcode", "resultcode",
		"responsecode", "reasoncode", "statuscode", "sqlstate", "value", "number", "エラーコード", "コード", "エラー番号", "戻り値", "リターンコード",
		"結果コード", "応答コード", "値", "错误码", "错误代码", "错误编号", "返回码", "返回值", "响应码", "状态码", "结果码", "代码", "值",
		"錯誤碼", "錯誤代碼", "傳回碼", "回傳碼", "狀態碼", "代碼", "에러코드", "오류코드", "응답코드", "결과코드", "코드", "오류번호", "fehlercode",
		"fehlernummer", "codeerreur", "codederreur", "código", "codigo", "códigodeerror", "códigodoerro", "códigodeerro", "codice",
		"codiceerrore", "foutcode", "kodbłędu", "kod", "kód", "код", "кодошибки", "кодпомилки", "mã", "mãlỗi", "mãphảnhồi", "kodekesalahan", "kode", "koderespon", "hatakodu",
		"รหัส", "felkod", "fejlkode", "feilkode", "virhekoodi", "koodi", "kódchyby", "hibakód", "coderoare", "кодвозврата", "кодответа",
		"κωδικόςσφάλματος", "κωδικός", "الرمز", "رمزالخطأ", "קודשגיאה", "קוד", "त्रुटिकोड", "कोड", "status", "ステータス", "状态", "狀態", "상태",
		"estado", "exitstatus", "exceptioncode", "cstat", "코드값"},
	RoleText: {"description", "desc", "meaning", "message", "messages", "errormessage", "text", "reason", "details", "explanation", "summary",
		"説明", "エラーメッセージ", "メッセージ", "内容", "意味", "エラー内容", "概要", "含义", "描述", "说明", "错误描述", "错误信息", "错误说明",
		"返回信息", "描述信息", "提示信息", "备注说明", "說明", "錯誤訊息", "訊息", "설명", "메시지", "내용", "의미", "오류메시지", "beschreibung",
		"bedeutung", "meldung", "fehlermeldung", "signification", "descripción", "descripcion", "mensaje", "significado", "descrição",
		"descricao", "mensagem", "definição", "descrizione", "messaggio", "significato", "omschrijving", "opis", "описание", "сообщение",
		"значение", "thôngtinlỗi", "môtả", "keterangan", "deskripsi", "pesan", "açıklama", "mesaj", "hatamesajı", "คำอธิบาย", "ข้อความ",
		"beskrivning", "beskrivelse", "kuvaus", "popis", "leírás", "descriere", "опис", "повідомлення", "расшифровка", "пояснение", "περιγραφή", "الوصف",
		"תיאור", "विवरण", "libellé", "libelle", "motivo", "motif", "fehlertext", "störung", "condition", "remark", "remarks"},
	RoleCause: {"cause", "causes", "possiblecause", "possiblecauses", "rootcause", "原因", "発生原因", "考えられる原因", "可能原因", "错误原因", "失败原因",
		"ursache", "causa", "causas", "причина", "nguyênnhân", "원인", "przyczyna", "penyebab", "neden", "olasıneden", "orsak", "årsag",
		"příčina", "причини", "αιτία", "السبب", "motivoscausas", "causepossible", "causaposible", "möglicheursache", "สาเหตุ"},
	RoleSolution: {"solution", "action", "actions", "resolution", "remedy", "howtofix", "fix", "whattodo", "suggestedaction", "recommendedaction",
		"workaround", "対処", "対処法", "対処方法", "対応", "対応方法", "解決策", "解決方法", "处理措施", "解决方案", "解决方法", "解决办法", "解决建议",
		"处理方法", "处理建议", "處理方式", "解決方式", "lösung", "maßnahme", "abhilfe", "solución", "acción", "ação", "acao", "solução", "solucao",
		"soluzione", "azione", "oplossing", "rozwiązanie", "решение", "действие", "cáchxửlý", "hướngxửlý", "cáchkhắcphục", "solusi", "tindakan", "çözüm",
		"yapılmasıgereken", "åtgärd", "løsning", "řešení", "рішення", "чтоделать", "рекомендации", "λύση", "الحل", "behebung", "abhilfemaßnahme",
		"quefaire", "correction", "remède", "วิธีแก้ไข", "対処方", "処置", "處理方法", "處理建議", "建议", "해결", "처리방법", "해결방법", "조치", "조치방법", "대처방법"},
	RoleSeverity: {"severity", "level", "重大度", "深刻度", "レベル", "级别", "严重程度", "錯誤等級", "嚴重性", "schweregrad", "심각도"},
	RoleHTTP: {"http", "httpstatus", "httpstatuscode", "httpcode", "httpresponsecode", "httpステータス", "httpステータスコード", "http状态码",
		"http状态", "http狀態碼", "http상태코드", "http상태", "statushttp", "códigohttp"},
	RoleSymbol: {"symbol", "name", "constant", "identifier", "errorname", "enum", "enumname", "シンボル", "シンボル名", "名前", "定数", "定数名",
		"識別子", "名称", "枚举", "枚举值", "符号", "常量", "宏定义", "名稱", "bezeichner", "nome", "nombre", "имя", "이름", "상수", "심볼"},
}

// weakCodeWords head columns of codes in some tables and of anything else in others.
var weakCodeWords = words("value", "number", "値", "值", "значение", "mac", "status", "ステータス", "状态", "狀態", "상태", "estado", "mã")

// strongCodeWords are parts of headers that speak of errors, so that no bank or country codes stand below them.
var strongCodeWords = []string{"err", "return", "retcode", "result", "response", "sqlstate", "エラー", "戻り", "リターン", "错误", "返回", "响应", "告警",
	"錯誤", "傳回", "回傳", "에러", "오류", "응답", "결과", "fehler", "erreur", "erro", "ошиб", "lỗi", "hata", "fout", "błęd", "помил", "felkod", "fejl", "feil", "virhe",
	"chyb", "hiba", "eroare", "σφάλμα", "خطأ", "שגיאה", "त्रुटि", "kesalahan", "ข้อผิดพลาด", "回應", "回应", "возврат", "respuesta", "retorno", "exit", "exception",
	"störung", "phảnhồi"}

// errorWords are parts of headers that name errors themselves, so that names without digits may be the codes below them.
var errorWords = []string{"error", "exception", "エラー", "错误", "錯誤", "에러", "오류", "fehler", "erreur", "erro", "ошиб", "lỗi", "hata", "fout", "błąd"}

// codeEndings end headers of columns with codes in languages that write compounds.
var codeEndings = []string{"code", "コード", "码", "碼", "코드", "código", "codigo", "kode"}

// otherCodes are codes of other things: a header that names one heads no error codes.
var otherCodes = []string{"bank", "card", "country", "currency", "language", "postal", "zip", "area", "source", "sample", "barcode", "qr",
	"カード", "銀行", "国", "通貨", "郵便", "言語", "银行", "国家", "货币", "邮政", "语言", "编码", "二维码", "验证码", "銀行", "은행", "카드", "국가", "통화",
	"우편", "sprach", "länder", "банк", "страны"}

// hexWords are parts of headers of hexadecimal numbers.
var hexWords = []string{"hex", "16進", "十六进制", "十六進", "16진", "шестнадц"}

// layoutWords head columns of tables that lay out fields, parameters or settings.
var layoutWords = words("type", "datatype", "size", "length", "required", "mandatory", "default", "format", "parameter", "field", "fieldname",
	"型", "データ型", "サイズ", "長さ", "必須", "デフォルト", "パラメータ", "フィールド", "类型", "数据类型", "长度", "是否必填", "必填", "必选", "默认值",
	"参数", "参数名", "字段", "字段名", "類型", "長度", "參數", "欄位", "타입", "길이", "필수", "파라미터", "typ", "länge", "pflicht", "tipo", "tam",
	"tamanho", "obrigatório", "nomedocampo", "campo", "тип", "длина", "обязательный", "taille")

// attributeWords head the first column of a table that lists properties, one a row.
var attributeWords = words("attribute", "property", "item", "key", "parameter", "option", "setting", "limit", "quota", "variable", "feature", "属性", "項目", "プロパティ", "项目", "參數",
	"속성", "항목", "eigenschaft", "propriedade", "propiedad", "свойство")

// ordinalWords head columns that number the rows, unless all that stands below has letters and digits: then it may be codes.
var ordinalWords = words("id", "no", "nr", "#", "编号", "番号", "編號", "번호", "№", "nº", "num", "nr.", "lp")

// countWords head columns of numbers that are no codes: what numbers the rows, dates, amounts, names of other things.
var countWords = words("index", "idx", "seq", "step", "序号", "項番", "連番", "序號", "순번",
	"quantity", "qty", "amount", "count", "price", "plan", "release", "method", "path", "variable", "envvar", "environmentvariable", "model",
	"product", "sku", "cardnumber", "protocol", "header", "数量", "价格", "型号", "機種", "型番", "価格", "가격", "수량", "modell", "preis", "menge", "prix",
	"precio", "preço", "rev", "revision", "版", "改訂", "date", "time", "日付", "日期", "날짜", "datum", "data", "version", "バージョン", "版本", "버전", "page", "line", "port", "rank", "year")

func words(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}

var inBrackets = regexp.MustCompile(`[(（\[][^()（）\[\]]*[)）\]]`)

// headerKey is the form in which header words are compared: NFKC, lower case, without spaces, brackets and punctuation.
func headerKey(header string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\u00a0_-/:：.()（）[]*`'’?", r) {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(header)))
}

// plainKey is headerKey without what stands in brackets: "Cause(s)" and "Message (Korean)" are a cause and a message.
func plainKey(header string) string {
	if key := headerKey(inBrackets.ReplaceAllString(header, "")); key != "" {
		return key
	}
	return headerKey(header)
}
