package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/locale/state"
	"errbook/site/locale/worddiff"
	"errbook/site/locale/workbench"
)

// todoFlags are the flags of i18n todo.
type todoFlags struct {
	scope
	limit int
}

func (a *app) todoCommand() *cobra.Command {
	var f todoFlags
	c := &cobra.Command{
		Use:   "todo LANG",
		Short: "List what is to be translated next, with all that helps",
		Long: "Todo lists what cannot be shown, what is stale, then what is missing, those texts first that most pages show. For each it\n" +
			"prints where it stands, what changed in the source ([-gone-]{+come+}), the present translation, translations of the same\n" +
			"source and of sources much like it, and what the glossary calls its terms.",
		Example: "  errbook i18n todo ko\n  errbook i18n todo ko --limit 3 --catalog im",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			f.langs = args
			return a.todo(f)
		},
	}
	c.Flags().StringSliceVar(&f.catalogs, "catalog", nil, "only these `catalogues`, by their ids")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON")
	c.Flags().IntVar(&f.limit, "limit", 10, "at most so many; 0 for all")
	return c
}

func (a *app) todo(f todoFlags) error {
	d, err := a.openDesk(f.scope)
	if err != nil {
		return err
	}
	tasks, total, list := d.Todo(d.langs[0], d.catalogs, f.limit)
	a.term.diagnostics(a.relocate(list))
	if f.json {
		return a.printJSON(map[string]any{"lang": d.langs[0], "total": total, "tasks": taskReports(d, tasks)})
	}
	for _, r := range taskReports(d, tasks) {
		a.term.clear()
		a.showTask(a.env.Stdout, r)
	}
	switch {
	case total == 0:
		a.term.info("nothing is to do: every message has a fresh translation into %s", d.langs[0])
	case total > len(tasks):
		a.term.info("%d of %d; all: --limit 0", len(tasks), total)
	}
	return nil
}

// taskReport is what todo says of a message.
type taskReport struct {
	ID      string            `json:"id"`
	Status  state.Status      `json:"status"`
	Catalog string            `json:"catalog"`
	Section string            `json:"section"`
	At      string            `json:"at"`
	From    string            `json:"from"` // file and line of the source
	Was     string            `json:"was,omitempty"`
	Source  string            `json:"source"`
	Diff    []worddiff.Part   `json:"diff,omitempty"`
	Text    string            `json:"text"`
	Notes   []string          `json:"notes,omitempty"`
	Same    []workbench.Match `json:"same,omitempty"`
	Near    []workbench.Match `json:"near,omitempty"`
	Terms   []workbench.Term  `json:"terms,omitempty"`
	Fault   string            `json:"fault,omitempty"` // why the text cannot be shown
}

func taskReports(d *desk, tasks []workbench.Task) []taskReport {
	out := []taskReport{}
	for _, t := range tasks {
		r := taskReport{ID: t.ID, Status: t.Status, Catalog: t.Catalog, Section: d.sectionPath(t.Catalog, t.Section),
			At: fmt.Sprintf("%s:%d", t.At.File, t.At.Line), From: fmt.Sprintf("%s:%d", t.Pos.File, t.Pos.Line),
			Was: t.Was, Source: t.Source.Text, Text: t.Text, Notes: t.Notes, Same: t.Same, Near: t.Near, Terms: t.Terms, Fault: t.Fault}
		if t.Was != "" {
			r.Diff = worddiff.Diff(t.Was, t.Source.Text)
		}
		out = append(out, r)
	}
	return out
}

// sectionPath names a section by the titles above it and its own.
func (d *desk) sectionPath(catalog, id string) string {
	c, _ := d.Catalog(catalog)
	return strings.Join(c.Path(id), " > ")
}

func (a *app) showTask(w io.Writer, r taskReport) {
	colour := a.term.outColour
	fmt.Fprintf(w, "%s  %s  %s\n", paint(colour, bold, r.ID), paint(colour, yellow, string(r.Status)), r.At)
	field := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "  %-8s %s\n", name, strings.ReplaceAll(text, "\n", "\n           "))
		}
	}
	field("in", strings.TrimSpace(r.Section+"  "+r.From))
	if r.Diff != nil {
		field("source", showDiff(r.Diff, colour))
	} else {
		field("source", r.Source)
	}
	field("now", r.Text)
	field("fault", r.Fault)
	for _, n := range r.Notes {
		field("note", strings.TrimPrefix(strings.TrimSpace(n), "# "))
	}
	for _, m := range r.Same {
		field("same", fmt.Sprintf("%s (%s)", m.Text, m.ID))
	}
	for _, m := range r.Near {
		field("like", fmt.Sprintf("%s (%s, %d %%: %s)", m.Text, m.ID, m.Alike, m.Source))
	}
	for _, t := range r.Terms {
		field("term", fmt.Sprintf("%s: %s", t.Source, strings.Join(t.Forms, ", ")))
	}
	fmt.Fprintln(w)
}

// showDiff writes what changed as [-gone-]{+come+}, in colour too on a terminal.
func showDiff(parts []worddiff.Part, colour bool) string {
	var b strings.Builder
	for _, p := range parts {
		switch p.Op {
		case worddiff.Delete:
			b.WriteString(paint(colour, red, "[-"+p.Text+"-]"))
		case worddiff.Insert:
			b.WriteString(paint(colour, cyan, "{+"+p.Text+"+}"))
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}
