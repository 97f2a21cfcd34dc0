package site_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// kitOf reads what a page offers to be copied: texts by their names, HTML as it stands.
func kitOf(t *testing.T, name string) map[string]string {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(readText(t, filepath.Join(name, "index.html"))))
	if err != nil {
		t.Fatal(err)
	}
	kit := map[string]string{}
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "data-copy-text" {
				continue
			}
			var b strings.Builder
			for c := range n.ChildNodes() {
				if a.Val == "rich" {
					_ = html.Render(&b, c)
				} else {
					b.WriteString(c.Data)
				}
			}
			kit[a.Val] = strings.TrimSpace(b.String())
		}
	}
	return kit
}

func TestCopyKit(t *testing.T) {
	out := t.TempDir()
	build(t, load(t, hard()), out)
	const script = "1. is no list. Boldx <script>alert(1)</script> shot"
	for name, want := range map[string]map[string]string{
		"en/io/E_X": {
			"markdown": `E\_X See this \*that\* $x$ {link}`,
			"text":     "E_X See this *that* $x$ {link}\nSymbol: E_LINK",
			"reply":    "Error code E_X means:\nSee this *that* $x$ {link}\n\nMore about this code:",
			"rich": "<p><a data-copy-target=\"\"><strong>I/O errors E_X</strong></a></p>\n<div>See <del>this</del> *that* $x$ {link}</div>\n" +
				"<div><strong>Symbol:</strong> <code>E_LINK</code></div>",
		},
		"en/io/1": {
			"markdown": "1 1. / The other meaning of one.",
			"text": "1\n\nDisk full x:\n" + script + "\nSymbol: E_ONE\nCause: a | b\n- c\n+ d\nSolution: Do # this & no\nSeverity: high\nSince: 1.0\n\n" +
				"Net_work:\nThe other meaning of one. Ask them.",
			"reply": "What error code 1 means depends on where it occurred:\n\nDisk full x:\n" + script + "\n\nCause:\na | b\n- c\n+ d\n\n" +
				"What to do:\nDo # this & no\n\nNet_work:\nThe other meaning of one. Ask them.\n\nMore about this code:",
		},
		"en/io/5-9": {
			"markdown": `5-9 \# no heading === \<b\> \&lt;`,
			"text":     "5-9 # no heading === <b> &lt;\n# no heading\n=== <b> &lt;\nSolution: a`b",
			"reply":    "Error code 5-9 means:\n# no heading\n=== <b> &lt;\n\nWhat to do:\na`b\n\nApplies to every code from 5 to 9.\n\nMore about this code:",
		},
		"ja/io/-5": {
			"text":  "-5 Negative.\n説明はまだ翻訳されていないため、英語で表示しています。",
			"reply": "エラーコード -5 の意味は次のとおりです。\nNegative.\n\n説明はまだ翻訳されていないため、英語で表示しています。\n\nこのコードの詳細:",
			"rich": "<p><a data-copy-target=\"\"><strong>I/O errors -5</strong></a></p>\n<div lang=\"en\" dir=\"ltr\">Negative.</div>\n" +
				"<p>説明はまだ翻訳されていないため、英語で表示しています。</p>",
		},
	} {
		got := kitOf(t, filepath.Join(out, name))
		if len(got) != 4 {
			t.Errorf("%s offers %d texts, want 4", name, len(got))
		}
		for kind, text := range want {
			if diff := cmp.Diff(text, got[kind]); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", name, kind, diff)
			}
		}
	}
	if rich := kitOf(t, filepath.Join(out, "en/io/1"))["rich"]; strings.Contains(rich, "<script") || strings.Contains(rich, "javascript:") ||
		!strings.Contains(rich, "<strong>Net_work</strong>") {
		t.Errorf("rich text: %s", rich)
	}
}

// TestNothingDeadWithoutScript: what needs JavaScript is shown only where there is some.
func TestNothingDeadWithoutScript(t *testing.T) {
	doc := small(t)("en/shop/100")
	if n := doc.Find("main button").Length(); n == 0 || n != doc.Find("main .js-only button").Length() {
		t.Errorf("%d buttons, of which %d need JavaScript", n, doc.Find("main .js-only button").Length())
	}
}
