package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/catalog"
	"errbook/site/diag"
)

func (a *app) checkCommand() *cobra.Command {
	var asJSON, strict bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Check documents, translations, configuration and theme, without building",
		Long: "Check reads all that the site is made from and reports what is wrong, guessed or passed over, with file, line and\n" +
			"column; then, for each document, which codes were read from which tables. Exit status 1 if there are errors.",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.check(asJSON, strict) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	c.Flags().BoolVar(&strict, "strict", false, "exit status 1 for warnings too")
	return c
}

// checkReport is what check --json prints.
type checkReport struct {
	Diagnostics diag.List        `json:"diagnostics"`
	Documents   []documentReport `json:"documents"`
}

type documentReport struct {
	File    string        `json:"file"`
	Catalog string        `json:"catalog"`
	Codes   int           `json:"codes"` // entries read
	Tables  []tableReport `json:"tables"`
}

type tableReport struct {
	Line    int    `json:"line"`
	Section string `json:"section"`
	Rows    int    `json:"rows"`
	Codes   int    `json:"codes"`
	Reason  string `json:"reason,omitempty"` // why it was passed over
}

func (a *app) check(asJSON, strict bool) error {
	s, list, err := a.load()
	if err != nil {
		return err
	}
	report := checkReport{Diagnostics: append(diag.List{}, list...), Documents: documentReports(s)}
	if asJSON {
		encoder := json.NewEncoder(a.env.Stdout)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(report); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	} else {
		a.showReport(report)
	}
	if list.HasErrors() {
		return a.failed(list)
	}
	if strict && list.Count(diag.Warning) > 0 {
		return errFindings
	}
	return nil
}

func documentReports(s *site.Site) []documentReport {
	reports := []documentReport{}
	if s == nil {
		return reports
	}
	for _, c := range s.Catalogs {
		r := documentReport{File: c.File, Catalog: c.ID, Codes: len(c.Entries), Tables: []tableReport{}}
		for _, t := range c.Tables {
			r.Tables = append(r.Tables, tableOf(t))
		}
		reports = append(reports, r)
	}
	return reports
}

func tableOf(t catalog.Table) tableReport {
	return tableReport{Line: t.Pos.Line, Section: t.Section, Rows: t.Rows, Codes: t.Codes, Reason: t.Reason}
}

func (a *app) showReport(r checkReport) {
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error || !a.quiet {
			a.term.print("%s", a.term.diagnostic(d, a.term.outColour))
		}
	}
	if a.quiet {
		return
	}
	for _, doc := range r.Documents {
		a.term.print("%s: %s from %s", doc.File, plural(doc.Codes, "code"), plural(len(doc.Tables), "table"))
		for _, t := range doc.Tables {
			a.term.print("  line %-5d %s", t.Line, tableLine(t))
		}
	}
	a.term.print("%s, %s", plural(r.Diagnostics.Count(diag.Error), "error"), plural(r.Diagnostics.Count(diag.Warning), "warning"))
}

func tableLine(t tableReport) string {
	where := ""
	if t.Section != "" {
		where = " (" + t.Section + ")"
	}
	if t.Reason != "" {
		return fmt.Sprintf("passed over, %s%s", t.Reason, where)
	}
	return fmt.Sprintf("%s from %s%s", plural(t.Codes, "code"), plural(t.Rows, "row"), where)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
