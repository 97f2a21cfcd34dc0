package site

import (
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
	"errbook/site/tomlfile"
)

// ConfigFile is the path of a site's configuration below its root.
const ConfigFile = "content/site.toml"

// Config is what content/site.toml says.
type Config struct {
	Title     map[string]string   `toml:"title"`           // by language
	BaseURL   string              `toml:"base_url"`        // where the site will stand
	Source    string              `toml:"source_language"` // of the documents
	Languages []string            `toml:"languages"`       // of the site, in the order in which they are offered
	Fallback  map[string][]string `toml:"fallback"`        // by language: where to look for a missing text before the source
	EditLink  string              `toml:"edit_link"`       // pattern of a link to a line of the source
	Theme     string              `toml:"theme"`           // a folder of themes/
	Symptoms  bool                `toml:"show_symptoms"`   // a code's page shows in which words people report it

	TranslationsPage bool `toml:"translations_page"` // every language has a page that tells how far the site is translated

	Search   SearchConfig             `toml:"search"`
	Retired  map[string]RetiredConfig `toml:"retired"` // by "<catalogue>/<code>": codes that have left their document
	Catalogs []CatalogConfig          `toml:"catalog"`
}

// CatalogConfig is what site.toml says of one catalogue.
type CatalogConfig struct {
	ID       string            `toml:"id"` // the stem of the document
	Title    map[string]string `toml:"title"`
	Numbers  bool              `toml:"numbers"`   // codes are 32-bit numbers
	SameCode string            `toml:"same_code"` // "keep": a code may stand twice in a section with other texts
	Columns  map[string]string `toml:"columns"`   // header word -> role
	Sections map[string]string `toml:"sections"`  // headings, joined by " > " -> id
	Tables   []TableConfig     `toml:"table"`
}

// TableConfig is what site.toml says of the tables of a section, or of those with certain headers.
type TableConfig struct {
	Section string            `toml:"section"` // path of headings
	Headers []string          `toml:"headers"`
	Codes   *bool             `toml:"codes"` // false: it holds no codes
	Columns map[string]string `toml:"columns"`
}

// RuleConfig: a value of site.toml does not fit.
const RuleConfig = "config"

// DefaultBaseURL is where a site stands whose site.toml gives no base_url.
const DefaultBaseURL = "http://127.0.0.1:8080/"

// readConfig reads and checks site.toml. A site without one is an error: its source language is not to be guessed.
func readConfig(fsys fs.FS) (*Config, diag.List) {
	data, err := fs.ReadFile(fsys, ConfigFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.List{diag.Errorf(diag.At(ConfigFile, 1, 1), RuleNoSite,
			"there is no %s here; make a site with: errbook init DIR, or name its folder with -C", ConfigFile)}
	}
	if err != nil {
		return nil, diag.List{diag.Errorf(diag.At(ConfigFile, 1, 1), RuleRead, "cannot read it: %v", errors.Unwrap(err))}
	}
	return parseConfig(data)
}

// parseConfig is readConfig for what the file holds.
func parseConfig(data []byte) (*Config, diag.List) {
	c := &Config{}
	if list := tomlfile.Decode(ConfigFile, data, c); list.HasErrors() {
		return nil, list
	}
	k := configCheck{config: c, at: tomlfile.Positions(ConfigFile, data)}
	k.check()
	return c, k.list
}

// configCheck collects what is wrong with a configuration.
type configCheck struct {
	config *Config
	at     map[string]diag.Position
	list   diag.List
}

// fail reports a value by its key's path, or by the nearest table around it.
func (k *configCheck) fail(path []string, format string, args ...any) {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if pos, ok := k.at[strings.Join(path, tomlfile.KeySeparator)]; ok {
			k.list = append(k.list, diag.Errorf(pos, RuleConfig, format, args...))
			return
		}
	}
	k.list = append(k.list, diag.Errorf(diag.At(ConfigFile, 1, 1), RuleConfig, format, args...))
}

func (k *configCheck) check() {
	c := k.config
	k.languages()
	if c.BaseURL == "" {
		c.BaseURL = DefaultBaseURL
	}
	normal, err := NormalBaseURL(c.BaseURL)
	if err != nil {
		k.fail([]string{"base_url"}, "%v", err)
	}
	c.BaseURL = normal
	if c.Theme == "" {
		c.Theme = "default"
	}
	if !fs.ValidPath(c.Theme) || strings.Contains(c.Theme, "/") {
		k.fail([]string{"theme"}, "theme is to be the name of a folder in themes/, not %q", c.Theme)
	}
	k.editLink()
	k.search()
	k.titles([]string{"title"}, c.Title)
	seen := map[string]bool{}
	for i := range c.Catalogs {
		k.catalog(i, seen)
	}
	k.retired()
}

// reservedTags cannot be languages: the site has pages of its own in folders of these names.
var reservedTags = []string{"c", "api"}

