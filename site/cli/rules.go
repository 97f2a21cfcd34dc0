package cli

import (
	"fmt"
	"slices"
	"strings"

	"errbook/site"
	"errbook/site/diag"
)

// explainRules prints the rules with some ids in the order in which they are named, or all of them.
func (a *app) explainRules(ids []string, asJSON bool) error {
	rules, err := chosenRules(site.Rules(), ids)
	if err != nil {
		return usageError{err}
	}
	if asJSON {
		return a.printJSON(rules)
	}
	for i, r := range rules {
		if i > 0 {
			a.term.print("")
		}
		a.showRule(r)
	}
	return nil
}

func chosenRules(all []diag.Rule, ids []string) (chosen []diag.Rule, err error) {
	if len(ids) == 0 {
		return all, nil
	}
	for _, id := range ids {
		id = strings.Trim(id, "[]") // as it stands behind a message
		i := slices.IndexFunc(all, func(r diag.Rule) bool { return r.ID == id })
		if i < 0 {
			return nil, fmt.Errorf("there is no rule %q%s; errbook check --rules lists them all", id, diag.DidYouMean(id, ruleIDs(all)))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

func ruleIDs(rules []diag.Rule) (ids []string) {
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// ruleWidth is where the sentences of an explanation wrap: within the narrowest terminal that people use.
const ruleWidth = 78

// showRule prints a rule the same way to a terminal and into a pipe, but for the colour: its name stands alone at the
// start of a line, and all else is indented.
func (a *app) showRule(r diag.Rule) {
	colour := a.term.outColour
	a.term.print("%s %s", paint(colour, bold, r.ID), paint(colour, severityColour(r.Severity), "("+string(r.Severity)+")"))
	a.term.print("%s", wrap(r.Summary, "  ", ruleWidth))
	a.term.print("  Example:")
	for line := range strings.SplitSeq(r.Example, "\n") {
		a.term.print("%s", strings.TrimRight("    "+paint(colour, cyan, line), " "))
	}
	a.term.print("%s", wrap("Mend it: "+r.Mend, "  ", ruleWidth))
}

// wrap breaks a text at its spaces into indented lines of at most width characters; a longer word stands alone.
func wrap(text, indent string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		length := len([]rune(word))
		switch {
		case column == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+length > width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += length
	}
	return b.String()
}
