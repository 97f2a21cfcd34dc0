package page

import (
	"net/url"
	"strings"

	"errbook/site/catalog"
)

// Paths of the site's pages, below its root and without a slash in front. Those of directories end in a slash; the file is
// index.html in them.

// HomePath is the path of a language's home page.
func HomePath(lang string) string { return lang + "/" }

// SearchPath is the path of a language's search page.
func SearchPath(lang string) string { return lang + "/search/" }

// TranslationsPath is the path of the page that tells how far the site is translated.
func TranslationsPath(lang string) string { return lang + "/translations/" }

// OpenSearchPath is the path of the description by which browsers add the search in a language.
func OpenSearchPath(lang string) string { return lang + "/opensearch.xml" }

// CatalogPath is the path of a catalogue's page.
func CatalogPath(lang, id string) string { return lang + "/" + slugOf(id) + "/" }

// CodePath is the path of a code's page.
func (s *Slugs) CodePath(lang, id, code string) string {
	return CatalogPath(lang, id) + s.Of(code) + "/"
}

// ShortPath is the path of a code's short link, without a slash at its end as it stands in tickets.
func (s *Slugs) ShortPath(code string) string { return "c/" + s.Of(code) }

// ShortCatalogPath is the path of the short link to a code of one catalogue.
func (s *Slugs) ShortCatalogPath(id, code string) string { return "c/" + slugOf(id) + "/" + s.Of(code) }

// JSONPath is the path of a code in all languages, for programs.
func (s *Slugs) JSONPath(id, code string) string { return s.ShortCatalogPath(id, code) + ".json" }

// MarkdownPath is the path of a code's page as Markdown. It stands beside the page, so that a relative link leads from both to
// the same place.
func (s *Slugs) MarkdownPath(lang, id, code string) string {
	return s.CodePath(lang, id, code) + markdownFile
}

const markdownFile = "index.md"

// Reserved tells whether a catalogue may not have this id, because the site has a page of its own there.
func Reserved(id string) bool {
	switch strings.ToLower(slugOf(id)) {
	case "search", "ticket", "translations", "integrations", "404.html", "404~2ehtml", "opensearch.xml", "opensearch~2exml", "feed.xml", "feed~2exml", "":
		return true
	}
	return false
}

// FileOf is the output file of a path.
func FileOf(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// rootFrom is the relative path from a page back to the root of the site.
func rootFrom(path string) string {
	if n := strings.Count(path, "/"); n > 0 {
		return strings.Repeat("../", n)
	}
	return "./"
}

// editLink links to an entry in its document; to one of a retired code where it was retired.
func editLink(pattern string, e *catalog.Entry) string {
	return lineLink(pattern, e.Pos.File, e.Pos.Line, e.Code.Text)
}

// lineLink fills a pattern for links to a line of a file: {path}, {line} and {code}. Without a pattern there is no link.
func lineLink(pattern, file string, line int, code string) string {
	if pattern == "" {
		return ""
	}
	return strings.NewReplacer("{path}", escapePath(file), "{line}", itoa(line), "{code}", url.QueryEscape(code)).Replace(pattern)
}
