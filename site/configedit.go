package site

import (
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/workbench"
	"errbook/site/tomlfile"
)

// configEdit is site.toml with another language and its chain.
func (s *Site) configEdit(tag string, chain []string) (workbench.Edit, diag.List) {
	data, err := fs.ReadFile(s.fsys, ConfigFile)
	if err != nil {
		return workbench.Edit{}, diag.List{readError(ConfigFile, err)}
	}
	after, list := addLanguage(data, tag, chain)
	return workbench.Edit{Name: ConfigFile, Before: data, After: after}, list
}

// addLanguage adds a language to a site.toml, and leaves every byte of the rest. The result is read again, and is refused if
// it says anything else than the old one and the language: then the person is told what to write.
func addLanguage(data []byte, tag string, chain []string) ([]byte, diag.List) {
	old, list := parseConfig(data)
	if list.HasErrors() {
		return nil, list
	}
	after, err := withLanguage(data, old, tag, chain)
	reason := "the result would say something else"
	if err != nil {
		reason = err.Error()
	} else if got, found := parseConfig(after); !found.HasErrors() && reflect.DeepEqual(got, expected(old, tag, chain)) {
		return after, nil
	}
	return nil, diag.List{diag.Errorf(languagesPosition(data), tomlfile.RuleEdit, "cannot add %s to the file without risk (%s); write it by hand: %s",
		tag, reason, byHand(old, tag, chain))}
}

// withLanguage is the text with the language in it.
func withLanguage(data []byte, old *Config, tag string, chain []string) ([]byte, error) {
	d, err := tomlfile.OpenDocument(data)
	if err != nil {
		return nil, err
	}
	has := slices.ContainsFunc(d.Keys(), func(key string) bool { return strings.EqualFold(key, "languages") })
	switch {
	case !has:
		err = d.AddKey(nil, "languages", tomlfile.QuoteList(append(slices.Clone(old.Languages), tag)))
	case d.Elements("languages") == 0: // an empty list stands for the source language
		err = d.AppendStrings([]string{"languages"}, old.Source, tag)
	default:
		err = d.AppendStrings([]string{"languages"}, tag)
	}
	switch {
	case err != nil || len(chain) == 0:
	case d.HasTable("fallback") || slices.ContainsFunc(d.Keys(), isFallback) || len(d.Keys("fallback")) > 0:
		err = d.AddKey([]string{"fallback"}, tag, tomlfile.QuoteList(chain))
	default:
		err = d.AddTable("fallback", "catalog", tomlfile.QuoteKey(tag)+" = "+tomlfile.QuoteList(chain))
	}
	return d.Bytes(), err
}

// isFallback tells whether a key is that of an inline table of chains.
func isFallback(key string) bool { return strings.EqualFold(key, "fallback") }

// expected is what the edited file is to say.
func expected(old *Config, tag string, chain []string) *Config {
	want := *old
	want.Languages = append(slices.Clone(old.Languages), tag)
	if len(chain) > 0 {
		want.Fallback = maps.Clone(old.Fallback)
		if want.Fallback == nil {
			want.Fallback = map[string][]string{}
		}
		want.Fallback[tag] = chain
	}
	return &want
}

func languagesPosition(data []byte) diag.Position {
	if at, ok := tomlfile.Positions(ConfigFile, data)["languages"]; ok {
		return at
	}
	return diag.At(ConfigFile, 1, 1)
}

// byHand is what to write where errbook does not dare.
func byHand(old *Config, tag string, chain []string) string {
	lines := "languages = " + tomlfile.QuoteList(append(slices.Clone(old.Languages), tag)) + " above the first [table]"
	if len(chain) > 0 {
		lines += ", and below [fallback] " + tomlfile.QuoteKey(tag) + " = " + tomlfile.QuoteList(chain)
	}
	return lines
}
