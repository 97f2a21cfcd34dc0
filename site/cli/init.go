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
)

// sample is the site that init makes. Its files' names say where they go.
//
//go:embed all:sample
var sample embed.FS

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Make a new site that builds at once",
		Long: "Init makes a site in DIR: a commented content/site.toml, a small document to replace with your own, and a\n" +
			"translation of it. Files that are there already are never written over.",
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.init(args[0]) },
	}
}

func (a *app) init(dir string) error {
	files, err := sampleFiles()
	if err != nil {
		return err
	}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f)); err == nil {
			return usageError{fmt.Errorf("%s is there already; nothing was written", filepath.Join(dir, f))}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, f := range files {
		data, err := sample.ReadFile("sample/" + f)
		if err != nil {
			return err
		}
		name := filepath.Join(dir, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	a.term.info("made a site in %s: %s", dir, strings.Join(files, ", "))
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
