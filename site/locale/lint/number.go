package lint

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"errbook/site/diag"
)

// numbers compares the numbers of both texts, each counted once: a translation may say one twice or make two sentences of
// one. Small numbers may be words; a 1 may be an article, or nothing. A number in a term of the glossary, such as 1:1, is
// part of the term.
func (l *Linter) numbers(p pair) (list []Finding) {
	source, text := numbersOf(p.source.Words), numbersOf(l.withoutTerms(p))
	for _, n := range slices.Sorted(maps.Keys(source)) {
		if !text[n] && !spelled(n, p.text.Words) {
			list = append(list, Finding{Severity: diag.Error, Rule: RuleNumber, Message: fmt.Sprintf("the translation lacks the number %s of its source", n)})
		}
	}
	for _, n := range slices.Sorted(maps.Keys(text)) {
		if !source[n] && !spelled(n, p.source.Words) {
			list = append(list, Finding{Severity: diag.Error, Rule: RuleNumber, Message: fmt.Sprintf("the translation has the number %s, which its source does not have", n)})
		}
	}
	return list
}

// withoutTerms is a translation's words without the glossary's forms of the terms in its source.
func (l *Linter) withoutTerms(p pair) string {
	words := p.text.Words
	for _, t := range l.glossary.In(p.source.Words, l.lang) {
		for _, form := range t.Forms[l.lang] {
			if strings.ContainsAny(form, "0123456789") {
				words = strings.ReplaceAll(words, form, " ")
			}
		}
	}
	return words
}

// figure is a number with what makes it larger, and with a unit of measure that is written alike in every language.
var figure = regexp.MustCompile(`(\d+(?:[.,:]\d+)*)(?: ?([万萬億亿만억]|thousand|million|billion)\b?)?(?: ?([kK]|KB|MB|GB|TB|kB|KiB|MiB|GiB|ms|%|‰|px|Hz|kHz|MHz|bps|kbps|Mbps)(?:[^A-Za-z]|$))?`)

var thousands = regexp.MustCompile(`^\d{1,3}(,\d{3})+$`)

var magnitudes = map[string]float64{"万": 1e4, "萬": 1e4, "만": 1e4, "億": 1e8, "亿": 1e8, "억": 1e8, "thousand": 1e3, "million": 1e6, "billion": 1e9}

// numbersOf lists the numbers of a text, in one spelling each: full-width digits as ASCII ones, without thousands
// separators, multiplied out, with their unit.
func numbersOf(text string) map[string]bool {
	found := map[string]bool{}
	for _, m := range figure.FindAllStringSubmatch(norm.NFKC.String(text), -1) {
		n := m[1]
		if thousands.MatchString(n) {
			n = strings.ReplaceAll(n, ",", "")
		}
		if value, err := strconv.ParseFloat(n, 64); err == nil && m[2] != "" {
			n = strconv.FormatFloat(value*magnitudes[m[2]], 'f', -1, 64)
		}
		unit := m[3]
		if strings.EqualFold(unit, "k") || unit == "kB" {
			unit = "KB" // sources say 8k and mean 8 KB
		}
		found[n+unit] = true
	}
	return found
}

// spelledOut are the words for numbers up to ten; one is often said by an article, or not at all.
var spelledOut = map[string][]string{
	"1": {""}, "2": {"two", "二", "两", "兩", "둘", "두 ", "이중", "twice", "双", "両"}, "3": {"three", "三", "셋", "세 ", "삼"},
	"4": {"four", "四", "넷", "네 ", "사"}, "5": {"five", "五", "다섯", "오"}, "6": {"six", "六", "여섯", "육"},
	"7": {"seven", "七", "일곱", "칠"}, "8": {"eight", "八", "여덟", "팔"}, "9": {"nine", "九", "아홉", "구"}, "10": {"ten", "十", "열", "십"},
}

// spelled tells whether a text has a small number as a word.
func spelled(number, text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(spelledOut[number], func(word string) bool { return strings.Contains(text, word) })
}
