package page

import "html/template"

// Kind names a kind of page; the layout of a kind is layouts/<kind>.html.
type Kind string

// The kinds of page that a site has.
const (
	KindChooser      Kind = "chooser"      // /: choose a language
	KindHome         Kind = "home"         // /<lang>/
	KindCatalog      Kind = "catalog"      // /<lang>/<catalog>/
	KindCode         Kind = "code"         // /<lang>/<catalog>/<code>/
	KindSearch       Kind = "search"       // /<lang>/search/
	KindTicket       Kind = "ticket"       // /<lang>/ticket/
	KindIntegrations Kind = "integrations" // /<lang>/integrations/: what other tools need to link to the codes
	KindNotFound     Kind = "notfound"     // /404.html and /<lang>/404.html
	KindShort        Kind = "short"        // /c/<code>/: the short link, where no server chooses the language

	KindSource       Kind = "source"       // /-/source/<file>: a file of the site, in a preview only
	KindTranslations Kind = "translations" // /<lang>/translations/, where the site has it: how far it is translated
)

// View is all that a layout may show: what every page has, and the body of its own kind. Exactly one of the pointers is
// set, the one that Kind names. A view holds no time, no counter and nothing of the machine, so equal views give equal
// bytes.
type View struct {
	Kind Kind
	Lang string // BCP 47 tag of the page's own language; "" on chooser and short pages
	Dir  string // "ltr" or "rtl"
	Root string // relative path from the page to the root of the site, "./" or "../../"; absolute on a 404 page
	Head Head
	Site Site

	Chooser      *Chooser
	Home         *Home
	Catalog      *Catalog
	Code         *Code
	Search       *Search
	Ticket       *Ticket
	Integrations *Integrations
	NotFound     *NotFound
	Short        *Short

	Translations *Translations
	Source       *Source

	Preview *PreviewBar // besides the body, in a preview
}

// Head is what stands in the page's head, ready made: templates only write it down.
type Head struct {
	Title       string // without the site's title
	Description string // plain text, at most 160 characters
	Canonical   string // absolute URL; of the source language's page where this one is wholly in fallback; may be ""
	NoIndex     bool   // search results, 404 pages
	Alternates  []Alternate
	Type        string   // Open Graph type: "website" or "article"
	Locale      string   // of the page for Open Graph; "" where it has no language
	Locales     []string // the same of the other languages in Alternates
}

// Alternate is one hreflang link; Hreflang is a tag or "x-default".
type Alternate struct{ Hreflang, URL string }

// Site is what a page shows of the site around it, in the page's language.
type Site struct {
	Title     string
	Languages []Language // every language of the site, in site.toml's order
	Home      string     // URL of the home page in this language; "" where the page has no language
	Search    string     // URL of the search page in this language, which is also the form's target
	Catalogs  []Link     // every catalogue, in order
	Engines   []Engine   // what browsers can add to their search engines: the page's language; all, where the page has none

	Integrations string // URL of the page of integrations in this language; "" where there are no codes
	Feed         *Feed  // of this language; nil where there is none, or the page has no language
	Translations string // URL of the page that tells how far the site is translated; "" where there is none
}

// Feed is an Atom feed of what happened to codes.
type Feed struct{ Title, URL string }

// Language is one choice of the language switcher.
type Language struct {
	Tag     string
	Dir     string
	Name    string // its own name, in itself: 日本語
	URL     string // the same page in that language
	Current bool
}

// Text is a text ready to show. Lang and Dir are set only where they differ from the page's own: a text shown in another
// language than the page's carries them on its element.
type Text struct {
	HTML  template.HTML // made from checked inline or block Markdown, never from raw HTML
	Plain string
	Lang  string
	Dir   string
	Stale *Text // of a translation whose original has changed since: the original as it is now; else nil

	Origin *Origin // where it is translated; only in a preview of its language

	source string // Markdown that it was made from; "" for plain text. What a template sees is made of it already
	block  bool   // source is not one line
}

// Link is a link to a page of the site, or away from it.
type Link struct {
	URL   string
	Code  string // the code, where the link leads to a code's page
	Title Text
	Count int    // how many codes stand there, for a catalogue or section
	ID    string // of the catalogue, for one of Site.Catalogs

	Catalog string // title of the code's catalogue, where that is not the one that the page is about
}

// Chooser is the body of the language chooser; the choices are Site.Languages.
type Chooser struct{}

// Home is the body of a home page: one card for each catalogue.
type Home struct {
	Catalogs []CatalogCard
	Codes    int // how many pages of codes the site has in all
}

// CatalogCard shows a catalogue on the home page.
type CatalogCard struct {
	Link     Link
	Sections []Link // top-level sections; Count is of codes below them
}

// Catalog is the body of a catalogue's page.
type Catalog struct {
	ID       string
	Title    Text
	Count    int // how many pages of codes
	Notes    []Note
	Sections []Section // the tree flattened in document order; codes outside any section come first, under an empty ID
	Retired  []Link    // codes that have left the document
	Fallback *Fallback
}

