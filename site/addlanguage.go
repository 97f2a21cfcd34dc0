package site

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/locale/pseudo"
	"errbook/site/locale/workbench"
)

// Addition is what it takes to give a site another language.
type Addition struct {
	Lang     string
	Fallback []string // the chain that site.toml gets for it; none where texts go straight to the source
	Messages int      // that are to be translated
	Strings  int      // of the page that are to be translated
	Plan     *workbench.Plan
}

// AddLanguage plans another language: its files of messages with an empty entry for each, the strings of the page that
// errbook does not bring, and site.toml with its tag. A nil fallback asks for the chain that suits the site's languages. The
// plan's edit of site.toml is the last, so that a site whose files were written in part does not have the language yet.
//
// Wrong tags are an error. What is wrong with files that are there is told by the diagnostics; with an error among them
// there is no addition.
func (s *Site) AddLanguage(builtin fs.FS, tag string, fallback []string) (*Addition, diag.List, error) {
	if err := s.mayAdd(tag); err != nil {
		return nil, nil, err
	}
	if err := s.mayFallBack(tag, fallback); err != nil {
		return nil, nil, err
	}
	if fallback == nil {
		fallback = locale.Chain(tag, s.Config.Source, s.Config.Languages)
	}
	config, list := s.configEdit(tag, fallback)
	b := s.Bench()
	b.Languages = append(slices.Clone(b.Languages), tag)
	plan, found := b.Sync(b.Catalogs, []string{tag})
	list = append(list, found...)
	ui, added, found := b.AddStrings(builtin, tag)
	if list = append(list, found...); list.HasErrors() {
		return nil, list, nil
	}
	plan.Edits = append(plan.Edits, ui, config)
	a := &Addition{Lang: tag, Fallback: fallback, Strings: added, Plan: plan}
	for _, c := range plan.Changes {
		a.Messages += len(c.Added)
	}
	return a, list, nil
}

// mayAdd tells what forbids a language.
func (s *Site) mayAdd(tag string) error {
	_, pseudoLanguage := pseudo.Of(tag)
	_, err := locale.ParseLanguage(tag)
	switch {
	case slices.Contains(reservedTags, tag):
		return fmt.Errorf("a language cannot be %q: the site has pages of its own at /%s/", tag, tag)
	case err != nil:
		return err
	case tag == s.Config.Source:
		return fmt.Errorf("%s is the language of the documents; every site has it", tag)
	case slices.Contains(s.Config.Languages, tag):
		return fmt.Errorf("the site has %s already; errbook i18n todo %s lists what is to be translated", tag, tag)
	case pseudoLanguage:
		return fmt.Errorf("%s is a pseudo-language, which nobody reads; errbook i18n pseudo builds the site in it", tag)
	}
	return nil
}

// mayFallBack checks the languages of a chain.
func (s *Site) mayFallBack(tag string, chain []string) error {
	for i, t := range chain {
		switch {
		case t == tag:
			return fmt.Errorf("--fallback: %s cannot fall back to itself", tag)
		case !slices.Contains(s.Config.Languages, t):
			return fmt.Errorf("--fallback: %q is not one of the site's languages%s: %s", t, diag.DidYouMean(t, s.Config.Languages), strings.Join(s.Config.Languages, ", "))
		case t == s.Config.Source:
			return fmt.Errorf("--fallback: %s is the language of the documents, where every chain ends; leave it out", t)
		case slices.Contains(chain[:i], t):
			return fmt.Errorf("--fallback lists %s twice", t)
		}
	}
	return nil
}
