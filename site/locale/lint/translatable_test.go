package lint

import (
	"testing"

	"errbook/site/prose"
)

func TestTranslatable(t *testing.T) {
	for text, want := range map[string]bool{
		"三": true, "エラー": true, "Error in ERR_X": true, "word": true, "Größe": true, "See [here](http://a.example)": true,
		"": false, "42": false, "---": false, "`anything at all`": false, "ERR_X": false, "SDKAppID": false, "UserSig": false,
		"https://a.example/path": false, "net.dial": false, "v2.1": false, "HTTP 404": false, "std::bad_alloc, errno": true,
	} {
		if got := Translatable(prose.PartsOf(text, false).Words); got != want {
			t.Errorf("%q is translatable: %t", text, got)
		}
	}
}
