// Package locale knows languages and the messages in them: what a site's files in i18n/ say, in which language a message is
// shown when its own is missing, and the strings of the page around the texts. It knows no pages.
//
// Message files are go-i18n's: <stem>.<BCP 47 tag>.toml, flat, text only. The stem is a catalogue's id for the texts of its
// document, "ui" for the strings of the page. Texts of documents are data: a brace in one means a brace. Only UI strings
// may have {{.Name}} and plurals.
//
// go-i18n's matcher is not asked which language to fall back to, because it takes zh-TW for zh-Hans; the chain is the
// site's own.
package locale

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is a language of the site.
type Language struct {
	Tag  string // BCP 47, in canonical form
	Dir  string // "ltr" or "rtl", by the script
	Name string // its name in itself: 日本語
}

// ParseLanguage reads a BCP 47 tag (RFC 5646). It takes a tag only as it is written canonically, zh-Hans and not zh_hans,
// because the tag becomes part of URLs.
func ParseLanguage(tag string) (Language, error) {
	t, err := language.Parse(tag)
	if base, _, _ := t.Raw(); err != nil || base.String() == "und" {
		return Language{}, fmt.Errorf("%q is no language tag%s; a tag is written like en, pt-BR or zh-Hans (BCP 47)", tag, suggestTag(tag))
	}
	if t.String() != tag {
		return Language{}, fmt.Errorf("the language tag %q is written %q", tag, t.String())
	}
	return Language{Tag: tag, Dir: direction(t), Name: selfName(t)}, nil
}

// direction goes by the script that the tag names or implies.
func direction(t language.Tag) string {
	script, _ := t.Script()
	switch script.String() {
	case "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi":
		return "rtl"
	}
	return "ltr"
}

// NameIn is the language's name in another language, as a reader of that one calls it; its own name where that is not
// known.
func (l Language) NameIn(reader string) string {
	tag, err := language.Parse(reader)
	if err != nil {
		return l.Name
	}
	namer := display.Tags(tag)
	if namer == nil {
		return l.Name
	}
	if name := namer.Name(language.MustParse(l.Tag)); name != "" { // l.Tag was parsed when l was made
		return name
	}
	return l.Name
}

func selfName(t language.Tag) string {
	name := display.Self.Name(t)
	if name == "" {
		return t.String()
	}
	first, size := []rune(name)[0], len(string([]rune(name)[0]))
	name = strings.ToUpper(string(first)) + name[size:]
	if region, _ := t.Region(); region.IsPrivateUse() {
		name += " (" + t.String() + ")" // a region without a name, such as the XA of the pseudo-language en-XA
	}
	return name
}
