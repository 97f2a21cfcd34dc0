package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"errbook/site/diag"
	"errbook/site/locale/exchange"
	"errbook/site/locale/state"
	"errbook/site/locale/workbench"
)

// exportFlags are the flags of i18n export.
type exportFlags struct {
	scope
	format      string
	out         string
	todo, force bool
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "export --lang LANG",
		Short: "Write translations for translators outside: XLIFF, PO, CSV, JSON",
		Long: "Export writes the messages of a catalogue, with their translations into a language, into a file that translators' tools\n" +
			"open: XLIFF 1.2, PO (gettext), CSV for spreadsheets, or the JSON of go-i18n. Each has the message's id, source, section\n" +
			"and status; for a stale one the source that it was translated from; and what import needs to see whether the\n" +
			"translation was changed in the meantime.\n\n" +
			"The file is called <catalogue>.<language>.xlf, .po, .csv or .json, and stands in the working directory. One that is\n" +
			"there already is not replaced.",
		Example: "  errbook i18n export --lang ko\n  errbook i18n export --lang ko --todo --format po\n  errbook i18n export --lang ko --catalog im -o agency/korean.csv",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.export(f) },
	}
	f.flags(c)
	c.Flags().StringVar(&f.format, "format", "", "`xliff`, po, csv or json (default: by the ending of -o, else xliff)")
	c.Flags().StringVarP(&f.out, "output", "o", "", "the `file` to write; - for standard output")
	c.Flags().BoolVar(&f.todo, "todo", false, "only what is stale or missing")
	c.Flags().BoolVar(&f.force, "force", false, "replace a file that is there")
	return c
}

func (a *app) export(f exportFlags) error {
	format, err := exportFormat(f.format, f.out)
	if err != nil {
		return err
	}
	if len(f.langs) == 0 {
		return usageError{errors.New("--lang is to say which language to export, such as --lang ko")}
	}
	d, err := a.openDesk(f.scope)
	if err != nil {
		return err
	}
	if f.out != "" && len(d.langs)*len(d.catalogs) > 1 {
		return usageError{fmt.Errorf("-o takes one file, and this is %d; choose with --lang and --catalog", len(d.langs)*len(d.catalogs))}
	}
	if f.out == "-" && f.json {
		return usageError{errors.New("-o - writes the export itself to standard output; leave --json out")}
	}
	files, err := a.exported(d, format, f.todo)
	if err != nil {
		return err
	}
	if f.out == "-" {
		_, err := a.env.Stdout.Write(exchange.Write(files[0]))
		return err
	}
	return a.writeExport(files, f)
}

// exportFormat is the format that is asked for by name, or by the ending of a file.
func exportFormat(name, out string) (exchange.Format, error) {
	if name == "" {
		switch format := exchange.FormatOf(out); {
		case format != "":
			return format, nil
		case out == "" || out == "-":
			return exchange.XLIFF, nil
		}
		return "", usageError{fmt.Errorf("the ending of %s stands for no format; it is to be .xlf, .po, .csv or .json, or --format is to name one of %v", out, exchange.Formats())}
	}
	if !slices.Contains(exchange.Formats(), exchange.Format(name)) {
		var known []string
		for _, f := range exchange.Formats() {
			known = append(known, string(f))
		}
		return "", usageError{fmt.Errorf("there is no format %q%s; there are %v", name, diag.DidYouMean(name, known), known)}
	}
	return exchange.Format(name), nil
}

func (a *app) exported(d *desk, format exchange.Format, todo bool) (files []*exchange.File, err error) {
	for _, c := range d.catalogs {
		for _, lang := range d.langs {
			f, list := d.Export(c, lang, todo)
			a.term.diagnostics(a.relocate(list))
			if list.HasErrors() {
				a.term.info("nothing was written")
				return nil, a.failed(list)
			}
			f.Format = format
			f.Name = c.ID + "." + lang + format.Ending()
			files = append(files, f)
		}
	}
	return files, nil
}

// writeExport writes the files, each whole or not at all, and none if one is there already.
func (a *app) writeExport(files []*exchange.File, f exportFlags) error {
	var edits []workbench.Edit
	reports := []map[string]any{}
	for _, file := range files {
		name := file.Name
		if f.out != "" {
			name = f.out
		}
		before, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil && !f.force {
			return usageError{fmt.Errorf("%s is there already; --force replaces it, -o names another", name)}
		}
		edits = append(edits, workbench.Edit{Name: name, Before: before, After: exchange.Write(file)})
		n := map[state.Status]int{}
		for _, u := range file.Units {
			n[u.Status]++
		}
		reports = append(reports, map[string]any{"file": name, "catalog": file.Catalog, "lang": file.Lang, "units": len(file.Units),
			"stale": n[state.Stale], "missing": n[state.Missing]})
	}
	if err := workbench.Apply("", edits); err != nil {
		return err
	}
	if f.json {
		return a.printJSON(map[string]any{"files": reports})
	}
	for _, r := range reports {
		a.term.print("%s", r["file"])
		a.term.info("%d messages, of which %d are stale and %d missing", r["units"], r["stale"], r["missing"])
	}
	return nil
}
