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
		{
			ID: RuleSuppression, Severity: diag.Error,
			Summary: "A comment that is to keep a check from telling something names no rule that can be ignored, or gives no reason.",
			Example: "# i18n-ignore: number-changed\n\"1001.text\" = \"A dozen fields are missing.\"",
			Mend:    "Write # i18n-ignore: RULE REASON above the entry, for one rule each.",
		},
		{
			ID: RuleUnusedSuppression, Severity: diag.Warning,
			Summary: "A comment keeps a check from telling something that it would not tell any more.",
			Example: "# i18n-ignore: number-changed a dozen\n\"1001.text\" = \"12 fields are missing.\"",
			Mend:    "Delete the comment.",
		},
	}
}
