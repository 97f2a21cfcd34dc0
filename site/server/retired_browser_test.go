package server

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// TestStaticSearchOfRetiredCodes has a retired code that answers better than those in use.
func TestStaticSearchOfRetiredCodes(t *testing.T) {
	with := maps.Clone(files)
	config := strings.Replace(string(files["content/site.toml"].Data), "[title]", "[retired]\n\"shop/999\" = { since = \"2026-01-02\", title = \"証明書\" }\n[title]", 1)
	with["content/site.toml"] = &fstest.MapFile{Data: []byte(config)}
	with["i18n/shop.en.toml"] = &fstest.MapFile{Data: []byte("\"6018.text\" = \"The certificate has expired.\"\n\n\"999.text\" = \"Certificate\"\n")}
	staticAsServed(t, with)
}
