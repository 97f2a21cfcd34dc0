package diag

// Rule explains a rule to the person who met its name behind a diagnostic. Every package that owns rules explains them in
// its file rulesdoc.go.
type Rule struct {
	ID       string   `json:"id"`       // stable: people put it into scripts
	Severity Severity `json:"severity"` // the usual one
	Summary  string   `json:"summary"`  // what it means, in whole sentences
	Example  string   `json:"example"`  // what triggers it, as it stands in a file; may have several lines
	Mend     string   `json:"mend"`     // what to do about it, in whole sentences
}
