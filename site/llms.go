package site

import (
	"fmt"
	"slices"
	"strings"

	"errbook/site/page"
	"errbook/site/prose"
)

// The bounds of llms.txt: a site with more codes than this lists its sections, and of those no more than so many for each
// catalogue.
const (
	maxListedCodes    = 1000
	maxListedSections = 200
)

// llms publishes llms.txt (https://llmstxt.org): what the site is, and where a language model finds each code as Markdown. It
// is in English, as are the names of its parts; titles are in English where the site has it, else in the source language.
func (b *build) llms() error {
	book := b.site.Book
	lang := book.Source
	if slices.Contains(b.site.Config.Languages, "en") {
		lang = "en"
	}
	l, err := b.site.Language(lang)
	if err != nil {
		return err
	}
	total := 0
	for _, v := range book.Volumes {
		total += v.Live()
	}
	var out strings.Builder
	fmt.Fprintf(&out, "# %s\n\n> %d error codes in %d languages (%s): what each means and what to do about it.\n\n",
		line(b.site.Frame(l).SiteTitle()), total, len(book.Languages), strings.Join(b.site.Config.Languages, ", "))
	fmt.Fprintf(&out, "The page of a code as Markdown is at %s{language}/{catalog}/{code}/index.md, and in all languages as JSON at %sc/{catalog}/{code}.json. "+
		"A code is written as in the documents: 1, 001 and -1 are three codes. Link to a code as %sc/{code}.\n", book.BaseURL, book.BaseURL, book.BaseURL)
	for n := range book.Volumes {
		b.llmsCatalog(&out, n, lang, total <= maxListedCodes)
	}
	fmt.Fprintf(&out, "\n## Data\n\n- [All codes](%[1]sapi/codes.json): JSON, in the language of the documents\n- [Its JSON Schema](%[1]sapi/codes.schema.json)\n"+
		"- [OpenAPI document](%[1]sapi/openapi.json): the search, where the site is served by errbook\n\n## Optional\n\n- [Sitemap](%[1]ssitemap.xml): all pages\n", book.BaseURL)
	return b.putText("llms.txt", out.String())
}

// llmsCatalog lists the codes of a catalogue, or its sections in the order in which their first codes stand.
func (b *build) llmsCatalog(out *strings.Builder, n int, lang string, every bool) {
	book, v := b.site.Book, b.site.Book.Volumes[n]
	url := book.BaseURL + page.CatalogPath(lang, v.Model.ID)
	title := v.Titles[lang]
	if title == "" {
		title = b.site.sourceTitle(n)
	}
	fmt.Fprintf(out, "\n## %s\n\n- [All of it](%s): %d codes\n", line(title), url, v.Live())
	counts, names, order := map[string]int{}, map[string]string{}, []string{}
	for i, p := range v.Pages[:v.Live()] {
		record := b.records.shown(n, i, b.site.Chain(lang))
		if every {
			fmt.Fprintf(out, "- [%s](%s): %s\n", line(p.Code.Text), book.BaseURL+book.Slugs.MarkdownPath(lang, v.Model.ID, p.Code.Text), line(record.Title))
			continue
		}
		id := sectionID(p.Entries[0].Section)
		if counts[id]++; counts[id] == 1 && id != "" {
			order, names[id] = append(order, id), record.Meanings[0].Section
		}
	}
	for _, id := range order[:min(len(order), maxListedSections)] {
		fmt.Fprintf(out, "- [%s](%s#%s): %d codes\n", line(names[id]), url, id, counts[id])
	}
}

// line makes a text safe in a line of Markdown.
func line(text string) string { return prose.EscapeMarkdown(prose.Line(text)) }
