package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPartsOf(t *testing.T) {
	tests := []struct {
		name, src string
		block     bool
		want      Parts
	}{
		{"words", "一 **二**\\_三", false, Parts{Words: "一 二_三"}},
		{"code", "call `a_b` or ``c`d``!", false, Parts{Words: "call   or  !", Code: []string{"a_b", "c`d"}}},
		{"links", "[see](https://e.example/?a=1&amp;b) <https://f.example> ![p](g.png)", false,
			Parts{Words: "see   p", Links: []string{"https://e.example/?a=1&b", "https://f.example", "g.png"}}},
		{"HTML", "a<br>b<i>c</i>", false, Parts{Words: "a b c", HTML: []string{"<i>", "</i>"}}},
		{"block", "# T\n\n```\nx = 1\n```\n\n- p\n- q\n\n<div>\n</div>\n", true,
			Parts{Words: "T\n\n\np\n\nq", Code: []string{"x = 1\n"}, HTML: []string{"<div>\n</div>"}}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, PartsOf(tt.src, tt.block)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
