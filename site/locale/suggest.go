package locale

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"errbook/site/diag"
)

// suggestTag is what to say to somebody who wrote no tag: " (did you mean en?)" for a language's name in English or in
// itself, and for one with a slip in it; else "".
func suggestTag(written string) string {
	names, tags := languageNames()
	for i, name := range names {
		if strings.EqualFold(name, written) {
			return " (did you mean " + tags[i] + "?)"
		}
	}
	hint := diag.DidYouMean(strings.ToLower(written), names)
	for i, name := range names {
		if strings.HasSuffix(hint, " "+name+"?)") {
			return strings.Replace(hint, name, tags[i], 1)
		}
	}
	return ""
}

// languageNames lists the names of languages in lower case, in English and then in themselves, each with its tag; short tags
// first, because zh is Chinese before zh-Hans is.
func languageNames() (names, tags []string) {
	all := display.Supported.Tags()
	slices.SortFunc(all, func(a, b language.Tag) int {
		return cmp.Or(cmp.Compare(len(a.String()), len(b.String())), cmp.Compare(a.String(), b.String()))
	})
	for _, namer := range []func(any) string{display.English.Tags().Name, display.Self.Name} {
		for _, t := range all {
			if name := strings.ToLower(namer(t)); len(name) > 3 && t != language.Und {
				names, tags = append(names, name), append(tags, t.String())
			}
		}
	}
	return names, tags
}
