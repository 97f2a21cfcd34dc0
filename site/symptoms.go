package site

import (
	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
)

// readSymptoms reads in which words people report the codes of a catalogue: the messages "<code>.symptoms" in the file of
// the source language, i18n/<catalogue>.<source>.toml. They are translated like any text of the document. Where the document
// has a column of that name, the document counts.
func (s *Site) readSymptoms(c *catalog.Catalog) (map[string]page.Symptoms, diag.List) {
	codes := map[string]string{}
	for _, e := range c.Entries {
		codes[catalog.SymptomsID(e.Code)] = e.Code.Text
	}
	for _, m := range c.Messages() {
		delete(codes, m.ID)
	}
	messages, list := locale.LoadBeside(s.fsys, i18nDir, c.ID, s.Config.Source, func(id string) bool { _, ok := codes[id]; return ok })
	symptoms := map[string]page.Symptoms{}
	for _, id := range messages.IDs() {
		if text, ok := messages.Text(id); ok {
			symptoms[codes[id]] = page.Symptoms{Text: text, At: messages.Position(id)}
		}
	}
	return symptoms, list
}
