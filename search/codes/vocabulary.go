package codes

import "strings"

// vocabulary holds the words that tell what a number beside them is.
type vocabulary struct {
	cues     map[string]bool // last parts of identifiers that name a code
	links    map[string]bool // words that may stand between a cue and its code
	others   map[string]bool // last parts of identifiers that name something else
	beside   map[string]bool // words that name something else even without ':' or '='
	notCodes map[string]bool // what makes "code" something else when it stands before it
	units    map[string]bool // what follows a quantity after a space
	dense    []string        // cues in scripts without spaces, before a code
	after    []string        // the same, behind a code
	counters []string        // units in those scripts
	dates    []string        // those that make a date or a time of it
	months   map[string]bool
}

func newVocabulary() *vocabulary {
	return &vocabulary{
		cues: wordSet("code codes err error errors errno errcode errorcode errcodes ret retcode rc status statuscode result " +
			"resultcode rst hresult exitcode exception fault sqlcode sqlstate returncode ec errnum kod fehler erreur"),
		links: wordSet("is was of no number num nr value equals returned returns with the a id with"),
		others: wordSet("id ids uid pid tid seq sequence size len length count cnt total port line lines row col column " +
			"version ver time timestamp ts ms index idx offset random rand nonce appid sdkappid userid roomid groupid " +
			"thread process retry retries attempt attempts times duration elapsed cost took timeout width height age " +
			"page limit num qty amount price year month day hour minute second build phone tel mobile imei level"),
		beside: wordSet("line port pid tid uid thread process attempt retry page step version build row column took after"),
		notCodes: wordSet("bar qr post zip postal country area verify verification invite invitation promo sms source lang " +
			"language color colour dial region captcha pass"),
		units: wordSet("ms s sec secs second seconds min mins minute minutes h hour hours day days week weeks month months " +
			"year years kb mb gb tb kib mib gib bytes byte bits px times users members items rows messages percent"),
		dense: strings.Fields("エラーコード エラ一コ一ド エラ一コード エラーコ一ド エラー番号 エラー値 エラー 返り値 戻り値 リターンコード コード 番号 错误代码 错误码 错误号 错误 " +
			"返回码 返回值 状态码 代码 报错 錯誤代碼 錯誤碼 錯誤 返回碼 狀態碼 代碼 에러코드 에러 오류코드 오류 코드 반환값 รหัสข้อผิดพลาด รหัส ข้อผิดพลาด"),
		after:    strings.Fields("エラー 错误 报错 錯誤 에러 오류"),
		counters: strings.Fields("秒 分 時間 小时 小時 回 件 個 个 名 人 文字 行 バイト 次 条 條 字节 개 명 초 분 시간 회 글자 바이트 天 円 元 원 % ％"),
		dates:    strings.Fields("年 月 日 時 时 点 년 월 일 시"),
		months: wordSet("jan january feb february mar march apr april may jun june jul july aug august sep sept september " +
			"oct october nov november dec december"),
	}
}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
