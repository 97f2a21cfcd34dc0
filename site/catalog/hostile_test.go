package catalog

import (
	"strings"
	"testing"
	"time"
)

// TestHostile reads 64 KB of what makes parsers slow. Each takes far less than the bound, which only what is quadratic or
// worse passes.
func TestHostile(t *testing.T) {
	const size, bound = 64 << 10, 10 * time.Second
	table := "|Code|b|\n|-|-|\n"
	starts := map[string]string{"|": table, "|1|x y z|\n": table, "||x|\n": table + "|1|x|\n", "1,": table + "|", "<br>": table + "|1|", "[a](": table + "|1|",
		"<tr><td>1": "<table>", "<tr><td rowspan=9999>1": "<table>", "|1 - a - b - c : d : e|x|\n": table}
	pieces := []string{"> ", ">", "> > > > > > > > a\n", "- ", "- a\n", "1. ", "> - ", "[", "[a]: b\n", "[a]:\n", "a|b\n-|-\n", "-|-\n", "# 1001\n",
		"### E1001: a\n", "###a\n", "<", "<table>", "<!--", "`", "` ", "```\n", "!!! note\n", "::: note\n\n", "::: note\na\n\n", "**",
		"**a**\n|a|b|\n|-|-|\n|1|2|\n\n", "E1\n: a\n\n", "<dl><dt>1<dd>2", " ", "\t", "-\t", "a\n=\n", ">? a\n\n", "> [!NOTE]\n> a\n\n",
		"<a b=\"\n", "- 100 a\n", "# 1\n## 2\n### 3\n#### 4\n", "1001 - ", "### Same\n" + table + "|1|x|\n\n"}
	for piece := range starts {
		pieces = append(pieces, piece)
	}
	for _, piece := range pieces {
		doc := starts[piece] + strings.Repeat(piece, size/len(piece))
		start := time.Now()
		_, list := Read("doc.md", []byte(doc), Options{ID: "doc"})
		if took := time.Since(start); took > bound {
			t.Errorf("%q took %v", piece, took)
		}
		if strings.Count(piece, ">") == 1 && strings.TrimSpace(piece) == ">" && !list.HasErrors() {
			t.Errorf("%q: no error for what is too deep", piece)
		}
	}
}
