package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"errbook/site"
	"errbook/site/diag"
	"errbook/site/locale/workbench"
)

func (a *app) i18nCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "i18n",
		Short: "Translate: what is to do, and keeping files in step with the documents",
		Long: "The verbs of i18n are for people who translate. Translations stand in i18n/<catalogue>.<language>.toml; what each was made\n" +
			"from is kept beside them in i18n/state/, so that a change of a document shows which of them have become stale.",
		Example: "  errbook i18n status\n  errbook i18n todo ko\n  errbook i18n sync",
	}
	c.AddCommand(a.statusCommand(), a.todoCommand(), a.syncCommand(), a.i18nCheckCommand(), a.acceptCommand(), a.addCommand(),
		a.exportCommand(), a.importCommand(), a.previewCommand(), a.pseudoCommand())
	return c
}

// scope is what the flags --lang and --catalog choose.
type scope struct {
	langs, catalogs []string
	json            bool
}

func (s *scope) flags(c *cobra.Command) {
	c.Flags().StringSliceVar(&s.langs, "lang", nil, "only these `languages`, by their tags")
	c.Flags().StringSliceVar(&s.catalogs, "catalog", nil, "only these `catalogues`, by their ids")
	c.Flags().BoolVar(&s.json, "json", false, "print JSON")
}

// desk is what the verbs of i18n work at: the site's translations, and the part of them that was chosen.
type desk struct {
	*workbench.Bench
	site     *site.Site
	found    diag.List // what reading the site found; no error is among it
	langs    []string
	catalogs []workbench.Catalog
}

// openDesk loads the site for a verb of i18n. A site whose documents are in error is not worked on: what seems to have left
// a document might only not have been read.
func (a *app) openDesk(s scope) (*desk, error) {
	loaded, list, err := a.load()
	if err != nil {
		return nil, err
	}
	if list.HasErrors() {
		a.term.diagnostics(list)
		return nil, a.failed(list)
	}
	d := &desk{Bench: loaded.Bench(), site: loaded, found: list}
	if d.langs, err = chooseLanguages(d.Bench, s.langs); err != nil {
		return nil, err
	}
	if d.catalogs, err = chooseCatalogs(d.Bench, s.catalogs); err != nil {
		return nil, err
	}
	return d, nil
}

// chooseLanguages checks tags; none means all languages that are translated into.
func chooseLanguages(b *workbench.Bench, tags []string) ([]string, error) {
	if len(tags) == 0 {
		return b.Targets(), nil
	}
	for _, tag := range tags {
		if tag == b.Source {
			return nil, usageError{fmt.Errorf("%s is the language of the documents; the site is translated into %v", tag, b.Targets())}
		}
		if !slices.Contains(b.Targets(), tag) {
			return nil, usageError{fmt.Errorf("the site has no language %q%s; it is translated into %v; a new one: errbook i18n add %s",
				tag, diag.DidYouMean(tag, b.Targets()), b.Targets(), tag)}
		}
	}
	return tags, nil
}

func chooseCatalogs(b *workbench.Bench, ids []string) (chosen []workbench.Catalog, err error) {
	if len(ids) == 0 {
		return b.Catalogs, nil
	}
	var known []string
	for _, c := range b.Catalogs {
		known = append(known, c.ID)
	}
	for _, id := range ids {
		c, ok := b.Catalog(id)
		if !ok {
			return nil, usageError{fmt.Errorf("there is no catalogue %q%s; there are %v", id, diag.DidYouMean(id, known), known)}
		}
		chosen = append(chosen, c)
	}
	return chosen, nil
}

// write carries a plan out. Its diagnostics are shown; with an error among them nothing is written.
func (a *app) write(plan *workbench.Plan, list diag.List) error {
	a.term.diagnostics(a.relocate(list))
	if list.HasErrors() {
		a.term.info("nothing was written")
		return errFindings
	}
	return workbench.Apply(a.dir, plan.Edits)
}
