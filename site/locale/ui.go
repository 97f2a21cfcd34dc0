package locale

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"errbook/site/diag"
)

// UIStem is the stem of the files with the strings of the page.
const UIStem = "ui"

// UI holds the strings of the page in every language of a site.
type UI struct {
	languages map[string]*uiLanguage
	chains    map[string][]string
	rtl       map[string]bool // languages that run from right to left
}

type uiLanguage struct {
	localizer *i18n.Localizer
	hash      string
}

// LoadUI reads the UI strings of the languages in chains, which gives for each language those that it falls back to. The
// strings that come with errbook are read first, then the site's own, which may replace some or add a language. Either
// file system holds the files in dir. Every chain ends in English, which errbook always has. What is wrong with a string is
// a warning, and the string falls back: a translation never keeps a site from being built.
func LoadUI(builtin, site fs.FS, dir string, chains map[string][]string) (*UI, diag.List) {
	u := &UI{languages: map[string]*uiLanguage{}, chains: map[string][]string{}, rtl: map[string]bool{}}
	var list diag.List
	reference := uiPlaceholders(builtin, dir)
	for lang, chain := range chains {
		all := []string{lang}
		for _, tag := range append(slices.Clone(chain), "en") {
			if !slices.Contains(all, tag) {
				all = append(all, tag)
			}
		}
		u.chains[lang] = all
		if l, err := ParseLanguage(lang); err == nil {
			u.rtl[lang] = l.Dir == "rtl"
		}
		for _, tag := range all {
			if u.languages[tag] == nil {
				l, found := loadUILanguage(builtin, site, dir, tag, reference)
				u.languages[tag] = l
				list = append(list, found...)
			}
		}
	}
	list.Sort()
	return u, list
}

func loadUILanguage(builtin, site fs.FS, dir, tag string, reference map[string][]string) (*uiLanguage, diag.List) {
	plurals := pluralTag(tag)
	bundle := i18n.NewBundle(plurals)
	file := path.Join(dir, FileName(UIStem, tag))
	sum := sha256.New()
	var list diag.List
	for _, fsys := range []fs.FS{builtin, site} {
		data, err := fs.ReadFile(fsys, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			list = append(list, diag.Warnf(diag.At(file, 1, 1), RuleMessageFile, "cannot read the UI strings: %v", err))
			continue
		}
		sum.Write(data)
		messages, found := parseUI(file, data, reference)
		list = append(list, found...)
		if err := bundle.AddMessages(plurals, translated(messages)...); err != nil {
			list = append(list, diag.Warnf(diag.At(file, 1, 1), RuleMessageFile, "%v", err))
		}
	}
	return &uiLanguage{i18n.NewLocalizer(bundle, plurals.String()), hex.EncodeToString(sum.Sum(nil))}, diag.Unique(list)
}

// translated leaves out the strings that somebody has yet to write: those that are empty, or nothing but blanks, in the form
// that every language needs. They fall back, and so does one with some of its plural forms until it has that one.
func translated(messages []*i18n.Message) (list []*i18n.Message) {
	for _, m := range messages {
		if strings.TrimSpace(m.Other) != "" {
			list = append(list, withoutBlanks(m))
		}
	}
	return list
}

// withoutBlanks takes the forms that are nothing but blanks for none, so that the form other shows in their place.
func withoutBlanks(m *i18n.Message) *i18n.Message {
	out := *m
	for _, form := range []*string{&out.Zero, &out.One, &out.Two, &out.Few, &out.Many} {
		if strings.TrimSpace(*form) == "" {
			*form = ""
		}
	}
	return &out
}

// parseUI reads a file of UI strings. Each fault is a warning and costs its own string, which then falls back.
func parseUI(file string, data []byte, reference map[string][]string) ([]*i18n.Message, diag.List) {
	messages, list := parseMessages(file, data)
	found, faulty := checkUI(file, data, messages, reference)
	list = append(list, found...)
	for i := range list {
		list[i].Severity = diag.Warning
	}
	return slices.DeleteFunc(messages, func(m *i18n.Message) bool { return faulty[m.ID] }), list
}

// Message returns the string with an id in a language, or in the first language of its chain that has it. Count chooses the
// plural form and is nil where the string has none; a string without the form that a count asks for shows its other form. An
// id that no language has is an error. In a language from right to left, what is filled in keeps its own direction: without
// that, the sign of -302 would stand behind it.
func (u *UI) Message(lang, id string, count *int, args map[string]any) (string, error) {
	if u.rtl[lang] {
		args = isolated(args)
	}
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: args}
	if count != nil {
		config.PluralCount = *count
	}
	for _, tag := range u.chains[lang] {
		text, err := localize(u.languages[tag].localizer, config)
		var missing *i18n.MessageNotFoundErr
		if errors.As(err, &missing) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("UI string %q in %s: %w", id, tag, err)
		}
		return text, nil
	}
	return "", fmt.Errorf("there is no UI string %q in i18n/%s [%s]", id, FileName(UIStem, lang), RuleMissingUI)
}

// Speaks tells whether a language has a string of its own with an id, so that Message looks no further.
func (u *UI) Speaks(lang, id string) bool {
	l := u.languages[lang]
	if l == nil {
		return false
	}
	_, err := localize(l.localizer, &i18n.LocalizeConfig{MessageID: id, PluralCount: 2, TemplateData: map[string]any{"Count": 2}})
	return !errors.As(err, new(*i18n.MessageNotFoundErr))
}

// isolated puts each text among the arguments between the characters that part its direction from that around it (UAX #9:
// first strong isolate, pop directional isolate). Without a letter in it, it runs from left to right.
func isolated(args map[string]any) map[string]any {
	out := maps.Clone(args)
	for name, value := range out {
		if text, ok := value.(string); ok {
			out[name] = "\u2068" + text + "\u2069"
		}
	}
	return out
}

// localize takes the form "other" where the one for the count is missing.
func localize(l *i18n.Localizer, config *i18n.LocalizeConfig) (string, error) {
	text, err := l.Localize(config)
	if err == nil || config.PluralCount == nil || errors.As(err, new(*i18n.MessageNotFoundErr)) {
		return text, err
	}
	data := config.TemplateData
	if args, ok := data.(map[string]any); ok && args == nil {
		data = map[string]any{"PluralCount": config.PluralCount}
	}
	other, otherErr := l.Localize(&i18n.LocalizeConfig{MessageID: config.MessageID, TemplateData: data})
	if otherErr != nil {
		return "", err
	}
	return other, nil
}

// Key stands for all strings that a reader of a language may see: it changes when one of them does.
func (u *UI) Key(lang string) string {
	key := lang
	for _, tag := range u.chains[lang] {
		key += "/" + u.languages[tag].hash
	}
	return key
}
