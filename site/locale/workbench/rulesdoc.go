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
		{
			ID: RuleImportUnknown, Severity: diag.Warning,
			Summary: "A unit of a file that is imported has an id that no text of the document has. It is not taken.",
			Example: "msgctxt \"1O01.text\"   (the code is 1001)",
			Mend:    "Correct the id, or let the unit go: its source may have left the document since the export.",
		},
		{
			ID: RuleImportTwice, Severity: diag.Warning,
			Summary: "A message has two different texts in the files that are imported. The first is taken.",
			Example: "id,translation\n1001.text,One.\n1001.text,Two.",
			Mend:    "Keep one of the two.",
		},
		{
			ID: RuleImportUnusable, Severity: diag.Warning,
			Summary: "A text that is imported has what no translation may have: HTML or {{ that its source does not have, a control or bidi character, bytes that are not UTF-8, or far too many of them. It is not taken.",
			Example: "1001.text,\"The field is \\u0007 missing.\"",
			Mend:    "Mend the text in the translators' file, as the message says.",
		},
		{
			ID: RuleImportSource, Severity: diag.Warning,
			Summary: "A text that is imported is its own source: a tool filled it in where nobody translated. It is not taken, unless the source has nothing to translate, such as an identifier.",
			Example: "msgid \"フィールドがありません。\"\nmsgstr \"フィールドがありません。\"",
			Mend:    "Translate it, or leave it empty.",
		},
		{
			ID: RuleImportUnfinished, Severity: diag.Warning,
			Summary: "The translators' file marks a changed text as unfinished: it is fuzzy in PO, or its state in XLIFF is new or needs-something. It is not taken.",
			Example: "#, fuzzy\nmsgctxt \"1001.text\"",
			Mend:    "Finish it in the translators' tool, which takes the mark away; or import with --force.",
		},
		{
			ID: RuleImportNoSource, Severity: diag.Warning,
			Summary: "A file does not say from which source a text was translated, because the column or the description is lost. It is not taken, because nobody could see later that it is stale.",
			Example: "id,translation\n1001.text,The field is missing.",
			Mend:    "Export again and fill in that file; or import with --force, where the text is of the present source.",
		},
		{
			ID: RuleImportOutdated, Severity: diag.Warning,
			Summary: "A text that is imported was made from a former source, while the site has a translation of the present one. That one is kept.",
			Example: "The document was changed, and translated again,\nbetween export and import.",
			Mend:    "Compare the two. If the imported one is the better, import with --force; the other one goes to i18n/attic/.",
		},
		{
			ID: RuleImportConflict, Severity: diag.Warning,
			Summary: "A translation was changed in the site since the export, or the file has lost what tells whether it was; and the file has another text. The site's is kept.",
			Example: "1001.text has a new text in i18n/errors.ko.toml\nand another in the translators' file.",
			Mend:    "Compare the two, whose places the message names. If the imported one is the better, import with --force; the other one goes to i18n/attic/.",
		},
	}
}
