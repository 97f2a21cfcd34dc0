package site

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// LanguageGuess is what a text's language seems to be.
type LanguageGuess struct {
	Tag  string // BCP 47; one of those in this file
	Sure bool   // the evidence is not thin
	Why  string // the evidence, in a few words
}

// GuessLanguage tells in which language a Markdown document is written, by its letters, and for Latin letters by its most
// frequent small words. What is not prose, such as code, addresses and markup, is left out. A document without words is
// taken to be English, unsurely.
func GuessLanguage(document string) LanguageGuess {
	text := notProse.ReplaceAllString(frontMatter.ReplaceAllString(document, ""), " ")
	n := countLetters(text)
	name, share := n.mainScript()
	var g LanguageGuess
	switch name {
	case "han":
		g = guessHan(n, text)
	case "cyrillic":
		g = guessCyrillic(text)
	case "latin":
		return guessLatin(text)
	case "":
		return LanguageGuess{"en", false, "it has no words"}
	default:
		g = otherScripts[name]
	}
	g.Sure = g.Sure && share >= 0.3 && n.total() >= 20
	return g
}

var (
	frontMatter = regexp.MustCompile(`\A(?:\x{feff})?---[ \t]*\r?\n(?s:.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`)
	notProse    = regexp.MustCompile("(?s:```.*?(?:```|$)|~~~.*?(?:~~~|$)|<!--.*?(?:-->|$)|<[A-Za-z/][^<>]*>)|`[^`\n]*`|\\]\\([^()\\s]*\\)|[a-z]+://\\S+|&[a-zA-Z]+;|\\w*[_\\d]\\w*")
)

// otherScripts are the scripts that stand for one language here.
var otherScripts = map[string]LanguageGuess{
	"hangul": {"ko", true, "it has Hangul"}, "thai": {"th", true, "it has Thai letters"},
	"arabic": {"ar", true, "it has Arabic letters"}, "hebrew": {"he", true, "it has Hebrew letters"},
	"greek": {"el", true, "it has Greek letters"}, "devanagari": {"hi", false, "it has Devanagari letters"},
}

// scripts are those that are counted, in the order in which the first of equals is taken. A letter of some weighs more,
// because a word has fewer of them.
var scripts = []struct {
	name   string
	table  *unicode.RangeTable
	weight int
}{
	{"kana", unicode.Hiragana, 2}, {"kana", unicode.Katakana, 2}, {"han", unicode.Han, 3}, {"hangul", unicode.Hangul, 2},
	{"cyrillic", unicode.Cyrillic, 1}, {"arabic", unicode.Arabic, 1}, {"thai", unicode.Thai, 1}, {"hebrew", unicode.Hebrew, 1},
	{"greek", unicode.Greek, 1}, {"devanagari", unicode.Devanagari, 1}, {"latin", unicode.Latin, 1},
}

// letterCount weighs the letters of a text by script.
type letterCount map[string]int

func countLetters(text string) letterCount {
	n := letterCount{}
	for _, r := range text {
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				n[s.name] += s.weight
				break
			}
		}
	}
	return n
}

func (n letterCount) total() (sum int) {
	for _, weight := range n {
		sum += weight
	}
	return sum
}

// mainScript is the weightiest script other than Latin, if it has a seventh of the whole: a document of any language is
// full of Latin names. Kana counts as Han. The share is that of the whole.
func (n letterCount) mainScript() (name string, share float64) {
	best := 0
	for _, s := range scripts {
		weight := n[s.name]
		if s.name == "han" {
			weight += n["kana"]
		}
		if s.name != "latin" && s.name != "kana" && weight > best {
			name, best = s.name, weight
		}
	}
	if total := n.total(); best > 0 && 7*best >= total {
		return name, float64(best) / float64(total)
	}
	if n["latin"] > 0 {
		return "latin", 1
	}
	return "", 0
}

// Characters that only one way of writing Chinese has, from the commonest words of such documents.
const (
	simplified  = "错误码说请这个为们从时对应号业务户参数据网络连线认证权删创设备检测过发现无变话项签验额类层级级经结标识违规载传输询调试长关闭开启处单张费订购买卖产质问题进运动响应软态缓队满锁仅禁阅读书写该详见统备录执称节区块链联获转选须预领频帐"
	traditional = "錯誤碼說請這個為們從時對應號業務戶參數據網絡連線認證權刪創設備檢測過發現無變話項簽驗額類層級經結標識違規載傳輸詢調試長關閉開啟處單張費訂購買賣產質問題進運動響軟態緩隊滿鎖僅禁閱讀書寫該詳見統備錄執稱節區塊鏈聯獲轉選須預領頻帳"
)

