package site

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
)

// Folders below the root of a site.
const (
	contentDir = "content"
	i18nDir    = "i18n"
	themesDir  = "themes"
	assetsDir  = "assets" // in a theme, and in the output
)

// The rules of what Load itself finds.
const (
	RuleRead          = "read"           // a file or folder cannot be read
	RuleNoSite        = "no-site"        // the folder has no content/site.toml
	RuleNoDocument    = "no-document"    // site.toml speaks of a catalogue that has no document, or there is none at all
	RuleStrayNotes    = "stray-notes"    // longer notes that belong to no code
	RuleLanguageFiles = "language-files" // a file in i18n/ that no part of the site reads
)

// Site is everything that a site is made of, read and checked.
type Site struct {
	Config    *Config
	Languages []locale.Language
	Catalogs  []*catalog.Catalog
	Sources   []*locale.Sources // by catalogue: what is translated of it
	Book      *page.Book
	UI        *locale.UI
	Same      [][]string // groups of words that mean the same, for search
	Templates *page.Templates

	fsys  fs.FS
	today string // YYYY-MM-DD
	lock  lock
	theme themeFS
	build string

	preview *page.Preview
}

// Overrides are what the command line says instead of site.toml.
type Overrides struct {
	BaseURL string        // "" for site.toml's
	Today   string        // YYYY-MM-DD, for messages that propose a date; nothing of the output depends on it
	Preview *page.Preview // for whom the site is shown before it is published; nil for nobody
}

// Load reads a site from the folder that fsys is, and what comes with errbook from builtin. It reads all that it can
// before it gives up: the diagnostics tell of every document, translation and template. With errors among them, the site
// is not to be built, and may be nil.
func Load(fsys, builtin fs.FS, over Overrides) (*Site, diag.List) {
	config, list := readConfig(fsys)
	if list.HasErrors() {
		return nil, list
	}
	if over.BaseURL != "" {
		normal, err := NormalBaseURL(over.BaseURL)
		if err != nil {
			return nil, append(list, diag.Errorf(diag.At("--base-url", 1, 1), RuleConfig, "%v", err))
		}
		config.BaseURL = normal
	}
	s := &Site{Config: config, fsys: fsys, today: cmp.Or(over.Today, "YYYY-MM-DD"), preview: over.Preview}
	for _, tag := range config.Languages {
		l, _ := locale.ParseLanguage(tag) // checked with the configuration
		s.Languages = append(s.Languages, l)
	}
	list = append(list, s.loadTheme(builtin)...)
	list = append(list, s.readLock()...)
	list = append(list, s.loadCatalogs()...)
	for _, tag := range config.Languages {
		groups, found := locale.LoadSynonyms(fsys, i18nDir, tag)
		s.Same, list = append(s.Same, groups...), append(list, found...)
	}
	list = append(list, s.checkLanguageFiles()...)
	build, err := buildID(fsys, s.theme, s.Templates, s.UI, config)
	if err != nil {
		list = append(list, diag.Errorf(diag.At(contentDir, 1, 1), RuleRead, "%v", err))
	}
	s.build = build
	list.Sort()
	return s, diag.Unique(list)
}

// BuildID stands for all inputs of the build: it changes when one of them does.
func (s *Site) BuildID() string { return s.build }

func (s *Site) loadTheme(builtin fs.FS) (list diag.List) {
	dir := path.Join(themesDir, s.Config.Theme)
	theme, err := newThemeFS(s.fsys, builtin, s.Config.Theme)
	if err != nil {
		list = append(list, diag.Errorf(diag.At(dir, 1, 1), RuleRead, "cannot read the theme: %v", err))
	}
	s.theme = theme
	templates, found := page.ParseTemplates(theme, dir)
	s.Templates, list = templates, append(list, found...)
	chains := map[string][]string{}
	for _, tag := range s.Config.Languages {
		chains[tag] = append(slices.Clone(s.Config.Fallback[tag]), s.Config.Source)
	}
	ui, found := locale.LoadUI(builtin, s.fsys, i18nDir, chains)
	s.UI = ui
	return append(list, found...)
}

// loadCatalogs reads every document of content/, those that site.toml names first, in its order.
func (s *Site) loadCatalogs() (list diag.List) {
	files, err := fs.Glob(s.fsys, contentDir+"/*.md")
	if err != nil || len(files) == 0 {
		return diag.List{diag.Errorf(diag.At(contentDir, 1, 1), RuleNoDocument,
			"there is no document in %s/; put a Markdown file with code tables there, such as %s/errors.md", contentDir, contentDir)}
	}
	byID := map[string]string{}
	for _, f := range files {
		byID[strings.TrimSuffix(path.Base(f), ".md")] = f
	}
	var volumes []*page.Volume
	for _, c := range s.catalogOrder(byID, &list) {
		model, found := s.readDocument(byID[c.ID], c)
		list = append(list, s.retire(model, found)...)
		longer, found := s.readLonger(model)
		list = append(list, found...)
		symptoms, found := s.readSymptoms(model)
		list = append(list, found...)
		s.Catalogs = append(s.Catalogs, model)
		volumes = append(volumes, &page.Volume{Index: page.NewIndex(model, page.Beside{Longer: longer, Symptoms: symptoms}), Titles: c.Title, Own: map[string][]bool{}})
	}
	list = append(list, s.linkRetired()...)
	list = append(list, s.checkLock()...)
	s.Book = s.newBook(volumes)
	list = append(list, s.unpublished()...)
	s.locateTitles()
	for _, v := range volumes {
		s.Sources = append(s.Sources, sources(v))
	}
	return append(list, s.cover()...)
}

