package search

import "errbook/search/codes"

// URLFunc returns the address of a code's page in a language.
type URLFunc func(lang, catalog, code string) string

// Query is what a reader asks.
type Query struct {
	Text    string  // anything; at most MaxText bytes of it are read, and invalid UTF-8 in it is passed over
	Lang    string  // the reader's language; empty is the first of the index
	Catalog string  // only this catalogue; empty is all
	Section string  // only pages of the section with this id; empty is all
	Limit   int     // hits wanted, 1 to MaxLimit; 0 is DefaultLimit
	URL     URLFunc // makes the addresses of hits; nil leaves them empty
}

// The bounds of a query.
const (
	DefaultLimit = 20
	MaxLimit     = 100
	MaxText      = 1 << 20
)

// QueryError is a query that cannot be answered as asked. Both texts are for the person who asked.
type QueryError struct {
	Message string
	Hint    string
}

func (e *QueryError) Error() string { return e.Message }

// Result answers a query. Its JSON form is the endpoint's.
type Result struct {
	Build   string `json:"build"`
	Query   Read   `json:"query"`
	Total   int    `json:"total"` // pages that answer; hits are the first of them
	Hits    []Hit  `json:"hits"`
	Nearest []Hit  `json:"nearest"` // where no code was found: codes that look like those that were asked for
}

// Read is how a query was understood.
type Read struct {
	Text    string   `json:"text"`              // as asked, at most 1,000 characters
	Codes   []string `json:"codes"`             // as they were read, in the order of confidence
	Unknown []string `json:"unknown,omitempty"` // numbers and the like that lead to no code
}

// Hit is one page that answers. Snippet is HTML in which everything is escaped but <mark>; all else is plain text.
type Hit struct {
	Catalog     string      `json:"catalog"`
	Code        string      `json:"code"`
	Section     string      `json:"section"`    // title, in the reader's language where it has one
	SectionID   string      `json:"section_id"` // the same in every language
	Lang        string      `json:"lang"`       // of the page at URL: the reader's
	URL         string      `json:"url"`
	Title       string      `json:"title"`
	TitleLang   string      `json:"title_lang,omitempty"` // where it is not Lang
	Snippet     string      `json:"snippet,omitempty"`
	SnippetLang string      `json:"snippet_lang,omitempty"` // where it is not Lang
	Match       codes.Match `json:"match"`
	Written     string      `json:"written,omitempty"` // what led to the code, where that is not the code itself
	Cued        bool        `json:"cued,omitempty"`    // it stood beside a word such as "code"
	Retired     bool        `json:"retired,omitempty"` // the code is in use no more

	Reason *codes.Reason `json:"reason,omitempty"` // why what was written is this code, where that is not the code itself
}
