package site_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"errbook/site"
	"errbook/site/locale/exchange"
	"errbook/site/locale/state"
	"errbook/site/locale/workbench"
)

// tool runs a program of gettext's or of the translate toolkit. Without it the test is skipped, but never in CI, where it is
// to be there.
func tool(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed; CI needs gettext and translate-toolkit", name)
		}
		t.Logf("NOT RUN: %s is not installed (packages gettext and translate-toolkit)", name)
		t.Skip(name + " is not installed")
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// realBench is the workbench of the real site.
func realBench(t *testing.T) *workbench.Bench {
	t.Helper()
	s, list := site.Load(os.DirFS(root), os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return s.Bench()
}

// eachExport exports the real site's translations, each catalogue and language in a test of its own.
func eachExport(t *testing.T, format exchange.Format, do func(*testing.T, *workbench.Bench, string, *exchange.File)) {
	t.Helper()
	b := realBench(t)
	for _, c := range b.Catalogs {
		for _, lang := range b.Targets() {
			t.Run(c.ID+"."+lang, func(t *testing.T) {
				f, list := b.Export(c, lang, false)
				if list.HasErrors() {
					t.Fatal(list)
				}
				f.Format = format
				name := filepath.Join(t.TempDir(), c.ID+"."+lang+format.Ending())
				do(t, b, name, f)
			})
		}
	}
}

func write(t *testing.T, name string, f *exchange.File) {
	t.Helper()
	if err := os.WriteFile(name, exchange.Write(f), 0o644); err != nil {
		t.Fatal(err)
	}
}

// unchanged asks that a file imports without a change.
func unchanged(t *testing.T, b *workbench.Bench, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files, list := exchange.Read(name, data)
	if list != nil || len(files) == 0 {
		t.Fatal(files, list)
	}
	plan, units, list := b.Import(files, workbench.ImportOptions{})
	if list.HasErrors() || plan.Changed() {
		t.Fatalf("%s: something changes: %v", filepath.Base(name), list)
	}
	for _, u := range units {
		if u.Outcome != workbench.Unchanged && u.Outcome != workbench.Empty {
			t.Fatalf("%s: %+v", filepath.Base(name), u)
		}
	}
}

func TestRealExportsComeBack(t *testing.T) {
	for _, format := range exchange.Formats() {
		eachExport(t, format, func(t *testing.T, b *workbench.Bench, name string, f *exchange.File) {
			write(t, name, f)
			unchanged(t, b, name)
		})
	}
}

// TestGettext gives the real site's translations to gettext, and takes back what its tools make of them.
func TestGettext(t *testing.T) {
	eachExport(t, exchange.PO, func(t *testing.T, b *workbench.Bench, name string, f *exchange.File) {
		write(t, name, f)
		dir := filepath.Dir(name)
		out := tool(t, dir, "msgfmt", "-c", "--statistics", "-o", os.DevNull, name)
		if !strings.Contains(out, "translated message") || strings.Contains(out, "warning") {
			t.Errorf("msgfmt says: %s", out)
		}
		again := filepath.Join(dir, "again.po")
		for _, args := range [][]string{
			{"msgcat", "--no-wrap"}, {"msgcat", "--width=40", "--sort-output"}, {"msgcat", "--escape"},
			{"msgattrib", "--no-obsolete"}, {"msgattrib", "--no-location", "--sort-by-file"}, {"msgmerge", "--quiet", "--no-fuzzy-matching", name},
		} {
			tool(t, dir, args[0], append(args[1:], "-o", again, name)...)
			unchanged(t, b, again)
		}
	})
}

// TestGettextOfHardTexts gives gettext texts that are hard to write, and stale and missing ones.
func TestGettextOfHardTexts(t *testing.T) {
	f := &exchange.File{Format: exchange.PO, Catalog: "im", SourceLang: "ja", Lang: "zh-Hans"}
	for i, text := range []string{"a\n", "\na", "tab\t", `"q" \ back`, "{{.X}} %s %d", "\x07 bell", "😀\u2028", strings.Repeat("長い、", 90), "#~ x", "two\n\nlines"} {
		f.Units = append(f.Units,
			exchange.Unit{ID: fmt.Sprintf("%d.text", i), Source: text, Text: text, Status: state.Fresh, Base: state.HashOf(text)},
			exchange.Unit{ID: fmt.Sprintf("-%d.text", i), Source: text, Was: "was " + text, Text: text, Status: state.Stale, Notes: []string{"a\nb"}},
			exchange.Unit{ID: fmt.Sprintf("%d.cause", i), Source: text, Status: state.Missing, Base: state.None, Section: []string{"一", "二"}})
	}
	dir := t.TempDir()
	name, again := filepath.Join(dir, "im.zh-Hans.po"), filepath.Join(dir, "again.po")
	write(t, name, f)
	out := tool(t, dir, "msgfmt", "-c", "--statistics", "-o", os.DevNull, name)
	if !strings.Contains(out, "10 translated messages, 10 fuzzy translations, 10 untranslated messages.") {
		t.Errorf("msgfmt says: %s", out)
	}
	tool(t, dir, "msgcat", "--width=60", "-o", again, name)
	data, err := os.ReadFile(again)
	if err != nil {
		t.Fatal(err)
	}
	read, list := exchange.Read(again, data)
	if list != nil || len(read) != 1 {
		t.Fatal(read, list)
	}
	for i := range read[0].Units {
		if got, want := read[0].Units[i], f.Units[i]; got.ID != want.ID || got.Source != want.Source || got.Text != want.Text || got.Was != want.Was ||
			got.Status != want.Status || got.Base != want.Base {
			t.Errorf("msgcat makes of %+v: %+v", want, got)
		}
	}
}

// found are the tests of pofilter that have something to say, with how often.
func found(data []byte, pattern string) map[string]int {
	n := map[string]int{}
	for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(data, -1) {
		n[string(m[1])]++
	}
	return n
}

// formal are those tests of pofilter that a file of ours would fail by its form. The others weigh words and punctuation.
var formal = []string{"blank", "escapes", "newlines", "tabs", "startwhitespace", "endwhitespace", "printf", "pythonbraceformat", "nplurals",
	"untranslated", "unchanged", "isfuzzy", "hassuggestion", "isreview", "xmltags", "variables", "validchars", "notranslatewords"}

// TestTranslateToolkit has pofilter read PO and XLIFF: it finds the same in both, and nothing that is the fault of the form.
func TestTranslateToolkit(t *testing.T) {
	eachExport(t, exchange.PO, func(t *testing.T, b *workbench.Bench, name string, f *exchange.File) {
		dir := filepath.Dir(name)
		write(t, name, f)
		tool(t, dir, "pofilter", "--progress=none", name, "found.po")
		f.Format = exchange.XLIFF
		xliff := strings.TrimSuffix(name, ".po") + ".xlf"
		write(t, xliff, f)
		tool(t, dir, "pofilter", "--progress=none", xliff, "found.xlf")
		po, err := os.ReadFile(filepath.Join(dir, "found.po"))
		if err != nil {
			t.Fatal(err)
		}
		xml, err := os.ReadFile(filepath.Join(dir, "found.xlf"))
		if err != nil {
			t.Fatal(err)
		}
		inPO := found(po, `(?m)^# \(pofilter\) (\w+):`)
		if len(inPO) == 0 {
			t.Errorf("pofilter says nothing at all:\n%s", po[:min(len(po), 500)])
		}
		for _, test := range formal {
			if n := inPO[test]; n > 0 {
				t.Errorf("pofilter finds %d × %s", n, test)
			}
		}
		if inXLIFF := found(xml, `from="pofilter">(\w+):`); inXLIFF["urls"] != inPO["urls"] || inXLIFF["endpunc"] != inPO["endpunc"] || inXLIFF["untranslated"] > 0 {
			t.Errorf("pofilter finds %v in PO, %v in XLIFF", inPO, inXLIFF)
		}
		t.Logf("pofilter: %v", inPO)
		tool(t, dir, "po2xliff", "--progress=none", name, "there.xlf")
		tool(t, dir, "xliff2po", "--progress=none", "there.xlf", "back.po")
		unchanged(t, b, filepath.Join(dir, "back.po"))
		converted(t, dir, xliff, len(f.Units))
	})
}

// converted has the toolkit turn an XLIFF file into a PO file and a table: every message is there, and translated.
func converted(t *testing.T, dir, xliff string, units int) {
	t.Helper()
	tool(t, dir, "xliff2po", "--progress=none", "--duplicates=msgctxt", xliff, "from-xliff.po")
	out := tool(t, dir, "msgfmt", "--statistics", "-o", os.DevNull, "from-xliff.po")
	if !strings.Contains(out, fmt.Sprintf("%d translated messages.", units)) {
		t.Errorf("xliff2po makes of %d messages: %s", units, out)
	}
	tool(t, dir, "po2csv", "--progress=none", "from-xliff.po", "from-xliff.csv")
	data, err := os.ReadFile(filepath.Join(dir, "from-xliff.csv"))
	if err != nil || bytes.Count(data, []byte("\n")) < units {
		t.Errorf("po2csv: %v, %d lines", err, bytes.Count(data, []byte("\n")))
	}
}