// catalogOrder lists what site.toml says of each document; one of which it says nothing gets the defaults.
func (s *Site) catalogOrder(byID map[string]string, list *diag.List) (order []CatalogConfig) {
	named := map[string]bool{}
	ids := slices.Sorted(maps.Keys(byID))
	for _, c := range s.Config.Catalogs {
		named[c.ID] = true
		if _, ok := byID[c.ID]; !ok {
			*list = append(*list, diag.Errorf(diag.At(ConfigFile, 1, 1), RuleNoDocument,
				"catalog %q has no document %s/%s.md%s", c.ID, contentDir, c.ID, diag.DidYouMean(c.ID, ids)))
			continue
		}
		order = append(order, c)
	}
	folded := map[string]string{}
	for _, id := range ids {
		if other, ok := folded[strings.ToLower(id)]; ok {
			*list = append(*list, diag.Errorf(diag.At(byID[id], 1, 1), RuleConfig,
				"its name differs from that of %s only in the case of letters, and some file systems take the two for one; rename it", byID[other]))
		}
		folded[strings.ToLower(id)] = id
		if named[id] {
			continue
		}
		if page.Reserved(id) {
			*list = append(*list, diag.Errorf(diag.At(byID[id], 1, 1), RuleConfig,
				"a catalogue cannot be called %q: the site has a page of its own there; rename the document", id))
			continue
		}
		order = append(order, CatalogConfig{ID: id})
	}
	return order
}

func (s *Site) readDocument(file string, c CatalogConfig) (*catalog.Catalog, diag.List) {
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		return &catalog.Catalog{ID: c.ID, File: file}, diag.List{readError(file, err)}
	}
	opt := catalog.Options{ID: c.ID, Sections: c.Sections, Numbers: c.Numbers, KeepSame: c.SameCode == "keep", Columns: columnRoles(c.Columns)}
	for _, t := range c.Tables {
		opt.Tables = append(opt.Tables, catalog.TableRule{Section: t.Section, Headers: t.Headers,
			NotCodes: t.Codes != nil && !*t.Codes, Columns: columnRoles(t.Columns)})
	}
	return catalog.Read(file, data, opt)
}

func columnRoles(columns map[string]string) map[string]catalog.Role {
	roles := make(map[string]catalog.Role, len(columns))
	for word, role := range columns {
		roles[word] = catalog.Role(role)
	}
	return roles
}

func readError(file string, err error) diag.Diagnostic {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return diag.Errorf(diag.At(file, 1, 1), RuleRead, "cannot read it: %v", err)
}

func (s *Site) newBook(volumes []*page.Volume) *page.Book {
	var codes []string
	for _, v := range volumes {
		for _, p := range v.Pages {
			codes = append(codes, p.Code.Text)
		}
	}
	base, _ := url.Parse(s.Config.BaseURL) // checked with the configuration
	return &page.Book{
		Source: s.Config.Source, Languages: s.Languages, Titles: s.Config.Title, BaseURL: s.Config.BaseURL,
		BasePath: base.EscapedPath(), EditLink: s.Config.EditLink, Symptoms: s.Config.Symptoms, Slugs: page.NewPublishedSlugs(codes, s.lock.added()), Volumes: volumes, Events: s.events(volumes),
		TranslationsPage: s.Config.TranslationsPage || s.preview != nil, Preview: s.preview, Speaks: s.UI.Speaks,
	}
}

// checkLanguageFiles warns of files in i18n/ that say nothing to anyone: a name without a language, a language that the
// site does not have, a catalogue that is not there.
func (s *Site) checkLanguageFiles() (list diag.List) {
	files, err := fs.Glob(s.fsys, i18nDir+"/*.toml")
	if err != nil {
		return diag.List{readError(i18nDir, err)}
	}
	stems := []string{locale.UIStem, locale.SynonymsStem}
	for _, c := range s.Catalogs {
		stems = append(stems, c.ID)
	}
	for _, f := range files {
		if path.Base(f) == "glossary.toml" {
			continue
		}
		stem, tag, ok := locale.SplitFileName(f)
		switch {
		case !ok:
			list = append(list, diag.Warnf(diag.At(f, 1, 1), locale.RuleFileName,
				"the name says no language, so the file is not read; a file of messages is called <catalogue>.<language tag>.toml, such as im.zh-Hans.toml"))
		case !slices.Contains(stems, stem):
			list = append(list, diag.Warnf(diag.At(f, 1, 1), RuleLanguageFiles,
				"there is no catalogue %q%s; the file is not read", stem, diag.DidYouMean(stem, stems)))
		case stem != locale.UIStem && !slices.Contains(s.Config.Languages, tag):
			list = append(list, diag.Warnf(diag.At(f, 1, 1), RuleLanguageFiles,
				"%q is not one of the site's languages; add it to languages in %s, else the file is not read", tag, ConfigFile))
		}
	}
	return list
}

// Size counts the site's codes that are not retired, each once in a catalogue.
func (s *Site) Size() (codes int) {
	for _, v := range s.Book.Volumes {
		codes += v.Live()
	}
	return codes
}
