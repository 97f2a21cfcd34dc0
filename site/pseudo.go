package site

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"errbook/site/locale"
	"errbook/site/locale/pseudo"
)

// Pseudo returns the site of s as Load is to read it to build it in pseudo-languages: its documents and themes as they
// are, a site.toml with the source language and these, and messages that are made from the English ones, or where there
// are none from the source. It is a site of its own: that of s knows nothing of it.
func (s *Site) Pseudo(builtin fs.FS, tags []string) (fs.FS, error) {
	over := &overlay{base: s.fsys, files: memory{}}
	config := *s.Config
	config.Languages, config.Fallback = append([]string{s.Config.Source}, tags...), nil
	config.Title = pseudoTitles(s.Config.Title, s.Config.Source, "", tags)
	config.Catalogs = nil
	for n, c := range s.Catalogs {
		own := s.catalogConfig(c.ID)
		own.Title = pseudoTitles(own.Title, s.Config.Source, c.Title, tags)
		config.Catalogs = append(config.Catalogs, own)
		texts := s.pseudoBase(n)
		for _, tag := range tags {
			style, ok := pseudo.Of(tag)
			if !ok {
				return nil, fmt.Errorf("%q is no pseudo-language; there are %v", tag, pseudo.Tags())
			}
			if err := over.put(path.Join(i18nDir, locale.FileName(c.ID, tag)), s.pseudoMessages(n, texts, style)); err != nil {
				return nil, err
			}
		}
	}
	if err := s.pseudoUI(over, builtin, tags); err != nil {
		return nil, err
	}
	return over, over.put(ConfigFile, config)
}

// catalogConfig is what site.toml says of a catalogue, if anything.
func (s *Site) catalogConfig(id string) CatalogConfig {
	for _, c := range s.Config.Catalogs {
		if c.ID == id {
			return c
		}
	}
	return CatalogConfig{ID: id}
}

// pseudoTitles adds titles in pseudo-languages to those of the source language; otherwise is what a title is made from
// where neither English nor the source language has one.
func pseudoTitles(titles map[string]string, source, otherwise string, tags []string) map[string]string {
	out := map[string]string{}
	if t := titles[source]; t != "" {
		out[source], otherwise = t, t
	}
	if t := titles["en"]; t != "" {
		otherwise = t
	}
	for _, tag := range tags {
		if style, ok := pseudo.Of(tag); ok && otherwise != "" {
			out[tag] = style.Plain(otherwise)
		}
	}
	return out
}

// pseudoBase reads the English messages of a catalogue, which pseudo-translations are made from where they are there.
func (s *Site) pseudoBase(n int) *locale.Messages {
	if !slices.Contains(s.Config.Languages, "en") || s.Config.Source == "en" {
		return nil
	}
	m, _ := locale.Load(s.fsys, i18nDir, s.Catalogs[n].ID, "en", s.Sources[n]) // problems were reported when the site was loaded
	return m
}

func (s *Site) pseudoMessages(n int, english *locale.Messages, style pseudo.Style) map[string]string {
	messages := make(map[string]string, len(s.Sources[n].List))
	for _, source := range s.Sources[n].List {
		text, ok := english.Text(source.ID)
		if !ok {
			text = source.Text
		}
		messages[source.ID] = style.Markdown(text, source.Block)
	}
	return messages
}

// pseudoUI adds the strings of the page, and hands on those that the site has in its own languages.
func (s *Site) pseudoUI(over *overlay, builtin fs.FS, tags []string) error {
	files, err := fs.Glob(s.fsys, i18nDir+"/"+locale.UIStem+".*.toml")
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := fs.ReadFile(s.fsys, f)
		if err != nil {
			return readError(f, err)
		}
		over.files[f] = data
	}
	english := locale.UIStrings(builtin, s.fsys, i18nDir, "en")
	for _, tag := range tags {
		style, _ := pseudo.Of(tag)
		forms := make(map[string]map[string]string, len(english))
		for id, byName := range english {
			forms[id] = map[string]string{}
			for _, form := range slices.Sorted(maps.Keys(byName)) {
				forms[id][form] = style.Plain(byName[form])
			}
		}
		if err := over.put(path.Join(i18nDir, locale.FileName(locale.UIStem, tag)), forms); err != nil {
			return err
		}
	}
	return nil
}

// overlay is a site's folder with another site.toml and other messages.
type overlay struct {
	base  fs.FS
	files memory
}

func (o *overlay) put(name string, v any) error {
	data, err := toml.Marshal(v)
	o.files[name] = data
	return err
}

// Open implements fs.FS.
func (o *overlay) Open(name string) (fs.File, error) {
	if _, ok := o.files[name]; ok || inFolder(name, i18nDir) {
		return o.files.Open(name)
	}
	return o.base.Open(name)
}

func inFolder(name, dir string) bool { return name == dir || strings.HasPrefix(name, dir+"/") }
