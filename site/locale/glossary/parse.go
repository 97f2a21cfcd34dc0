package glossary

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"errbook/site/diag"
	"errbook/site/tomlfile"
)

// RuleGlossary: an entry of the glossary says nothing, or twice the same.
const RuleGlossary = "glossary"

// Parse reads a glossary. known tells of the languages that the site has; a form in another is told as a slip. What is wrong
// with a term is a warning, and costs that term or form; a file that is not TOML has no terms.
func Parse(file string, data []byte, known []string) (*Glossary, diag.List) {
	var raw map[string]any
	if err := toml.Unmarshal(tomlfile.WithoutBOM(data), &raw); err != nil {
		d := tomlfile.Problem(file, tomlfile.WithoutBOM(data), err)
		d.Severity = diag.Warning
		return New(nil), diag.List{d}
	}
	p := &parser{file: file, known: known, at: tomlfile.Positions(file, data), first: map[string]Term{}}
	for _, key := range slices.Sorted(maps.Keys(raw)) {
		if key != "term" {
			p.warn([]string{key}, "%q is no part of a glossary; it is made of [[term]] tables", key)
		}
	}
	tables, ok := raw["term"].([]map[string]any)
	if !ok && raw["term"] != nil {
		p.warn([]string{"term"}, "terms are tables that start with [[term]]")
	}
	for i, table := range tables {
		p.term(i, table)
	}
	return New(p.terms), p.list
}

type parser struct {
	file  string
	known []string
	at    map[string]diag.Position
	first map[string]Term
	terms []Term
	list  diag.List
}

func (p *parser) position(path []string) diag.Position {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if at, ok := p.at[strings.Join(path, tomlfile.KeySeparator)]; ok {
			return at
		}
	}
	return diag.At(p.file, 1, 1)
}

func (p *parser) warn(path []string, format string, args ...any) {
	p.list = append(p.list, diag.Warnf(p.position(path), RuleGlossary, format, args...))
}

// term reads the nth table.
func (p *parser) term(n int, table map[string]any) {
	path := []string{"term", strconv.Itoa(n)}
	t := Term{Forms: map[string][]string{}, At: p.position(append(path, "source"))}
	t.Source, _ = table["source"].(string)
	t.Why, _ = table["why"].(string)
	if strings.TrimSpace(t.Source) == "" {
		p.warn(path, `a [[term]] needs a source: the words of the documents, as in source = "証明書"`)
		return
	}
	if before, twice := p.first[fold(t.Source)]; twice {
		p.warn(append(path, "source"), "the term %q stands on line %d already; put all forms there", t.Source, before.At.Line)
		return
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		at := append(slices.Clone(path), key)
		switch {
		case key == "source" || key == "why":
			if _, text := table[key].(string); !text {
				p.warn(at, "%s is to be a text between quotes", key)
			}
		case !slices.Contains(p.known, key):
			p.warn(at, "%q is none of the site's languages%s: %s", key, diag.DidYouMean(key, p.known), strings.Join(p.known, ", "))
		default:
			t.Forms[key] = p.forms(at, table[key])
		}
	}
	p.first[fold(t.Source)] = t
	p.terms = append(p.terms, t)
}

// forms reads a text, or a list of some.
func (p *parser) forms(path []string, value any) (forms []string) {
	values, list := value.([]any)
	if !list {
		values = []any{value}
	}
	for _, v := range values {
		form, ok := v.(string)
		if !ok || strings.TrimSpace(form) == "" {
			p.warn(path, "a form is to be a text between quotes, or a list of such texts")
			continue
		}
		forms = append(forms, form)
	}
	return forms
}
