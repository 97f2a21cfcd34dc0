package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/diag"
	"errbook/site/locale/exchange"
	"errbook/site/locale/workbench"
)

// importFlags are the flags of i18n import.
type importFlags struct {
	lang, catalog      string
	apply, force, json bool
}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import FILE...",
		Short: "Take in what translators outside did: XLIFF, PO, CSV, JSON",
		Long: "Import reads files that export wrote and translators worked on, and shows what becomes of each message. Nothing is written\n" +
			"without --apply; with it the texts are written as if a person had typed them and run sync.\n\n" +
			"What is there is not lost: a translation that was changed since the export is kept and told as a conflict. So are texts\n" +
			"that were made from a former source, unfinished, or without their source; --force takes them, and moves the text that\n" +
			"they replace to i18n/attic/. A text of a former source that fills a gap is taken, and is stale at once.\n" +
			"An id that no text has, a source that stands in for its translation, and what no page could show are refused.\n\n" +
			"Exit status 1 where anything was refused or is in conflict, 2 where a file cannot be read; then nothing is written.",
		Example: "  errbook i18n import im.ko.xlf\n  errbook i18n import agency/*.po --apply\n  errbook i18n import korean.csv --lang ko --catalog im --apply",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, names []string) error { return a.importFiles(f, names) },
	}
	c.Flags().StringVar(&f.lang, "lang", "", "the `language` of the files, whatever they say")
	c.Flags().StringVar(&f.catalog, "catalog", "", "the `catalogue` of the files, whatever they say")
	c.Flags().BoolVar(&f.apply, "apply", false, "write what is taken")
	c.Flags().BoolVar(&f.force, "force", false, "take what is in conflict or in doubt; what it replaces goes to the attic")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON")
	return c
}

func (a *app) importFiles(f importFlags, names []string) error {
	d, err := a.openDesk(scope{})
	if err != nil {
		return err
	}
	files, passedOver, err := a.readExchange(names)
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := assign(file, f, d); err != nil {
			return err
		}
	}
	plan, units, list := d.Import(files, workbench.ImportOptions{Force: f.force})
	if list.HasErrors() || f.apply {
		err = a.write(plan, list)
	} else {
		a.term.diagnostics(a.relocate(list))
	}
	if err != nil {
		return err
	}
	counts := map[workbench.Outcome]int{}
	for _, u := range units {
		counts[u.Outcome]++
	}
	if f.json {
		err = a.printJSON(map[string]any{"applied": f.apply, "files": changedFiles(plan), "counts": counts, "units": a.importReports(units)})
	} else {
		a.showImport(plan, units, counts, f.apply)
	}
	if err == nil && (counts[workbench.Refused]+counts[workbench.Conflict] > 0 || passedOver) {
		return errFindings
	}
	return err
}

// readExchange reads files of translators. Where one cannot be read none is taken. It tells too whether parts of them were
// passed over.
func (a *app) readExchange(names []string) (files []*exchange.File, passedOver bool, err error) {
	failed := false
	for _, name := range names {
		data, err := readBounded(name)
		if err != nil {
			return nil, false, usageError{err}
		}
		read, list := exchange.Read(filepath.ToSlash(name), data)
		a.term.diagnostics(list)
		failed = failed || list.HasErrors()
		passedOver = passedOver || len(list) > 0
		for _, f := range read {
			if len(f.Units) > 0 {
				files = append(files, f)
			}
		}
	}
	if failed {
		a.term.info("nothing was written")
		return nil, false, errUnusable
	}
	return files, passedOver, nil
}

// readBounded reads a file, but no more of it than is enough to see that it is too large.
func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, exchange.MaxSize+1))
}

