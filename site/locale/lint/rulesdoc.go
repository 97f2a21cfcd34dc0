package lint

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleCode, Severity: diag.Error,
			Summary: "Source and translation do not have the same code spans. Code is the same in every language.",
			Example: "# Call `login` again.\n\"1001.text\" = \"Rufen Sie `anmelden` noch einmal auf.\"",
			Mend:    "Copy what stands between backticks from the source.",
		},
		{
			ID: RuleLink, Severity: diag.Error,
			Summary: "Source and translation do not have the same link targets.",
			Example: "# See [the limits](https://docs.example/limits).\n\"1001.text\" = \"Siehe [die Grenzen](https://docs.example/limit).\"",
			Mend:    "Copy the address. Where a page exists in the reader's language and you want that, say so above the entry: # i18n-ignore: link-changed the page exists in German.",
		},
		{
			ID: RuleNumber, Severity: diag.Error,
			Summary: "Source and translation do not have the same numbers, with units such as MB or %. Small numbers may be words.",
			Example: "# At most 100 members.\n\"1001.text\" = \"Höchstens 10 Mitglieder.\"",
			Mend:    "Write the source's number. Thousands separators do not matter, nor whether 10,000 is written with a word.",
		},
		{
			ID: RuleHidden, Severity: diag.Error,
			Summary: "A translation has a character without width, such as a zero-width space that came with pasted text. Nobody sees it, and a search for the word does not find it.",
			Example: "\"1001.text\" = \"Das Feld\\u200B fehlt.\"",
			Mend:    "Delete the character that the message names.",
		},
		{
			ID: RuleIdentifier, Severity: diag.Warning,
			Summary: "A name of a program, such as a parameter, stands in the source and not in the translation.",
			Example: "# userSig is invalid.\n\"1001.text\" = \"Die Signatur ist ungültig.\"",
			Mend:    "Write the name as it is: readers look for it.",
		},
		{
			ID: RuleSame, Severity: diag.Warning,
			Summary: "A translation is its source, unchanged: a tool filled it in.",
			Example: "# The field is missing.\n\"1001.text\" = \"The field is missing.\"",
			Mend:    "Translate it, or leave the text empty, so that it counts as missing.",
		},
		{
			ID: RuleScript, Severity: diag.Warning,
			Summary: "A translation has letters of a script that its language is not written in: a word that was not translated, or a letter that only looks like another.",
			Example: "\"1001.text\" = \"Das Feld フィールド fehlt.\"",
			Mend:    "Translate the word, or put it between backticks if it is a name.",
		},
		{
			ID: RuleVariant, Severity: diag.Warning,
			Summary: "A Chinese or Japanese translation has characters of another way of writing: Traditional ones in a text in Simplified ones, or Japanese forms.",
			Example: "\"1001.text\" = \"參数无效。\"   (in i18n/errors.zh-Hans.toml)",
			Mend:    "Write the character as the language does: 参数无效。",
		},
		{
			ID: RulePunctuation, Severity: diag.Warning,
			Summary: "A translation does not end as its source does, with or without the end of a sentence, or with a mark that its language does not use.",
			Example: "# The field is missing.\n\"1001.text\" = \"Das Feld fehlt\"",
			Mend:    "End it as the source does, with the mark of the language.",
		},
		{
			ID: RuleLength, Severity: diag.Warning,
			Summary: "A translation is much longer or shorter than the other translations of its file are, measured by their sources.",
			Example: "# The field is missing. Fill it in and send the request again.\n\"1001.text\" = \"Fehlt.\"",
			Mend:    "See whether something is missing, or more is said than the source says.",
		},
		{
			ID: RuleTwoWays, Severity: diag.Warning,
			Summary: "Two messages have the same source and different translations.",
			Example: "# The field is missing.\n\"1001.text\" = \"Das Feld fehlt.\"\n\n# The field is missing.\n\"1002.text\" = \"Ein Feld fehlt.\"",
			Mend:    "Choose one. Where the two have to differ, say why above the second.",
		},
		{
			ID: RuleTerm, Severity: diag.Warning,
			Summary: "The source has a term of i18n/glossary.toml, and the translation has none of the forms that the glossary gives.",
			Example: "# The credential has expired.\n\"1001.text\" = \"Der Ausweis ist abgelaufen.\"",
			Mend:    "Write the glossary's word, or add the form to the glossary if it is right too.",
		},
		{
			ID: RuleNotNFC, Severity: diag.Warning,
			Summary: "A translation has letters and their marks apart, where Unicode has one character for both.",
			Example: "\"1001.text\" = \"U\\u0308berpru\\u0308fen\"",
			Mend:    "Save the text in Normalization Form C; most editors write it so.",
		},
	}
}

// RuleIDs lists the rules of this package.
func RuleIDs() (ids []string) {
	for _, r := range Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}
