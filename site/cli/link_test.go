package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/search/ticket"
	"errbook/site"
	"errbook/site/cli"
	"errbook/site/server"
)

// linkTexts are the golden texts of the real document, and the tickets.
func linkTexts(t *testing.T) map[string]string {
	t.Helper()
	dir := filepath.Join(repository, "search", "ticket", "testdata")
	data, err := os.ReadFile(filepath.Join(dir, "golden.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Name, Text string
		Set        any
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, c := range cases {
		if c.Set == "im" {
			texts[c.Name] = c.Text
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "tickets", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(f)] = string(data)
	}
	if len(texts) < 45 {
		t.Fatalf("%d texts", len(texts))
	}
	return texts
}

// run runs the command in the repository.
func run(t *testing.T, in io.Reader, out io.Writer, args ...string) int {
	t.Helper()
	return runIn(t, repository, in, out, args...)
}

func runIn(t *testing.T, dir string, in io.Reader, out io.Writer, args ...string) int {
	t.Helper()
	var errs bytes.Buffer
	status := cli.Run(context.Background(), cli.Env{
		Builtin: os.DirFS(repository), Args: append([]string{"-C", dir}, args...), Stdin: in, Stdout: out, Stderr: &errs,
		Getenv: func(string) string { return "" },
	})
	if errs.Len() > 0 {
		t.Errorf("%v says %s", args, &errs)
	}
	return status
}

// TestLinkFormAndEndpointAgree asks the command, the endpoint and the page's form what is in each text.
func TestLinkFormAndEndpointAgree(t *testing.T) {
	s, v := served(t, repository)
	texts := linkTexts(t)
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		lang := s.Config.Languages[i%len(s.Config.Languages)]
		agreed(t, repository, s, v, name, lang, texts[name])
	}
}

// served builds a site and serves it.
func served(t *testing.T, dir string) (*site.Site, http.Handler) {
	t.Helper()
	s, list := site.Load(os.DirFS(dir), os.DirFS(repository), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	out := t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: out}); err != nil {
		t.Fatal(err)
	}
	v, err := server.New(s, out, slog.New(slog.DiscardHandler), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return s, v
}

// agreed asks all three and returns what they answer.
func agreed(t *testing.T, dir string, s *site.Site, v http.Handler, name, lang, text string) ticket.Answer {
	t.Helper()
	var out bytes.Buffer
	if status := runIn(t, dir, strings.NewReader(text), &out, "link", "--lang", lang, "--format", "json"); status != 0 {
		t.Fatalf("%s: exit status %d", name, status)
	}
	command := answerOf(t, out.Bytes())
	for i := range command.Codes {
		command.Codes[i].URL = "/" + strings.TrimPrefix(command.Codes[i].URL, s.Book.BaseURL)
	}
	endpoint := answerOf(t, post(v, "/api/ticket?lang="+lang, "text/plain; charset=utf-8", text))
	if diff := cmp.Diff(endpoint, command); diff != "" {
		t.Errorf("%s in %s (-endpoint +command):\n%s", name, lang, diff)
	}
	form := post(v, "/"+lang+"/ticket/", "application/x-www-form-urlencoded", url.Values{"text": {text}}.Encode())
	if diff := cmp.Diff(rowsOf(endpoint), formRows(t, string(form))); diff != "" {
		t.Errorf("%s in %s (-endpoint +form):\n%s", name, lang, diff)
	}
	return endpoint
}

func answerOf(t *testing.T, data []byte) (a ticket.Answer) {
	t.Helper()
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return a
}

func post(h http.Handler, path, kind, body string) []byte {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Body.Bytes()
}

// formRow is a row of the table that the form answers with.
type formRow struct {
	Path, Code, Title string
	Count             int
}

func rowsOf(a ticket.Answer) (rows []formRow) {
	for _, c := range a.Codes {
		rows = append(rows, formRow{c.URL, c.Code, c.Title, c.Count})
	}
	return rows
}

var rowForm = regexp.MustCompile(`<tr><th scope="row"><a href="\.\./\.\.([^"]*)"><code[^>]*>([^<]*)</code></a></th><td>(\d+)</td><td[^>]*>(.*?)</td></tr>`)

func formRows(t *testing.T, page string) (rows []formRow) {
	t.Helper()
	for _, m := range rowForm.FindAllStringSubmatch(page, -1) {
		count, err := strconv.Atoi(m[3])
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, formRow{m[1], html.UnescapeString(m[2]), html.UnescapeString(m[4]), count})
	}
	return rows
}

var pipeForm = regexp.MustCompile(`errbook (link[^\n&<]*) &lt; \S+`)

// TestLinkAsThePageOfIntegrationsShows runs the commands that the page of integrations offers.
func TestLinkAsThePageOfIntegrationsShows(t *testing.T) {
	s, list := site.Load(os.DirFS(repository), os.DirFS(repository), site.Overrides{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	dir := t.TempDir()
	if _, err := s.Build(context.Background(), site.Options{Out: dir}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(dir, "en", "integrations", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	commands := pipeForm.FindAllStringSubmatch(string(page), -1)
	if len(commands) < 3 {
		t.Fatalf("%d commands", len(commands))
	}
	for _, c := range commands {
		var out bytes.Buffer
		if status := run(t, strings.NewReader("error code: 6017\n"), &out, strings.Fields(c[1])...); status != 0 || !strings.Contains(out.String(), s.Book.BaseURL) {
			t.Errorf("%s: exit status %d, %s", c[1], status, &out)
		}
	}
}

// TestLinkWritesLinesAsTheyCome follows a log that goes on.
func TestLinkWritesLinesAsTheyCome(t *testing.T) {
	in, log := io.Pipe()
	out, linked := io.Pipe()
	done := make(chan int, 1)
	go func() { done <- run(t, in, linked, "link", "--base-url", "https://e.example/", "--format", "text") }()
	for _, line := range [][2]string{
		{"error code: 6017\n", "error code: 6017 (https://e.example/c/6017)\n"}, {"nothing\r\n", "nothing\r\n"},
		{"ret -302\n", "ret -302 (https://e.example/c/-302)\n"},
	} {
		if _, err := io.WriteString(log, line[0]); err != nil {
			t.Fatal(err)
		}
		got := make([]byte, len(line[1]))
		if _, err := io.ReadFull(out, got); err != nil || string(got) != line[1] {
			t.Fatalf("got %q, %v, want %q", got, err, line[1])
		}
	}
	log.Close()
	if status := <-done; status != 0 {
		t.Errorf("exit status %d", status)
	}
}

// TestLinkStops ends while it waits for more, when the process is asked to.
func TestLinkStops(t *testing.T) {
	in, log := io.Pipe()
	defer log.Close()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan int, 1)
	go func() {
		done <- cli.Run(ctx, cli.Env{Builtin: os.DirFS(repository), Args: []string{"-C", repository, "link"}, Stdin: in, Stdout: io.Discard,
			Stderr: io.Discard, Getenv: func(string) string { return "" }})
	}()
	if _, err := io.WriteString(log, "6017\n"); err != nil {
		t.Fatal(err)
	}
	stop()
	if status := <-done; status != 2 {
		t.Errorf("exit status %d", status)
	}
}
