package catalog

// The rules of this package's diagnostics. Their names are stable: people put them into scripts.
const (
	RuleNotUTF8       = "not-utf8"          // the document is not UTF-8
	RuleNoCodes       = "no-codes"          // no table of the document holds codes
	RuleLostHeading   = "lost-heading"      // a line that CommonMark takes for text is read as a heading
	RuleTooManyCells  = "too-many-cells"    // a row has more cells than its table has columns
	RuleTooFewCells   = "too-few-cells"     // a row has fewer cells than its table has columns
	RuleNoCode        = "no-code"           // a row of a code table has no code that can be read
	RuleNoText        = "no-text"           // a code has no description
	RuleSameRow       = "same-row"          // a row stands twice in a section and is merged
	RuleDuplicateCode = "duplicate-code"    // a code stands twice in a section with different fields
	RuleNotCodes      = "not-codes"         // a table was passed over
	RuleNoTable       = "no-table"          // lines that look like a table are none
	RuleSectionID     = "section-id"        // a section's id may change, or one in site.toml fits no heading
	RuleSwallowed     = "swallowed-heading" // a component or HTML block above a heading swallows it
	RuleBoldHeading   = "bold-heading"      // a bold line above a table is read as a heading
	RuleInheritedCode = "inherited-code"    // a row without a code goes on with the code above it
	RuleSeveralCodes  = "several-codes"     // a cell holds several codes
	RuleKeptApart     = "kept-apart"        // a code stands twice in a section, and another column tells the two apart
	RuleGuessedColumn = "guessed-column"    // a column of codes was found by what its cells hold, not by its header
	RuleHTMLTable     = "html-table"        // an HTML table is not closed, or too large
	RuleTitleRow      = "title-row"         // a row of a table is read as a heading
	RuleTooDeep       = "too-deep"          // blockquotes and lists stand within each other too deep
	RuleUnknownTable  = "unknown-table"     // a table in site.toml is in no document
	RuleUnknownColumn = "unknown-column"    // a header word in site.toml heads no column
)
