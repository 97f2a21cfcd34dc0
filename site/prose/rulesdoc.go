package prose

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleUnsafeLink, Severity: diag.Warning,
			Summary: "A link leads where no link of a site should, such as to a script or a file. Its text is shown, the link is not.",
			Example: "[Open](javascript:alert)",
			Mend:    "Start the link with https:, http:, mailto: or tel:, or let it lead to a page of this site.",
		},
		{
			ID: RuleRawHTML, Severity: diag.Warning,
			Summary: "A text holds HTML other than <br>. It is shown as it is written, not as what it would look like.",
			Example: "Restart the <b>server</b>.",
			Mend:    "Write Markdown: **server**. Put a name in angle brackets that is no HTML between backticks: `<server>`.",
		},
		{
			ID: RuleTooLong, Severity: diag.Warning,
			Summary: "A text is so long that it is shown as it is written, and not read as Markdown.",
			Example: "(a cell as long as a whole document)",
			Mend:    "Make several of it, or move the long part into the notes of the code: content/<catalogue>/<code>.md.",
		},
	}
}
