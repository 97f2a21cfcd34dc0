package search

import (
	"strings"
	"sync"
)

// isFiller reports whether an English word of a query says nothing about what is looked for.
func isFiller(word string) bool {
	switch word {
	case "a", "an", "the", "is", "are", "was", "be", "been", "to", "of", "in", "on", "at", "by", "or", "and", "for", "with",
		"from", "as", "it", "its", "this", "that", "i", "my", "me", "we", "our", "you", "your", "he", "she", "they", "their",
		"do", "does", "did", "how", "why", "what", "when", "where", "which", "please", "help", "get", "got", "getting",
		"can", "could", "will", "would", "should", "has", "have", "had", "there", "if", "so", "but", "then", "just", "am",
		"hello", "hi", "thanks", "thank", "error", "errors", "code", "codes":
		return true
	}
	return false
}

// dropFillers puts a space in place of what asks a question or is mere politeness in Chinese, Japanese and Korean.
func dropFillers(text string) string { return fillers().Replace(text) }

var fillers = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"怎么办", " ", "怎么回事", " ", "怎么", " ", "怎麼辦", " ", "怎麼", " ", "请问", " ", "請問", " ", "为什么", " ", "為什麼", " ",
		"如何", " ", "什么", " ", "什麼", " ", "是什", " ", "错误码", " ", "錯誤碼", " ", "的", " ", "了", " ", "吗", " ", "嗎", " ", "呢", " ",
		"我这边", " ", "你们那边", " ", "这边", " ", "那边", " ", "我這邊", " ", "我们", " ", "你们", " ", "他们", " ", "她们", " ", "我們", " ", "你們", " ",
		"自己", " ", "正在", " ", "老是", " ", "总是", " ", "一直", " ", "一下", " ", "然后", " ", "但是", " ", "因为", " ", "所以", " ", "其他", "其他",
		"就", " ", "都", " ", "也", " ", "再", " ", "我", " ", "你", " ", "她", " ", "太", " ", "很", " ", "又", " ",
		"エラーコード", " ", "ください", " ", "教えて", " ", "について", " ", "しました", " ", "します", " ", "される", " ", "された", " ",
		"してい", " ", "できません", " ", "できない", " ", "とは", " ", "原因", " 原因 ",
		"알려주세요", " ", "어떻게", " ", "왜", " ", "해결", " 해결 ", "오류 코드", " ", "에러 코드", " ",
	)
})
