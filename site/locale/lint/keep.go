package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"errbook/site/diag"
)

// codes compares the code spans: each is to stand in both texts, as often.
func codes(p pair) []Finding {
	return kept(RuleCode, diag.Error, "code", p.source.Code, p.text.Code)
}

// links compares where links lead.
func links(p pair) []Finding {
	return kept(RuleLink, diag.Error, "link to", p.source.Links, p.text.Links)
}

func kept(rule string, severity diag.Severity, what string, source, text []string) (list []Finding) {
	for _, s := range without(source, text) {
		list = append(list, Finding{Severity: severity, Rule: rule, Message: fmt.Sprintf("the translation lacks the %s %s of its source", what, quote(s))})
	}
	for _, s := range without(text, source) {
		list = append(list, Finding{Severity: severity, Rule: rule, Message: fmt.Sprintf("the translation has the %s %s, which its source does not have", what, quote(s))})
	}
	return list
}

// without returns the elements of a that b does not have as often.
func without(a, b []string) (left []string) {
	b = slices.Clone(b)
	for _, s := range a {
		if i := slices.Index(b, s); i >= 0 {
			b = slices.Delete(b, i, i+1)
			continue
		}
		left = append(left, s)
	}
	return left
}

// quote shows a piece of a text in a message.
func quote(s string) string {
	r := []rune(diag.OneLine(strings.TrimSpace(s)))
	if len(r) > 60 {
		r = append(r[:60], '…')
	}
	return "“" + string(r) + "”"
}

// name is a word that is the same in every language: one with an underline or a dot or a digit inside, or a capital letter
// behind its first, such as UserSig, get_list or im.sdk. Plurals and words all in capitals are none: IDs, APIs.
var name = regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+|[a-z][A-Z][A-Za-z0-9]*)[A-Za-z0-9_]*`)

// identifiers looks for names of the source that the translation does not have.
func identifiers(p pair) (list []Finding) {
	words, other := norm.NFKC.String(p.source.Words), norm.NFKC.String(p.text.Words)
	var told []string
	for _, n := range name.FindAllString(words, -1) {
		if strings.Contains(other, n) || slices.Contains(told, n) || slices.Contains(p.text.Code, n) {
			continue
		}
		told = append(told, n)
		list = append(list, Finding{Severity: diag.Warning, Rule: RuleIdentifier, Message: fmt.Sprintf("the translation lacks the name %s of its source", quote(n))})
	}
	return list
}
