package server

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"errbook/site"
)

// TestSearchAsTheSiteSays asks from another origin and for what is not there, before and after site.toml changes.
func TestSearchAsTheSiteSays(t *testing.T) {
	out, log := t.TempDir(), &bytes.Buffer{}
	v, err := New(buildSite(t, files, out), out, slog.New(slog.NewTextHandler(log, nil)), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	ask := func(path string) *http.Response {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Origin", "https://tickets.example")
		w := httptest.NewRecorder()
		v.ServeHTTP(w, r)
		return w.Result()
	}
	for _, path := range []string{"/api/search?q=qqqqq", "/ja/search/?q=qqqqq"} {
		log.Reset()
		res := ask(path)
		if res.StatusCode != 200 || res.Header.Get("Access-Control-Allow-Origin") != "" || strings.Count(log.String(), "query=qqqqq") != 1 {
			t.Errorf("%s: %d, %v, logged %q", path, res.StatusCode, res.Header, log)
		}
	}
	changed := copyFiles(files)
	changed["content/site.toml"].Data = append(changed["content/site.toml"].Data,
		"\n[search]\ncors = [\"https://tickets.example\"]\nlog_zero = false\n"...)
	if err := v.Swap(buildSite(t, changed, out)); err != nil {
		t.Fatal(err)
	}
	log.Reset()
	res := ask("/api/search?q=qqqqq")
	if res.Header.Get("Access-Control-Allow-Origin") != "https://tickets.example" || log.Len() > 0 {
		t.Errorf("after the change: %v, logged %q", res.Header, log)
	}
	if res := ask("/en/shop/6018/"); res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("a page may be read from another origin")
	}
}

// TestSwapRefusesWhatDoesNotFit keeps answering from the index before.
func TestSwapRefusesWhatDoesNotFit(t *testing.T) {
	v, out := newServer(t, false)
	asks := func() {
		t.Helper()
		if res := get(v, "/api/search?q=6018&lang=en", ""); res.StatusCode != 200 {
			t.Errorf("status %d", res.StatusCode)
		}
	}
	fewer := copyFiles(files)
	fewer["content/site.toml"].Data = bytes.Replace(fewer["content/site.toml"].Data, []byte(`, "zh-Hans"`), nil, 1)
	s, list := site.Load(fewer, os.DirFS("../.."), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	want := "it was built for ja, en>ja, zh-Hans>ja, and the site now has ja, en>ja"
	if err := v.Swap(s); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
	asks()
	// A new build, a byte of whose index is changed on the disk.
	changed := copyFiles(files)
	changed["i18n/shop.en.toml"].Data = []byte(`"6018.text" = "The certificate ran out."`)
	s = buildSite(t, changed, out)
	name := filepath.Join(site.IndexDir(out), "pages.jsonl")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := v.Swap(s); err == nil || !strings.Contains(err.Error(), "pages.jsonl has changed since it was built") {
		t.Errorf("error %v", err)
	}
	asks()
}
