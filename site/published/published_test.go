package published_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"errbook/site/diag"
	"errbook/site/published"
)

const sum = "0123456789ab"

// at is a code without its position.
func code(catalog, text, added, changed, description string) published.Code {
	return published.Code{Catalog: catalog, Text: text, Added: added, Changed: changed, Sum: sum, Description: description}
}

func TestFormatIsReadBack(t *testing.T) {
	list := []published.Code{
		code("shop", "-302", "2026-01-02", "2026-01-02", "zu viele\tVerbindungen\n\n- `a`"),
		code("im", "6017", "2025-12-31", "2026-02-28", "パラメータが無効です。"),
		code("im", `"quoted"`, "2026-01-02", "2026-01-02", ""),
		code("im", "#7", "2026-01-02", "2026-01-02", ""),
		code("im", "=======", "2026-01-02", "2026-01-02", ""),
		code("<<<<<<< a", "7", "2026-01-02", "2026-01-02", ""),
		code("im", "E 1/2", "2026-01-02", "2026-01-02", "bad \xff byte"),
	}
	data := published.Format(list)
	got, problems := published.Parse("content/codes.lock", data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	list[6].Description = "bad \uFFFD byte"
	byKey := cmpopts.SortSlices(func(a, b published.Code) bool { return a.Key() < b.Key() })
	if diff := cmp.Diff(list, got, byKey, cmpopts.IgnoreFields(published.Code{}, "Pos")); diff != "" {
		t.Error(diff)
	}
	if again := published.Format(got); string(again) != string(data) {
		t.Errorf("not the same again:\n%s\n%s", data, again)
	}
	if lines := strings.Count(string(data), "\n"); lines != len(list)+1 {
		t.Errorf("%d lines for %d codes", lines, len(list))
	}
}

func TestLongDescriptionsAreCut(t *testing.T) {
	data := published.Format([]published.Code{code("im", "1", "2026-01-02", "2026-01-02", strings.Repeat("あ", 5000))})
	got, problems := published.Parse("f", data)
	if len(problems) > 0 || len(got[0].Description) != 3999 {
		t.Error(problems, len(got[0].Description))
	}
}

func TestTheLinesOfBothSidesAreOneCode(t *testing.T) {
	old := "im\t1\t2026-01-05\t2026-03-01\t" + sum + "\t\"old\"\n"
	newer := "im\t1\t2026-02-01\t2026-03-02\tffffffffffff\t\"new\"\n"
	want := []published.Code{{Catalog: "im", Text: "1", Added: "2026-01-05", Changed: "2026-03-02", Sum: "ffffffffffff", Description: "new",
		Pos: diag.At("f", 1, 1)}}
	for _, text := range []string{old + newer, newer + old, old + newer + old + newer} {
		got, problems := published.Parse("f", []byte(text))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if problems.HasErrors() || problems.Count(diag.Note) != strings.Count(text, "\n")-1 {
			t.Error(problems)
		}
	}
}

func TestDamagedLinesAreErrors(t *testing.T) {
	good := "im\t1\t2026-01-05\t2026-03-01\t" + sum + "\t\"x\""
	for name, c := range map[string]struct{ line, want string }{
		"conflict":      {"<<<<<<< HEAD", "f:2:1: git left a conflict here; keep the lines of both sides and delete the marks (<<<<<<< …) [codes-lock]"},
		"middle":        {"=======", "f:2:1: git left a conflict here"},
		"base":          {"||||||| 1a2b3c", "f:2:1: git left a conflict here"},
		"end":           {">>>>>>> branch", "f:2:1: git left a conflict here"},
		"words":         {"hello", "f:2:1: the line has 1 parts with tabs between them, and not the 6"},
		"cut":           {good[:len(good)-1], "f:2:41: the description is to stand between quotes"},
		"no code":       {"im\t\t2026-01-05\t2026-03-01\t" + sum + "\t\"\"", "f:2:4: the code is missing"},
		"no catalogue":  {strings.TrimPrefix(good, "im"), "f:2:1: the catalogue is to be a name"},
		"day":           {strings.Replace(good, "2026-01-05", "2026-02-30", 1), "f:2:6: a date added is to be like 2026-01-31"},
		"other date":    {strings.Replace(good, "2026-03-01", "1 March", 1), "f:2:17: a date of change is to be like"},
		"sum":           {strings.Replace(good, sum, "xyz", 1), "f:2:28: the sum is to be 12 hexadecimal digits"},
		"raw string":    {strings.Replace(good, `"x"`, "`x`", 1), "f:2:41: the description is to stand between quotes"},
		"before it was": {strings.Replace(good, "2026-01-05", "2026-04-01", 1), "f:2:1: the code changed on 2026-03-01, before it was added on 2026-04-01"},
		"encoding":      {"im\xff", "f:2:1: the line is not UTF-8"},
	} {
		got, problems := published.Parse("f", []byte("# head\n"+c.line+"\n\n"+strings.Replace(good, "1", "2", 1)+"\r\n"))
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), c.want) || problems[0].Severity != diag.Error {
			t.Errorf("%s: %v, want %s", name, problems, c.want)
		}
		if len(got) != 1 || got[0].Text != "2" {
			t.Errorf("%s: the other line was read as %v", name, got)
		}
	}
}

// FuzzParse wants of any file: no panic, every line is read or reported, and what was read is read again as it was.
func FuzzParse(f *testing.F) {
	f.Add("im\t1\t2026-01-05\t2026-03-01\t" + sum + "\t\"x\"\nim\t1\t2026-01-04\t2026-03-01\t" + sum + "\t\"y\"\n")
	f.Add("<<<<<<< a\n=======\n>>>>>>> b\n")
	f.Add("\uFEFF# \r\n\"a\\tb\"\t\"#\"\t2026-01-05\t2026-03-01\t" + sum + "\t\"\\n\"")
	f.Add("im\t1\t2026-01-05\t2026-03-01\t" + sum + "\t'x'\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, problems := published.Parse("f", []byte(text))
		lines := 0
		for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
			if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "# ") {
				lines++
			}
		}
		if lines != len(list)+len(problems) {
			t.Fatalf("%d lines, %d codes and %d problems", lines, len(list), len(problems))
		}
		again, problems := published.Parse("f", published.Format(list))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for i := range list {
			if len(list[i].Description) > 4000 {
				return
			}
		}
		if diff := cmp.Diff(list, again, cmpopts.IgnoreFields(published.Code{}, "Pos"), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}
