package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"errbook/site/prose"
)

// The card of a page is what a chat or a ticket shows of a link to it: title and description, by Open Graph
// (https://ogp.me). No two pages of a site have the same card: a code's title starts with the code, its description with
// the catalogue, and a page that shows another language's texts names its own.

// cardLocale is a language as Open Graph wants it, with a territory: the one that the tag names, or the likeliest one
// (CLDR, likely subtags). It is "" for a tag that has none.
func cardLocale(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := t.Base()
	region, confidence := t.Region()
	if confidence == language.No {
		return ""
	}
	return base.String() + "_" + region.String()
}

// otherLocales are those of the languages for which has is true, but for the edition's own.
func (e *Edition) otherLocales(has func(lang string) bool) (list []string) {
	for _, l := range e.Languages {
		if l.Tag == e.Lang.Tag || !has(l.Tag) {
			continue
		}
		if locale := cardLocale(l.Tag); locale != "" {
			list = append(list, locale)
		}
	}
	return list
}

// label is the code and what it means in a sentence, of at most max characters but for the code, which is never cut. Of a
// code with several meanings it has a sentence each.
func (c *Code) label(max int) string {
	titles := []string{c.Title.Plain}
	for _, m := range c.Meanings[1:] {
		if f, ok := m.meant(); ok {
			if title := prose.FirstSentence(f.Text.Plain); !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
		}
	}
	room := max - utf8.RuneCountInString(c.Code) - 1
	if room < 1 {
		return c.Code
	}
	return strings.TrimSpace(c.Code + " " + clip(strings.Join(titles, " / "), room))
}

// codeDescription is where the code belongs, the code and what it says, on one line of at most max characters. Only what
// tells the page from others may make it longer.
func (e *Edition) codeDescription(c *Code, max int) string {
	start := prose.Line(c.Catalog.Title.Plain + " " + c.Code + ": ")
	if c.Retired != nil {
		start += " " + e.retiredSince(c.Retired)
	}
	end := ""
	if c.Fallback != nil {
		end = " (" + e.Lang.Name + ": " + e.fallbackNotice(c.Fallback) + ")"
	}
	text := c.Title.Plain
	if f, ok := c.Meanings[0].meant(); ok {
		text = f.Text.Plain
	}
	room := max - utf8.RuneCountInString(start) - utf8.RuneCountInString(end) - 1
	if room < minDescription {
		room = minDescription
	}
	return prose.Line(start + " " + clip(text, room) + end)
}

// minDescription is how much of a code's text its card has at least, in characters.
const minDescription = 40

// spoken is a sentence on a page of no code, made of the string with an id. Where the edition's language lacks that string, the
// sentence is another language's, and ends in the name of the page's.
func (e *Edition) spoken(id, sentence string) string {
	if e.Speaks == nil || e.Speaks(e.Lang.Tag, id) {
		return sentence
	}
	return sentence + " (" + e.Lang.Name + ")"
}

// fallbackNotice says in the edition's language in which one texts are shown instead.
func (e *Edition) fallbackNotice(f *Fallback) string {
	args := map[string]any{"Language": f.Name}
	if f.Whole {
		return e.say("fallback_whole", args)
	}
	return e.say("fallback_some", args)
}
