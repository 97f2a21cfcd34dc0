package site

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"errbook/site/catalog"
	"errbook/site/page"
	"errbook/site/prose"
)

// programs publishes what programs read: the JSON of all codes and of each, the sitemap and robots.txt.
func (b *build) programs(ctx context.Context) error {
	if err := b.putJSON("api/codes.json", b.site.AllCodes()); err != nil {
		return err
	}
	if err := b.apidoc(); err != nil {
		return err
	}
	if err := b.llms(); err != nil {
		return err
	}
	for n, v := range b.site.Book.Volumes {
		err := b.each(ctx, "json", len(v.Pages), func(i int) error {
			return b.putJSON(b.site.Book.Slugs.JSONPath(v.Model.ID, v.Pages[i].Code.Text), b.codeJSON(n, i))
		})
		if err != nil {
			return err
		}
	}
	if err := b.sitemap(); err != nil {
		return err
	}
	robots := "User-agent: *\nDisallow: " + b.site.Book.BasePath + "api/search\n\nSitemap: " + b.site.Book.BaseURL + "sitemap.xml\n"
	return b.putText("robots.txt", robots)
}

func (b *build) putJSON(path string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return b.putText(path, string(data)+"\n")
}

func (b *build) putText(path, text string) error {
	return b.out.Put(path, text, func() ([]byte, error) { return []byte(text), nil })
}

// AllCodes is the document at /api/codes.json. Titles and fields are in the source language, as plain text.
type AllCodes struct {
	Schema   string         `json:"$schema"` // address of the JSON Schema of this document
	Build    string         `json:"build"`
	Catalogs []CatalogCodes `json:"catalogs"`
}

// CatalogCodes is one catalogue of AllCodes.
type CatalogCodes struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Source   string        `json:"source"` // BCP 47 tag of the document's language
	Sections []SectionJSON `json:"sections"`
	Entries  []EntryJSON   `json:"entries"`
}

// SectionJSON is a section; Parent is the id of the section around it, or "".
type SectionJSON struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Parent string `json:"parent"`
}

// EntryJSON is one meaning of a code. Lo and Hi are the bounds of a range or pattern and left out otherwise; Aliases are
// other spellings that answer, the symbol among them; Section is "" for an entry outside any section.
type EntryJSON struct {
	Code    string            `json:"code"`
	Kind    string            `json:"kind"`
	Lo      string            `json:"lo,omitempty"`
	Hi      string            `json:"hi,omitempty"`
	Symbol  string            `json:"symbol,omitempty"`
	Aliases []string          `json:"aliases,omitempty"`
	Section string            `json:"section"`
	Line    int               `json:"line"`
	Fields  map[string]string `json:"fields"`
	Retired *RetiredJSON      `json:"retired,omitempty"` // where the code has left its document; Line is then one of site.toml
}

// RetiredJSON says how a code was retired. ReplacedBy is "<code>", or "<catalogue>/<code>" of another catalogue.
type RetiredJSON struct {
	Since      string `json:"since"` // YYYY-MM-DD
	Reason     string `json:"reason,omitempty"`
	ReplacedBy string `json:"replaced_by,omitempty"`
}

func retiredJSON(e *catalog.Entry, reason string) *RetiredJSON {
	if e.Retired == nil {
		return nil
	}
	return &RetiredJSON{e.Retired.Since, reason, e.Retired.ReplacedBy}
}

// retiredReason is why a code was retired, as plain text in the source language.
func retiredReason(e *catalog.Entry) string {
	if e.Retired == nil {
		return ""
	}
	return prose.Line(prose.Plain(e.Retired.Reason))
}

// AllCodes returns every code of the site.
func (s *Site) AllCodes() AllCodes {
	all := AllCodes{Schema: s.Book.BaseURL + "api/codes.schema.json", Build: s.build, Catalogs: []CatalogCodes{}}
	for n, c := range s.Catalogs {
		out := CatalogCodes{ID: c.ID, Title: s.sourceTitle(n), Source: s.Config.Source, Sections: []SectionJSON{}, Entries: []EntryJSON{}}
		for _, section := range c.Sections {
			out.Sections = append(out.Sections, SectionJSON{section.ID, section.Title, sectionID(section.Parent)})
		}
		for _, e := range c.Entries {
			out.Entries = append(out.Entries, entryJSON(e))
		}
		all.Catalogs = append(all.Catalogs, out)
	}
	return all
}

func (s *Site) sourceTitle(n int) string {
	c := s.Catalogs[n]
	for _, title := range []string{s.Book.Volumes[n].Titles[s.Config.Source], c.Title} {
		if title != "" {
			return title
		}
	}
	return c.ID
}