// assign sees to the catalogue and the language of a file: those of the flags, or those that it names, or the only ones that
// there are.
func assign(file *exchange.File, f importFlags, d *desk) error {
	if f.lang != "" {
		file.Lang = f.lang
	}
	if f.catalog != "" {
		file.Catalog = f.catalog
	}
	if file.Catalog == "" && len(d.Catalogs) == 1 {
		file.Catalog = d.Catalogs[0].ID
	}
	var missing []string
	if file.Lang == "" {
		missing = append(missing, "--lang")
	}
	if file.Catalog == "" {
		missing = append(missing, "--catalog")
	}
	if len(missing) > 0 {
		return usageError{fmt.Errorf("%s does not say what it translates; say it with %s", file.Name, strings.Join(missing, " and "))}
	}
	if _, err := chooseLanguages(d.Bench, []string{file.Lang}); err != nil {
		return fmt.Errorf("%s: %w; --lang says which is meant", file.Name, err)
	}
	if _, err := chooseCatalogs(d.Bench, []string{file.Catalog}); err != nil {
		return fmt.Errorf("%s: %w; --catalog says which is meant", file.Name, err)
	}
	return nil
}

// changedFiles are the names of the files that a plan changes.
func changedFiles(plan *workbench.Plan) []string {
	files := []string{}
	for _, e := range plan.Edits {
		if e.Changed() {
			files = append(files, e.Name)
		}
	}
	return files
}

func (a *app) showImport(plan *workbench.Plan, units []workbench.Imported, counts map[workbench.Outcome]int, applied bool) {
	for _, u := range units {
		switch at := a.located(u.Entry); u.Outcome {
		case workbench.Refused, workbench.Conflict:
			a.term.diagnostics(diag.List{u.Problem})
		case workbench.Added:
			a.term.print("%s:%d: %s new%s: %q", at.File, at.Line, u.ID, remark(u), u.Text)
		case workbench.Updated:
			a.term.print("%s:%d: %s updated%s: %q -> %q", at.File, at.Line, u.ID, remark(u), u.Former, u.Text)
		case workbench.Confirmed:
			a.term.print("%s:%d: %s accepted: it still holds", at.File, at.Line, u.ID)
		case workbench.Kept:
			a.term.print("%s:%d: %s kept: it was changed since the export, and not in the file", at.File, at.Line, u.ID)
		}
	}
	var parts []string
	for _, o := range workbench.Outcomes() {
		if counts[o] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[o], o))
		}
	}
	if parts == nil {
		parts = []string{"the files have no messages"}
	}
	a.term.info("%s", strings.Join(parts, ", "))
	switch files := changedFiles(plan); {
	case len(files) == 0:
		a.term.info("no file changes")
	case applied:
		a.term.info("changed: %s", strings.Join(files, ", "))
	default:
		a.term.info("nothing was written; --apply changes %s", strings.Join(files, ", "))
	}
}

// remark says what else is to be known of a text that is taken.
func remark(u workbench.Imported) string {
	var parts []string
	if u.Stale {
		parts = append(parts, "stale: made from a former source")
	}
	if u.Problem.Rule != "" {
		parts = append(parts, "by force")
	}
	if u.Problem.Rule != "" && u.Former != "" {
		parts = append(parts, "the former text is in the attic")
	}
	if parts == nil {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// located is a position as seen from where the command runs.
func (a *app) located(p diag.Position) diag.Position {
	return a.relocate(diag.List{{Position: p}})[0].Position
}

// importReports is what import says of each unit as JSON.
func (a *app) importReports(units []workbench.Imported) []map[string]any {
	out := []map[string]any{}
	for _, u := range units {
		r := map[string]any{"catalog": u.Catalog, "lang": u.Lang, "id": u.ID, "outcome": u.Outcome, "former": u.Former, "text": u.Text,
			"stale": u.Stale, "at": u.At.String(), "entry": a.located(u.Entry).String()}
		if u.Problem.Rule != "" {
			r["rule"], r["problem"] = u.Problem.Rule, u.Problem.Message
		}
		out = append(out, r)
	}
	return out
}
