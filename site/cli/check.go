package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/catalog"
	"errbook/site/diag"
)

// checkFlags are the flags of check.
type checkFlags struct {
	json, sarif, strict bool
	rule                string // of --rules: "" where it is not given, allRules where it names none
}

// allRules is the value of --rules without one; no rule has this name.
const allRules = "all"

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [--rules [RULE...]]",
		Short: "Check documents, translations, configuration and theme, without building",
		Long: "Check reads all that the site is made from and reports what is wrong, guessed or passed over, with file, line and\n" +
			"column; then, for each document, which codes were read from which tables. Exit status 1 if there are errors.\n\n" +
			"With --rules it explains the rules whose names stand in brackets behind what it reports: all, or those that are named.",
		Example: "  errbook check\n  errbook check --rules duplicate-code\n  errbook check --sarif > errbook.sarif",
		RunE:    func(_ *cobra.Command, args []string) error { return a.checkOrExplain(f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(site.Rules()), cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.Flags().BoolVar(&f.json, "json", false, "print the report, or the rules, as JSON")
	c.Flags().BoolVar(&f.sarif, "sarif", false, "print what is wrong as SARIF 2.1.0, which code review tools show at its line")
	c.Flags().BoolVar(&f.strict, "strict", false, "exit status 1 for warnings too")
	c.Flags().StringVar(&f.rule, "rules", "", "explain every `rule` with an example, or only those that are named; no site is needed")
	c.Flags().Lookup("rules").NoOptDefVal = allRules
	c.MarkFlagsMutuallyExclusive("json", "sarif")
	c.MarkFlagsMutuallyExclusive("rules", "sarif")
	return c
}

// checkOrExplain takes "--rules RULE" as "--rules=RULE": for cobra RULE is an argument of the verb.
func (a *app) checkOrExplain(f checkFlags, args []string) error {
	if f.rule != "" {
		if f.rule != allRules {
			args = append([]string{f.rule}, args...)
		}
		return a.explainRules(args, f.json)
	}
	if len(args) > 0 {
		return usageError{fmt.Errorf("check takes no %q; name the site with -C, or a rule with --rules", args[0])}
	}
	return a.check(f)
}

// check loads the site and prints the report in one of its forms.
func (a *app) check(f checkFlags) error {
	s, list, err := a.load()
	if err != nil {
		return err
	}
	report := newReport(s, list)
	switch {
	case f.json:
		err = a.printJSON(report)
	case f.sarif:
		err = a.printJSON(newSarif(list, workingDir()))
	default:
		a.showReport(report)
	}
	if err != nil {
		return err
	}
	if list.HasErrors() {
		return a.failed(list)
	}
	if f.strict && list.Count(diag.Warning) > 0 {
		return errFindings
	}
	return nil
}

// checkReport is what check --json prints.
type checkReport struct {
	Diagnostics diag.List        `json:"diagnostics"`
	Documents   []documentReport `json:"documents"`
	Totals      totals           `json:"totals"`
}

type documentReport struct {
	File    string        `json:"file"`
	Catalog string        `json:"catalog"`
	Codes   int           `json:"codes"` // entries read
	Tables  []tableReport `json:"tables"`
}

type tableReport struct {
	Line    int           `json:"line"`
	Section string        `json:"section"`
	Rows    int           `json:"rows"`
	Codes   int           `json:"codes"`
	Columns []site.Column `json:"columns,omitempty"` // of a table that was read
	Reason  string        `json:"reason,omitempty"`  // why it was passed over
}

type totals struct {
	Documents  int `json:"documents"`
	Codes      int `json:"codes"`
	Tables     int `json:"tables"` // that were read
	PassedOver int `json:"passed_over"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Notes      int `json:"notes"`
}

// newReport sums up a site, which may be nil, and what is wrong with it.
func newReport(s *site.Site, list diag.List) checkReport {
	r := checkReport{Diagnostics: append(diag.List{}, list...), Documents: []documentReport{}}
	r.Totals = totals{Errors: list.Count(diag.Error), Warnings: list.Count(diag.Warning), Notes: list.Count(diag.Note)}
	if s == nil {
		return r
	}
	for _, c := range s.Catalogs {
		doc := newDocumentReport(c)
		r.Documents = append(r.Documents, doc)
		r.Totals.Documents++
		r.Totals.Codes += doc.Codes
		r.Totals.Tables += len(doc.Tables) - doc.passedOver()
		r.Totals.PassedOver += doc.passedOver()
	}
	return r
}

func newDocumentReport(c *catalog.Catalog) documentReport {
	r := documentReport{File: c.File, Catalog: c.ID, Codes: c.Live(), Tables: []tableReport{}}
	for _, t := range c.Tables {
		r.Tables = append(r.Tables, tableReport{
			Line: t.Pos.Line, Section: t.Section, Rows: t.Rows, Codes: t.Codes, Columns: site.TableColumns(t), Reason: t.Reason,
		})
	}
	return r
}

// passedOver counts the tables that gave no codes.
func (d documentReport) passedOver() (n int) {
	for _, t := range d.Tables {
		if t.Reason != "" {
			n++
		}
	}
	return n
}
