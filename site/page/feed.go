package page

import (
	"encoding/xml"
	"fmt"
)

// Event is what happened to a code on a day: one entry of a feed.
type Event struct {
	Volume, Page int
	Kind         EventKind
	Day          string // YYYY-MM-DD
}

// EventKind says what happened to a code.
type EventKind string

// The kinds of events, by which feeds categorize their entries.
const (
	Added   EventKind = "added"
	Changed EventKind = "changed"
	Retired EventKind = "retired"
)

// FeedPath is the path of a language's feed.
func FeedPath(lang string) string { return lang + "/feed.xml" }

// atomFeed is an Atom feed (RFC 4287).
type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   string      `xml:"updated"`
	Links     []atomLink  `xml:"link"`
	Author    string      `xml:"author>name"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Lang string `xml:"hreflang,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     atomText     `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published"`
	Link      atomLink     `xml:"link"`
	Category  atomCategory `xml:"category"`
	Summary   atomText     `xml:"summary"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Lang string `xml:"xml:lang,attr,omitempty"` // where it is not the feed's
	Text string `xml:",chardata"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// Feed is the Atom feed (RFC 4287) of events in this language, which are to be the latest first and at least one. Its addresses
// are absolute, by the base URL. The id of an entry is the permanent link of its code, with what happened and when, so that it is
// the same in every build, and another one when something happens again.
func (e *Edition) Feed(events []Event) ([]byte, error) {
	tag := e.Lang.Tag
	feed := atomFeed{
		Lang: tag, ID: e.BaseURL + FeedPath(tag), Title: e.FeedTitle(), Updated: instant(events[0].Day), Author: e.siteTitle(), Generator: "errbook",
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: e.BaseURL + FeedPath(tag)},
			{Rel: "alternate", Type: "text/html", Lang: tag, Href: e.BaseURL + HomePath(tag)},
		},
	}
	for _, event := range events {
		feed.Entries = append(feed.Entries, e.feedEntry(event))
	}
	data, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	return append([]byte(xml.Header), append(data, '\n')...), nil
}

// FeedTitle is what the feed is called, with the site's title.
func (e *Edition) FeedTitle() string {
	return e.say("feed_title", map[string]any{"Title": e.siteTitle()})
}

// instant is the start of a day, as RFC 3339 writes it.
func instant(day string) string { return day + "T00:00:00Z" }

func (e *Edition) feedEntry(event Event) atomEntry {
	id := e.Volumes[event.Volume].Model.ID
	code := e.CodePage(event.Volume, event.Page).View.Code
	day := instant(event.Day)
	return atomEntry{
		ID:    e.BaseURL + e.Slugs.ShortCatalogPath(id, code.Code) + "#" + string(event.Kind) + "-" + event.Day,
		Title: atomText{Type: "text", Text: e.happened(event.Kind, code.label(maxLabel))}, Updated: day, Published: day,
		Link:     atomLink{Rel: "alternate", Type: "text/html", Lang: e.Lang.Tag, Href: e.BaseURL + e.Slugs.CodePath(e.Lang.Tag, id, code.Code)},
		Category: atomCategory{string(event.Kind)},
		Summary:  atomText{Type: "text", Lang: code.Title.Lang, Text: code.Catalog.Title.Plain + "\n" + code.Kit.Text},
	}
}

// happened says on a line what happened to a code.
func (e *Edition) happened(kind EventKind, label string) string {
	args := map[string]any{"Code": label}
	switch kind {
	case Changed:
		return e.say("feed_changed", args)
	case Retired:
		return e.say("feed_retired", args)
	}
	return e.say("feed_added", args)
}
