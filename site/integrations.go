package site

import (
	"encoding/json"
	"html/template"
	"strings"

	"errbook/search/codes"
	"errbook/search/pattern"
	"errbook/site/page"
)

// catalogCodes are the codes of a catalogue; path is what their short links begin with, below the base URL.
type catalogCodes struct {
	id, path string
	codes    []codes.Code
}

// kit is what the pages of integrations of all languages are made from. It is made once for a build.
type kit struct {
	base     string
	pattern  pattern.Pattern
	catalogs []catalogCodes
	volume   int // of the example
	page     int
	json     string // address of the example in all languages
}

// integrations gathers the codes; it reports false where there are none.
func (s *Site) integrations() (kit, bool) {
	k := kit{base: s.Book.BaseURL}
	var all []codes.Code
	best := -1
	for n, v := range s.Book.Volumes {
		c := catalogCodes{id: v.Model.ID, path: s.Book.Slugs.ShortCatalogPath(v.Model.ID, "")}
		for i, p := range v.Pages {
			code := searchCode(v.Model, p)
			c.codes = append(c.codes, code)
			if w := exampleWorth(code); w > best && (p.Retired() == nil || best < 0) {
				best, k.volume, k.page = w, n, i
			}
		}
		all = append(all, c.codes...)
		k.catalogs = append(k.catalogs, c)
	}
	if len(all) == 0 {
		return k, false
	}
	k.pattern = pattern.Of(all)
	k.json = k.base + s.Book.Slugs.JSONPath(k.catalogs[k.volume].id, k.catalogs[k.volume].codes[k.page].Text)
	return k, true
}

// exampleWorth says how good an example a code is: one that is plain and not too short is best.
func exampleWorth(c codes.Code) int {
	switch {
	case c.Range:
		return 0
	case !autolinkID.MatchString(c.Text):
		return 1
	case len(c.Text) < 3:
		return 2
	}
	return 3
}

// in is the body of the page in a language.
func (k kit) in(lang string) page.Integrations {
	example := k.catalogs[k.volume].codes[k.page].Text
	short := k.base + "c/"
	careful := bookmarklet(k.pattern.Strict(), short)
	body := page.Integrations{
		Shape: k.pattern.Shape, Code: example, Short: short,
		Bookmarklet: careful, Careful: template.URL(careful),
		Keywords:   []string{k.base + page.SearchPath(lang) + "?q=%s", short + "%s"},
		GitHub:     autolinks(k.base, k.catalogs),
		GitLab:     k.gitLab(),
		Linkifiers: k.linkifiers(),
		Field:      "^(?:" + joined("|", k.pattern.Numbers, k.pattern.Names) + ")$",
		Loki:       k.loki(), LogQL: k.logQL(),
		Portable:   nonempty(k.pattern.Cued(), k.pattern.Named()),
		Lookaround: nonempty(k.pattern.Strict()),
		Curl:       k.curl(lang, example),
		Pipe:       "errbook link --lang " + lang + " < ticket.txt\nerrbook link --lang " + lang + " --format json < app.log",
		Slack:      k.slack(example),
		JSON:       k.json,
		Programs:   []string{"api/codes.json", "api/codes.schema.json", "api/code.schema.json", "api/openapi.json", "llms.txt"},
	}
	if !k.pattern.Shape {
		body.Everywhere = template.URL(bookmarklet(k.pattern.Anywhere(), short))
		if expr := k.pattern.Anywhere(); expr != k.pattern.Strict() {
			body.Lookaround = append(body.Lookaround, expr)
		}
	}
	return body
}

// slack links the codes of a text for Slack, and posts a link through an incoming webhook.
func (k kit) slack(example string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(map[string]string{"text": "<" + k.base + "c/" + example + "|" + example + ">"}) // strings always can be
	return "errbook link --format slack < ticket.txt\ncurl -H 'Content-Type: application/json' -d '" +
		shellQuoted(strings.TrimSpace(b.String())) + `' "$SLACK_WEBHOOK_URL"`
}

// gitLab is the address of an issue for GitLab's custom issue tracker, which refers to numbers only.
func (k kit) gitLab() string {
	for _, c := range k.catalogs {
		for _, code := range c.codes {
			if autolinkNumber.MatchString(code.Text) {
				return k.base + "c/:id"
			}
		}
	}
	return ""
}

// linkifiers are rules for Zulip: patterns in RE2, addresses as in RFC 6570.
func (k kit) linkifiers() (list []page.Linkifier) {
	for _, expr := range nonempty(k.pattern.CuedIn(), k.pattern.NamedIn()) {
		list = append(list, page.Linkifier{Pattern: expr, Template: k.base + "c/{code}"})
	}
	return list
}

// loki is a provisioning file for Grafana. A dollar is written twice in it, because Grafana puts variables into such files.
func (k kit) loki() string {
	quoted := func(s string) string {
		return "'" + strings.NewReplacer("'", "''", "$", "$$").Replace(s) + "'"
	}
	var b strings.Builder
	b.WriteString("apiVersion: 1\ndatasources:\n  - name: Loki\n    type: loki\n    access: proxy\n    url: http://loki:3100\n    jsonData:\n      derivedFields:\n")
	for _, expr := range nonempty(k.pattern.Cued(), k.pattern.Named()) {
		b.WriteString("        - name: error code\n          matcherRegex: " + quoted(expr) +
			"\n          url: " + quoted(k.base+"c/${__value.raw}") + "\n")
	}
	return b.String()
}

// logQL is a query for the lines that have a code; "" where the expression cannot stand in one.
func (k kit) logQL() string {
	expr := joined("|", k.pattern.Cued(), k.pattern.Named())
	if strings.Contains(expr, "`") {
		return ""
	}
	return "{app=\"my-app\"} |~ `" + expr + "`"
}

func (k kit) curl(lang, example string) string {
	return "curl -G '" + k.base + "api/search' --data-urlencode 'q=code=" + shellQuoted(example) + "' -d lang=" + lang +
		"\ncurl --data-binary @ticket.txt -H 'Content-Type: text/plain' '" + k.base + "api/ticket?lang=" + lang + "'"
}

// shellQuoted makes a text safe within single quotes of a shell.
func shellQuoted(s string) string { return strings.ReplaceAll(s, "'", `'\''`) }

func nonempty(list ...string) (out []string) {
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func joined(sep string, list ...string) string { return strings.Join(nonempty(list...), sep) }
