package ticket

import "errbook/search/codes"

// Answer is what programs get of a reading, as JSON: from the command and from the endpoint alike. Spans are bytes of the text as
// it came.
type Answer struct {
	Codes   []AnswerCode `json:"codes"`
	Unknown []string     `json:"unknown,omitempty"`
}

// AnswerCode is one code of an Answer, in the order of the Reading. Title and URL are those of its page in the language asked for.
type AnswerCode struct {
	Catalog string `json:"catalog"`
	Code    string `json:"code"`
	Count   int    `json:"count"`
	Title   string `json:"title"`
	URL     string `json:"url"`
	Spans   []Span `json:"spans"`
}

// Answer makes the answer of a reading; page tells the title and address of a code's page by its index.
func (r Reading) Answer(set *codes.Set, page func(index int) (title, url string)) Answer {
	a := Answer{Codes: []AnswerCode{}, Unknown: r.Unknown}
	for _, c := range r.Codes {
		code := set.At(c.Index)
		title, url := page(c.Index)
		a.Codes = append(a.Codes, AnswerCode{code.Catalog, code.Text, c.Count, title, url, c.Spans})
	}
	return a
}
