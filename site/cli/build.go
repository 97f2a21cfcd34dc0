package cli

import (
	"context"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/diag"
)

func (a *app) buildCommand() *cobra.Command {
	var force, lock bool
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the site into the output folder",
		Long: "Build reads content/, i18n/ and themes/ and writes the whole site, with its search index, into the output folder.\n" +
			"Only files whose bytes change are written. If anything is wrong, nothing is.\n\n" +
			"With --lock the codes count as published: content/codes.lock lists them, with the day (SOURCE_DATE_EPOCH, else today), and\n" +
			"from then on one that leaves the documents is an error until content/site.toml retires it. Commit that file.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if lock {
				return a.buildAndLock(cmd.Context(), force)
			}
			s, err := a.loadOrFail()
			if err != nil {
				return err
			}
			return a.build(cmd.Context(), s, force)
		},
	}
	c.Flags().BoolVar(&force, "force", false, "make every file anew, whatever the build before left")
	c.Flags().BoolVar(&lock, "lock", false, "publish the codes for good: list them in content/codes.lock")
	return c
}

// build builds a site and says what it did.
func (a *app) build(ctx context.Context, s *site.Site, force bool) error {
	start := time.Now()
	if err := a.checkOut(); err != nil {
		return err
	}
	stats, err := s.Build(ctx, site.Options{Out: a.outDir(), Force: force, Progress: a.term.step})
	if err != nil {
		return err
	}
	a.term.info("%s in %s and %s: %s, %d written, %d removed, in %s (%s)", plural(s.Size(), "code"),
		plural(len(s.Catalogs), "document"), plural(len(s.Languages), "language"), plural(stats.Total(), "file"),
		stats.Written, stats.Removed, a.outDir(), time.Since(start).Round(time.Millisecond))
	return nil
}

// checkOut keeps the output out of the folders that the site is made from.
func (a *app) checkOut() error {
	out, err := filepath.Abs(a.outDir())
	if err != nil {
		return err
	}
	root, err := filepath.Abs(a.dir)
	if err != nil {
		return err
	}
	if inside(root, out) {
		return diag.Errorf(diag.At(filepath.ToSlash(a.outDir()), 1, 1), site.RuleOutput,
			"the output folder holds the site itself; give another one with --out")
	}
	for _, dir := range []string{"content", "i18n", "themes"} {
		if inside(out, filepath.Join(root, dir)) {
			return diag.Errorf(diag.At(filepath.ToSlash(a.outDir()), 1, 1), site.RuleOutput,
				"the output folder lies in %s/, from which the site is made; give another one with --out", dir)
		}
	}
	return nil
}

// inside tells whether path is dir or lies below it.
func inside(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}
