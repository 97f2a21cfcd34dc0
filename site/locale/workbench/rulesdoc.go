package workbench

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleUnreadable, Severity: diag.Error,
			Summary: "A file of translations cannot be read, so that none is written over.",
			Example: "i18n/errors.en.toml: permission denied",
			Mend:    "Make the file readable for the user that runs errbook.",
		},
		{
			ID: RuleNotStale, Severity: diag.Error,
			Summary: "A translation is to be accepted that does not exist. Where it exists and is not stale there is nothing to do.",
			Example: "errbook i18n accept 1001.text --lang en   (it has no translation)",
			Mend:    "Write the translation into i18n/<catalogue>.<language>.toml. errbook i18n todo lists what is stale.",
		},
	}
}
