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
			Summary: "A file of translations cannot be read, or an entry of it is no text. What is missing falls back to another language.",
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
			ID: RuleHTML, Severity: diag.Warning,
			Summary: "A translation holds HTML that its source does not have. It is not shown; the text falls back to another language.",
			Example: "\"1001.text\" = \"The <b>field</b> is missing.\"",
			Mend:    "Write Markdown: **field**. Put a name in angle brackets between backticks: `<field>`.",
		},
		{
			ID: RuleTemplate, Severity: diag.Warning,
			Summary: "A translation holds {{ or }} that its source does not have: what a tool or a template left there. It is not shown; the text falls back.",
			Example: "\"1001.text\" = \"The field {{.Name}} is missing.\"",
			Mend:    "Write what the reader is to see. Only the strings of the page, in i18n/ui.<language>.toml, have placeholders.",
		},
		{
			ID: RuleControl, Severity: diag.Warning,
			Summary: "A translation holds a control character, which nobody sees. It is not shown; the text falls back.",
			Example: "\"1001.text\" = \"The field\\u0007 is missing.\"",
			Mend:    "Delete the character; the message names it.",
		},
		{
			ID: RuleBidi, Severity: diag.Warning,
			Summary: "A translation holds a character that turns the order of others around, so that it would read otherwise than it is written. It is not shown; the text falls back.",
			Example: "\"1001.text\" = \"The field \\u202Eis missing.\"",
			Mend:    "Delete the character. The page sets the direction by the language.",
		},
		{
			ID: RuleTooLong, Severity: diag.Warning,
			Summary: "A translation is longer than any text may be. It is not shown; the text falls back.",
			Example: "\"1001.text\" = \"… (a whole document)\"",
			Mend:    "Translate only the source that stands above the entry.",
		},
		{
			ID: RuleUITemplate, Severity: diag.Warning,
			Summary: "A string of the page holds more than names between its braces, or a name that the English string does not have. It is not used; the string falls back to another language.",
			Example: "results = \"{{len .Query}} results\"",
			Mend:    "Leave only names between the braces, written as in i18n/ui.en.toml: {{.Query}}.",
		},
		{
			ID: RuleMissingUI, Severity: diag.Error,
			Summary: "A template of the theme asks for a string of the page that no language has, not even English.",
			Example: "{{t \"serach.title\"}}",
			Mend:    "Correct the id in the template, or add the string to i18n/ui.en.toml of your site.",
		},
		{
			ID: RuleUIMissing, Severity: diag.Warning,
			Summary: "A language of the site has no text for a string of the page, so that its readers see it in another language.",
			Example: "search_title = \"\"   (in i18n/ui.fr.toml)",
			Mend:    "Write the string into i18n/ui.<language>.toml; the English one is in the message.",
		},
		{
			ID: RuleUIPlaceholder, Severity: diag.Error,
			Summary: "A string of the page leaves out a name that the English one has, so that a number or word is missing from what it says.",
			Example: "search_total = \"Treffer\"",
			Mend:    "Put the name where the language wants it: {{.Count}} Treffer.",
		},
		{
			ID: RuleUIPlural, Severity: diag.Error,
			Summary: "A string with plurals lacks a form that the language has, or has one that it does not know (CLDR, plural rules).",
			Example: "[codes_count]\nother = \"{{.Count}} kodów\"   (in i18n/ui.pl.toml)",
			Mend:    "Write all forms of the language, and no others; the message lists them.",
		},
		{
			ID: RuleSynonyms, Severity: diag.Warning,
			Summary: "A group of words that mean the same, in i18n/synonyms.<language>.toml, has fewer than two words, or is no group.",
			Example: "[[same]]\nwords = [\"mute\"]",
			Mend:    "Write each group as [[same]] with words = [\"…\", \"…\"].",
		},
	}
}
