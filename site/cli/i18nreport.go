package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"errbook/site"
	"errbook/site/diag"
	"errbook/site/locale"
)

// writeReport writes the page of i18n status --html: the whole file, or nothing of it.
func (a *app) writeReport(d *desk, f statusFlags) error {
	in, err := reportLanguage(d.site, f.in)
	if err != nil {
		return err
	}
	var catalogs []string
	for _, c := range d.catalogs {
		catalogs = append(catalogs, c.ID)
	}
	data, err := d.site.Report(in, d.site.Survey(d.langs, catalogs))
	if err != nil {
		return err
	}
	if f.html == "-" {
		_, err := a.env.Stdout.Write(data)
		return err
	}
	if err := writeWhole(f.html, data); err != nil {
		return diag.Errorf(diag.At(filepath.ToSlash(f.html), 1, 1), site.RuleOutput, "cannot write the page: %v", reason(err))
	}
	a.term.info("written: %s", f.html)
	return nil
}

// reportLanguage is the language that was asked for, else English where the site has it, else that of the documents.
func reportLanguage(s *site.Site, tag string) (locale.Language, error) {
	if tag == "" {
		tag = s.Config.Source
		if slices.Contains(s.Config.Languages, "en") {
			tag = "en"
		}
	}
	l, err := s.Language(tag)
	if err != nil {
		return l, usageError{fmt.Errorf("--in: %w", err)}
	}
	return l, nil
}

// writeWhole puts a file in its place when all of it is written.
func writeWhole(name string, data []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o644) // a pipe or a device takes what comes; a folder refuses it
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".errbook-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(data)
	if err := errors.Join(err, temp.Chmod(0o644), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}

// reason is an error without the name of the file, which stands before it.
func reason(err error) error {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
