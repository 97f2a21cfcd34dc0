package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRuns(t *testing.T) {
	for _, test := range []struct {
		name, src string
		block     bool
		want      []string
	}{
		{"words alone", "Call `login` at [the *docs*](https://a.b/c)<br>again.", false, []string{"Call ", " at ", "the ", "docs", "again."}},
		{"a link by its own name", "See [docs], [docs][] and [the page][docs].\n\n[docs]: /x\n", true, []string{"See ", ", ", " and ", "the page", "."}},
		{"a table", "| a | `b` |\n| --- | --- |\n| c | d |\n", true, []string{"a", "c", "d"}},
		{"fenced code", "```\ncode\n```\ntext\n", true, []string{"text"}},
		{"not UTF-8", "a\xff", false, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range Runs(test.src, test.block) {
				got = append(got, test.src[r.From:r.To])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRunsNumberTheirBlocks(t *testing.T) {
	runs := Runs("# one\n\ntwo *three*\n\n- four\n", true)
	if len(runs) != 4 || runs[0].Block == runs[1].Block || runs[1].Block != runs[2].Block || runs[2].Block == runs[3].Block {
		t.Errorf("%+v", runs)
	}
}

func TestOutline(t *testing.T) {
	same := [][2]string{
		{"Call `login` **now**.", "appel `login` **à**"},
		{"[a](/x) <br> b", "[c d](/x) <br> e"},
	}
	for _, pair := range same {
		if diff := cmp.Diff(Outline(pair[0], false), Outline(pair[1], false)); diff != "" {
			t.Errorf("%q and %q: %s", pair[0], pair[1], diff)
		}
	}
	differ := [][2]string{
		{"`login`", "`logout`"}, {"[a](/x)", "[a](/y)"}, {"**a**", "*a*"}, {"a<br>b", "a b"}, {"# a", "## a"},
		{"a\\\nb", "a\nb"}, {"- a", "1. a"}, {"```\na\n```", "```\nb\n```"}, {"<https://a.b>", "<https://a.c>"},
	}
	for _, pair := range differ {
		if Outline(pair[0], true) == Outline(pair[1], true) {
			t.Errorf("%q and %q have the outline %s", pair[0], pair[1], Outline(pair[0], true))
		}
	}
}
