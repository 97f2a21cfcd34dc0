package locale

import "errbook/site/diag"

// Text is a text in the language in which it can be shown.
type Text struct {
	Value string
	Lang  string        // the language it is in
	Stale bool          // its source has changed since it was translated
	At    diag.Position // where the reader's language has the message, even an empty one; zero where it has none
}

// Translator finds the texts of one catalogue for readers of one language.
type Translator struct {
	Lang   string
	Source string // the document's own language
	chain  []*Messages
}

// NewTranslator returns a translator for a language. The chain is the messages of that language and of those it falls back
// to, in order; messages in the source language itself are not needed, for every text comes with its source.
func NewTranslator(lang, source string, chain []*Messages) *Translator {
	t := &Translator{Lang: lang, Source: source}
	for _, m := range chain {
		if m != nil && m.Tag != source {
			t.chain = append(t.chain, m)
		}
	}
	return t
}

// Text returns the message with an id in the first language of the chain that has it, else its source.
func (t *Translator) Text(id, source string) Text {
	if t.Lang == t.Source {
		return Text{Value: source, Lang: t.Source}
	}
	var at diag.Position
	for _, m := range t.chain {
		if m.Tag == t.Lang {
			at, _ = m.Find(id)
		}
		if text, ok := m.Text(id); ok {
			return Text{text, m.Tag, m.Stale(id), at}
		}
	}
	return Text{Value: source, Lang: t.Source, At: at}
}

// Own returns the message in the translator's own language, without falling back.
func (t *Translator) Own(id, source string) (string, bool) {
	text := t.Text(id, source)
	return text.Value, text.Lang == t.Lang
}
