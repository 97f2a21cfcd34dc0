package site

import (
	"regexp"
	"strconv"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/prose"
)

// titles settles the titles of the catalogues, and takes that of the first for the site's.
func (p *proposer) titles() {
	for i, c := range p.Catalogs {
		title, from := proposeTitle(c, p.sources[i])
		p.names = append(p.names, title)
		if from == fromName {
			p.unsure("%s has no title, so it is called %q after its file; correct its title", p.sources[i].File, title)
		} else {
			p.said("%s is called %q, by its %s", p.sources[i].File, title, from)
		}
	}
	p.Title = p.names[0]
	if len(p.names) > 1 {
		p.unsure("the site is called %q, as its first document is; correct its title", p.Title)
	}
}

// Where a title may come from.
const (
	fromHeading = "heading"
	fromMatter  = "front matter"
	fromName    = "file"
)

// proposeTitle is the document's heading of level 1, else the title in its front matter, else its id in words.
func proposeTitle(c *catalog.Catalog, s Source) (title, from string) {
	if title := titleLine(c.Title); title != "" {
		return title, fromHeading
	}
	if title := titleLine(matterTitle(s.Content)); title != "" {
		return title, fromMatter
	}
	if title := titleLine(strings.Join(strings.FieldsFunc(s.ID, isNamePunctuation), " ")); title != "" {
		return title, fromName
	}
	return "Error codes", fromName
}

func isNamePunctuation(r rune) bool { return strings.ContainsRune("-_. ", r) }

// titleLine is a title as one line of plain text of valid UTF-8.
func titleLine(s string) string { return prose.Line(diag.OneLine(strings.ToValidUTF8(s, ""))) }

var matterKey = regexp.MustCompile(`(?m)^title[ \t]*:[ \t]*(.*?)[ \t]*\r?$`)

// matterTitle is the value of "title:" in the YAML front matter of a document, if it stands on one line.
func matterTitle(content []byte) string {
	m := matterKey.FindSubmatch(frontMatter.Find(content))
	if m == nil {
		return ""
	}
	value := string(m[1])
	switch {
	case len(value) > 1 && value[0] == '\'' && strings.HasSuffix(value, "'"):
		return strings.ReplaceAll(value[1:len(value)-1], "''", "'")
	case len(value) > 1 && value[0] == '"':
		if text, err := strconv.Unquote(value); err == nil { // YAML's escapes are nearly Go's
			return text
		}
		return strings.Trim(value, `"`)
	case strings.HasPrefix(value, "|") || strings.HasPrefix(value, ">"):
		return ""
	}
	value, _, _ = strings.Cut(value, " #")
	return value
}
