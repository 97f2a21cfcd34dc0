package exchange

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{
			ID: RuleSyntax, Severity: diag.Error,
			Summary: "A file that came back from translators cannot be read: it is cut off, in an encoding that it does not name, or none of XLIFF 1.2, PO, CSV and go-i18n JSON. Nothing of it is taken.",
			Example: "<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff version=\"1.2\"/>",
			Mend:    "Save the file again in the tool that it comes from, in UTF-8 and in one of these formats; an XML document without <!DOCTYPE>.",
		},
		{
			ID: RuleUnit, Severity: diag.Warning,
			Summary: "A part of a file that came back from translators is no message of a document: it has no id, has plural forms, or is no text. It is passed over, and the rest is taken.",
			Example: "msgid \"no context\"\nmsgstr \"none\"",
			Mend:    "Keep the ids: resname in XLIFF, msgctxt in PO, the column id in CSV, the keys in JSON.",
		},
	}
}
