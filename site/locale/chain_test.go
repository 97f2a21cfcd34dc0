package locale

import (
	"strings"
	"testing"
)

func TestChain(t *testing.T) {
	tests := []struct{ tag, source, languages, want string }{
		{"fr", "ja", "ja en zh-Hans", "en"},
		{"fr", "ja", "ja zh-Hans", ""},
		{"fr", "en", "en ja", ""},
		{"zh-Hant", "ja", "ja en zh-Hans ko", "zh-Hans en"},
		{"zh-Hant", "zh-Hans", "zh-Hans en", ""},
		{"zh-HK", "ja", "ja zh-Hans zh-Hant en", "zh-Hant zh-Hans en"},
		{"zh-HK", "zh-Hans", "zh-Hans zh-Hant en", "zh-Hant"},
		{"pt-BR", "ja", "ja pt-PT pt en", "pt pt-PT en"},
		{"pt", "ja", "ja pt-BR", "pt-BR"},
		{"en-GB", "ja", "ja en", "en"},
		{"en", "ja", "ja en-GB", "en-GB"},
		{"sr-Latn", "ja", "ja sr en", "sr en"},
		{"nb", "ja", "ja no da", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Chain(tt.tag, tt.source, strings.Fields(tt.languages)), " "); got != tt.want {
			t.Errorf("%s on a site of %s (source %s) falls back to %q, want %q", tt.tag, tt.languages, tt.source, got, tt.want)
		}
	}
}
