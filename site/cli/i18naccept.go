package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/diag"
	"errbook/site/locale/workbench"
)

func (a *app) acceptCommand() *cobra.Command {
	var s scope
	c := &cobra.Command{
		Use:   "accept ID...",
		Short: "Say that stale translations still hold",
		Long: "Accept records that a translation still holds though its source has changed: a slip was mended there that the translation\n" +
			"never had. An ID is that of a message, such as 6017.text, or a code, for all messages of that code.",
		Example: "  errbook i18n accept 6017.text --lang ko\n  errbook i18n accept 6017",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, ids []string) error { return a.accept(s, ids) },
	}
	s.flags(c)
	return c
}

func (a *app) accept(s scope, ids []string) error {
	d, err := a.openDesk(s)
	if err != nil {
		return err
	}
	if err := knownMessages(d.catalogs, ids); err != nil {
		return err
	}
	want := func(_, id string) bool {
		for _, asked := range ids {
			if means(asked, id) {
				return true
			}
		}
		return false
	}
	plan, accepted, list := d.Accept(d.catalogs, d.langs, want)
	if err := a.write(plan, list); err != nil {
		return err
	}
	if s.json {
		out := []map[string]any{}
		for _, u := range accepted {
			out = append(out, map[string]any{"id": u.ID, "file": u.At.File, "line": u.At.Line})
		}
		return a.printJSON(map[string]any{"accepted": out})
	}
	for _, u := range accepted {
		a.term.print("%s:%d: %s accepted", u.At.File, u.At.Line, u.ID)
	}
	for _, note := range list {
		if note.Severity == diag.Note {
			a.term.info("%s", note.Message)
		}
	}
	return nil
}

// means tells whether an argument stands for a message: its id, or the code that the id starts with.
func means(asked, id string) bool {
	return asked == id || strings.HasPrefix(id, asked+".") || strings.HasPrefix(id, asked+"@")
}

// knownMessages asks that each argument stands for a message.
func knownMessages(catalogs []workbench.Catalog, asked []string) error {
	for _, want := range asked {
		var ids []string
		found := false
		for _, c := range catalogs {
			for _, id := range c.Sources.IDs() {
				found = found || means(want, id)
				ids = append(ids, id)
			}
		}
		if !found {
			return usageError{fmt.Errorf("there is no message %q%s", want, diag.DidYouMean(want, ids))}
		}
	}
	return nil
}
