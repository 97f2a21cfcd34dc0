package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/diag"
	"errbook/site/locale/pseudo"
)

func (a *app) pseudoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "pseudo [LANG...]",
		Short: "Build the site in pseudo-languages, to see what a translation may break",
		Long: "Pseudo builds the site in languages that nobody speaks, into a folder of its own. en-XA has accented letters and texts that\n" +
			"are 40 % longer, each sentence between ⟦ and ⟧: what is cut off shows, and so does what cannot be translated. ar-XB runs\n" +
			"from right to left. Without LANG it builds both, besides the language of the documents.\n\n" +
			"The folder is a new one for temporary files, or that of --out; its path is printed. Nothing of the site itself changes.",
		Example:           "  errbook i18n pseudo\n  errbook i18n pseudo ar-XB --out /tmp/pseudo",
		ValidArgs:         pseudo.Tags(),
		ValidArgsFunction: cobra.FixedCompletions(pseudo.Tags(), cobra.ShellCompDirectiveNoFileComp),
		Args:              cobra.ArbitraryArgs,
		RunE:              func(cmd *cobra.Command, tags []string) error { return a.pseudo(cmd.Context(), tags) },
	}
}

func (a *app) pseudo(ctx context.Context, tags []string) error {
	for _, tag := range tags {
		if _, ok := pseudo.Of(tag); !ok {
			return usageError{fmt.Errorf("%q is no pseudo-language%s; there are %s", tag, diag.DidYouMean(tag, pseudo.Tags()),
				strings.Join(pseudo.Tags(), " and "))}
		}
	}
	if len(tags) == 0 {
		tags = pseudo.Tags()
	}
	slices.Sort(tags)
	s, err := a.pseudoSite(slices.Compact(tags))
	if err != nil {
		return err
	}
	if err := a.outOfItsOwn(pseudo.Tags()); err != nil {
		return err
	}
	if err := a.build(ctx, s, false); err != nil {
		return err
	}
	a.term.print("%s", a.outDir())
	return nil
}

// pseudoSite loads the site, then the same in pseudo-languages.
func (a *app) pseudoSite(tags []string) (*site.Site, error) {
	own, err := a.loadOrFail()
	if err != nil {
		return nil, err
	}
	fsys, err := own.Pseudo(a.env.Builtin, tags)
	if err != nil {
		return nil, err
	}
	s, list := site.Load(fsys, a.env.Builtin, site.Overrides{})
	if list.HasErrors() {
		a.term.diagnostics(list) // its warnings are those of the site, which have been shown
		return nil, a.failed(list)
	}
	return s, nil
}

// outOfItsOwn sees to an output folder that is not the site's: that of --out, or a new one for temporary files. A folder
// that holds the build of a site without any of the languages tags is somebody's site, and is refused.
func (a *app) outOfItsOwn(tags []string) error {
	if a.out == "" {
		dir, err := os.MkdirTemp("", "errbook-pseudo-")
		a.out = dir
		return err
	}
	out, err := filepath.Abs(a.out)
	if err != nil {
		return err
	}
	published, err := filepath.Abs(filepath.Join(a.dir, "public"))
	if err != nil {
		return err
	}
	if inside(out, published) || isBuild(out) && !holdsAny(out, tags) {
		return diag.Errorf(diag.At(filepath.ToSlash(a.out), 1, 1), site.RuleOutput,
			"the output folder is that of a published site; give another one with --out")
	}
	return nil
}

// isBuild tells whether a site was built into a folder.
func isBuild(dir string) bool {
	_, err := os.Stat(site.IndexDir(dir))
	return err == nil
}

func holdsAny(dir string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		_, err := os.Stat(filepath.Join(dir, name))
		return err == nil
	})
}
