package site_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"errbook/search"
	"errbook/site"
)

// TestSymptoms: phrases in which people report a code are messages of the source language's own file. They are searched, and
// shown where the site says so.
func TestSymptoms(t *testing.T) {
	files := fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = 'ja'\nlanguages = ['ja', 'en']\nshow_symptoms = true\n")},
		"content/e.md":      {Data: []byte("| コード | 説明 |\n|---|---|\n| 1 | 送信できません。 |\n| 2 | 認証に失敗しました。 |\n")},
		"i18n/e.ja.toml":    {Data: []byte("\"1.symptoms\" = \"部屋で黙らされた / 自分だけ書けない\"\n\"3.symptoms\" = \"x\"\n\"1.text\" = \"別の文\"\n\"2.symptoms\" = \"<b>x</b>\"\n")},
		"i18n/e.en.toml":    {Data: []byte("\"1.text\" = \"Cannot send.\"\n\"1.symptoms\" = \"silenced in the room / <only> I can't write\"\n\"2.text\" = \"Authentication failed.\"\n")},
	}
	_, list := site.Load(files, os.DirFS(root), site.Overrides{})
	var told []string
	for _, d := range list {
		told = append(told, d.Position.String()+" "+d.Rule)
	}
	if diff := cmp.Diff([]string{"i18n/e.en.toml:2:1 html-added", "i18n/e.ja.toml:2:1 unknown-message", "i18n/e.ja.toml:3:1 unknown-message", "i18n/e.ja.toml:4:1 html-added"}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	files["i18n/e.en.toml"].Data = []byte(strings.Replace(string(files["i18n/e.en.toml"].Data), "<only> ", "only ", 1))
	s, _ := site.Load(files, os.DirFS(root), site.Overrides{})
	out := t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	for name, phrase := range map[string]string{"ja/e/1": "自分だけ書けない", "en/e/1": "only I can"} {
		if page := readText(t, filepath.Join(out, name, "index.html")); !strings.Contains(page, phrase) || strings.Contains(page, "別の文") {
			t.Errorf("%s does not show %q", name, phrase)
		}
	}
	if page := readText(t, filepath.Join(out, "en/e/2/index.html")); strings.Contains(page, `class="reported"`) {
		t.Error("a code without symptoms shows some")
	}
	if data := readText(t, filepath.Join(out, "c/e/1.json")); !strings.Contains(data, "自分だけ書けない") {
		t.Errorf("the JSON lacks the symptoms: %s", data)
	}
	x, err := search.Open(site.IndexDir(out))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, q := range []string{"silenced in the room", "部屋で黙らされた"} {
		r, err := x.Search(context.Background(), search.Query{Text: q, Lang: "en"})
		if err != nil || len(r.Hits) != 1 || r.Hits[0].Code != "1" {
			t.Errorf("%q finds %+v, %v", q, r.Hits, err)
		}
	}
}

// TestSymptomsThatAreNotShown: without show_symptoms neither a page nor a file for programs tells them.
func TestSymptomsThatAreNotShown(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, fstest.MapFS{
		"content/site.toml": {Data: []byte("source_language = 'en'\nlanguages = ['en']\n")},
		"content/e.md":      {Data: []byte("| Code | Description |\n|---|---|\n| 1 | Cannot send. |\n")},
		"i18n/e.en.toml":    {Data: []byte("\"1.symptoms\" = \"silenced in the room\"\n")},
	}), out)
	for _, name := range []string{"en/e/1/index.html", "en/e/1/index.md", "c/e/1.json", "api/codes.json"} {
		if strings.Contains(readText(t, filepath.Join(out, name)), "silenced") {
			t.Errorf("%s tells the symptoms", name)
		}
	}
}
