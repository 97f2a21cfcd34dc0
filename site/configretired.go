package site

import (
	"maps"
	"slices"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/published"
	"errbook/site/tomlfile"
)

// RetiredConfig is what site.toml says of a code that has left its document. Its key is "<catalogue>/<code>".
type RetiredConfig struct {
	Since      string `toml:"since"`       // YYYY-MM-DD
	Reason     string `toml:"reason"`      // inline Markdown in the source language
	ReplacedBy string `toml:"replaced_by"` // "<code>", or "<catalogue>/<code>"
	Title      string `toml:"title"`       // what it meant, where codes.lock does not say or says it badly

	At *catalog.Places `toml:"-"` // where it stands; nil where its key is not well formed
}

const retiredKey = "retired"

// retired checks what can be checked without the documents.
func (k *configCheck) retired() {
	c := k.config
	for _, key := range slices.Sorted(maps.Keys(c.Retired)) {
		r := c.Retired[key]
		id, code, ok := strings.Cut(key, "/")
		if _, isCode := catalog.ParseCode(code); !ok || id == "" || !isCode {
			k.fail([]string{retiredKey, key}, `a retired code is named with its catalogue, as in "im/6017", not %q`, key)
			continue
		}
		if !published.ValidDate(r.Since) {
			k.fail([]string{retiredKey, key, "since"}, `since is to say when the code was retired, as in since = "2026-01-31", not %q`, r.Since)
		}
		at := func(name string) diag.Position { return k.position(retiredKey, key, name) }
		r.At = &catalog.Places{Entry: k.position(retiredKey, key), Text: at("title"), Reason: at("reason"), ReplacedBy: at("replaced_by")}
		c.Retired[key] = r
	}
}

// position is where a key stands, or the nearest table around it.
func (k *configCheck) position(path ...string) diag.Position {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if pos, ok := k.at[strings.Join(path, tomlfile.KeySeparator)]; ok {
			return pos
		}
	}
	return diag.At(ConfigFile, 1, 1)
}
