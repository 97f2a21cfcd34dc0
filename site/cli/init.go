package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"errbook/site/locale"
)

// sample is the site that init makes. Its files' names say where they go.
//
//go:embed all:sample
var sample embed.FS

// initFlags are the flags of init.
type initFlags struct {
	from   []string
	source string
	langs  []string
}

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	c := &cobra.Command{
		Use:   "init DIR [--from FILE...]",
		Short: "Make a new site that builds at once, from your documents or a sample",
		Long: "Init makes a site in DIR: a commented content/site.toml, a small document to replace with your own, and a\n" +
			"translation of it. Files that are there already are never written over.\n\n" +
			"With --from, the site is made from documents that you have. Each is copied as it is, and content/site.toml is proposed\n" +
			"from what they hold: title, source language, columns, and ids of sections. What errbook is unsure of, it says.",
		Example: "  errbook init docs\n  errbook init docs --from errors.md\n  errbook init docs --lang en,ko --from manual/*.md",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.initSite(args, f, cmd.Flags().Changed("from")) },
	}
	c.Flags().StringArrayVar(&f.from, "from", nil, "a `file` to make the site from; more may follow it")
	c.Flags().StringVar(&f.source, "source", "", "language `tag` of the documents, such as ja (default: guessed from them)")
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "language `tag` of the site besides the source; may be given several times")
	return c
}

// initSite takes the arguments after DIR for further documents, because a shell puts them there for --from *.md.
func (a *app) initSite(args []string, f initFlags, from bool) error {
	if !from {
		if len(args) > 1 || f.source != "" || len(f.langs) > 0 {
			return usageError{errors.New("init makes one site in one DIR; further documents, --source and --lang go with --from FILE")}
		}
		return a.initSample(args[0])
	}
	if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
		return usageError{fmt.Errorf("%s is a file; write the folder of the new site first: errbook init DIR --from FILE", args[0])}
	}
	for _, tag := range append([]string{f.source}, f.langs...) {
		if _, err := locale.ParseLanguage(tag); err != nil && tag != "" {
			return usageError{err}
		}
	}
	f.from = append(f.from, args[1:]...)
	return a.initFrom(args[0], f)
}

func (a *app) initSample(dir string) error {
	names, err := sampleFiles()
	if err != nil {
		return err
	}
	var files []newFile
	for _, name := range names {
		data, err := sample.ReadFile("sample/" + name)
		if err != nil {
			return err
		}
		files = append(files, newFile{name, data})
	}
	if err := writeNew(dir, files); err != nil {
		return err
	}
	a.term.info("made a site in %s: %s", dir, strings.Join(names, ", "))
	a.term.info("see it with: errbook serve -C %s --watch", dir)
	return nil
}

// sampleFiles lists the files of the sample by their paths in a site.
func sampleFiles() (files []string, err error) {
	err = fs.WalkDir(sample, "sample", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, strings.TrimPrefix(name, "sample/"))
		}
		return err
	})
	return files, err
}

// newFile is a file to be made, by its path in the site.
type newFile struct {
	name string
	data []byte
}

// writeNew makes files below a folder. None is written over: if one is there already, nothing is written. If one cannot be
// written, those before it are taken away again.
func writeNew(dir string, files []newFile) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.name))
		if _, err := os.Lstat(name); err == nil {
			return usageError{fmt.Errorf("%s is there already; nothing was written", name)}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for i, f := range files {
		if err := writeOne(filepath.Join(dir, filepath.FromSlash(f.name)), f.data); err != nil {
			for _, done := range files[:i] {
				err = errors.Join(err, os.Remove(filepath.Join(dir, filepath.FromSlash(done.name))))
			}
			return err
		}
	}
	return nil
}

// writeOne makes a file that is not there, and the folders that it needs; of a failure it leaves no file.
func writeOne(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}