func (k *configCheck) languages() {
	c := k.config
	if c.Source == "" {
		k.fail([]string{"source_language"}, `source_language is missing; say in which language the documents are, as in source_language = "ja"`)
	} else if _, err := locale.ParseLanguage(c.Source); err != nil {
		k.fail([]string{"source_language"}, "source_language: %v", err)
	}
	if len(c.Languages) == 0 {
		c.Languages = []string{c.Source}
	}
	for i, tag := range c.Languages {
		switch _, err := locale.ParseLanguage(tag); {
		case err != nil:
			k.fail([]string{"languages"}, "languages: %v", err)
		case slices.Contains(c.Languages[:i], tag):
			k.fail([]string{"languages"}, "languages lists %s twice", tag)
		case slices.Contains(reservedTags, tag):
			k.fail([]string{"languages"}, "a language cannot be %q: the site has pages of its own at /%s/", tag, tag)
		}
	}
	if c.Source != "" && !slices.Contains(c.Languages, c.Source) {
		k.fail([]string{"languages"}, "languages lacks the source language %s", c.Source)
	}
	for _, tag := range slices.Sorted(maps.Keys(c.Fallback)) {
		for _, t := range append([]string{tag}, c.Fallback[tag]...) {
			k.known([]string{"fallback", tag}, t)
		}
	}
}

// known reports a language that the site does not have.
func (k *configCheck) known(path []string, tag string) {
	if !slices.Contains(k.config.Languages, tag) {
		k.fail(path, "%q is not one of the site's languages%s: %s", tag,
			diag.DidYouMean(tag, k.config.Languages), strings.Join(k.config.Languages, ", "))
	}
}

func (k *configCheck) titles(path []string, titles map[string]string) {
	for _, tag := range slices.Sorted(maps.Keys(titles)) {
		k.known(append(slices.Clone(path), tag), tag)
	}
}

func (k *configCheck) editLink() {
	link := k.config.EditLink
	if link == "" {
		return
	}
	u, err := url.Parse(strings.NewReplacer("{path}", "p", "{line}", "1", "{code}", "c").Replace(link))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		k.fail([]string{"edit_link"}, "edit_link is to be an http or https URL with {path} and {line} in it, not %q", link)
	}
}

func (k *configCheck) catalog(i int, seen map[string]bool) {
	c := &k.config.Catalogs[i]
	path := func(more ...string) []string { return append([]string{"catalog", strconv.Itoa(i)}, more...) }
	switch {
	case c.ID == "":
		k.fail(path(), `a [[catalog]] needs an id: the name of its document without .md, as in id = "im"`)
	case seen[c.ID]:
		k.fail(path("id"), "catalog %q stands twice in site.toml", c.ID)
	case page.Reserved(c.ID):
		k.fail(path("id"), "a catalogue cannot be called %q: the site has a page of its own there; rename the document", c.ID)
	}
	seen[c.ID] = true
	k.titles(path("title"), c.Title)
	if c.SameCode != "" && c.SameCode != "keep" && c.SameCode != "error" {
		k.fail(path("same_code"), `same_code is to be "keep" or "error", not %q`, c.SameCode)
	}
	k.columns(path("columns"), c.Columns)
	for n, t := range c.Tables {
		at := path("table", strconv.Itoa(n))
		if t.Section == "" && len(t.Headers) == 0 {
			k.fail(at, `a [[catalog.table]] needs a section or headers, to say which tables it speaks of`)
		}
		if t.Codes == nil && len(t.Columns) == 0 {
			k.fail(at, `a [[catalog.table]] needs codes = false or columns, to say what the tables hold`)
		}
		k.columns(append(at, "columns"), t.Columns)
	}
	k.sections(path("sections"), c.Sections)
}

func (k *configCheck) columns(path []string, columns map[string]string) {
	for _, word := range slices.Sorted(maps.Keys(columns)) {
		if !slices.Contains(catalog.Roles(), catalog.Role(columns[word])) {
			k.fail(append(slices.Clone(path), word), "%q is no role of a column%s; the roles are %s", columns[word],
				diag.DidYouMean(columns[word], roleNames()), strings.Join(roleNames(), ", "))
		}
	}
}

func (k *configCheck) sections(path []string, sections map[string]string) {
	byID := map[string]string{}
	for _, heading := range slices.Sorted(maps.Keys(sections)) {
		id, at := sections[heading], append(slices.Clone(path), heading)
		if !validID(id) {
			k.fail(at, "section id %q is to be of a-z, 0-9 and -, starting with a letter, because it becomes part of links", id)
		}
		if other, ok := byID[id]; ok {
			k.fail(at, "section id %q is given to %q too; ids are unique in a catalogue", id, other)
		}
		byID[id] = heading
	}
}

func validID(id string) bool {
	if id == "" || id[0] < 'a' || id[0] > 'z' {
		return false
	}
	return strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func roleNames() (names []string) {
	for _, r := range catalog.Roles() {
		names = append(names, string(r))
	}
	return names
}

// NormalBaseURL checks a base URL and gives it the slash at its end.
func NormalBaseURL(base string) (string, error) {
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return DefaultBaseURL, errors.New("the base URL is to be like https://intranet.example.com/errors/, not " + strconv.Quote(base))
	}
	return strings.TrimRight(u.Scheme+"://"+u.Host+u.EscapedPath(), "/") + "/", nil
}
