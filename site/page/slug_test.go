package page

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSlugs(t *testing.T) {
	long := strings.Repeat("長", 30)
	tests := []struct {
		name  string
		codes []string
		want  []string
	}{
		{"plain", []string{"6017", "-302", "120001-130000", "0x80070005", "ORA-00942", "22P02", "E_FAIL", "1.2"},
			[]string{"6017", "-302", "120001-130000", "0x80070005", "ORA-00942", "22P02", "E_FAIL", "1.2"}},
		{"escaped", []string{"a/b", "a b", "~", "a~2Fb", "値", "?", "a%2Fb"},
			[]string{"a~2Fb", "a~20b", "~7E", "a~7E2Fb", "~E5~80~A4", "~3F", "a~252Fb"}},
		{"dots", []string{".", "..", ".a", "a.", "a.b", "6017.json", "index.HTML", "a.htmlx", "a.html."},
			[]string{"~2E", "~2E~2E", "~2Ea", "a~2E", "a.b", "6017~2Ejson", "index~2EHTML", "a.htmlx", "a.html~2E"}},
		{"devices", []string{"CON", "nul.1", "COM1", "com10", "CONSOLE", "LPT0"},
			[]string{"~43ON", "~6Eul.1", "~43OM1", "com10", "CONSOLE", "~4CPT0"}},
		{"case", []string{"abc", "ABC", "x", "Abc"}, []string{"abc~xba7816bf", "ABC", "x", "Abc~x06d90109"}},
		{"one code twice", []string{"abc", "abc"}, []string{"abc", "abc"}},
		{"long", []string{long}, []string{strings.Repeat("~E9~95~B7", 13) + "~xe9598218"}},
	}
	for _, tt := range tests {
		s := NewSlugs(tt.codes)
		var got []string
		for _, c := range tt.codes {
			got = append(got, s.Of(c))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestPublishedSlugsStay adds a code that differs in case only from one that was published before.
func TestPublishedSlugsStay(t *testing.T) {
	for name, tt := range map[string]struct {
		codes []string
		added map[string]string
		first string
	}{
		"nothing published":   {[]string{"abc", "ABC"}, nil, "ABC"},
		"the later in bytes":  {[]string{"abc", "ABC", "Abc"}, map[string]string{"abc": "2026-01-01"}, "abc"},
		"the earlier day":     {[]string{"abc", "ABC"}, map[string]string{"abc": "2026-01-01", "ABC": "2026-01-02"}, "abc"},
		"the same day":        {[]string{"abc", "ABC"}, map[string]string{"abc": "2026-01-01", "ABC": "2026-01-01"}, "ABC"},
		"published elsewhere": {[]string{"abc", "ABC", "abc"}, map[string]string{"abc": "2025-01-01", "ABC": "2026-01-01"}, "abc"},
	} {
		s := NewPublishedSlugs(tt.codes, tt.added)
		for _, c := range tt.codes {
			if kept := s.Of(c) == c; kept != (c == tt.first) {
				t.Errorf("%s: %s has the slug %s", name, c, s.Of(c))
			}
		}
	}
}

func TestReserved(t *testing.T) {
	for id, want := range map[string]bool{"search": true, "Search": true, "ticket": true, "404.html": true, "": true, "im": false, "404": false} {
		if got := Reserved(id); got != want {
			t.Errorf("Reserved(%q) = %t, want %t", id, got, want)
		}
	}
}

func TestPaths(t *testing.T) {
	s := NewSlugs([]string{"6017", "a/b"})
	tests := []struct{ got, want string }{
		{s.CodePath("zh-Hans", "im", "a/b"), "zh-Hans/im/a~2Fb/"},
		{s.ShortPath("6017"), "c/6017"},
		{s.ShortCatalogPath("im", "a/b"), "c/im/a~2Fb"},
		{s.JSONPath("im", "6017"), "c/im/6017.json"},
		{FileOf(""), "index.html"},
		{FileOf("en/"), "en/index.html"},
		{FileOf("robots.txt"), "robots.txt"},
		{rootFrom(""), "./"},
		{rootFrom("404.html"), "./"},
		{rootFrom("en/im/6017/"), "../../../"},
		{opposite("5"), "-5"},
		{opposite("-5"), "5"},
		{opposite("1-5"), ""},
		{opposite("-"), ""},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// maxName is the longest name of a file in bytes.
const maxName = 255

var (
	safeSlug = regexp.MustCompile(`^[A-Za-z0-9_~-](?:[A-Za-z0-9._~-]*[A-Za-z0-9_~-])?$`)
	device   = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
	own      = regexp.MustCompile(`(?i)\.(html|json|md|xml|txt)$`)
)

// FuzzSlugs makes the slugs of the lines of a text.
func FuzzSlugs(f *testing.F) {
	for _, s := range []string{"6017\n-302", "a\nA\na~x", "con\nCON\nCon", "k\n\u212a\nK", "a.html\n.\n..", strings.Repeat("x", 81) + "\n" + strings.Repeat("X", 81),
		strings.Repeat("é", 41) + "\n" + strings.Repeat("é", 40) + "e", "ß\nSS\nſ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var codes []string
		for _, c := range strings.Split(text, "\n") {
			if c != "" {
				codes = append(codes, c)
			}
		}
		s := NewSlugs(codes)
		byFold := map[string]string{}
		for _, c := range codes {
			slug := s.Of(c)
			if !safeSlug.MatchString(slug) || device.MatchString(slug) || own.MatchString(slug) || len(slug)+len(".json") > maxName {
				t.Errorf("%q has the slug %q", c, slug)
			}
			fold := strings.ToLower(slug)
			if other, ok := byFold[fold]; ok && other != c {
				t.Errorf("%q and %q have the same slug %q", c, other, fold)
			}
			byFold[fold] = c
			if alone := NewSlugs([]string{c}).Of(c); alone != slug && !differsInCaseOnly(c, codes) {
				t.Errorf("%q has the slug %q alone and %q among %q", c, alone, slug, codes)
			}
		}
	})
}

func differsInCaseOnly(code string, codes []string) bool {
	for _, c := range codes {
		if c != code && strings.EqualFold(c, code) {
			return true
		}
	}
	return false
}
