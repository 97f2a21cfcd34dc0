package catalog

import (
	"strings"

	"errbook/site/diag"
)

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return append(append(documentRules(), rowRules()...), guessRules()...)
}

// documentRules are about a document, its headings and its tables.
func documentRules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleNotUTF8, Severity: diag.Error,
			Summary: "The document holds a byte that is not UTF-8. It was probably saved in an older encoding, such as GB 18030, Shift_JIS or Windows-1252.",
			Example: "| 1001 | caf\\xe9 |   (é in Windows-1252, nothing in UTF-8)",
			Mend:    "Convert the file, for instance with: iconv -f GB18030 -t UTF-8 old.md > new.md. Or save it as UTF-8 in an editor.",
		},
		{
			ID: RuleNoCodes, Severity: diag.Error,
			Summary: "The document has codes in none of its tables, so it would make an empty catalogue.",
			Example: "| Setting | Meaning |\n| --- | --- |\n| colour | of the page |\n| width | of the page |",
			Mend:    "If a table does hold codes, give its column the role code under [catalog.columns] in content/site.toml. If the document is none of codes, move it out of content/.",
		},
		{
			ID: RuleLostHeading, Severity: diag.Warning,
			Summary: "The line is meant as a heading, but CommonMark takes it for text, because no ordinary space follows the hashes. errbook reads it as a heading; other tools will not.",
			Example: "###Rooms\n\n| Code | Description |\n| --- | --- |\n| 1 | Closed. |",
			Mend:    "Put an ordinary space after the hashes: ### Rooms.",
		},
		{
			ID: RuleNotCodes, Severity: diag.Note,
			Summary: "The table was passed over, because none of its columns holds codes. That is right for a table of settings, and wrong for one of codes.",
			Example: "| Bank | Country |\n| --- | --- |\n| Alpha Bank | France |\n| Beta Bank | Japan |",
			Mend:    "If the table does hold codes, give its column the role code under [catalog.columns] in content/site.toml. Else do nothing.",
		},
		{
			ID: RuleNoTable, Severity: diag.Warning,
			Summary: "The lines look like a table and are none, so their codes are missing. A table needs a header and below it a row of dashes with as many columns, and a blank line ends it.",
			Example: "| Code | Description |\n| --- | --- |\n| 1 | Closed. |\n\n| 2 | Cut off from its table by the blank line. |",
			Mend:    "Take away the blank line, or give the row of dashes as many columns as the header has.",
		},
		{
			ID: RuleSectionID, Severity: diag.Warning,
			Summary: "A section has no id of its own, so its links would change with its title; or content/site.toml gives an id to a section that is not there.",
			Example: "## ネットワーク\n\n| Code | Description |\n| --- | --- |\n| 1 | Closed. |",
			Mend:    "Give the section an id in content/site.toml, by the path of its headings. Under [catalog.sections] write: \"ネットワーク\" = \"network\"",
		},
		{
			ID: RuleUnknownTable, Severity: diag.Warning,
			Summary: "content/site.toml has a rule for certain tables of the document, by their section or headers, and no table fits it.",
			Example: "[[catalog.table]]\nheaders = [\"Bank\", \"Contry\"]\ncodes = false",
			Mend:    "Write section and headers as they stand in the document, or take the rule away.",
		},
		{
			ID: RuleUnknownColumn, Severity: diag.Warning,
			Summary: "content/site.toml gives a role to a column that no table of the document has, so the line does nothing. Often the header was reworded.",
			Example: "[catalog.columns]\n\"What to doo\" = \"solution\"",
			Mend:    "Write the header as it stands in the document, or take the line away.",
		},
	}
}

