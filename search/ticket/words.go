package ticket

import "strings"

// All words are in lower case and normalised.
var (
	// tells report what stands behind them.
	tells = strings.Fields("got get gets getting gives gave give giving returns return returned returning throws threw throw throwing " +
		"thrown raises raised says said saying shows show showed showing shown see sees saw seeing seen receive receives received " +
		"receiving report reports reported reporting fail fails failed failing failure rejected rejects reject crashes crashed hit " +
		"hits hitting onfail onfailed onfailure encounter encountered encountering about regarding explain troubleshoot fix what what's whats")
	// links may stand between one of those and the number.
	links = strings.Fields("with a an the by as of is are was were always still only just now also sometimes often then back me us " +
		"and or on to it in its this that only mostly")
	// followers may stand behind a reported number; any other word is what it counts.
	followers = strings.Fields("on when while for in at after again from but and or if as with during because since instead every " +
		"each only too is was are were means mean error errors code codes i we it they the a what why how that this sometimes to by " +
		"now today yesterday always still here there back right so which now")
	// toldAfter say of a number before them that it was reported.
	toldAfter = strings.Fields("means mean meaning appears appear appeared occurs occur occurred pops popped comes")
	// names stand before the number of something else.
	names = strings.Fields("user users uid id ids case cases ticket tickets order orders room rooms group groups member members port " +
		"ports host job jobs build builds line lines ext extension tel phone fax no nr version ver parcel item items page row rows " +
		"seq account accounts pid tid node thread process customer customers invoice contract issue issues pr size batch step " +
		"close closing closed reopen seat owner from to")
	denseNames = strings.Fields("番号 编号 編號 工单 工單 内线 內線 内線 내선 번호 号 號 部屋 数 數 量 额 額 端口 포트 ポート 수 版本 버전 バージョン 大小 长度 長度 サイズ 时间 時間 密码 电话 電話 전화 사용자 회원 주문 지점 用户 用戶 ユーザー ユーザ 会員 注文 契約 ビルド 빌드 构建 房间 房間 群组 ルーム 방")

	denseTells = strings.Fields("报 报了 报出 报的是 报的 提示 提示了 提示的是 显示 显示了 显示的是 返回 返回了 返回的是 出现 出现了 出现的是 收到 " +
		"收到的是 得到 抛出 遇到 遇到了 失败 失败了 报错 報 報了 提示 顯示 顯示的是 返回 出現 收到 遇到 失敗 失敗了 異常 异常 例外 실패 예외 오류로 에러로 变成 变为 變成 變為 日志里有 日志里还有 日志有 ログに ログには 로그에 로그에는")
	denseToldAfter = strings.Fields("が出 が返 が表示 が発生 が帰 が記録 になり になる になって となり となる と出 と表示 と返 とは って何 ってなに は何 はなに " +
		"はどう はどの はどんな の意味 の原因 の対処 の対応 の違い で失敗 で落ち で弾 でエラー のエラー のとき " +
		"是因为 是由于 是因為 表示 意味 指的是 是什么 是啥 什么意思 啥意思 是怎么 怎么 代表 的意思 的原因 的错误 这个错 这个码 的报错 异常 是什麼 什麼意思 怎麼 的錯誤 這個錯 " +
		"나옵 나와 나온 뜹니 떠요 뜨는 뜨네 떴 반환 리턴 뜻 의미 무슨 찍히 찍힙 찍혀 이죠 이에요 인가요 이요")
	// topics may stand behind a number with which a sentence begins.
	topics = strings.Fields("は って のほう の方 の件 은 는 이 가 是 这 這 呢")
	// joints part the members of a list.
	joints = []string{" and ", " or ", ",", "/", "&", "、", ";", "和", "或", "与", "與", "及", "や", "と", "または", "및", "와 ", "과 ", "하고 ", "또는"}

	sentenceEnds = []string{"。", "!", "?", ",", "、"} // normalised: the full-width ones are these

	// brackets are pairs, the opening one first.
	brackets = strings.Fields("() 「」 『』 【】 《》")
	// copulas tell a number where what stands before them is not its name: "禁言是 6206", not "端口是 6206".
	copulas = strings.Fields("是 就是")
	// systems have error codes of their own; own says that a line goes on to speak of this site's.
	systems = strings.Fields("wsa winsock hms jpush 极光 極光 wechat weixin 微信 公众号 vivo_api nsurlerrordomain net::err_ mysql mariadb")
	own     = strings.Fields("im sdk im_code usersig")
	// closings are what web sockets are spoken of with.
	closings = strings.Fields("websocket wasclean closeevent")

	// broadCues name a code only alone or behind one of errorNames.
	broadCues  = strings.Fields("番号 コード 代码 代碼 코드")
	errorNames = strings.Fields("エラー リターン 戻り値 返り値 結果 終了 ステータス 応答 例外 原因 の 错误 返回 状态 报错 失败 异常 结果 的 錯誤 狀態 異常 失敗 에러 오류 반환 결과 응답 상태 의 예외 원인")
	// otherCodes make "code" the name of something else.
	otherCodes = strings.Fields("version build close key char hash request user item product order discount coupon access auth unit " +
		"tracking booking member employee branch store batch room")
	// otherErrors are what the numbers of other systems' errors are called.
	otherErrors = strings.Fields("wsagetlasterror getlasterror sqlcode sqlstate")
)
