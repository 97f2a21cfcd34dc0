package page

import (
	"bytes"
	"encoding/json"
	"html/template"
)

// Integrations is the body of the page from which people copy what makes other tools link to the codes. What is to be copied
// is the same in every language, but for addresses of pages in the reader's own.
type Integrations struct {
	Shape bool   // expressions match what is shaped like a code, because there are too many codes to list
	Code  string // an example
	Short string // what the permanent links of codes begin with, absolute

	Bookmarklet string       // links what a word says is a code
	Everywhere  template.URL // links every number that is a code, ready to be dragged; "" where Shape is set
	Careful     template.URL // Bookmarklet, ready to be dragged

	Keywords   []string // addresses with %s
	GitHub     []Autolink
	GitLab     string // address of an issue with :id; "" where no code is a plain number
	Linkifiers []Linkifier
	Field      string // an expression that matches a code and nothing else
	Loki       string // a file of Grafana's provisioning
	LogQL      string // a query for lines with codes
	Portable   []string
	Lookaround []string
	Curl       string
	Pipe       string
	Slack      string
	JSON       string // address of the example for programs
	Problem    string
	Programs   []string // paths of files for programs, below the root of the site
}

// Autolink is a rule by which GitHub links a reference that begins with a prefix.
type Autolink struct {
	Prefix, Target, Command string
	Example                 string // a reference
	Alphanumeric            bool   // what follows may have letters and hyphens
	Left                    int    // how many codes cannot be referred to
}

// Linkifier is a rule by which Zulip links what an expression matches.
type Linkifier struct{ Pattern, Template string }

// IntegrationsPath is the path of a language's page of integrations.
func IntegrationsPath(lang string) string { return lang + "/integrations/" }

// Integrations is the page of integrations, with an example from page i of volume n. A site without codes has nothing to
// integrate.
func (e *Edition) Integrations(body Integrations, n, i int) Page {
	path := IntegrationsPath(e.Lang.Tag)
	v := e.frame(KindIntegrations, path, IntegrationsPath)
	body.Problem = e.problem(n, i)
	v.Integrations = &body
	v.Head.Title = e.say("integrations_title", nil)
	v.Head.Description = e.spoken("integrations_lead", e.say("integrations_lead", nil))
	e.fillBar(v, start)
	return Page{path, v}
}

// problem is an answer with problem details (RFC 9457) whose type is a code's permanent link.
func (e *Edition) problem(n, i int) string {
	volume := e.Volumes[n]
	code := volume.Pages[i].Code.Text
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(struct { // plain strings always can be
		Type   string `json:"type"`
		Title  string `json:"title"`
		Status int    `json:"status"`
		Code   string `json:"code"`
	}{e.BaseURL + e.Slugs.ShortCatalogPath(volume.Model.ID, code), e.titles[n]()[i].Plain, 400, code})
	return "HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json\n\n" + b.String()
}
