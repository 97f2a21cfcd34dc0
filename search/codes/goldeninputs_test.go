package codes

import (
	"strconv"
	"strings"
)

// goldenSets are the invented code sets of the golden cases: a chat SDK with numbers, a database with words and states, a
// device with 32-bit numbers, and one of numbers that need more than 53 bits.
func goldenSets() map[string][]Code {
	return map[string][]Code{
		"chat": {
			{Catalog: "chat", Text: "-20007"},
			{Catalog: "chat", Text: "-417"},
			{Catalog: "chat", Text: "-1"},
			{Catalog: "chat", Text: "0"},
			{Catalog: "chat", Text: "1"},
			{Catalog: "chat", Text: "001"},
			{Catalog: "chat", Text: "7"},
			{Catalog: "chat", Text: "404", Aliases: []string{"ERR_NO_ROOM", "NoRoom"}},
			{Catalog: "chat", Text: "5023", Aliases: []string{"ERR_BAD_TICKET"}},
			{Catalog: "chat", Text: "20007"},
			{Catalog: "chat", Text: "60101"},
			{Catalog: "chat", Text: "60102"},
			{Catalog: "chat", Text: "60103"},
			{Catalog: "chat", Text: "210001-220000", Range: true, Lo: 210001, Hi: 220000},
			{Catalog: "chat", Text: "215000-215999", Range: true, Lo: 215000, Hi: 215999},
			{Catalog: "chat", Text: "-99-90", Range: true, Lo: -99, Hi: -90},
			{Catalog: "chat", Text: "20240102"},
			{Catalog: "web", Text: "404"},
			{Catalog: "web", Text: "503"},
		},
		"store": {
			{Catalog: "db", Text: "QRS-00731"},
			{Catalog: "db", Text: "QRS-00732"},
			{Catalog: "db", Text: "QRS-12055"},
			{Catalog: "db", Text: "24Q05"},
			{Catalog: "db", Text: "42Z"},
			{Catalog: "db", Text: "08006"},
			{Catalog: "db", Text: "E_TIMEOUT"},
			{Catalog: "db", Text: "net.dial/refused"},
			{Catalog: "db", Text: "#9"},
			{Catalog: "db", Text: "95%"},
			{Catalog: "db", Text: "🦉-12"},
			{Catalog: "db", Text: "オフライン1"},
			{Catalog: "db", Text: "ﬀ-2"},
			{Catalog: "db", Text: "ÉTAT-5"},
			{Catalog: "db", Text: "A1.2"},
			{Catalog: "db", Text: "two words"},
		},
		"device": {
			{Catalog: "win", Text: "0x8007A005", Number: true, Aliases: []string{"E_LOCKED_OUT"}},
			{Catalog: "win", Text: "-2147467243", Number: true},
			{Catalog: "win", Text: "0x0000000A", Number: true},
			{Catalog: "win", Text: "4294967000-4294967100", Range: true, Lo: 4294967000, Hi: 4294967100, Number: true},
			{Catalog: "raw", Text: "0xBEEF"},
			{Catalog: "raw", Text: "31"},
		},
		"wide": {
			{Catalog: "w", Text: "9007199254740993"},
			{Catalog: "w", Text: "9223372036854775807"},
			{Catalog: "w", Text: "99999999999999999999"},
			{Catalog: "w", Text: "-9223372036854775808"},
			{Catalog: "w", Text: "9007199254740000-9007199254750000", Range: true, Lo: 9007199254740000, Hi: 9007199254750000},
			{Catalog: "w", Text: "-9223372036854775808-9223372036854775807", Range: true, Lo: -9223372036854775808, Hi: 9223372036854775807},
		},
		"empty": {},
	}
}

// goldenInputs are the texts of the golden cases, by the set in which they are looked for.
func goldenInputs() map[string][]string {
	return map[string][]string{
		"chat":   append(chatInputs(), hostileInputs()...),
		"store":  storeInputs(),
		"device": deviceInputs(),
		"wide": {
			"9007199254740993", "9007199254740992", "9007199254740994", "code 9007199254740993", "9223372036854775807", "9223372036854775808",
			"-9223372036854775808", "-9223372036854775809", "99999999999999999999", "code 99999999999999999998", "5", "9007199254740000 - 9007199254750000",
			"-9223372036854775808-9223372036854775807", "9,007,199,254,740,993", "00009007199254740993", "-99999999999999999999",
		},
		"empty": {"", "6017", "error 6017", "ABC-12 is here", "  ", "no code at all"},
	}
}

