package glossary

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{{
		ID: RuleGlossary, Severity: diag.Warning,
		Summary: "An entry of i18n/glossary.toml has no source, stands there twice, or speaks of a language that the site does not have. It is passed over.",
		Example: "[[term]]\nen = \"credential\"",
		Mend:    "Give each [[term]] a source and, by language tag, the form to write or a list of forms.",
	}}
}
