package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"errbook/site/locale/workbench"
)

// statusFlags are the flags of i18n status.
type statusFlags struct {
	scope
	min  []string
	html string
	in   string
}

func (a *app) statusCommand() *cobra.Command {
	var f statusFlags
	c := &cobra.Command{
		Use:   "status",
		Short: "Show how far each language is: fresh, reused, stale, missing",
		Long: "Status counts, for each language and section, the messages that are fresh, taken over from one with the same source\n" +
			"(reused), stale because their source has changed, and missing; and the characters of source left to translate.\n\n" +
			"With --min it is a gate: exit status 1 where less than so many percent of a language are done.\n\n" +
			"With --html it writes the same into a file, as one page that can be sent by mail, with the first texts that are stale or\n" +
			"missing and what changed in their source. The page is in English or, with --in, in another language of the site.",
		Example: "  errbook i18n status\n  errbook i18n status --min en=95,ko=80\n  errbook i18n status --html status.html --lang ko",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.status(f) },
	}
	f.flags(c)
	c.Flags().StringSliceVar(&f.min, "min", nil, "least `LANG=PERCENT` that is to be done")
	c.Flags().StringVar(&f.html, "html", "", "write a page into this `file` instead of printing; - is standard output")
	c.Flags().StringVar(&f.in, "in", "", "`language` of that page, by its tag")
	c.MarkFlagsMutuallyExclusive("html", "json")
	return c
}

func (a *app) status(f statusFlags) error {
	d, err := a.openDesk(f.scope)
	if err != nil {
		return err
	}
	least, err := parseMin(f.min, d.Targets())
	if err != nil {
		return err
	}
	if f.in != "" && f.html == "" {
		return usageError{errors.New("--in is the language of the page that --html writes; give --html FILE too")}
	}
	all := []workbench.Progress{}
	for _, lang := range d.langs {
		p, list := d.Progress(lang, d.catalogs)
		a.term.diagnostics(a.relocate(list))
		all = append(all, p)
	}
	switch {
	case f.html != "":
		err = a.writeReport(d, f)
	case f.json:
		err = a.printJSON(map[string]any{"source": d.Source, "languages": all})
	default:
		err = a.showProgress(all)
	}
	if err != nil {
		return err
	}
	return a.gate(all, least)
}

// parseMin reads the percentages of --min.
func parseMin(pairs, known []string) (map[string]int, error) {
	least := map[string]int{}
	for _, pair := range pairs {
		lang, number, _ := strings.Cut(pair, "=")
		n, err := strconv.Atoi(strings.TrimSuffix(number, "%"))
		if err != nil || n < 0 || n > 100 {
			return nil, usageError{fmt.Errorf("--min %s is to be a language and a percentage, such as en=95", pair)}
		}
		if !slices.Contains(known, lang) {
			return nil, usageError{fmt.Errorf("--min %s: the site is translated into %v", pair, known)}
		}
		least[lang] = n
	}
	return least, nil
}

func (a *app) gate(all []workbench.Progress, least map[string]int) error {
	var err error
	for _, p := range all {
		if n, asked := least[p.Lang]; asked && p.All.Percent() < n {
			a.term.error(fmt.Sprintf("%s is at %d %%, %d %% is asked for; errbook i18n todo %s lists what is to do", p.Lang, p.All.Percent(), n, p.Lang))
			err = errFindings
		}
	}
	return err
}

func (a *app) showProgress(all []workbench.Progress) error {
	a.term.clear()
	w := tabwriter.NewWriter(a.env.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "done\tfresh\treused\tstale\tmissing\tof\tcharacters left\t\n")
	line := func(c workbench.Count, name string) {
		fmt.Fprintf(w, "%d %%\t%d\t%d\t%d\t%d\t%d\t%d\t  %s\n", c.Percent(), c.Fresh, c.Reused, c.Stale, c.Missing, c.Total, c.Characters, name)
	}
	for _, p := range all {
		line(p.All, p.Lang)
		for _, c := range p.Catalogs {
			if len(p.Catalogs) > 1 {
				line(c.All, "  "+c.Catalog)
			}
			for _, s := range c.Sections {
				line(s.Count, "    "+sectionName(c.Catalog, s))
			}
		}
	}
	return w.Flush()
}

func sectionName(catalog string, s workbench.SectionProgress) string {
	if s.ID == "" {
		return catalog
	}
	return s.ID
}
