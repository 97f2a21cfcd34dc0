package cli

import (
	"fmt"
	"strconv"
	"strings"

	"errbook/site"
	"errbook/site/diag"
)

// showReport prints a report for people: what is wrong, line by line; what was read from each document; the totals; and
// what to do next. With --quiet, only the errors.
func (a *app) showReport(r checkReport) {
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error || !a.quiet {
			a.term.print("%s", a.term.diagnostic(d, a.term.outColour))
		}
	}
	if a.quiet {
		return
	}
	if len(r.Diagnostics) > 0 && len(r.Documents) > 0 {
		a.term.print("")
	}
	for _, doc := range r.Documents {
		a.showDocument(doc)
	}
	a.showTotals(r.Totals)
	a.term.print("%s", nextStep(r))
}

// showDocument prints what was read from a document. What the columns of a table were taken for stands below it, if it is
// not the same as of the table before.
func (a *app) showDocument(doc documentReport) {
	over := doc.passedOver()
	line := fmt.Sprintf("%s: %s from %s", doc.File, plural(doc.Codes, "code"), plural(len(doc.Tables)-over, "table"))
	if over > 0 {
		line += fmt.Sprintf("; %s passed over", plural(over, "table"))
	}
	a.term.print("%s", paint(a.term.outColour, bold, diag.OneLine(line)))
	last := ""
	for _, t := range doc.Tables {
		a.term.print("  line %-5d %s", t.Line, diag.OneLine(tableLine(t)))
		if columns := columnsLine(t.Columns); columns != "" && columns != last {
			a.term.print("             %s", diag.OneLine(columns))
			last = columns
		}
	}
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

// columnsLine says what each column was taken for, by its header; one without a role is kept as it is.
func columnsLine(columns []site.Column) string {
	var parts []string
	for _, c := range columns {
		header := strconv.Quote(c.Header)
		if c.Header == "" {
			header = "a column without a header"
		}
		if c.Role == "other" {
			parts = append(parts, header+" kept by its name")
		} else {
			parts = append(parts, header+" as "+c.Role)
		}
	}
	return strings.Join(parts, ", ")
}

func (a *app) showTotals(t totals) {
	if t.Documents > 1 {
		a.term.print("%s from %s in %s; %s passed over", plural(t.Codes, "code"), plural(t.Tables, "table"),
			plural(t.Documents, "document"), plural(t.PassedOver, "table"))
	}
	a.term.print("%s, %s", plural(t.Errors, "error"), plural(t.Warnings, "warning"))
}

// nextStep is one sentence on what to do now.
func nextStep(r checkReport) string {
	explain := "errbook check --rules " + gravest(r.Diagnostics) + " explains one of the names in [brackets], --rules alone all of them."
	switch {
	case r.Totals.Errors > 0:
		return "Mend the errors first, because nothing is built until then; " + explain
	case r.Totals.Warnings > 0:
		return "The site builds; look at the warnings before you publish it; " + explain
	case r.Totals.PassedOver > 0:
		return "The site builds; if a table that was passed over does hold codes, say which column in content/site.toml; " + explain
	}
	return "Nothing is wrong: build the site with errbook build, or see it with errbook serve."
}

// gravest names the rule of the first diagnostic of the gravest severity there is.
func gravest(list diag.List) string {
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		for _, d := range list {
			if d.Severity == severity {
				return d.Rule
			}
		}
	}
	return ""
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
