package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/glossary"
	"errbook/site/locale/messagefile"
	"errbook/site/locale/state"
	"errbook/site/tomlfile"
)

// i18nCheckFlags are the flags of i18n check.
type i18nCheckFlags struct {
	scope
	strict bool
}

func (a *app) i18nCheckCommand() *cobra.Command {
	var f i18nCheckFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "Check translations: what is broken in their files, and what a second reader would stop at",
		Long: "Check tells what of the files of translations cannot be read or shown, and compares each translation with its source:\n" +
			"numbers, code, links, terms of the glossary, words that were left over, and more. Exit status 1 if there are errors.\n\n" +
			"What you know to be right is left out with a comment above the entry, which needs a reason:\n" +
			"  # i18n-ignore: RULE REASON\n" +
			"errbook check --rules RULE explains a rule.",
		Example: "  errbook i18n check\n  errbook i18n check --lang ko --strict",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.i18nCheck(f) },
	}
	f.flags(c)
	c.Flags().BoolVar(&f.strict, "strict", false, "exit status 1 for warnings too")
	return c
}

func (a *app) i18nCheck(f i18nCheckFlags) error {
	d, err := a.openDesk(f.scope)
	if err != nil {
		return err
	}
	list := append(d.faults(), d.Check(d.catalogs, d.langs)...)
	list = append(list, d.site.CheckUI(a.env.Builtin, d.uiLanguages(f.scope))...)
	list.Sort()
	list = a.relocate(diag.Unique(list))
	if f.json {
		err = a.printJSON(map[string]any{"diagnostics": append(diag.List{}, list...), "errors": list.Count(diag.Error), "warnings": list.Count(diag.Warning)})
	} else {
		a.showFindings(list)
	}
	if err != nil {
		return err
	}
	if list.HasErrors() || f.strict && list.Count(diag.Warning) > 0 {
		return errFindings
	}
	return nil
}

// uiLanguages are those whose strings of the page are checked: all of the site, unless some were chosen. Where a catalogue
// was chosen, none: they belong to no catalogue.
func (d *desk) uiLanguages(s scope) []string {
	switch {
	case len(s.catalogs) > 0:
		return nil
	case len(s.langs) > 0:
		return s.langs
	}
	return d.Languages
}

func (a *app) showFindings(list diag.List) {
	a.term.clear()
	for _, x := range list {
		a.term.print("%s", a.term.diagnostic(x, a.term.outColour))
	}
	a.term.info("%s, %s", plural(list.Count(diag.Error), "error"), plural(list.Count(diag.Warning), "warning"))
}

// faults are what reading the site found in the files of translations. They are warnings there, because the site is built
// all the same; to a translator they are errors.
func (d *desk) faults() (list diag.List) {
	rules := []string{site.RuleLanguageFiles, tomlfile.RuleSyntax}
	for _, r := range slices.Concat(locale.Rules(), messagefile.Rules(), state.Rules(), glossary.Rules()) {
		rules = append(rules, r.ID)
	}
	for _, x := range d.found {
		if !slices.Contains(rules, x.Rule) || !d.Speaks(x, d.catalogs, d.langs) {
			continue
		}
		x.Severity = diag.Error
		list = append(list, x)
	}
	return list
}
