package site_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"errbook/site/locale/messagefile"
)

// setValue loads a TOML file in an editor that keeps the style of what it does not change, sets one value, and saves it.
const setValue = `
import sys, tomlkit
name, out, key, value = sys.argv[1:]
with open(name, encoding="utf-8", newline="") as f: doc = tomlkit.parse(f.read())
if key: doc[key] = value
with open(out, "w", encoding="utf-8", newline="") as f: f.write(tomlkit.dumps(doc))
`

// pythonWith finds a Python that has a module. Without one the test does not run, but in CI it has to.
func pythonWith(t *testing.T, module string) string {
	t.Helper()
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			return python
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("no python3 has %s", module)
	}
	t.Skipf("NOT RUN: no python3 has %s on this machine", module)
	return ""
}

// TestTOMLEditor: what a TOML editor loads and saves is the same to the byte, and one changed value changes one line.
func TestTOMLEditor(t *testing.T) {
	python := pythonWith(t, "tomlkit")
	for _, lang := range []string{"en", "zh-Hans", "ko"} {
		name := filepath.Join(root, "i18n", "im."+lang+".toml")
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		edited := func(key, value string) []byte {
			out := filepath.Join(t.TempDir(), "out.toml")
			if msg, err := exec.Command(python, "-c", setValue, name, out, key, value).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, msg)
			}
			data, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		if !bytes.Equal(before, edited("", "")) {
			t.Errorf("%s: loaded and saved it differs", name)
		}
		const value = `Say "x" \ 'y'.`
		after := edited("6017.text", value)
		if got := changedLines(before, after); len(got) != 1 || !strings.HasPrefix(got[0], `"6017.text" = `) {
			t.Errorf("%s: one value changed these lines: %q", name, got)
		}
		f, list := messagefile.Parse(name, after)
		e, ok := f.Entry("6017.text")
		if list != nil || !ok || e.Value != value || !bytes.Equal(f.Bytes(), after) {
			t.Errorf("%s: what the editor wrote is read as %+v, %v", name, e, list)
		}
	}
}

// changedLines lists the lines that differ, of two texts with as many.
func changedLines(before, after []byte) (lines []string) {
	a, b := strings.Split(string(before), "\n"), strings.Split(string(after), "\n")
	if len(a) != len(b) {
		return []string{fmt.Sprintf("%d lines became %d", len(a), len(b))}
	}
	for i := range a {
		if a[i] != b[i] {
			lines = append(lines, b[i])
		}
	}
	return lines
}
