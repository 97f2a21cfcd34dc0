package locale

import (
	"slices"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// pluralCategories are those of CLDR, in its order.
var pluralCategories = []string{"zero", "one", "two", "few", "many", "other"}

// pluralTag is the tag by whose rules go-i18n finds the plural forms of a language. go-i18n refuses a language of which it
// has no rules; such a one gets those of CLDR's root, which has the form other alone, as Japanese does.
func pluralTag(tag string) language.Tag {
	t := language.MustParse(tag)
	if i18n.NewBundle(t).AddMessages(t) != nil {
		return language.Japanese
	}
	return t
}

// PluralForms lists the plural categories that whole numbers have in a language, in CLDR's order; other is always among
// them, because every language has it. They are those that LoadUI's strings are asked for, and so go by the edition of CLDR
// that go-i18n has and not by that of x/text, which is older and does not know the many of French.
func PluralForms(tag string) (forms []string) {
	plurals := pluralTag(tag)
	bundle := i18n.NewBundle(plurals)
	named := &i18n.Message{ID: "n", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if err := bundle.AddMessages(plurals, named); err != nil {
		return []string{"other"}
	}
	found := map[string]bool{"other": true}
	localizer := i18n.NewLocalizer(bundle, plurals.String())
	for _, n := range pluralSample() {
		if form, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: "n", PluralCount: n}); err == nil {
			found[form] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(pluralCategories), func(form string) bool { return !found[form] })
}

// pluralSample holds a number for each rule of CLDR: they look at the last two digits, and at whole thousands and millions.
func pluralSample() (numbers []int) {
	for n := range 201 {
		numbers = append(numbers, n)
	}
	return append(numbers, 1000, 2000, 10_000, 20_000, 40_000, 60_000, 80_000, 100_000, 1_000_000, 1_000_001, 2_000_000)
}
