package page

import (
	"encoding/xml"
	"fmt"
)

// Engine is the site's search in one language, as browsers put it among their search engines.
type Engine struct {
	Title string
	URL   string // of its OpenSearch description
}

// The lengths that OpenSearch 1.1 allows.
const (
	maxShortName = 16
	maxLongName  = 48
)

// engine is the search in a language, for a page whose root is given.
func (b *Book) engine(lang, root string) Engine {
	return Engine{clip(b.titleIn(lang), maxShortName), root + OpenSearchPath(lang)}
}

// titleIn is the site's title for readers of a language, as plain text.
func (b *Book) titleIn(lang string) string {
	lists := []map[string]string{b.Titles}
	otherwise := ""
	if len(b.Volumes) > 0 {
		lists = append(lists, b.Volumes[0].Titles)
		if otherwise = b.Volumes[0].Model.Title; otherwise == "" {
			otherwise = b.Volumes[0].Model.ID
		}
	}
	for _, titles := range lists {
		for _, tag := range []string{lang, b.Source} {
			if titles[tag] != "" {
				return titles[tag]
			}
		}
	}
	return otherwise
}

// description is an OpenSearch description document.
type description struct {
	XMLName        xml.Name         `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName      string           `xml:"ShortName"`
	LongName       string           `xml:"LongName"`
	Description    string           `xml:"Description"`
	Language       string           `xml:"Language"`
	InputEncoding  string           `xml:"InputEncoding"`
	OutputEncoding string           `xml:"OutputEncoding"`
	Image          descriptionImage `xml:"Image"`
	URLs           []descriptionURL `xml:"Url"`
}

type descriptionImage struct {
	Width  int    `xml:"width,attr"`
	Height int    `xml:"height,attr"`
	Type   string `xml:"type,attr"`
	URL    string `xml:",chardata"`
}

type descriptionURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr,omitempty"`
	Template string `xml:"template,attr"`
}

// OpenSearch is the OpenSearch 1.1 description of the search in this language, by which a browser's address bar asks it.
// Its addresses are absolute, by the base URL.
func (e *Edition) OpenSearch() ([]byte, error) {
	tag := e.Lang.Tag
	title := e.titleIn(tag)
	data, err := xml.MarshalIndent(description{
		ShortName: clip(title, maxShortName), LongName: clip(title, maxLongName), Description: e.say("search_description", nil),
		Language: tag, InputEncoding: "UTF-8", OutputEncoding: "UTF-8",
		Image: descriptionImage{16, 16, "image/svg+xml", e.BaseURL + "assets/favicon.svg"},
		URLs: []descriptionURL{
			{Type: "text/html", Template: e.BaseURL + SearchPath(tag) + "?q={searchTerms}"},
			{Type: "application/x-suggestions+json", Rel: "suggestions", Template: e.BaseURL + "api/suggest?q={searchTerms}&lang=" + tag},
			{Type: "application/opensearchdescription+xml", Rel: "self", Template: e.BaseURL + OpenSearchPath(tag)},
		},
	}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("search description: %w", err)
	}
	return append([]byte(xml.Header), append(data, '\n')...), nil
}
