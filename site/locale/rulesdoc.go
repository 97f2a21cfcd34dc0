package locale

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleFileName, Severity: diag.Warning,
			Summary: "A file in i18n/ has a name that says no language, so nobody is shown its texts.",
			Example: "i18n/errors.english.toml",
			Mend:    "Call it <catalogue>.<language tag>.toml, with a tag of BCP 47: i18n/errors.en.toml, i18n/errors.zh-Hans.toml.",
		},
		{
			ID: RuleMessageFile, Severity: diag.Warning,
			Summary: "A file of translations cannot be read, or an entry of it is no text. The texts that are missing fall back to another language; of the strings of the page it is an error.",
			Example: "\"1001.text\" = 5",
			Mend:    "Write every entry as \"<id>\" = \"<text>\", and make the file readable.",
		},
		{
			ID: RuleUnknownID, Severity: diag.Warning,
			Summary: "A translation belongs to no text of the document, so nobody sees it. Its code was renamed or left the document, or the id has a slip in it.",
			Example: "\"1001.txet\" = \"The field is missing.\"",
			Mend:    "Correct the id, or take the entry away.",
		},
		{
			ID: RuleUITemplate, Severity: diag.Error,
			Summary: "A string of the page holds more than names between its braces, or a name that the English string does not have.",
			Example: "results = \"{{len .Query}} results\"",
			Mend:    "Leave only names between the braces, written as in i18n/ui.en.toml: {{.Query}}.",
		},
		{
			ID: RuleMissingUI, Severity: diag.Error,
			Summary: "A template of the theme asks for a string of the page that no language has, not even English.",
			Example: "{{t \"serach.title\"}}",
			Mend:    "Correct the id in the template, or add the string to i18n/ui.en.toml of your site.",
		},
	}
}
