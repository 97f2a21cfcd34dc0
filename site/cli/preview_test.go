package cli_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"errbook/site/cli"
)

var serving = regexp.MustCompile(`serving (http://\S+)`)

// TestPreviewServes starts a preview, looks at a page of it, edits a file, and stops it: the page follows the edit, and
// nothing of the preview is left, in the site or elsewhere.
func TestPreviewServes(t *testing.T) {
	dir, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	for name, text := range map[string]string{
		"content/site.toml":   "source_language = \"en\"\nlanguages = [\"en\", \"ja\"]\n",
		"content/errors.md":   "| Code | Description |\n| --- | --- |\n| 100 | No funds. |\n",
		"i18n/errors.ja.toml": "\"100.text\" = \"\"\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	said, stderr := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(ctx, cli.Env{Builtin: os.DirFS(repository), Stdout: io.Discard, Stderr: stderr, Getenv: os.Getenv,
			Args: []string{"i18n", "preview", "ja", "-C", dir, "--addr", "127.0.0.1:0", "--editor", "edit://{path}#{line}"}})
		stderr.Close()
	}()
	base := ""
	lines := bufio.NewScanner(said)
	for base == "" && lines.Scan() {
		if m := serving.FindStringSubmatch(lines.Text()); m != nil {
			base = m[1]
		}
	}
	go io.Copy(io.Discard, said)
	if !strings.HasSuffix(base, "/ja/") {
		t.Fatalf("it serves %q", base)
	}
	if page := fetch(t, base+"errors/100/"); !strings.Contains(page, `class="origin is-missing" href="edit://i18n/errors.ja.toml#1"`) {
		t.Errorf("the page has no mark:\n%s", page)
	}
	write(t, filepath.Join(dir, "i18n/errors.ja.toml"), "\n\"100.text\" = \"残高がありません。\"\n")
	const want = `class="origin is-fresh" href="edit://i18n/errors.ja.toml#2"`
	page := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end) && !strings.Contains(page, want); time.Sleep(50 * time.Millisecond) {
		page = fetch(t, base+"errors/100/")
	}
	if !strings.Contains(page, want) {
		t.Errorf("the page does not follow the edit:\n%s", page)
	}
	stop()
	if status := <-ended; status != 0 {
		t.Errorf("exit status %d", status)
	}
	left, err := os.ReadDir(temp)
	if err != nil || len(left) != 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("it wrote into the site's own output")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