func chatInputs() []string {
	return []string{
		// Spellings.
		"5023", " 5023 ", "５０２３", "50\u200b23", "5,023", "005023", "+5023", "5023.", "(5023)", "[5023]", "5023!", "5023, 60101", "\u30005023\u3000",
		"ERR_BAD_TICKET", "err_bad_ticket", "ErrBadTicket", "ERR-BAD-TICKET", "errbadticket", "got NoRoom from server", "norooms", "ERR_NO_ROOM?",
		"001", "01", "0001", "1", "0", "-0", "00", "7", "07", "-7",
		"②", "½", "5⁰²³", "৫০২৩", "٥٠٢٣", "5０23", "five0two3",
		// Signs and dashes.
		"-417", "−417", "－４１７", "–417", "—417", "‐417", "417", "code=-417", "code:-417", "code - 417", "SDK-417", "x-417", "エラー-417", "(-417)", "ret=-417,",
		"--417", "- 417", "-20007", "20007", "code 20007", "error -20007", "-1", "error -1", "1-1", "a-1",
		// Processes and threads.
		"Chat[5023:417] login", "Chat[5023:417", "Chat[5023]: x", "error[5023]", "ERROR 5023 --- [http-1] code 417", "ERROR 5023 -- [x]", "c[5023:", "5023 --- [",
		// One number twice, with a cue and without.
		"code 50, code 50", "code 99, code 99 and 99", "code 5023 code 5023", "50 and code 50",
		// Ranges.
		"210001", "210000", "220000", "220001", "215500", "-215500", "code 215500", "210001-220000", "210001 - 220000", "210001～220000", "210001 到 220000 之间", "210001から220000", "210001 to 220000", "210001 top", "210001〜220000",
		"210001..220000", "210001…220000", "210001 -220000", "210001-220001", "code 210001 - 220000 です", "210001-220000x", "215000-215999", "-95", "-99-90", "-99 - -90",
		// Prefixes and unknown numbers.
		"601", "6010", "60", "code 601", "retcode 6010", "601 and more", "99999", "code 99999", "99999 99999 code 99999", "code 1234567", "123456789", "code 123456789",
		"1234567890123456789012345678901234567890", "12345678901234567890123456789012345678901", "error 1234567890123456789012345678901234567890",
		// Several codes and their order.
		"404", "404 503", "503 404 code 5023", "saw 404 then error code is 5023", "5023 5023 5023", "code 99999, 5023", "7 5023 -417", "error -1 and ret 1",
		// Cues.
		"code 5023", "code: 5023", "Code is 5023", "error code was 5023", "errCode=5023", "err_code: 5023", "errorCode:5023", `{"errCode":5023,"msg":"x","ts":404}`,
		"ERR5023", "err_5023", "E5023", "e1", "errcode5023", "errcode 5023", "ret 5023", "rc=5023", "status 404", "HTTP status 404", "exit code 7", "error no. 5023", "error no.5023",
		"error number is 5023", "errors of 5023", "5023 error", "5023 err", "5023 (error)", "5023 error: 7", "5023 error 7", "5023error", "5023) error", "7 errors", "code -> 5023", "code|5023",
		"bar code 7", "zip code 20007", "qrCode 7", "verification code 5023", "lang_code=7", "barcode 7", "error with the code 5023", "Fehler 5023", "erreur 5023",
		"エラーコード：５０２３が出ます", "エラーコードは5023です", "エラー番号5023", "エラー「5023」", "5023エラー", "戻り値は -417", "リターンコード=-417",
		"错误码为60101，请问", "错误码是：60101", "错误60101", "60101错误", "返回码 -417", "报错5023怎么办", "錯誤碼 5023", "狀態碼「404」", "返回 5023 报错",
		"오류 코드 60101 이 나와요", "에러코드는 60101", "60101 오류", "에러 60101가", "반환값 -417", "รหัสข้อผิดพลาด 5023", "รหัส5023",
		// What names something else.
		"userId=20007", "user_id: 5023", "line 404", "line: 404", "port 404", "seq=5023", "id 7", "uid 7", "size=5023", "timeout: 5023", "retry 7", "times=7", "build 5023", "after 7",
		"30 MB", "7 ms", "7ms", "7 days", "7 users", "7 percent", "50%", "7%", "7°", "$7", "¥7", "@7", "€7", "7 時間", "7回", "5023人", "7月", "7日間", "7개", "7 번", "404 행", "7 バイト", "7％", "code 7 days", "7 dayś",
		// Masks.
		"2024-01-02 10:11:12.123 5023", "2024-01-02T10:11:12Z", "2024-01-02T10:11:12+09:00 x", "2024/1/2", "02.01.2024", "1/2/24", "1-2-24", "10/Oct/2000:13:55:36 +0900", "10/Oct/20x",
		"01-02 10:11:12.123 code 7", "01-02 7", "[10:11:12,345]", "10:11", "10:1", "10:61", "10:11x", "7:07", "Jan 7, 2024", "Jan 7 2024", "Januar 7", "7 Jan 2024", "7 Sept", "7 January", "may 7", "mayo 7", "dec  7",
		"2024年1月7日10時11分", "2024년 1월 7일", "20240102", "x 20240102 y", "x 20241399 y", "20231231 x",
		"10.20.30.40:443", "192.168.0.1/24 7", "1.2.3.4.5", "1.2.3.4x", "10.20.30", "fe80::1", "::1", "2001:db8:0:0:8:800:200c:417a", "00:1b:44:11:3a:b7", "1:2:3",
		"v1", "v7.1", "V404", "1.2.3-rc1+5 7", "10.0.19045.1", "SDK/4.7.2", "12.5", "7.", "7.x", "1.2.é",
		"https://example.com/errors/404?code=5023", "https://example.com/404, 5023", "(www.example.com/7)", "wwwx.7", "http://7", "ftp://7/5023.", "www.7", "see:http://x/404「7」",
		"example.com:443", "example.com/de/404", "example.com/404", "main.go:404:15", "main.go:404:", "error.code:404", "localhost:404", "localhosts:404", "user404@example.com", "a.b@7", "404@x.example",
		"/var/log/404/5023.log", "/404", "/404/7", "/a/7", "x/a/7", `"/a/404/x"`, "(/a/404)", "=/a/7/ 7",
		"550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-44665544000", "deadbeef0123456789", "0123456789ab", "0x7fff5fbff8c0", "0x1f7", "0x", "0xg", "0x00000000000000007",
		"+81 90-1234-5678", "+7 404", "+123456789012345678", "03-1234-5678", "138-0013-8000", "555-123-4567", "555-1234", "404-503-7",
		"at 1700000000123 x", "imei 490154203237518",
		// The rest of the text.
		"エラーコード 5023 グループに入れない", "2024-01-02 login failed, error code: 5023 (https://x.example/1)", "ｇｒｏｕｐ 131000 ﾊﾞﾝ", "no codes here", "  trimmed\t\n", "\u2028x\u2029",
		// Characters outside the plain ones.
		"👍5023👍", "👩‍👩‍👧 5023", "𝟓𝟎𝟐𝟑", "𠀀5023𠀀", "é5023", "e\u0301 5023", "5023\u0301", "5023\u0334", "a\u0316\u0301 5023", "a\u0301\u0316 5023", "ｶﾞ5023ﾊﾟ", "가5023", "\u1100\u1161\u11a8 5023", "각 5023",
		"\ufeff5023", "50\u00ad23", "\u202e3205\u202c 5023", "5\u200d0\u206023", "−\u200b417", "code\u00a05023", "code\u30005023", "İSTANBUL 5023", "ΣΑΣ 5023", "ſ5023", "K 7", "ﬁ①½ 7", "㈱5023㍿", "㋿ 7", "Ⅶ", "code=\u20605023",
		"\u0301" + "5023", "\u09c7\u09be 5023", "\u0344 5023", "\U0001d15e 5023", "\u0f71\u0f72\u0f74 5023", "\u3099" + "5023", "か\u3099 5023", "か\u309a5023", "\ue000" + "5023", "\U000e0001" + "5023", "\U0010ffff" + "5023",
	}
}

