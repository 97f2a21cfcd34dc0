package cli_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestInterruptedSync kills a sync at many moments. Every file is then as it was or as it is to be, and the next sync comes
// to the same end as one that nobody interrupted.
func TestInterruptedSync(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "errbook")
	if out, err := exec.Command("go", "build", "-o", bin, "../..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	before := interruptible()
	sync := func(dir string) *exec.Cmd { return exec.Command(bin, "i18n", "sync", "-q", "-C", dir) }
	dir := t.TempDir()
	writeFiles(t, dir, before)
	start := time.Now()
	if out, err := sync(dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(start)
	after := readFiles(t, dir)
	killed := 0
	const times = 24
	for i := range times {
		dir := t.TempDir()
		writeFiles(t, dir, before)
		cmd := sync(dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i+1) / times)
		_ = cmd.Process.Kill() // it may have ended
		if cmd.Wait() != nil {
			killed++
		}
		for name, data := range readFiles(t, dir) {
			if !bytes.Equal(data, before[name]) && !bytes.Equal(data, after[name]) {
				t.Errorf("killed after %s: %s is neither as it was nor as it is to be", whole*time.Duration(i+1)/times, name)
			}
		}
		if out, err := sync(dir).CombinedOutput(); err != nil {
			t.Errorf("the next sync: %v\n%s", err, out)
		}
		end := readFiles(t, dir)
		for _, name := range slices.Sorted(maps.Keys(after)) {
			if !bytes.Equal(end[name], after[name]) {
				t.Errorf("killed after %s, then synced: %s differs", whole*time.Duration(i+1)/times, name)
			}
		}
	}
	if killed < times/4 {
		t.Errorf("only %d of %d were interrupted", killed, times)
	}
}

// interruptible is a site with much to sync.
func interruptible() map[string][]byte {
	var doc, en strings.Builder
	doc.WriteString("| Code | 説明 |\n|---|---|\n")
	for i := range 4000 {
		fmt.Fprintf(&doc, "| %d | 項目%dがありません。 |\n", 1000+i, i)
		if i%2 == 0 {
			fmt.Fprintf(&en, "\"%d.text\" = \"Field %d is missing.\"\n", 1000+i, i)
		}
	}
	fmt.Fprint(&en, "\"999.text\" = \"Its source is gone.\"\n")
	return map[string][]byte{
		"content/site.toml": []byte("source_language = 'ja'\nlanguages = ['ja', 'en', 'de', 'ko']\n"),
		"content/e.md":      []byte(doc.String()),
		"i18n/e.en.toml":    []byte(en.String()),
		"i18n/e.ko.toml":    []byte("\"1000.text\" = \"필드 0이 없습니다.\"\n"),
	}
}

func writeFiles(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readFiles reads what is in a folder, but for what starts with a dot: a killed process leaves its new file beside the old
// one under such a name.
func readFiles(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
