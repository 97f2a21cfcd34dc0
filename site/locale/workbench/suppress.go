package workbench

import (
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/lint"
	"errbook/site/locale/messagefile"
)

// The rules of comments that say that a finding is none.
const (
	RuleSuppression       = "suppression"        // one without a reason, or of a rule that cannot be ignored
	RuleUnusedSuppression = "unused-suppression" // one where there is nothing to ignore
)

// suppression is a comment above an entry by which a person says that what a rule finds there is right:
//
//	# i18n-ignore: number-changed the limit is written out
type suppression struct {
	rule string
	at   diag.Position
	used bool
}

const suppressionMark = "i18n-ignore:"

// suppressions reads those above an entry. One without a reason is an error, and one of a rule that is no lint: a text that
// cannot be shown is not shown, whatever a comment says.
func suppressions(e *messagefile.Entry, file string) (list []suppression, bad diag.List) {
	for i, c := range e.Comments {
		text, ok := strings.CutPrefix(strings.TrimSpace(strings.TrimLeft(c, " \t#")), suppressionMark)
		if !ok {
			continue
		}
		at := diag.At(file, e.Line-len(e.Comments)+i, 1)
		rule, reason, _ := strings.Cut(strings.TrimSpace(text), " ")
		switch {
		case !slices.Contains(lint.RuleIDs(), rule):
			bad = append(bad, diag.Errorf(at, RuleSuppression, "no rule %q can be ignored%s; there are %s", rule, diag.DidYouMean(rule, lint.RuleIDs()), strings.Join(lint.RuleIDs(), ", ")))
		case strings.TrimSpace(reason) == "":
			bad = append(bad, diag.Errorf(at, RuleSuppression, "say why: # %s %s REASON", suppressionMark, rule))
		default:
			list = append(list, suppression{rule: rule, at: at})
		}
	}
	return list, bad
}
