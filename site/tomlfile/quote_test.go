package tomlfile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
)

func TestQuote(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", `""`},
		{"Errors", `"Errors"`},
		{`a "quoted" \ word`, `"a \"quoted\" \\ word"`},
		{"two\nlines\r\n\tand a tab", `"two\nlines\u000D\n\tand a tab"`},
		{"\x00\x1b[31m\x7f\u0085", `"\u0000\u001B[31m\u007F\u0085"`},
		{"\u202efdp\u2066 \u2028\u2029\ufeff\u200b", `"\u202Efdp\u2066 \u2028\u2029\uFEFF\u200B"`},
		{"no\u00a0break", `"no\u00A0break"`},
		{"\U000e0041", `"\U000E0041"`},
		{"（一）エラー　コード 😀", `"（一）エラー　コード 😀"`},
		{"''' \"\"\" # = [x]", `"''' \"\"\" # = [x]"`},
	} {
		got := Quote(tt.text)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
		var back map[string]string
		if err := toml.Unmarshal([]byte(got+" = "+got+" # "+got), &back); err != nil || back[tt.text] != tt.text {
			t.Errorf("%s reads back as %q, %v", got, back, err)
		}
	}
	if got := Quote("a\xffb"); got != `"ab"` {
		t.Errorf("a text that is not UTF-8 becomes %s", got)
	}
}
