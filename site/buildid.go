package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"errbook/site/locale"
	"errbook/site/page"
)

// formatVersion changes when errbook makes other output of the same input.
const formatVersion = "1"

// buildID sums up everything that the output depends on.
func buildID(fsys fs.FS, theme themeFS, templates *page.Templates, ui *locale.UI, config *Config) (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, formatVersion, config.BaseURL, templates.Hash())
	for _, tag := range config.Languages {
		fmt.Fprintln(sum, tag, ui.Key(tag))
	}
	if err := sumFolder(sum, theme, assetsDir); err != nil {
		return "", err
	}
	for _, dir := range []string{contentDir, i18nDir} {
		if err := sumFolder(sum, fsys, dir); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:8]), nil
}

func sumFolder(w io.Writer, fsys fs.FS, dir string) error {
	return fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		fmt.Fprintln(w, name, len(data))
		_, err = w.Write(data)
		return err
	})
}
