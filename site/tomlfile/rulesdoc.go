package tomlfile

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleSyntax, Severity: diag.Error,
			Summary: "The file is not TOML, or a value is of another kind than its key takes. In a file of translations it is a warning: all of its texts fall back.",
			Example: "title = Error codes",
			Mend:    "Put texts between quotes: title = \"Error codes\". Within them, write \\\" for a quote and \\\\ for a backslash.",
		},
		{
			ID: RuleUnknownKey, Severity: diag.Error,
			Summary: "The key means nothing to errbook. Mostly it has a slip in it, or stands under another [table] than it should.",
			Example: "langauges = [\"en\", \"ja\"]",
			Mend:    "Correct the key; the message lists those that are known there. Keys without a table stand above the first [table].",
		},
		{
			ID: RuleEdit, Severity: diag.Error,
			Summary: "A command was to add something to the file, whose form is so unusual that the result might say something else. Nothing was written.",
			Example: "errbook i18n add fr   (where languages is not written as a list)",
			Mend:    "Write the line by hand that the message gives, and run the command again.",
		},
	}
}
