package page

import (
	"strings"

	"errbook/site/prose"
)

// Kit is what a reader copies of a code's page into tickets, chats and mails besides its link. All of it is text in the
// page's language; only the permanent link is left out, because it starts with the address at which the page is read.
type Kit struct {
	Path  string // of the page itself, in its own language, below the root of the site
	URL   string // the same, absolute
	Title string // what heads rich text: the catalogue and the code
	Label string // text of a link in Markdown, escaped: the code and what it means in a sentence
	Text  string // plain text: the code, and all that the table says of it
	Reply string // an answer to who asks what the code means and what to do; the link goes below its last line
}

// maxLabel bounds the text of a link, in characters.
const maxLabel = 160

func (e *Edition) kit(c *Code, path string) Kit {
	return Kit{
		Path: path, URL: e.BaseURL + path, Title: c.Catalog.Title.Plain + " " + c.Code,
		Label: prose.EscapeMarkdown(c.label(maxLabel)), Text: e.kitText(c), Reply: e.reply(c),
	}
}

// meant is the field that says what a meaning is.
func (m Meaning) meant() (Field, bool) {
	for _, key := range []string{"text", "cause", "solution", "details", "", "symbol"} {
		if f, ok := m.field(key); ok {
			return f, true
		}
	}
	return Field{}, false
}

func (m Meaning) field(key string) (Field, bool) {
	for _, f := range m.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// where names a section with those around it, or the catalogue where there is none, from the trail to it.
func where(crumbs []Link) string {
	if len(crumbs) > 1 {
		crumbs = crumbs[1:]
	}
	var titles []string
	for _, c := range crumbs {
		titles = append(titles, c.Title.Plain)
	}
	return strings.Join(titles, " › ")
}

// lines is a text as plain text with its line breaks.
func (t Text) lines() string {
	switch {
	case t.source == "":
		return t.Plain
	case t.block:
		return prose.PlainBlock(t.source)
	}
	return prose.Plain(t.source)
}

// markdown is a text as Markdown that reads the same wherever it is put.
func (t Text) markdown() string {
	switch {
	case t.source == "":
		return prose.EscapeMarkdown(t.Plain)
	case t.block:
		return prose.MarkdownBlock(t.source)
	}
	return prose.Markdown(t.source)
}

// kitText starts with the code and the first sentence on a line; of a code with several meanings, each stands below its
// section.
func (e *Edition) kitText(c *Code) string {
	if len(c.Meanings) == 1 {
		return joinLines(strings.TrimSpace(c.Code+" "+c.Title.Plain), e.RetiredLine(c.Retired), e.meaningText(c.Meanings[0], c.Title.Plain), e.fallbackLine(c))
	}
	lines := []string{c.Code}
	for _, m := range c.Meanings {
		lines = append(lines, "", m.Where+":", e.meaningText(m, ""))
	}
	return strings.TrimSpace(strings.Join(append(lines, e.fallbackLine(c)), "\n"))
}

// meaningText is all that the table says of a meaning, but for a start that was said already.
func (e *Edition) meaningText(m Meaning, said string) string {
	main, _ := m.meant()
	lines := []string{strings.TrimSpace(strings.TrimPrefix(main.Text.lines(), said))}
	for _, f := range m.Fields {
		switch {
		case f == main:
		case f.Key == "details":
			lines = append(lines, f.Text.lines())
		default:
			lines = append(lines, e.fieldLabel(f)+": "+f.Text.lines())
		}
	}
	return joinLines(lines...)
}

func joinLines(parts ...string) string { return joined("\n", parts) }

// joined joins the parts that are not empty.
func joined(between string, parts []string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, between)
}

// fallbackLine says that texts are in another language than they are to be; "" where none are.
func (e *Edition) fallbackLine(c *Code) string {
	if c.Fallback == nil {
		return ""
	}
	return e.fallbackNotice(c.Fallback)
}

// fieldLabel is what a field is called.
func (e *Edition) fieldLabel(f Field) string {
	switch f.Key {
	case "text", "details":
		return e.say("field_text", nil)
	case "symbol":
		return e.say("field_symbol", nil)
	case "cause":
		return e.say("field_cause", nil)
	case "solution":
		return e.say("field_solution", nil)
	case "severity":
		return e.say("field_severity", nil)
	case "http":
		return e.say("field_http", nil)
	}
	return f.Label
}