// rowRules are about one row, or one code.
func rowRules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleTooManyCells, Severity: diag.Error,
			Summary: "The row has more cells than its table has columns, so the last would be lost. Mostly a | in a text was taken for the end of a cell.",
			Example: "| Code | Description |\n| --- | --- |\n| 7 | Choose a | b. |",
			Mend:    "Write a | that belongs to a text as \\|, or add a column to the header and to the row of dashes.",
		},
		{
			ID: RuleTooFewCells, Severity: diag.Warning,
			Summary: "The row has fewer cells than its table has columns. What is missing is taken as empty; a row without a cell for the code is passed over.",
			Example: "| Code | Description | Solution |\n| --- | --- | --- |\n| 7 | Closed. |",
			Mend:    "Add the missing cells, empty ones if need be. Put a blank line between a table and a text below it.",
		},
		{
			ID: RuleNoCode, Severity: diag.Warning,
			Summary: "The row stands in a table of codes, but what its code column holds is no code, so it is passed over. A code has a letter or a digit, and at most 64 characters.",
			Example: "| Code | Description |\n| --- | --- |\n| 7 | Closed. |\n| -- | Reserved. |",
			Mend:    "Write the code into the cell, or take the row out of the table.",
		},
		{
			ID: RuleNoText, Severity: diag.Warning,
			Summary: "The code has no description, so its page says next to nothing.",
			Example: "| Code | Description |\n| --- | --- |\n| 7 | |",
			Mend:    "Describe the code, or take away its row if the code is no longer in use.",
		},
		{
			ID: RuleSameRow, Severity: diag.Warning,
			Summary: "The same code stands twice in one section with the same text. The two are merged.",
			Example: "| Code | Description |\n| --- | --- |\n| 7 | Closed. |\n| 7 | Closed. |",
			Mend:    "Take one of the two away.",
		},
		{
			ID: RuleDuplicateCode, Severity: diag.Error,
			Summary: "The same code stands twice in one section with different texts, and a reader could not tell which of them holds.",
			Example: "| Code | Description |\n| --- | --- |\n| 7 | Closed. |\n| 7 | Opened. |",
			Mend:    "Keep one of the two, or put them under headings of their own: then the code's page shows both, each under its section. To keep both as they are, write same_code = \"keep\" under the [[catalog]] in content/site.toml.",
		},
		{
			ID: RuleKeptApart, Severity: diag.Note,
			Summary: "The same code stands twice in one section, and another column tells the two apart, such as an HTTP status or a symbol. Both are shown, each with that column.",
			Example: "| HTTP | Code | Description |\n| --- | --- | --- |\n| 400 | 7 | Bad field. |\n| 404 | 7 | No such field. |",
			Mend:    "Nothing is to be done if the code does mean both.",
		},
	}
}

// guessRules are about what a table does not say outright, and errbook took to be so.
func guessRules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleHTMLTable, Severity: diag.Warning,
			Summary: "A table in HTML is not closed, or too large to be laid out, so a part of it may be missing.",
			Example: "<table>\n<tr><th>Code</th><th>Description</th></tr>\n<tr><td>7</td><td>Closed.</td></tr>",
			Mend:    "Close the table with </table>, and make several of one with very many cells or spans.",
		},
		{
			ID: RuleSwallowed, Severity: diag.Warning,
			Summary: "A component or an HTML block right above the line swallows it: CommonMark takes it for a part of that block. errbook reads it as a heading; other tools will not.",
			Example: "<Anchor id=\"rooms\" />\n### Rooms",
			Mend:    "Put a blank line above the heading.",
		},
		{
			ID: RuleBoldHeading, Severity: diag.Warning,
			Summary: "A bold line above a table is read as the title of a section, because it stands alone and nothing else names the table.",
			Example: "**Rooms**\n\n| Code | Description |\n| --- | --- |\n| 7 | Closed. |",
			Mend:    "Make it a heading: ### Rooms.",
		},
		{
			ID: RuleTitleRow, Severity: diag.Note,
			Summary: "A row of the table holds one text and no code, so it is read as the heading of the rows below it.",
			Example: "| Code | Description |\n| --- | --- |\n| **Rooms** | |\n| 7 | Closed. |\n| 8 | Opened. |",
			Mend:    "Nothing is to be done if it is meant so. Else give the row a code.",
		},
		{
			ID: RuleTooDeep, Severity: diag.Error,
			Summary: "Blockquotes and list items stand within each other deeper than errbook reads, which takes time with the square of their depth.",
			Example: strings.Repeat(">", maxNesting+1) + " text",
			Mend:    "Take the line out of some of them.",
		},
		{
			ID: RuleInheritedCode, Severity: diag.Note,
			Summary: "The row's code cell is empty, so the row is read as one more of the code above it.",
			Example: "| Code | Cause |\n| --- | --- |\n| 7 | The door is closed. |\n| | The door is locked. |",
			Mend:    "Write the code into the cell if the row is of another one. Else do nothing.",
		},
		{
			ID: RuleSeveralCodes, Severity: diag.Note,
			Summary: "A cell holds several codes. Each gets a page of its own, with the same texts.",
			Example: "| Code | Description |\n| --- | --- |\n| 400103/400104 | The session is over. |",
			Mend:    "Write one code that has such signs in it between backticks: `400103/400104`.",
		},
		{
			ID: RuleGuessedColumn, Severity: diag.Warning,
			Summary: "No header of the table is a known word for codes. The code column was found by what its cells hold.",
			Example: "| Fault | Description |\n| --- | --- |\n| E-101 | Closed. |\n| E-102 | Opened. |",
			Mend:    "Say it in content/site.toml, so that it stays so whatever the cells come to hold. Under [catalog.columns] write: \"Fault\" = \"code\"",
		},
	}
}
