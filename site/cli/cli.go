// Package cli is the errbook command: one file for each verb, and one for all that is written to the terminal.
//
// Exit status: 0 clean, 1 findings (something in the site's files is to be mended, or nothing was found), 2 usage, or
// input or output that cannot be read or written.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/diag"
	"errbook/site/page"
)

// The exit statuses.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2
)

// Env is the world in which the command runs.
type Env struct {
	Builtin        fs.FS // what comes with errbook: themes/ and i18n/ui.*.toml
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
}

// Main runs the command and returns its exit status. It stops when the process is asked to.
func Main(builtin fs.FS) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return Run(ctx, Env{builtin, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv})
}

// Run runs the command and returns its exit status.
func Run(ctx context.Context, env Env) int {
	a := &app{env: env, term: newTerminal(env)}
	root := a.root()
	root.SetArgs(positional(env.Args))
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := root.ExecuteContext(ctx)
	return a.exit(err)
}

// app is one run of the command.
type app struct {
	env     Env
	term    *terminal
	dir     string
	out     string
	baseURL string
	preview *page.Preview
	lock    []byte // what codes.lock is to be; nil for what it is
	quiet   bool
	ran     bool // a verb's own code was reached: what fails from there on is no wrong usage
}

// These end a verb whose diagnostics have been shown.
var (
	errFindings = errors.New("findings")
	errUnusable = errors.New("unusable input or output")
)

// usageError is a wrong call of the command.
type usageError struct{ error }

// exit shows an error and returns the status that it stands for; this is the one place that maps them.
func (a *app) exit(err error) int {
	list, isDiag := diag.From(err)
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errUnusable):
		return exitUsage
	case isDiag:
		a.term.diagnostics(list)
		return status(list)
	case errors.Is(err, context.Canceled):
		a.term.error("stopped; nothing was written")
		return exitUsage
	}
	a.term.error(err.Error())
	if errors.As(err, &usageError{}) || !a.ran {
		a.term.hint("errbook --help lists the verbs, errbook VERB --help the flags of one")
	}
	return exitUsage
}

// status is 2 for what cannot be read or written, else 1.
func status(list diag.List) int {
	for _, d := range list {
		if d.Severity == diag.Error && slices.Contains([]string{site.RuleRead, site.RuleOutput, site.RuleNoSite}, d.Rule) {
			return exitUsage
		}
	}
	return exitFindings
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "errbook",
		Short: "A site with one page per error code, from the tables that you already have",
		Long: "errbook turns the error-code tables of Markdown documents into a site with one page per code, in every language,\n" +
			"and a search that finds the right code from whatever a person pastes.",
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRun: func(*cobra.Command, []string) { a.ran = true; a.term.quiet = a.quiet },
	}
	flags := root.PersistentFlags()
	flags.StringVarP(&a.dir, "dir", "C", ".", "root of the site")
	flags.StringVar(&a.out, "out", "", "output folder (default: public in the root of the site)")
	flags.StringVar(&a.baseURL, "base-url", "", "where the site will stand, instead of base_url in content/site.toml")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "say nothing but errors")
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.checkCommand(), a.explainCommand(), a.linkCommand(), a.diffCommand(), a.initCommand(), a.i18nCommand())
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	return root
}

// outDir is the output folder.
func (a *app) outDir() string {
	if a.out != "" {
		return a.out
	}
	return filepath.Join(a.dir, "public")
}

// load reads the site and shows what is wrong with it. With errors, it returns errFindings or a diagnostic that ends the
// command with status 2.
func (a *app) load() (*site.Site, diag.List, error) {
	info, err := os.Stat(a.dir)
	if err != nil || !info.IsDir() {
		return nil, nil, usageError{fmt.Errorf("-C %s is no folder", a.dir)}
	}
	day, _ := a.today() // it is only proposed; what needs it asks itself
	s, list := site.Load(a.source(), a.env.Builtin, site.Overrides{BaseURL: a.baseURL, Preview: a.preview, Today: day})
	return s, a.relocate(list), nil
}

// source is the site's folder, with codes.lock as it is to be where that is about to be written.
func (a *app) source() fs.FS {
	if a.lock == nil {
		return os.DirFS(a.dir)
	}
	return site.WithFile(os.DirFS(a.dir), site.LockFile, a.lock)
}

// loadOrFail is load for verbs that need a site without errors; its diagnostics are shown.
func (a *app) loadOrFail() (*site.Site, error) {
	s, list, err := a.load()
	if err != nil {
		return nil, err
	}
	a.term.diagnostics(list)
	if list.HasErrors() {
		return nil, a.failed(list)
	}
	return s, nil
}

// failed is the error for diagnostics that have been shown.
func (a *app) failed(list diag.List) error {
	if status(list) == exitUsage {
		return errUnusable
	}
	return errFindings
}

// relocate makes the files of diagnostics relative to where the command runs, so that editors find them.
func (a *app) relocate(list diag.List) diag.List {
	if a.dir == "." {
		return list
	}
	out := slices.Clone(list)
	for i, d := range out {
		if _, err := os.Stat(filepath.Join(a.dir, d.File)); err == nil {
			out[i].File = filepath.ToSlash(filepath.Join(a.dir, d.File))
		}
	}
	return out
}

// negative is an argument that is a code, such as -302, and not a flag.
var negative = regexp.MustCompile(`^[-−－–]\d`)

// positional keeps negative codes from being taken for flags, by moving them behind "--".
func positional(args []string) []string {
	var flags, codes []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, codes = args[:i], args[i+1:]
	}
	for _, arg := range args {
		if negative.MatchString(arg) {
			codes = append(codes, arg)
		} else {
			flags = append(flags, arg)
		}
	}
	if len(codes) == 0 {
		return flags
	}
	return append(append(flags, "--"), codes...)
}
