package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/locale/workbench"
)

func (a *app) syncCommand() *cobra.Command {
	var s scope
	var check bool
	c := &cobra.Command{
		Use:   "sync",
		Short: "Bring the files of translations in step with the documents",
		Long: "Sync adds an empty entry for each new message, in the document's order; shows above a stale translation what its source\n" +
			"was and is; takes a text over where a message with the very same source is translated; moves messages whose source has\n" +
			"left the document to i18n/attic/, and back when it returns; and records what each translation was made from.\n\n" +
			"A translation is never deleted or written over, comments stay, and a second sync changes nothing.",
		Example: "  errbook i18n sync\n  errbook i18n sync --check   # for CI: writes nothing, exit status 1 if something would change",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.sync(s, check) },
	}
	s.flags(c)
	c.Flags().BoolVar(&check, "check", false, "write nothing; exit status 1 if sync would change a file")
	return c
}

func (a *app) sync(s scope, check bool) error {
	d, err := a.openDesk(s)
	if err != nil {
		return err
	}
	plan, list := d.Sync(d.catalogs, d.langs)
	if check && !list.HasErrors() {
		a.term.diagnostics(a.relocate(list))
	} else if err := a.write(plan, list); err != nil {
		return err
	}
	if err := a.showChanges(plan, s.json); err != nil {
		return err
	}
	if check && plan.Changed() {
		if !s.json {
			a.term.error("the translations are not in step with the documents; run errbook i18n sync")
		}
		return errFindings
	}
	return nil
}

// showChanges tells what a plan does: the files, and what becomes of their messages.
func (a *app) showChanges(plan *workbench.Plan, asJSON bool) error {
	files := changedFiles(plan)
	if asJSON {
		return a.printJSON(map[string]any{"files": files, "changes": plan.Changes})
	}
	for _, c := range plan.Changes {
		for _, line := range changeLines(c) {
			a.term.print("%s: %s", c.File, line)
		}
	}
	if len(files) == 0 {
		a.term.info("all files are in step with the documents")
	} else {
		a.term.info("changed: %s", strings.Join(files, ", "))
	}
	return nil
}

// changeLines says what happened in words, a line for each kind.
func changeLines(c workbench.Changes) (lines []string) {
	for _, kind := range []struct {
		ids  []string
		what string
	}{
		{c.Added, "new, to translate"}, {c.Reused, "taken over from a message with the same source"},
		{c.Restored, "back from the attic"}, {c.Stale, "stale: the source has changed"},
		{c.Retranslated, "translated again since the source changed"}, {c.Orphaned, "moved to the attic: the source has left the document"},
		{c.Dropped, "empty entries without a source, dropped"},
	} {
		if n := len(kind.ids); n > 0 {
			lines = append(lines, fmt.Sprintf("%d %s: %s", n, kind.what, some(kind.ids)))
		}
	}
	return lines
}

// some lists the first ids of many.
func some(ids []string) string {
	const most = 8
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}
