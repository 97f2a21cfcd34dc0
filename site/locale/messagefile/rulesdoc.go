package messagefile

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleSyntax, Severity: diag.Warning,
			Summary: "A place in a file of translations is no TOML: a quote is missing, a backslash stands alone, or the file was cut off. The text of that entry falls back to another language; all others are shown.",
			Example: "\"1001.text\" = \"The field is missing.",
			Mend:    "Write the entry as \"<id>\" = \"<text>\" on a line of its own. Within the quotes, write a quote as \\\" and a backslash as \\\\.",
		},
		{
			ID: RuleConflict, Severity: diag.Warning,
			Summary: "A file of translations has the markers of a merge that nobody finished. None of the texts between them is shown, because nobody chose one.",
			Example: "<<<<<<< HEAD\n\"1001.text\" = \"The field is missing.\"\n=======\n\"1001.text\" = \"A field is missing.\"\n>>>>>>> fix",
			Mend:    "Keep one of the two sides and delete the lines with the markers.",
		},
		{
			ID: RuleDuplicate, Severity: diag.Warning,
			Summary: "A file of translations has one message twice. Where the two texts differ, neither is shown.",
			Example: "\"1001.text\" = \"The field is missing.\"\n\"1001.text\" = \"A field is missing.\"",
			Mend:    "Keep one of the two.",
		},
		{
			ID: RuleNoText, Severity: diag.Warning,
			Summary: "A message of a file that is to be edited is a number, a list or a table. It is no text, and it is not written over.",
			Example: "\"1001.text\" = 5",
			Mend:    "Write every entry as \"<id>\" = \"<text>\".",
		},
	}
}
