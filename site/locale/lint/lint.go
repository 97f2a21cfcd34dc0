// Package lint finds what is probably wrong with a translation, by comparing it with its source: nothing that a program can
// be sure of, but what a second reader would stop at.
//
// What must not differ is an error: code spans, link targets, numbers, and characters that nobody sees. What may well be
// right is a warning: words of another script, a term that the glossary calls otherwise, a length out of proportion, two
// translations of one source. A person who knows better says so in the file, with a reason; package workbench reads that.
//
// The checks know scripts, not languages: those of a language are what its BCP 47 tag says or implies (UTS #35, likely
// subtags).
package lint

import (
	"slices"

	"errbook/site/diag"
	"errbook/site/locale/glossary"
	"errbook/site/prose"
)

// The rules of findings.
const (
	RuleCode        = "code-changed"       // a code span that the other text does not have
	RuleLink        = "link-changed"       // a link target that the other text does not have
	RuleNumber      = "number-changed"     // a number that the other text does not have
	RuleHidden      = "hidden-character"   // a character without width
	RuleIdentifier  = "identifier-changed" // a name of a program that the translation does not have
	RuleSame        = "same-as-source"     // nothing is translated
	RuleScript      = "foreign-script"     // letters of a script that the language is not written in
	RuleVariant     = "script-variant"     // Traditional characters in a text in Simplified ones, or the like
	RulePunctuation = "final-punctuation"  // a sentence that ends otherwise than its source, or than sentences of the language do
	RuleLength      = "length"             // much longer or shorter than translations of this file are
	RuleTwoWays     = "two-ways"           // one source, two translations
	RuleTerm        = "glossary-term"      // a term that the glossary calls otherwise
	RuleNotNFC      = "not-nfc"            // not in Unicode's Normalization Form C
)

// Message is a translation with its source.
type Message struct {
	ID     string
	Source string // Markdown
	Text   string // Markdown, not blank
	Block  bool   // not one line
	Free   bool   // said in the language's own words: only what holds of any text is checked
}

// Finding is what a check says of a message.
type Finding struct {
	ID       string
	Severity diag.Severity
	Rule     string
	Message  string
}

// Linter checks the translations of one file.
type Linter struct {
	lang     string
	from, to writing // how the source's language and the translation's are written
	glossary *glossary.Glossary
}

// New returns a linter for translations from one language into another; glossary may be empty.
func New(source, lang string, g *glossary.Glossary) *Linter {
	return &Linter{lang: lang, from: writingOf(source), to: writingOf(lang), glossary: g}
}

// pair is a message taken apart.
type pair struct {
	Message
	source, text prose.Parts
}

// Check returns what is to be said of each message by itself and of all together, in the order of the messages.
func (l *Linter) Check(messages []Message) (list []Finding) {
	together := map[string][]Finding{}
	close := slices.DeleteFunc(slices.Clone(messages), func(m Message) bool { return m.Free })
	for _, f := range append(l.lengths(close), twoWays(close)...) {
		together[f.ID] = append(together[f.ID], f)
	}
	for _, m := range messages {
		list = append(list, l.one(m)...)
		list = append(list, together[m.ID]...)
	}
	return list
}

// one checks a message by itself.
func (l *Linter) one(m Message) (list []Finding) {
	p := pair{m, prose.PartsOf(m.Source, m.Block), prose.PartsOf(m.Text, m.Block)}
	checks := []func(pair) []Finding{l.hidden, l.same, l.scripts, l.variants, notNFC}
	if !m.Free {
		checks = []func(pair) []Finding{
			codes, links, l.numbers, l.hidden, identifiers, l.same, l.scripts, l.variants, l.punctuation, l.terms, notNFC,
		}
	}
	for _, check := range checks {
		for _, f := range check(p) {
			f.ID = m.ID
			list = append(list, f)
		}
	}
	return list
}
