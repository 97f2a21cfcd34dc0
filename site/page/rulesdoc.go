package page

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleTemplate, Severity: diag.Error,
			Summary: "A template of the theme is missing, does not parse, or fails on a page. The message names the file and the line.",
			Example: "{{define \"main\"}}<h1>{{.Titel}}</h1>{{end}}",
			Mend:    "Mend the template in themes/<theme>/, or delete it there: the one that comes with errbook then takes its place.",
		},
	}
}
