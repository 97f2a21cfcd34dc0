package lint

import (
	"slices"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/language"
)

// writing is how a language is written.
type writing struct {
	script  string   // ISO 15924
	scripts []string // Unicode's names of the scripts of its letters; nil where they are not known
}

// scriptNames are Unicode's names of the scripts that a script of ISO 15924 consists of.
var scriptNames = map[string][]string{
	"Jpan": {"Han", "Hiragana", "Katakana"}, "Hans": {"Han"}, "Hant": {"Han"}, "Kore": {"Hangul"}, "Latn": {}, "Cyrl": {"Cyrillic"},
	"Grek": {"Greek"}, "Arab": {"Arabic"}, "Hebr": {"Hebrew"}, "Thai": {"Thai"}, "Deva": {"Devanagari"}, "Beng": {"Bengali"},
	"Taml": {"Tamil"}, "Telu": {"Telugu"}, "Geor": {"Georgian"}, "Armn": {"Armenian"}, "Khmr": {"Khmer"}, "Mymr": {"Myanmar"},
	"Laoo": {"Lao"}, "Ethi": {"Ethiopic"}, "Sinh": {"Sinhala"}, "Gujr": {"Gujarati"}, "Guru": {"Gurmukhi"}, "Knda": {"Kannada"}, "Mlym": {"Malayalam"},
}

func writingOf(tag string) writing {
	t, err := language.Parse(tag)
	if err != nil {
		return writing{}
	}
	script, _ := t.Script()
	w := writing{script: script.String()}
	if names, ok := scriptNames[w.script]; ok {
		w.scripts = append(slices.Clone(names), "Latin", "Greek") // names of products; µ, Ω and α
	}
	return w
}

// has tells whether a character may stand in a text of the language: it is no letter, or one of its scripts.
func (w writing) has(r rune) bool {
	if !unicode.IsLetter(r) || w.scripts == nil || unicode.Is(unicode.Common, r) || unicode.Is(unicode.Inherited, r) {
		return true
	}
	return slices.ContainsFunc(w.scripts, func(name string) bool { return unicode.Is(unicode.Scripts[name], r) })
}

// Character sets of the time before Unicode say which characters a way of writing Han uses. One that stands in another set
// and not in a text's own is of another way of writing.
var (
	simplified  = simplifiedchinese.HZGB2312 // GB/T 2312
	traditional = traditionalchinese.Big5
	japaneseSet = japanese.ShiftJIS // JIS X 0208
)

// sets are the character sets of a script: its own first, then the others.
func (w writing) sets() []encoding.Encoding {
	switch w.script {
	case "Hans":
		return []encoding.Encoding{simplified, traditional, japaneseSet}
	case "Hant":
		return []encoding.Encoding{traditional, simplified, japaneseSet}
	case "Jpan":
		return []encoding.Encoding{japaneseSet, simplified, traditional}
	}
	return nil
}

func inSet(set encoding.Encoding, r rune) bool {
	_, err := set.NewEncoder().String(string(r))
	return err == nil
}
