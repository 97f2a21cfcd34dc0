package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/codes"
	"errbook/site/page"
)

func catalogOf(id string, texts ...string) catalogCodes {
	c := catalogCodes{id: id, path: "c/" + id + "/"}
	for _, t := range texts {
		c.codes = append(c.codes, codes.Code{Text: t})
	}
	return c
}

func TestAutolinks(t *testing.T) {
	got := autolinks("https://e.example/", []catalogCodes{
		catalogOf("im", "6017", "-302"), catalogOf("im-x", "1", "2"), catalogOf("db", "ORA-00942", "ORA-01017"),
		catalogOf("gh", "a_b", "7"), catalogOf("none", "a_b", "c d"), catalogOf("1", "E1"), catalogOf("請求", "E2"),
	})
	for i := range got {
		if want := "gh api repos/{owner}/{repo}/autolinks -f key_prefix=" + got[i].Prefix; !strings.HasPrefix(got[i].Command, want) {
			t.Errorf("command %s", got[i].Command)
		}
		got[i].Command = ""
	}
	want := []page.Autolink{
		{Prefix: "IM-", Target: "https://e.example/c/im/<num>", Example: "IM-6017", Alphanumeric: true},
		{Prefix: "IMX-", Target: "https://e.example/c/im-x/<num>", Example: "IMX-1"},
		{Prefix: "ORA-", Target: "https://e.example/c/db/ORA-<num>", Example: "ORA-00942"},
		{Prefix: "GHX2-", Target: "https://e.example/c/gh/<num>", Example: "GHX2-7", Left: 1},
		{Prefix: "ERR1-", Target: "https://e.example/c/1/<num>", Example: "ERR1-E1", Alphanumeric: true},
		{Prefix: "ERR-", Target: "https://e.example/c/請求/<num>", Example: "ERR-E2", Alphanumeric: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPrefixesKeepGitHubsRules: letters, digits and a hyphen at the end; none is the beginning of another.
func TestPrefixesKeepGitHubsRules(t *testing.T) {
	var catalogs []catalogCodes
	for _, id := range []string{"im", "IM", "im-", "im_x", "i.m", "gh", "ora", "a", "ab", "a-b", "日本", "", "12"} {
		catalogs = append(catalogs, catalogOf(id, "1", "2"))
	}
	catalogs = append(catalogs, catalogOf("x", "ora-1", "ora-2"), catalogOf("y", "ORA-1", "ORA-2"))
	links := autolinks("https://e.example/", catalogs)
	if len(links) != len(catalogs) {
		t.Fatalf("%d links for %d catalogues", len(links), len(catalogs))
	}
	legal := regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*-$`)
	for i, a := range links {
		if !legal.MatchString(a.Prefix) {
			t.Errorf("prefix %q", a.Prefix)
		}
		for _, b := range links[i+1:] {
			if overlaps([]string{a.Prefix}, b.Prefix) {
				t.Errorf("%q and %q overlap", a.Prefix, b.Prefix)
			}
		}
		if strings.Count(a.Target, "<num>") != 1 {
			t.Errorf("target %q", a.Target)
		}
	}
}

func TestEscapeScript(t *testing.T) {
	if got, want := escapeScript(`/[a-z]{2}%"<コ`), `/%5Ba-z%5D%7B2%7D%25%22%3C%E3%82%B3`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
