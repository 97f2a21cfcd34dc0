package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/html"
)

// uiStrings reads the UI strings of a language as id -> forms.
func uiStrings(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "i18n", "ui."+lang+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := toml.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for id, v := range raw {
		switch v := v.(type) {
		case string:
			out[id] = map[string]string{"": v}
		case map[string]any:
			out[id] = map[string]string{}
			for form, text := range v {
				out[id][form] = text.(string)
			}
		}
	}
	return out
}

func keys[V any](m map[string]V) (list []string) {
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// pluralForms are the CLDR plural categories of cardinal numbers that a whole count can have.
var pluralForms = map[string][]string{"en": {"one", "other"}, "ja": {"other"}, "zh-Hans": {"other"}, "ko": {"other"}}

func TestUIStringsAreCompleteInEveryLanguage(t *testing.T) {
	english := uiStrings(t, "en")
	used := usedStrings(t)
	for _, lang := range languages {
		strings := uiStrings(t, lang)
		if diff := cmp.Diff(keys(english), keys(strings)); diff != "" {
			t.Errorf("%s has other strings than en (-en +%s):\n%s", lang, lang, diff)
		}
		for id, forms := range strings {
			if _, plain := forms[""]; !plain {
				if diff := cmp.Diff(pluralForms[lang], keys(forms)); diff != "" {
					t.Errorf("%s: forms of %s (-want +got):\n%s", lang, id, diff)
				}
			}
			for form, text := range forms {
				if text == "" {
					t.Errorf("%s: %s %s is empty", lang, id, form)
				}
			}
		}
	}
	for _, id := range keys(english) {
		if !used[id] {
			t.Errorf("no template and no code uses the string %s", id)
		}
	}
}

var (
	templateID = regexp.MustCompile(`\btn? "([a-z0-9_]+)"`)
	goID       = regexp.MustCompile(`\b(?:say|sayCount)\("([a-z0-9_]+)"`)
)

// usedStrings finds the ids that templates and package page ask for.
func usedStrings(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	for pattern, id := range map[string]*regexp.Regexp{
		filepath.Join(root, "themes", "default", "*", "*.html"): templateID,
		filepath.Join("page", "*.go"):                           goID,
	} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range id.FindAllStringSubmatch(string(data), -1) {
				used[m[1]] = true
			}
		}
	}
	return used
}

// TestNoEnglishInOtherLanguages looks at everything that the page itself says in Japanese, Chinese and Korean: text,
// labels, titles and placeholders outside elements that are marked as another language or not to be translated.
func TestNoEnglishInOtherLanguages(t *testing.T) {
	out := builtSite(t)
	own := map[string][]*unicode.RangeTable{
		"ja":      {unicode.Hiragana, unicode.Katakana, unicode.Han},
		"zh-Hans": {unicode.Han},
		"ko":      {unicode.Hangul},
	}
	for lang, scripts := range own {
		for _, page := range []string{"", "im", "im/6017", "im/10003", "im/120001-130000", "search", "404.html"} {
			name := filepath.Join(out, lang, page, "index.html")
			if strings.HasSuffix(page, ".html") {
				name = filepath.Join(out, lang, page)
			}
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := html.Parse(f)
			f.Close()
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range ownTexts(tree, lang) {
				if hasWord.MatchString(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, scripts...) }) {
					t.Errorf("%s/%s says %q", lang, page, s)
				}
			}
		}
	}
}

// hasWord matches what is a word of a language with Latin letters, and no name or identifier of ours.
var hasWord = regexp.MustCompile(`\b[A-Z]?[a-z]{3,}\b`)

// ownTexts lists the texts of a page in its own language.
func ownTexts(n *html.Node, lang string) (list []string) {
	attr := map[string]string{}
	for _, a := range n.Attr {
		attr[a.Key] = a.Val
	}
	if l, ok := attr["lang"]; ok && l != lang || attr["translate"] == "no" || n.Data == "script" || n.Data == "style" || n.Data == "kbd" {
		return nil
	}
	if n.Type == html.TextNode {
		if s := strings.TrimSpace(strings.ReplaceAll(n.Data, "errbook", "")); s != "" {
			list = append(list, s)
		}
	}
	for _, key := range []string{"aria-label", "title", "placeholder", "alt", "data-done", "data-failed"} {
		if attr[key] != "" {
			list = append(list, attr[key])
		}
	}
	if n.Data == "meta" && (attr["name"] == "description" || attr["property"] == "og:title") {
		list = append(list, attr["content"])
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		list = append(list, ownTexts(c, lang)...)
	}
	return list
}