func sectionID(s *catalog.Section) string {
	if s == nil {
		return ""
	}
	return s.ID
}

func entryJSON(e *catalog.Entry) EntryJSON {
	out := EntryJSON{Code: e.Code.Text, Kind: e.Code.Kind(), Section: sectionID(e.Section), Line: e.Pos.Line, Fields: map[string]string{}}
	if e.Code.Kind() != "single" {
		out.Lo, out.Hi = strconv.FormatInt(e.Code.Lo, 10), strconv.FormatInt(e.Code.Hi, 10)
	}
	for _, f := range e.Fields {
		if f.Role == catalog.RoleSymbol {
			out.Symbol = prose.Plain(f.Text)
		} else {
			out.Fields[f.Name] = plainField(f)
		}
	}
	out.Aliases = aliases(e)
	out.Retired = retiredJSON(e, retiredReason(e))
	return out
}

func plainField(f catalog.Field) string {
	if f.Block {
		return prose.PlainBlock(f.Text)
	}
	return prose.Plain(f.Text)
}

// aliases lists the other spellings under which an entry answers.
func aliases(e *catalog.Entry) []string {
	list := slices.Clone(e.Aliases)
	if f, ok := e.Field(catalog.RoleSymbol); ok {
		if symbol := prose.Line(prose.Plain(f.Text)); symbol != "" && !slices.Contains(list, symbol) {
			list = append(list, symbol)
		}
	}
	return list
}

// CodeJSON is the document at /c/<catalog>/<code>.json: the code in every language that has it.
type CodeJSON struct {
	Catalog   string                  `json:"catalog"`
	Code      string                  `json:"code"`
	Kind      string                  `json:"kind"`
	Lo        string                  `json:"lo,omitempty"`
	Hi        string                  `json:"hi,omitempty"`
	Permalink string                  `json:"permalink"`
	Source    string                  `json:"source"`            // BCP 47 tag of the document's language
	Retired   *RetiredJSON            `json:"retired,omitempty"` // in the source language
	Languages map[string]LanguageJSON `json:"languages"`
}

// LanguageJSON is a code in one language. Text is the language that its texts are in, which differs from the key where
// there is no translation.
type LanguageJSON struct {
	URL      string        `json:"url"`
	Text     string        `json:"text"`
	Title    string        `json:"title"`
	Meanings []MeaningJSON `json:"meanings"`
	Retired  *RetiredJSON  `json:"retired,omitempty"`
	Notes    string        `json:"notes,omitempty"`    // longer notes
	Symptoms []string      `json:"symptoms,omitempty"` // phrases in which people report the code, where the site shows them
}

// MeaningJSON is one meaning of a code in one language.
type MeaningJSON struct {
	SectionID string            `json:"section_id"`
	Section   string            `json:"section"`
	Fields    map[string]string `json:"fields"`
}

func (b *build) codeJSON(n, i int) CodeJSON {
	book := b.site.Book
	v := book.Volumes[n]
	p := v.Pages[i]
	first := entryJSON(p.Entries[0])
	out := CodeJSON{
		Catalog: v.Model.ID, Code: first.Code, Kind: first.Kind, Lo: first.Lo, Hi: first.Hi,
		Permalink: book.BaseURL + book.Slugs.ShortPath(first.Code), Source: book.Source, Retired: first.Retired, Languages: map[string]LanguageJSON{},
	}
	for _, l := range book.Languages {
		record := b.records.shown(n, i, b.site.Chain(l.Tag))
		language := LanguageJSON{URL: book.BaseURL + book.Slugs.CodePath(l.Tag, v.Model.ID, first.Code),
			Text: record.Lang, Title: record.Title, Meanings: []MeaningJSON{}, Retired: retiredJSON(p.Entries[0], record.Retired), Notes: record.Notes}
		if book.Symptoms && record.Symptoms != "" {
			language.Symptoms = strings.Split(record.Symptoms, "\n")
		}
		for k, m := range record.Meanings {
			language.Meanings = append(language.Meanings, meaningJSON(m, p.Entries[k]))
		}
		out.Languages[l.Tag] = language
	}
	return out
}

func meaningJSON(m page.RecordMeaning, e *catalog.Entry) MeaningJSON {
	out := MeaningJSON{SectionID: sectionID(e.Section), Section: m.Section, Fields: map[string]string{}}
	for _, f := range m.Fields {
		out.Fields[f.Name] = strings.TrimSpace(f.Plain)
	}
	return out
}