func storeInputs() []string {
	return []string{
		"QRS-00731", "QRS00731", "qrs-731", "qrs 731", "QRS_00731", "ＱＲＳ－００７３１", "QRS–00731", "qrs731", "QRS--00731", "QRS-0731", "got QRS-00731: table", "(QRS-00731)", "xQRS-00731", "QRS-00731x", "QRS-00731-1",
		"QRS-00733", "QRS-99999", "see QRS-99999 there", "error QRS-99999", "QRS-99999 QRS-99999 qrs-88888", "QRS-12", "QRS", "QRS-", "QRS-0", "QR", "Q", "qrs-12055 and QRS-00732, 24q05",
		"24Q05", "24q05", "state 24q05 raised", "SQLSTATE 24Q05", "SQLSTATE=42Z", "42z", "42 Z", "24Q06", "0 24Q05", "024Q05", "08006", "8006", "SQLSTATE 08006", "24", "24Q",
		"E_TIMEOUT", "e_timeout", "etimeout", "e-timeout", "E_TIME", "hit E_TIMEOUT twice E_TIMEOUT", "net.dial/refused", "NET.DIAL/REFUSED", "x net.dial/refused y", "net dial/refused", "net.dial/refuse",
		"#9", "ticket #9", "#91", "# 9", "95%", "at 95% load", "95 %", "95", "🦉-12", "🦉12", "saw 🦉-12 again", "🦉", "オフライン1", "ｵﾌﾗｲﾝ1", "状態はオフライン1です", "オフライン12", "ﬀ-2", "ff-2", "ff2", "FF-2", "ÉTAT-5", "état-5", "E\u0301TAT-5", "etat-5", "état5",
		"A1.2", "a1.2", "a1-2", "A12", "A1.2.3", "v A1.2", "two words", "Two Words", "two  words", "the two words here", "twowords", "two", "error: two words!",
		"エラーコード：QRS-00731が出ます", "错误码QRS-00731怎么办", "QRS-00731 오류", "code 24Q05, E_TIMEOUT", strings.Repeat("QRS-", 30), strings.Repeat("Q", 97), "QRS-" + strings.Repeat("1", 90), "QRS-" + strings.Repeat("1", 95),
		strings.Repeat("é", 60), "QRS-00731" + strings.Repeat("語", 40), "two " + strings.Repeat("a-", 20), strings.Repeat(" ", 600) + "QRS-00731", strings.Repeat("x", 513) + " QRS-00731",
	}
}

