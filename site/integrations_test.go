package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
)

// snippets are the texts to copy of a page of integrations, by the id of their section.
func snippets(t *testing.T, out, lang string) map[string][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(out, lang, "integrations", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := goquery.NewDocumentFromReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	doc.Find(".integrations section").Each(func(_ int, section *goquery.Selection) {
		id := section.AttrOr("id", "")
		section.Find("pre code").Each(func(_ int, code *goquery.Selection) { all[id] = append(all[id], code.Text()) })
	})
	return all
}

// firstGroup is what the first expression that matches a line finds there.
func firstGroup(t *testing.T, expressions []string, line string) string {
	t.Helper()
	for _, expr := range expressions {
		re, err := regexp.Compile(expr)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if m := re.FindStringSubmatch(line); m != nil {
			return m[1]
		}
	}
	return ""
}

// noCodes are lines in which nothing is to be linked, though some numbers of the document's codes stand in them.
var noCodes = []string{
	"2026-11-25 10:20:30.6017 error", "error at 2026/11/25 10:20", "code 192.168.60.17:8080", "error: 6017.5 ms",
	"errors: 16017, 60170 of 6,017,000", "userId=6017 port 8080 line 6017", "version 6017.1.2 error 6017.1.2",
	"error 6017-6018-6019-6020", "550e8400-e29b-41d4-a716-446655440000", "1732500000", "error 10:20:30",
}

func TestSnippetsFindTheCodesAndNoTimestamps(t *testing.T) {
	all := snippets(t, builtSite(t), "en")
	s := realCodes(t)
	loki := regexp.MustCompile(`matcherRegex: '(.*)'`).FindAllStringSubmatch(all["loki"][0], -1)
	if len(loki) != 1 {
		t.Fatalf("%d derived fields in\n%s", len(loki), all["loki"][0])
	}
	fields := []string{strings.NewReplacer("''", "'", "$$", "$").Replace(loki[0][1])}
	query := regexp.MustCompile("\\|~ `(.*)`").FindStringSubmatch(all["loki"][1])
	for name, expressions := range map[string][]string{"loki": fields, "query": {query[1]}, "portable": all["regexp"][:1]} {
		for _, code := range s {
			for _, line := range []string{"code=" + code, "login failed: error code " + code + ", gave up", `{"errorCode":"` + code + `"}`, "エラーコード：" + code} {
				if got := firstGroup(t, expressions, line); got != code {
					t.Errorf("%s: %q gives %q", name, line, got)
				}
			}
		}
		for _, line := range noCodes {
			if got := firstGroup(t, expressions, line); got != "" {
				t.Errorf("%s: %q gives %q", name, line, got)
			}
		}
	}
	if !strings.Contains(all["loki"][0], `url: 'http://127.0.0.1:8080/c/$${__value.raw}'`) {
		t.Errorf("no link in\n%s", all["loki"][0])
	}
	field := regexp.MustCompile(all["zendesk"][0])
	for _, code := range s {
		if !field.MatchString(code) || field.MatchString(code+"0x") {
			t.Errorf("the field takes %s: %v", code, field.MatchString(code))
		}
	}
	if all["zendesk"][1] != "http://127.0.0.1:8080/c/{{ticket.ticket_field_12345}}" {
		t.Error(all["zendesk"][1])
	}
	zulip := []string{`(?:^|\s|['"\(,:<])(?:` + strings.Replace(all["zulip"][0], "(?P<code>", "(", 1) + `)(?:$|[^\pL\pN])`}
	for _, code := range s {
		if got := firstGroup(t, zulip, "he gets error code "+code+" again"); got != code {
			t.Errorf("zulip: %s gives %q", code, got)
		}
	}
}

// realCodes are the codes of this repository's document; of a range, three numbers.
func realCodes(t *testing.T) (list []string) {
	t.Helper()
	for _, c := range load(t, os.DirFS(root)).AllCodes().Catalogs {
		for _, e := range c.Entries {
			if e.Lo == "" {
				list = append(list, e.Code)
			} else {
				list = append(list, e.Lo, "125000", e.Hi)
			}
		}
	}
	if len(list) < 400 {
		t.Fatal(len(list))
	}
	return list
}

func TestIntegrationsSayTheBaseURLAndTheLanguage(t *testing.T) {
	files := smallFiles(t)
	out := t.TempDir()
	build(t, load(t, files), out)
	base := load(t, files).Book.BaseURL
	for _, lang := range []string{"en", "ja", "ko"} {
		all := snippets(t, out, lang)
		for id, list := range all {
			if text := strings.Join(list, "\n"); !strings.Contains(text, base) && !strings.Contains(text, "errbook link") && id != "regexp" && id != "bookmarklet" {
				t.Errorf("%s: %s does not lead to the site:\n%s", lang, id, text)
			}
		}
		if want := base + lang + "/search/?q=%s"; all["keyword"][0] != want {
			t.Errorf("%s, want %s", all["keyword"][0], want)
		}
	}
}

func TestFilesAreTheSameInEveryLanguage(t *testing.T) {
	en, ja := snippets(t, builtSite(t), "en"), snippets(t, builtSite(t), "ja")
	for _, id := range []string{"bookmarklet", "github", "gitlab", "zendesk", "slack", "zulip", "loki", "regexp"} {
		if diff := cmp.Diff(en[id], ja[id]); diff != "" || len(en[id]) == 0 {
			t.Errorf("%s (-en +ja):\n%s", id, diff)
		}
	}
}
