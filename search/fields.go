package search

import (
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// The fields that belong to no language: identifiers and code texts, and the ids of catalogue and section, each as one term.
const (
	symbolField    = "symbol"
	catalogField   = "catalog"
	sectionIDField = "sectionid"
)

// The fields of each language are named by these and its tag.
const (
	textField      = "text_"    // title and body
	notesField     = "notes_"   // notes
	symptomsField  = "symptom_" // phrases in which people report it
	sectionField   = "section_" // title of the section
	characterField = "char_"    // single characters of title and body
)

// termField is one field of a document: its terms are counted, and nothing of it is stored.
type termField struct {
	name   string
	length int
	freqs  index.TokenFrequencies
}

func newTermField(name string, tokens []token) *termField {
	f := &termField{name: name, length: len(tokens), freqs: make(index.TokenFrequencies, len(tokens))}
	backing := make([]index.TokenFreq, len(tokens))
	for i, t := range tokens {
		freq, ok := f.freqs[t.term]
		if !ok {
			freq = &backing[i]
			freq.Term = []byte(t.term)
			f.freqs[t.term] = freq
		}
		freq.SetFrequency(freq.Frequency() + 1)
	}
	return f
}

// The methods by which bleve reads a field.

func (f *termField) Name() string                                     { return f.name }
func (f *termField) Value() []byte                                    { return nil }
func (f *termField) ArrayPositions() []uint64                         { return nil }
func (f *termField) EncodedFieldType() byte                           { return 't' }
func (f *termField) Analyze()                                         {}
func (f *termField) Options() index.FieldIndexingOptions              { return index.IndexField }
func (f *termField) AnalyzedLength() int                              { return f.length }
func (f *termField) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.freqs }
func (f *termField) NumPlainTextBytes() uint64                        { return 0 }
func (f *termField) Size() int                                        { return 0 }

// indexed returns the document as it is put into the index, analysed: nothing is stored but its id.
func (d Document) indexed() index.Document {
	doc := document.NewDocument(d.id())
	add := func(name string, tokens []token) {
		if len(tokens) > 0 {
			doc.AddField(newTermField(name, tokens))
		}
	}
	add(catalogField, []token{{term: d.Catalog, pos: 1}})
	add(sectionIDField, []token{{term: d.Section, pos: 1}})
	add(symbolField, tokenize(d.Code.Text+" "+strings.Join(d.Symbols, " ")))
	for _, t := range d.Texts {
		text := t.Body
		if !strings.HasPrefix(t.Body, t.Title) {
			text = t.Title + "\n" + t.Body
		}
		add(textField+t.Lang, tokenize(text))
		add(notesField+t.Lang, tokenize(t.Notes))
		add(symptomsField+t.Lang, tokenize(t.Symptoms))
		add(sectionField+t.Lang, tokenize(t.Section))
		add(characterField+t.Lang, characters(text))
	}
	doc.AddIDField()
	doc.Fields[len(doc.Fields)-1].Analyze()
	return doc
}
