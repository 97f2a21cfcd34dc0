package worddiff

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// marked writes a diff as [-old-]{+new+}.
func marked(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(map[Op]string{Same: p.Text, Delete: "[-" + p.Text + "-]", Insert: "{+" + p.Text + "+}"}[p.Op])
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"", "", ""},
		{"", "new", "{+new+}"},
		{"old", "", "[-old-]"},
		{"same text", "same text", "same text"},
		{"Check the parameter.", "Check every parameter.", "Check [-the-]{+every+} parameter."},
		{"最大12kです。", "最大16kです。", "最大[-12k-]{+16k+}です。"},
		{"パラメータが無効です。", "リクエストのパラメータが無効です。", "{+リクエストの+}パラメータが無効です。"},
		{"無効です。確認してください。", "無効です。", "無効です。[-確認してください。-]"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, marked(Diff(tt.old, tt.new))); diff != "" {
			t.Errorf("%q to %q (-want +got):\n%s", tt.old, tt.new, diff)
		}
	}
}

func TestLongTexts(t *testing.T) {
	old, new := strings.Repeat("a b ", 2000)+"end", strings.Repeat("c d ", 2000)+"end"
	if parts := Diff(old, new); len(parts) != 3 || !strings.HasSuffix(parts[2].Text, "end") {
		t.Errorf("%d parts", len(parts))
	}
}

// FuzzDiff asks that the parts give both texts back.
func FuzzDiff(f *testing.F) {
	f.Add("Check the parameter.", "Check every parameter.")
	f.Add("\xff日本", "日\x00")
	f.Fuzz(func(t *testing.T, old, new string) {
		var a, b strings.Builder
		for _, p := range Diff(old, new) {
			if p.Op != Insert {
				a.WriteString(p.Text)
			}
			if p.Op != Delete {
				b.WriteString(p.Text)
			}
		}
		if a.String() != old || b.String() != new {
			t.Errorf("%q to %q gives back %q and %q", old, new, a.String(), b.String())
		}
	})
}
