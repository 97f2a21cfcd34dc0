package catalog

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"errbook/site/diag"
)

// TestEncodings asks that a document in another encoding is refused with the encoding's name and the command to convert it.
func TestEncodings(t *testing.T) {
	tests := []struct {
		name     string
		encoding encoding.Encoding
		doc      string
	}{
		{"GB18030", simplifiedchinese.GB18030, "| 错误码 | 描述 |\n|---|---|\n| 1001 | 余额不足，请充值后重试。 |\n"},
		{"GB18030", simplifiedchinese.GBK, "| 错误码 | 描述 |\n|---|---|\n| 1001 | 账户不存在 |\n"},
		{"BIG5", traditionalchinese.Big5, "| 錯誤碼 | 說明 |\n|---|---|\n| 1001 | 餘額不足，請儲值後再試一次。帳戶不存在或已被停用 |\n"},
		{"SHIFT_JIS", japanese.ShiftJIS, "| エラーコード | 説明 |\n|---|---|\n| 1001 | 残高が不足しています。 |\n"},
		{"EUC-JP", japanese.EUCJP, "| エラーコード | 説明 |\n|---|---|\n| 1001 | 残高が不足しています。 |\n"},
		{"EUC-KR", korean.EUCKR, "| 오류 코드 | 설명 |\n|---|---|\n| 1001 | 잔액이 부족합니다. |\n"},
		{"WINDOWS-1251", charmap.Windows1251, "| Код | Описание |\n|---|---|\n| 1001 | Недостаточно средств |\n"},
		{"WINDOWS-1252", charmap.Windows1252, "| Code | Désignation |\n|---|---|\n| 1001 | Échec de l’opération |\n"},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "| Code | 説明 |\n|---|---|\n| 1 | one |\n"},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "| Code | Text |\n|---|---|\n| 1 | one |\n"},
		{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "| Code | Text |\n|---|---|\n| 1 | one |\n"},
		{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "| Code | Text |\n|---|---|\n| 1 | one |\n"},
	}
	for _, test := range tests {
		doc, err := test.encoding.NewEncoder().Bytes([]byte(test.doc))
		if err != nil {
			t.Fatal(test.name, err)
		}
		c, list := Read("doc.md", doc, Options{ID: "doc"})
		if len(c.Entries) != 0 || len(list) != 1 || list[0].Rule != RuleNotUTF8 || list[0].Severity != diag.Error {
			t.Errorf("%s: %d entries, %v", test.name, len(c.Entries), list)
			continue
		}
		if !strings.Contains(list[0].Message, "iconv -f "+test.name+" -t UTF-8 doc.md") {
			t.Errorf("%s: %s", test.name, list[0].Message)
		}
		if !bytes.Contains(doc, []byte("1")) {
			t.Errorf("%s: the case is none", test.name)
		}
	}
}
