package page

import (
	"html/template"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"errbook/site/catalog"
	"errbook/site/locale"
	"errbook/site/prose"
)

// Book is what the pages of all languages are made from.
type Book struct {
	Source    string            // language of the documents
	Languages []locale.Language // in site.toml's order
	Titles    map[string]string // the site's title by language
	BaseURL   string            // absolute, ends in a slash
	BasePath  string            // the path of BaseURL, starts and ends in a slash
	EditLink  string            // pattern of links to the source, or ""
	Symptoms  bool              // pages show in which words people report their codes
	Slugs     *Slugs
	Volumes   []*Volume
	Events    []Event // what happened to published codes, the latest first; the feeds tell it

	Speaks func(lang, id string) bool // tells whether a language has a string of the page of its own; nil where all have

	TranslationsPage bool     // the site tells how far it is translated
	Preview          *Preview // nil for a site that is to be published
}

// Volume is one catalogue of a book.
type Volume struct {
	*Index
	Titles map[string]string // by language; may lack some
	Own    map[string][]bool // by language: which pages have a text of its own

	TitleAt TitlePositions // only for a preview
}

// Edition is the book in one language. Its methods make views; they are pure, and safe for many goroutines.
type Edition struct {
	*Book
	Lang    locale.Language
	message Translate
	texts   []*locale.Translator // by volume
	titles  []func() []Text      // by volume, then page: first sentence of the description; made when first asked for

	Bare bool          // it has no translations, and knows nothing of what is to do
	toDo func() []spot // the pages on which a translator has something to do; made when first asked for
}

// NewEdition returns the edition of a language; texts holds a translator for each volume.
func NewEdition(b *Book, lang locale.Language, message Translate, texts []*locale.Translator) *Edition {
	e := &Edition{Book: b, Lang: lang, message: message, texts: texts}
	e.toDo = sync.OnceValue(e.findWork)
	for v, volume := range b.Volumes {
		e.titles = append(e.titles, sync.OnceValue(func() []Text {
			titles := make([]Text, len(volume.Pages))
			for i, p := range volume.Pages {
				titles[i] = e.firstSentence(v, p)
			}
			return titles
		}))
	}
	return e
}

// firstSentence is the title of a code's page, as plain text.
func (e *Edition) firstSentence(v int, p CodePage) Text {
	entry := p.Entries[0]
	for _, role := range catalog.DescribingRoles() {
		if f, ok := entry.Field(role); ok {
			t := e.field(v, entry, f)
			title := e.plainText(prose.FirstSentence(plainOf(f, t.Value)), t.Lang)
			title.Origin = e.fieldOrigin(v, entry, f, t)
			return title
		}
	}
	return e.plainText("", e.Lang.Tag)
}

func (e *Edition) field(v int, entry *catalog.Entry, f catalog.Field) locale.Text {
	if !f.Translatable() {
		return locale.Text{Value: f.Text, Lang: e.Lang.Tag}
	}
	return e.texts[v].Text(entry.FieldID(f), f.Text)
}

// fieldOrigin is where the translation of a field stands; nil for a field that is the same in every language.
func (e *Edition) fieldOrigin(v int, entry *catalog.Entry, f catalog.Field, t locale.Text) *Origin {
	if !f.Translatable() {
		return nil
	}
	return e.origin(v, entry.FieldID(f), t)
}

// plainOf is the plain text of a field's Markdown.
func plainOf(f catalog.Field, md string) string {
	if f.Block {
		return prose.PlainBlock(md)
	}
	return prose.Plain(md)
}

// inline makes a text of inline Markdown ready to show.
func (e *Edition) inline(t locale.Text) Text {
	return e.mark(Text{HTML: template.HTML(prose.Inline(t.Value)), Plain: prose.Line(prose.Plain(t.Value)), source: t.Value}, t.Lang)
}

func (e *Edition) block(t locale.Text) Text {
	return e.mark(Text{HTML: template.HTML(prose.Block(t.Value)), Plain: prose.Line(prose.PlainBlock(t.Value)), source: t.Value, block: true}, t.Lang)
}

// honest makes the message with an id ready to show; one that is stale has its original with it.
func (e *Edition) honest(v int, id, source string, show func(locale.Text) Text) Text {
	t := e.texts[v].Text(id, source)
	text := show(t)
	text.Origin = e.origin(v, id, t)
	if t.Stale {
		original := show(locale.Text{Value: source, Lang: e.Source})
		text.Stale = &original
	}
	return text
}

func (e *Edition) plainText(s, lang string) Text {
	return e.mark(Text{HTML: template.HTML(template.HTMLEscapeString(s)), Plain: s}, lang)
}

// mark gives a text its language where it is not the page's.
func (e *Edition) mark(t Text, lang string) Text {
	if lang != e.Lang.Tag {
		if l, err := locale.ParseLanguage(lang); err == nil {
			t.Lang, t.Dir = l.Tag, l.Dir
		}
	}
	return t
}

// titled picks a title given by language: the edition's, else the source language's, else the text given.
func (e *Edition) titled(titles map[string]string, otherwise string) Text {
	if s := titles[e.Lang.Tag]; s != "" {
		return e.plainText(s, e.Lang.Tag)
	}
	if s := titles[e.Source]; s != "" {
		return e.plainText(s, e.Source)
	}
	return e.plainText(otherwise, e.Source)
}

// SiteTitle is the site's title in the edition's language, where it has one.
func (e *Edition) SiteTitle() string { return e.siteTitle() }

// siteTitle is the site's title; a site without one has that of its first catalogue.
func (e *Edition) siteTitle() string {
	if t := e.titled(e.Titles, "").Plain; t != "" || len(e.Volumes) == 0 {
		return t
	}
	return e.volumeTitle(0).Plain
}

func (e *Edition) volumeTitle(v int) Text {
	model := e.Volumes[v].Model
	otherwise := model.Title
	if otherwise == "" {
		otherwise = model.ID
	}
	title := e.titled(e.Volumes[v].Titles, otherwise)
	title.Origin = e.titleOrigin(v)
	return title
}

// CatalogTitle is the title of the catalogue with an id, in the edition's language where it has one; "" for an unknown id.
func (e *Edition) CatalogTitle(id string) string {
	for v := range e.Volumes {
		if e.Volumes[v].Model.ID == id {
			return e.volumeTitle(v).Plain
		}
	}
	return ""
}

func (e *Edition) sectionTitle(v int, s *catalog.Section) Text {
	t := e.texts[v].Text(s.TitleID(), s.Title)
	title := e.plainText(prose.Line(prose.Plain(t.Value)), t.Lang)
	title.Origin = e.origin(v, s.TitleID(), t)
	return title
}

// say is a UI message for the parts of a page that are not a template's. A message that fails shows its id: templates
// report the same fault with a position.
func (e *Edition) say(id string, args map[string]any) string {
	s, err := e.message(id, nil, args)
	if err != nil {
		return id
	}
	return s
}

func (e *Edition) sayCount(id string, count int, args map[string]any) string {
	all := map[string]any{"Count": count}
	for k, v := range args {
		all[k] = v
	}
	s, err := e.message(id, &count, all)
	if err != nil {
		return id
	}
	return s
}

// clip cuts a plain text to at most max characters, at a space or a mark where there is one near the end.
func clip(s string, max int) string {
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	cut := string([]rune(s)[:max-1])
	if i := strings.LastIndexAny(cut, " 。、，,"); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " 、，,") + "…"
}

func itoa(n int) string { return strconv.Itoa(n) }
