package state

import "errbook/site/diag"

// Rules explains the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{{
		ID: RuleState, Severity: diag.Warning,
		Summary: "A line in i18n/state/ is no record of a translation: a merge left its markers there, or the file was edited or cut off. Of that message it is not known what its translation was made from; it counts as fresh.",
		Example: "1001.text\tabc",
		Mend:    "Delete the line, or take the file of one of the merged branches, and run errbook i18n sync. The file i18n/state/.gitattributes, which sync writes, keeps git from it.",
	}}
}
