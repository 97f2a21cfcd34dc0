package site

import (
	"fmt"
	"strings"

	"errbook/site/tomlfile"
)

// write writes the proposal as a site.toml with comments.
func (p *proposer) write() []byte {
	var b strings.Builder
	b.WriteString(proposalHead)
	fmt.Fprintf(&b, "source_language = %s\nlanguages = %s\n", tomlfile.Quote(p.Language), tomlfile.QuoteList(p.languages()))
	b.WriteString(proposalMore)
	p.writeTitles(&b, "title", p.Title)
	for i, c := range p.Catalogs {
		fmt.Fprintf(&b, "\n# The document content/%s.md: %s.\n[[catalog]]\nid = %s\n", c.ID, counted(len(c.Entries), "code"), tomlfile.Quote(c.ID))
		b.WriteString("# numbers = true # its codes are 32-bit numbers: 0x8007000E and -2147024882 are the same\n")
		if p.keepSame[i] {
			b.WriteString("same_code = \"keep\" # a code may stand twice in a section with other texts; \"error\" forbids it\n")
		}
		b.WriteByte('\n')
		p.writeTitles(&b, "catalog.title", p.names[i])
		writeColumns(&b, columns(c))
		writeSections(&b, p.sections[i])
	}
	return []byte(b.String())
}

const proposalHead = `# The site, as errbook proposes it. Change what does not fit; an unknown key is an error, so a slip is told at once.

# Where the site will stand. Links within the site are relative; this is for those that leave it: permanent links, the
# sitemap, links between languages.
base_url = "http://127.0.0.1:8080/"

# The language of the documents, and the languages of the site in the order in which they are offered (BCP 47 tags).
`

const proposalMore = `
# A link from each code to its line in your repository; {path}, {line} and {code} are filled in.
# edit_link = "https://git.example.com/docs/blob/main/{path}#L{line}"

`

// writeTitles writes a title in the source language, and a place for it in each other one.
func (p *proposer) writeTitles(b *strings.Builder, table, title string) {
	fmt.Fprintf(b, "[%s]\n%s = %s\n", table, p.Language, tomlfile.Quote(title))
	for _, tag := range p.languages()[1:] {
		fmt.Fprintf(b, "# %s = %s\n", tag, tomlfile.Quote(title))
	}
}

// writeColumns writes how the columns are read, as comments: what errbook recognises needs no word, and for the rest it
// has no better one.
func writeColumns(b *strings.Builder, list []Column) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\n# What the columns hold, by their headers. Without a # a line overrides what errbook takes a column for. Roles:\n# " +
		strings.Join(roleNames(), ", ") + ".\n[catalog.columns]\n")
	told := false
	for _, c := range list {
		if unknown(c) == 1 && !told {
			told = true
			b.WriteString("# Not known, and kept under their own names:\n")
		}
		if c.Header != "" {
			fmt.Fprintf(b, "# %s = %s\n", tomlfile.Quote(c.Header), tomlfile.Quote(c.Role))
		}
	}
}

func writeSections(b *strings.Builder, list []proposedSection) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\n# Ids of sections, by the path of their headings. An id is part of links: a heading may be reworded, its id stays.\n[catalog.sections]\n")
	for _, s := range list {
		fmt.Fprintf(b, "%s = %s\n", tomlfile.Quote(s.path), tomlfile.Quote(s.id))
	}
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
