package published

import "errbook/site/diag"

// Rules explains the rules of this package's diagnostics.
func Rules() []diag.Rule {
	return []diag.Rule{{
		ID: RuleLock, Severity: diag.Error,
		Summary: "A line of content/codes.lock cannot be read, so a published code would be forgotten; or, as a note, a merge left two lines of a code.",
		Example: "<<<<<<< HEAD",
		Mend:    "Keep the lines of both sides and delete what git put between them; then run errbook build --lock, which sorts and tidies the file.",
	}}
}