// Section is one section of a catalogue's page. Its element's id is ID, so that links to it last.
type Section struct {
	ID    string
	Title Text
	Level int // 2 for a top-level section, 3 for its children, and so on
	Count int // codes in this section itself, without its children
	Total int // codes in this section and all below it
	Notes []Note
	Codes []Link
}

// Note is a callout of the document. Tone is "note", "tip", "important", "warning" or "caution".
type Note struct {
	Tone string
	Text Text
}

// Fallback says that texts of the page are shown in another language, because their own is missing.
type Fallback struct {
	Tag   string // the language that they are shown in
	Name  string // what readers of this page call that language
	Whole bool   // every text of the page, not just some
	Edit  string // URL of the line where the first of them is translated; "" without site.toml's edit_link
}

// Code is the body of a code's page.
type Code struct {
	Catalog   Link
	Code      string // as written; a range as "120001-130000"
	Kind      string // "single", "range" or "pattern"
	Lo, Hi    string // bounds of a range or pattern
	Aliases   []string
	Title     Text // first sentence of the first meaning's description
	Meanings  []Meaning
	Longer    *Text          // the longer notes of content/<catalog>/<code>.md, block HTML
	Reported  []Text         // phrases in which people report the code, where the site shows them
	Notes     []Note         // of its sections, their parents and the catalogue; each once
	SameText  []Link         // other codes with the very same description
	Opposite  *Link          // the code that differs only in sign
	Retired   *RetiredNotice // nil for a code that the document still has
	Prev      *Link
	Next      *Link
	Permalink Permalink
	Kit       Kit
	JSON      string // URL of the code in all languages, for programs
	Markdown  string // URL of the page as Markdown
	Fallback  *Fallback
}

// RetiredNotice says that the code has left the document.
type RetiredNotice struct {
	Since      string // YYYY-MM-DD
	Reason     *Text  // nil where nobody says
	ReplacedBy *Link  // nil where nothing replaces it
}

// Meaning is one entry: what the code means in one section.
type Meaning struct {
	Breadcrumbs []Link // catalogue, then sections from the outermost in
	Section     Link
	Where       string // its section with those around it, in a line; the catalogue where it is in none
	Fields      []Field
	Source      string // URL of the source line where site.toml gives a pattern, else ""
	Line        int
}

// Field is one column of an entry. Key is "text", "details" (what follows the text at length), "symbol", "cause", "solution",
// "severity", "http" or "" for a column kept under its own header, which is then in Label.
type Field struct {
	Key   string
	Label string // set only where Key is ""
	Text  Text
}

// Permalink is the link that stands in tickets for ever.
type Permalink struct {
	URL  string // absolute, by site.toml's base URL
	Path string // below the root of the site: "c/6017"
}

// Search is the body of the search page. A static page has no query; a server fills it in for readers without JavaScript.
type Search struct {
	Query      string
	Asked      bool // a query was given, even an empty one
	Total      int
	Hits       []Hit
	Nearest    []Hit
	Catalogs   []Facet // narrow the hits down to a catalogue; empty where there is nothing to choose
	Sections   []Facet // the same for a section
	Everywhere string  // URL of the same query in all catalogues and sections; "" where it was not narrowed down
	Places     []Place // what the sections are called
	Params     string  // the query as in the page's address, percent-encoded
}

// Facet is one choice of where hits are to stand; the first of its group is all.
type Facet struct {
	URL     string
	Title   Text   // empty for all
	Within  string // title of the section around it, where another choice has the same title
	Count   int    // hits that stand there; 0 where nobody has counted them
	Current bool
}

// Hit is one result of a search.
type Hit struct {
	URL     string
	Code    string
	Catalog string
	Section string
	Title   Text
	Snippet Text   // escaped text with <mark> only; empty where the title says the same
	Match   string // exact, range, sign, prefix or text
	Retired bool   // the code has left its document
	Reason  string // why what was written is this code, in words; "" where the code itself was written
}

// NotFound is the body of a 404 page.
type NotFound struct {
	Asked   string // the code or path that was asked for, "" on the static page
	Nearest []Hit  // codes that look close
}

// Short is the body of a short link's page where no server chooses the language: every language of every page that has the
// code. More than one Target means that the bare code stands in several catalogues.
type Short struct {
	Code    string
	Alias   string // another spelling of the code, by which the link is; "" for the code itself
	Many    bool   // the spelling stands for other codes too, each of which is one of Targets
	Targets []Target
}

// Target is one catalogue's page for a short link, in every language.
type Target struct {
	Catalog   string // its title in the source language
	Code      string // of a link by another spelling
	Languages []TargetLanguage
}

// TargetLanguage is one language's page behind a short link.
type TargetLanguage struct {
	Tag, Dir, Name string
	URL            string
	Title          Text
}
