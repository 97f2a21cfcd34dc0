package site_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"errbook/site"
)

// TestBadTranslations: whatever is wrong with a file of translations is told with its place, the site is built, and just the
// message with the fault falls back.
func TestBadTranslations(t *testing.T) {
	tests := []struct {
		name, file, text string // of the translations
		at, rule         string // where the fault is told; "" for none
		shown            string // on the page of code 1, in English or in the fallback
	}{
		{"right", "", "\"1.text\" = \"One.\"\n", "", "", "One."},
		{"a brace", "", "\"1.text\" = \"One {.\"\n", "", "", "One {."},
		{"a template", "", "\"1.text\" = \"One {{.Name}}.\"\n", "1:1", "template-added", "一。"},
		{"a template that does nothing good", "", "\"1.text\" = \"{{range $i, $x := .}}{{end}}\"\n", "1:1", "template-added", "一。"},
		{"unknown id", "", "\"1.txet\" = \"One.\"\n", "1:1", "unknown-message", "一。"},
		{"conflict markers", "", "<<<<<<< HEAD\n\"1.text\" = \"One.\"\n=======\n\"1.text\" = \"Uno.\"\n>>>>>>> b\n", "1:1", "conflict-marker", "一。"},
		{"cut off", "", "\"1.text\" = \"On", "1:12", "message-syntax", "一。"},
		{"a script", "", "\n\"1.text\" = \"<script>alert(1)</script>\"\n", "2:1", "html-added", "一。"},
		{"HTML", "", "\"1.text\" = '<a href=\"javascript:x\" onclick=\"y\">One</a>'\n", "1:1", "html-added", "一。"},
		{"a bidi override", "", "\"1.text\" = \"On\u202ee.\"\n", "1:1", "bidi-control", "一。"},
		{"a megabyte", "", "\"1.text\" = \"" + strings.Repeat("One. ", 1<<20/5) + "\"\n", "1:1", "translation-too-long", "一。"},
		{"not UTF-8", "", "\"1.text\" = \"On\xff.\"\n", "1:15", "message-syntax", "一。"},
		{"a number", "", "\"1.text\" = 1\n", "1:1", "message-file", "一。"},
		{"a file named wrongly", "i18n/e.english.toml", "\"1.text\" = \"One.\"\n", "1:1", "message-file-name", "一。"},
		{"a file of another catalogue", "i18n/f.en.toml", "\"1.text\" = \"One.\"\n", "1:1", "language-files", "一。"},
	}
	for _, tt := range tests {
		file := tt.file
		if file == "" {
			file = "i18n/e.en.toml"
		}
		files := fstest.MapFS{
			"content/site.toml": {Data: []byte("source_language = 'ja'\nlanguages = ['ja', 'en']\n")},
			"content/e.md":      {Data: []byte("| コード | 説明 |\n|---|---|\n| 1 | 一。 |\n| 2 | 二。 |\n")},
			file:                {Data: []byte(tt.text + "\n\"2.text\" = \"Two.\"\n")},
		}
		s, list := site.Load(files, os.DirFS(root), site.Overrides{})
		if list.HasErrors() {
			t.Errorf("%s: %v", tt.name, list)
			continue
		}
		if tt.rule == "" && len(list) > 0 || tt.rule != "" && (len(list) != 1 || list[0].Rule != tt.rule || !strings.HasPrefix(list[0].Error(), file+":"+tt.at+": warning: ")) {
			t.Errorf("%s is told as %v", tt.name, list)
		}
		out := t.TempDir()
		if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if page := readText(t, filepath.Join(out, "en/e/1/index.html")); !strings.Contains(page, ">"+tt.shown+"<") {
			t.Errorf("%s: the page lacks %q", tt.name, tt.shown)
		}
		if page := readText(t, filepath.Join(out, "en/e/2/index.html")); tt.file == "" && tt.name != "cut off" && !strings.Contains(page, ">Two.<") {
			t.Errorf("%s: the other message is not shown", tt.name)
		}
	}
}

func readText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
