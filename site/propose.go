package site

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/page"
)

// Source is a document from which a site is to be made.
type Source struct {
	ID      string // of its catalogue; see CatalogID
	File    string // as diagnostics call it
	Content []byte
}

// ProposalOptions are what a person knows better than the documents say.
type ProposalOptions struct {
	Source    string   // language of the documents; "" to guess it
	Languages []string // further ones of the site
}

// Proposal is a content/site.toml for some documents.
type Proposal struct {
	TOML     []byte
	Title    string
	Language string
	Catalogs []*catalog.Catalog // as read without a site.toml, in the order of the sources
	Said     []string           // what was settled, a sentence each
	Unsure   []string           // what a person should look at, a sentence each
}

// Propose reads documents and writes a site.toml that says of each what it cannot say itself. It changes nothing and is the
// same for the same documents. The diagnostics are those of the documents that the site will have with that file; with
// catalog.RuleNotUTF8 or catalog.RuleNoCodes among them there is no proposal.
func Propose(sources []Source, opt ProposalOptions) (*Proposal, diag.List) {
	p := &proposer{Proposal: &Proposal{}, opt: opt, sources: sources}
	var list diag.List
	for _, s := range sources {
		c, found := catalog.Read(s.File, s.Content, catalog.Options{ID: s.ID})
		list = append(list, found...)
		p.Catalogs = append(p.Catalogs, c)
		p.keepSame = append(p.keepSame, p.sameCodes(s, found))
	}
	if slices.ContainsFunc(list, unusable) || len(sources) == 0 {
		return nil, list
	}
	p.language()
	p.titles()
	for _, c := range p.Catalogs {
		p.sections = append(p.sections, p.proposeSections(c))
	}
	p.TOML = p.write()
	return p.Proposal, p.reread()
}

// unusable tells whether a diagnostic keeps a document out of any site.
func unusable(d diag.Diagnostic) bool {
	return d.Rule == catalog.RuleNotUTF8 || d.Rule == catalog.RuleNoCodes
}

// proposer makes a proposal.
type proposer struct {
	*Proposal
	opt      ProposalOptions
	sources  []Source
	names    []string            // titles of the catalogues
	sections [][]proposedSection // by catalogue
	keepSame []bool              // by catalogue: a code stands twice in a section with other texts
}

func (p *proposer) said(format string, args ...any) {
	p.Said = append(p.Said, diag.OneLine(fmt.Sprintf(format, args...)))
}

func (p *proposer) unsure(format string, args ...any) {
	p.Unsure = append(p.Unsure, diag.OneLine(fmt.Sprintf(format, args...)))
}

// sameCodes tells whether codes stand twice in a section with other texts, which would keep the site from being built.
func (p *proposer) sameCodes(s Source, list diag.List) bool {
	n := 0
	for _, d := range list {
		if d.Rule == catalog.RuleDuplicateCode {
			n++
		}
	}
	if n > 0 {
		p.unsure("%s: %s in a section that has the code already, with another text; same_code = \"keep\" keeps them all, and errbook check shows where they are",
			s.File, counted(n, "row"))
	}
	return n > 0
}

// reread reads the documents with the ids that were proposed.
func (p *proposer) reread() (list diag.List) {
	for i, s := range p.sources {
		opt := catalog.Options{ID: s.ID, Sections: map[string]string{}, KeepSame: p.keepSame[i]}
		for _, section := range p.sections[i] {
			opt.Sections[section.path] = section.id
		}
		c, found := catalog.Read(s.File, s.Content, opt)
		p.Catalogs[i], list = c, append(list, found...)
	}
	return list
}

// language settles the source language: as it was given, else that of all documents together.
func (p *proposer) language() {
	if p.Language = p.opt.Source; p.Language != "" {
		p.said("the source language is %s, as given", p.Language)
		return
	}
	var all strings.Builder
	for _, s := range p.sources {
		all.WriteString(s.prose() + "\n\n")
	}
	g := GuessLanguage(all.String())
	p.Language = g.Tag
	if g.Sure {
		p.said("the source language is taken to be %s: %s", g.Tag, g.Why)
	} else {
		p.unsure("the source language may be %s: %s; give it with --source, or correct source_language", g.Tag, g.Why)
	}
	for _, s := range p.sources {
		if own := GuessLanguage(s.prose()); len(p.sources) > 1 && own.Sure && own.Tag != g.Tag {
			p.unsure("%s looks like %s, and the site takes all documents to be %s: %s", s.File, own.Tag, g.Tag, own.Why)
		}
	}
}

// maxGuessed is how much of a document is read to guess its language, in bytes.
const maxGuessed = 256 << 10

// prose is the text of a document, without its front matter.
func (s Source) prose() string {
	text := s.Content[:min(len(s.Content), maxGuessed)]
	return frontMatter.ReplaceAllString(strings.ToValidUTF8(string(text), ""), "")
}

var notInID = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// CatalogID makes the id of a catalogue, which is its document's name without an extension and part of its addresses, of a
// file's name. It keeps ASCII letters, digits, "-", "_" and "."; any others become "-". It reports false where the id is
// not the file's own stem. A name of which nothing is left, or that a page of the site has, ends in "errors".
func CatalogID(file string) (id string, kept bool) {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	stem := strings.TrimSuffix(base, path.Ext(base))
	id = strings.Trim(notInID.ReplaceAllString(stem, "-"), "-.")
	if id == "" || page.Reserved(id) || isDevice.MatchString(id) || strings.EqualFold(id, "ui") {
		id = strings.TrimPrefix(id+"-errors", "-")
	}
	return id, id == stem
}

// isDevice is a name that Windows keeps for itself, whatever its extension.
var isDevice = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)`)

// languages lists the languages of the site, the source first, each once.
func (p *proposer) languages() (tags []string) {
	for _, tag := range append([]string{p.Language}, p.opt.Languages...) {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// columns lists the columns of a catalogue's tables, each once, those with a role first.
func columns(c *catalog.Catalog) (list []Column) {
	for _, table := range c.Tables {
		for _, column := range TableColumns(table) {
			if !slices.Contains(list, column) {
				list = append(list, column)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Column) int { return cmp.Compare(unknown(a), unknown(b)) })
	return list
}

// unknown is 1 for a column that has no role, else 0.
func unknown(c Column) int {
	if c.Role == string(catalog.RoleOther) {
		return 1
	}
	return 0
}