func deviceInputs() []string {
	return []string{
		"0x8007A005", "0x8007a005", "0X8007A005", "8007A005", "hr=0x8007A005", "-2147442683", "2147524613", "HRESULT -2147442683", "E_LOCKED_OUT", "0x8007A006", "error 0x8007A006",
		"-2147467243", "2147500053", "0x80004015", "0x00080004015", "0x1080004015", "0xA", "0x0A", "10", "0000010", "0xBEEF", "48879", "beef", "0xbeef", "0xBEE", "0xBEEFG",
		"31", "0x1F", "4294967050", "-246", "0xFFFFFF0A", "4294967101", "4294967000-4294967100", "0xFFFFFED8 - 4294967100", "4294967296", "-2147483649", "code 0x8007A005, -2147467243 and 31",
		"0x8007A005 0x8007A005", "エラー 0x8007A005 発生", "0x８００７Ａ００５", "-0x8007A005", "0x8007A005%", "0x8007 A005",
	}
}

// hostileInputs are long, or of characters that repeat what costs most.
func hostileInputs() []string {
	var list []string
	for _, s := range []string{
		"a", "1", "-", "/", ".", "@", ":", "code ", "1,1", "0x", "a.", "e1", "10:11", "2024-01-02 ", "://", "é", "か\u3099", "\u0301", "a\u0301\u0316", "\u200b", "👍", "−1 ", "5023 ", "code=-417 ", "錯", "エラー", "７７７ ", "210001-", "\u0334", "ﬀ", "\u1161", "=\"", "x=1&",
	} {
		list = append(list, strings.Repeat(s, 300/len(s)))
	}
	var many strings.Builder
	for i := range 150 {
		many.WriteString("code " + strconv.Itoa(800000+i*7) + "; ")
	}
	return append(list, many.String(), strings.Repeat("error 5023 at 10:11:12 ログ。", 40), strings.Repeat("\u0323\u0301", 40)+"5023", "a"+strings.Repeat("\u0334", 29)+"5023 a"+strings.Repeat("\u0334", 31)+"5023",
		strings.Repeat("字", 200)+"5023"+strings.Repeat("é", 200)+"417", "1\x00"+"5023\x7f", "5023\r\n-417\v7\f404")
}
