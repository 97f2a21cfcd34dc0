package site_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
)

// TestNoTwoCardsAreAlike looks at every page of the real site and of two hard ones, in all languages: each has a card, but
// for the pages that have no address of their own.
func TestNoTwoCardsAreAlike(t *testing.T) {
	smallOut, hardOut := t.TempDir(), t.TempDir()
	build(t, load(t, smallFiles(t)), smallOut)
	build(t, load(t, hard()), hardOut)
	for dir, least := range map[string]int{smallOut: 60, hardOut: 20, builtSite(t): 2000} {
		cards, n := map[[2]string]string{}, 0
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".html" {
				return err
			}
			doc, err := goquery.NewDocumentFromReader(strings.NewReader(readText(t, name)))
			if err != nil {
				return err
			}
			content := func(property string) string {
				return doc.Find(`meta[property="`+property+`"]`).AttrOr("content", "")
			}
			card := [2]string{content("og:title"), content("og:description")}
			rel, _ := filepath.Rel(dir, name)
			switch {
			case d.Name() == "404.html":
				if card != [2]string{} {
					t.Errorf("%s has a card", rel)
				}
				return nil
			case card[0] == "" || card[1] == "" || content("og:url") == "" || content("og:type") == "":
				t.Errorf("%s has an empty card: %q", rel, card)
			case cards[card] != "":
				t.Errorf("%s and %s have the same card: %q", rel, cards[card], card)
			}
			cards[card] = rel
			n++
			return nil
		})
		if err != nil || n < least {
			t.Errorf("%d pages (%v), want at least %d", n, err, least)
		}
	}
}

func TestCards(t *testing.T) {
	open := small(t)
	for name, want := range map[string][]string{
		"en/shop/200": {"article", "200 The card has expired.", "Shop 200: The card has expired.", "https://errors.example.com/en/shop/200/", "en_US", "ja_JP"},
		"ja/shop/200": {"article", "200 カードの有効期限が切れています。", "Shop 200: カードの有効期限が切れています。", "https://errors.example.com/ja/shop/200/", "ja_JP", "en_US"},
		"ar/shop/200": {"article", "200 The card has expired.", "Shop 200: The card has expired. (العربية: Not translated yet. The text is shown in \u2068الإنجليزية\u2069.)",
			"https://errors.example.com/en/shop/200/", "ar_EG"},
		"c/shop/100": {"website", "Error code 100", "Shop 100: The account has no funds.", "https://errors.example.com/c/shop/100/"},
		"c/100":      {"website", "Error code 100", "100: The account has no funds.", "https://errors.example.com/c/100/"},
	} {
		var got []string
		for _, property := range []string{"og:type", "og:title", "og:description", "og:url", "og:locale", "og:locale:alternate"} {
			got = append(got, attrs(open(name), `meta[property="`+property+`"]`, "content")...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := attrs(open("en/shop/200"), `meta[name="twitter:card"]`, "content"); len(got) != 1 || got[0] != "summary" {
		t.Errorf("twitter:card %v", got)
	}
}
