package page

// The rules of this package's diagnostics.
const (
	// RuleTemplate: a template of the theme does not parse or does not run.
	RuleTemplate = "template"
)
