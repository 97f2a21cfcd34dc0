package site

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/page"
	"errbook/site/prose"
)

// readLonger reads the longer notes of a catalogue: content/<catalogue>/<code>.md, named by the code as written or by its
// part of the URL. A file that belongs to no code is an error, because nobody would ever see it.
func (s *Site) readLonger(c *catalog.Catalog) (map[string]page.Longer, diag.List) {
	dir := path.Join(contentDir, c.ID)
	entries, err := fs.ReadDir(s.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diag.List{readError(dir, err)}
	}
	names := noteNames(c)
	longer := map[string]page.Longer{}
	var list diag.List
	for _, e := range entries {
		stem, isNote := strings.CutSuffix(e.Name(), ".md")
		if e.IsDir() || !isNote {
			continue
		}
		file := path.Join(dir, e.Name())
		code, ok := names[stem]
		if !ok {
			list = append(list, diag.Errorf(diag.At(file, 1, 1), RuleStrayNotes,
				"no code %q is in %s%s; longer notes are named after their code", stem, c.File, nearCode(stem, c)))
			continue
		}
		text, found := s.readNote(file)
		longer[code], list = page.Longer{File: file, Text: text}, append(list, found...)
	}
	return longer, list
}

func (s *Site) readNote(file string) (string, diag.List) {
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		return "", diag.List{readError(file, err)}
	}
	if !utf8.Valid(data) {
		return "", diag.List{diag.Errorf(diag.At(file, 1, 1), catalog.RuleNotUTF8, "the file is not UTF-8; save it as UTF-8")}
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	var list diag.List
	for _, p := range prose.ProblemsBlock(text) {
		before := text[:min(p.Offset, len(text))]
		line := 1 + strings.Count(before, "\n")
		col := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
		list = append(list, diag.Warnf(diag.At(file, line, col), p.Rule, "%s", p.Message))
	}
	return text, list
}

// noteNames gives the code for each name that a file with longer notes may have.
func noteNames(c *catalog.Catalog) map[string]string {
	var codes []string
	for _, e := range c.Entries {
		codes = append(codes, e.Code.Text)
	}
	slugs := page.NewSlugs(codes)
	names := make(map[string]string, len(codes))
	for _, code := range codes {
		names[slugs.Of(code)] = code
	}
	for _, code := range codes {
		names[code] = code
	}
	return names
}

func nearCode(stem string, c *catalog.Catalog) string {
	var codes []string
	for _, e := range c.Entries {
		if n := len(e.Code.Text) - len(stem); n >= -1 && n <= 1 {
			codes = append(codes, e.Code.Text)
		}
	}
	return diag.DidYouMean(stem, codes)
}
