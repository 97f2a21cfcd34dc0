package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/page"
	"errbook/site/server"
)

// previewFlags are the flags of i18n preview.
type previewFlags struct{ addr, editor string }

func (a *app) previewCommand() *cobra.Command {
	var f previewFlags
	c := &cobra.Command{
		Use:   "preview LANG",
		Short: "Show the site with what is missing or stale marked, and every text one click from its line",
		Long: "Preview serves the site as serve --watch does, for whoever translates it into LANG: on the pages in that language, texts\n" +
			"that are missing or stale are marked, and beside every text stands a link to the line where it is translated. A bar\n" +
			"counts what is to do on the page and leads to the next one. The browser follows when a file is saved.\n\n" +
			"A link shows the file on a page of the preview, with the line in it; with --editor it opens an editor. The site is built\n" +
			"into a folder for temporary files; what is published does not change.",
		Example: "  errbook i18n preview ko\n  errbook i18n preview ko --editor 'vscode://file/{abs}:{line}'",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.previewSite(cmd.Context(), args[0], f) },
	}
	c.Flags().StringVar(&f.addr, "addr", "127.0.0.1:8080", "address and port to listen on")
	c.Flags().StringVar(&f.editor, "editor", "", "`URL` that opens a line in an editor, with {path} or {abs}, and {line}")
	return c
}

func (a *app) previewSite(ctx context.Context, lang string, f previewFlags) error {
	if a.out != "" {
		return usageError{errors.New("a preview is built into a temporary folder of its own; leave --out away")}
	}
	if err := checkEditor(f.editor); err != nil {
		return usageError{err}
	}
	root, err := filepath.Abs(a.dir)
	if err != nil {
		return err
	}
	a.preview = &page.Preview{Lang: lang, Editor: f.editor, Root: filepath.ToSlash(root)}
	s, err := a.loadOrFail()
	if err != nil {
		return err
	}
	if _, err := chooseLanguages(s.Bench(), []string{lang}); err != nil {
		return err
	}
	if a.out, err = os.MkdirTemp("", "errbook-preview-"); err != nil {
		return err
	}
	defer os.RemoveAll(a.out)
	return a.listen(ctx, s, serveFlags{addr: f.addr, watch: true, start: page.HomePath(lang)},
		func(log *slog.Logger) (*server.Server, error) { return server.NewPreview(s, a.out, root, log) })
}

// scripts are the schemes of URLs that run something in the page that has them.
var scripts = []string{"javascript", "data", "vbscript"}

// checkEditor checks the pattern of --editor.
func checkEditor(pattern string) error {
	if pattern == "" {
		return nil
	}
	u, err := url.Parse(strings.NewReplacer("{path}", "p", "{abs}", "p", "{line}", "1").Replace(pattern))
	if err != nil || u.Scheme == "" || strings.HasPrefix(pattern, "{") {
		return fmt.Errorf("--editor %s is to be a URL, such as vscode://file/{abs}:{line}", pattern)
	}
	if slices.Contains(scripts, u.Scheme) {
		return fmt.Errorf("--editor: a URL that starts with %s: is not taken, because it would run in the page", u.Scheme)
	}
	if !strings.Contains(pattern, "{line}") || !strings.Contains(pattern, "{path}") && !strings.Contains(pattern, "{abs}") {
		return fmt.Errorf("--editor %s is to have {line} in it, and {path} or {abs}, such as vscode://file/{abs}:{line}", pattern)
	}
	return nil
}
