package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/locale/workbench"
)

// addFlags are the flags of i18n add.
type addFlags struct {
	fallback []string
	json     bool
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add LANG",
		Short: "Give the site another language, ready to be translated",
		Long: "Add writes the language's tag (BCP 47) into content/site.toml, leaving all else there as it is, and makes its files in\n" +
			"i18n/: an empty entry for each message with its source above, and for each string of the page with the English above,\n" +
			"unless errbook brings the strings in that language. A file that is there already is kept and completed.\n\n" +
			"A text that is not translated yet shows in the languages of --fallback, in their order, and then in that of the\n" +
			"documents. Without the flag these are the site's languages that are the same but for script or region, and English;\n" +
			"--fallback \"\" is none. Pages that are wholly in another language stand neither in the sitemap nor in hreflang.",
		Example: "  errbook i18n add fr\n  errbook i18n add zh-Hant --fallback zh-Hans,en",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("fallback") && f.fallback == nil {
				f.fallback = []string{}
			}
			return a.add(args[0], f)
		},
	}
	c.Flags().StringSliceVar(&f.fallback, "fallback", nil, "`languages` to show where a text is missing, before that of the documents")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON")
	return c
}

func (a *app) add(tag string, f addFlags) error {
	d, err := a.openDesk(scope{})
	if err != nil {
		return err
	}
	added, list, err := d.site.AddLanguage(a.env.Builtin, tag, f.fallback)
	if err != nil {
		return usageError{err}
	}
	var plan *workbench.Plan
	if added != nil {
		plan = added.Plan
	}
	if err := a.write(plan, list); err != nil {
		return err
	}
	return a.showAddition(added, f.json)
}

// showAddition tells what was written, and what there is to do next.
func (a *app) showAddition(added *site.Addition, asJSON bool) error {
	files := []string{}
	for _, e := range added.Plan.Edits {
		if e.Changed() {
			files = append(files, e.Name)
		}
	}
	if asJSON {
		return a.printJSON(map[string]any{"lang": added.Lang, "fallback": added.Fallback, "files": files,
			"messages": added.Messages, "ui_strings": added.Strings})
	}
	for _, name := range files {
		a.term.print("%s", name)
	}
	a.term.info("%s is one of the site's languages now; its files got %s and %s, empty", added.Lang,
		plural(added.Messages, "message"), plural(added.Strings, "UI string"))
	a.term.info("what is empty shows in %s", strings.Join(slices.Concat(added.Fallback, []string{"the language of the documents"}), ", else in "))
	a.term.info("next:\n  errbook i18n todo %s\n  errbook serve\n  titles in %s: below [title] and [catalog.title], %s = \"…\"", added.Lang, site.ConfigFile, added.Lang)
	return nil
}
