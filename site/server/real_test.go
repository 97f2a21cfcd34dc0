package server

import (
	"net/http"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// TestShortLinksOfTheRealDocument follows links as they stand in tickets.
func TestShortLinksOfTheRealDocument(t *testing.T) {
	h := realServer(t).Config.Handler
	for path, want := range map[string]string{
		"/c/125000":        "/ko/im/120001-130000/",
		"/c/120001":        "/ko/im/120001-130000/",
		"/c/130000":        "/ko/im/120001-130000/",
		"/c/-302":          "/ko/im/-302/",
		"/c/4294966994":    "/ko/im/-302/", // the same 32 bits
		"/c/0xFFFFFED2":    "/ko/im/-302/",
		"/c/10062":         "/ko/im/10062/",
		"/c/-10003":        "/ko/im/-10003/",
		"/c/10003":         "/ko/im/10003/",
		"/c/im/6017":       "/ko/im/6017/",
		"/c/%EF%BC%96017/": "/ko/im/6017/",
	} {
		res := get(h, path, "ko")
		if res.StatusCode != http.StatusFound || res.Header.Get("Location") != want {
			t.Errorf("%s: %d %q, want %q", path, res.StatusCode, res.Header.Get("Location"), want)
		}
	}
	res := get(h, "/c/131000", "ko")
	doc := document(t, res)
	offered := doc.Find("main a code").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
	if res.StatusCode != http.StatusNotFound || len(offered) == 0 {
		t.Errorf("/c/131000: %d, offers %v", res.StatusCode, offered)
	}
	found := false
	for _, code := range offered {
		found = found || code == "120001-130000"
	}
	if !found {
		t.Errorf("/c/131000 offers %v, and not the range next to it", offered)
	}
}