// guessHan tells Japanese by its kana, and the two ways of writing Chinese by the characters that only one of them has.
func guessHan(n letterCount, text string) LanguageGuess {
	if han := n["han"] + n["kana"]; 20*n["kana"] >= han {
		return LanguageGuess{"ja", 8*n["kana"] >= han, "it has kana"}
	}
	hans, hant := 0, 0
	for _, r := range text {
		s, t := strings.ContainsRune(simplified, r), strings.ContainsRune(traditional, r)
		if s && !t {
			hans++
		} else if t && !s {
			hant++
		}
	}
	if hant > hans {
		return LanguageGuess{"zh-Hant", hant >= 3*(hans+1), "it has traditional Chinese characters"}
	}
	return LanguageGuess{"zh-Hans", hans >= 3*(hant+1), "it has simplified Chinese characters"}
}

// guessCyrillic tells Ukrainian from Russian by the letters that only one of them has.
func guessCyrillic(text string) LanguageGuess {
	uk, ru, other := 0, 0, 0
	for _, r := range strings.ToLower(text) {
		switch {
		case strings.ContainsRune("іїєґ", r):
			uk++
		case strings.ContainsRune("ыэъё", r):
			ru++
		case strings.ContainsRune("ўђјљњћџѓќѕ", r):
			other++
		}
	}
	if uk > ru {
		return LanguageGuess{"uk", uk > 3*(ru+other), "it has the letters і, ї or є"}
	}
	return LanguageGuess{"ru", ru > 3*(uk+other), "it has Cyrillic letters"}
}

// smallWords are frequent words of languages in Latin letters, chosen so that few are words of two.
var smallWords = map[string][]string{
	"en": strings.Fields("the and is are was not of to for this that with be has have by or from an cannot must when if it please does"),
	"de": strings.Fields("der die das und ist nicht ein eine einer für mit von zu den dem wurde wird kann auf bei oder auch sich im keine ungültig ungültige ungültiger"),
	"fr": strings.Fields("le la les des et est une pour dans du au aux que qui pas sur ne avec par ou sont cette vous n'est d'un"),
	"es": strings.Fields("el la los las y es una para con no que por se del al su esta como puede fue ha sido o está"),
	"pt": strings.Fields("o os as e é uma para com não que por do da dos das ao em no na foi ou ser está são deve"),
	"it": strings.Fields("il lo gli della del di che è non per con una sono dal alla nel stato essere può deve ed o le"),
	"nl": strings.Fields("de het een en van is niet voor met zijn op dat wordt te kan bij door aan geen worden of naar deze"),
	"pl": strings.Fields("nie jest się na do z w i o dla przez lub że od został została być błąd jak po to może należy"),
}

var (
	latinWord  = regexp.MustCompile(`[\p{Latin}\p{Mn}]+(?:['’]\p{Latin}+)?`)
	vietnamese = regexp.MustCompile(`[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]`)
)

// guessLatin counts the small words of each language. It is sure of one that has several, and twice as many as the next.
func guessLatin(text string) LanguageGuess {
	hits, words, viet := map[string]int{}, 0, 0
	for _, w := range latinWord.FindAllString(strings.ToLower(text), -1) {
		words++
		if vietnamese.MatchString(w) {
			viet++
		}
		for lang, small := range smallWords {
			if slices.Contains(small, w) {
				hits[lang]++
			}
		}
	}
	if viet > 0 && 8*viet >= words {
		return LanguageGuess{"vi", viet >= 5, "it has Vietnamese letters"}
	}
	langs := []string{"en", "de", "fr", "es", "pt", "it", "nl", "pl"}
	slices.SortStableFunc(langs, func(a, b string) int { return cmp.Compare(hits[b], hits[a]) })
	first, second := langs[0], langs[1]
	if hits[first] == 0 {
		return LanguageGuess{"en", false, "it has no word that tells its language"}
	}
	sure := hits[first] >= 5 && hits[first] >= 2*hits[second] && 25*hits[first] >= words
	return LanguageGuess{first, sure, "it has words such as " + firstWord(text, first)}
}

// firstWord is the first small word of a language in a text.
func firstWord(text, lang string) string {
	for _, w := range latinWord.FindAllString(strings.ToLower(text), -1) {
		if slices.Contains(smallWords[lang], w) {
			return w
		}
	}
	return ""
}
