package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"errbook/site/codediff"
	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	format, lang string
	exitCode     bool
}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what changed between two builds of a site",
		Long: "Diff compares the codes of two builds and tells which were added, changed, retired, brought back into use, moved to\n" +
			"another section, or removed without being retired: a release note, with --format markdown.\n\n" +
			"OLD and NEW are folders of built sites, or files that were at /api/codes.json of one. Texts are compared in the language\n" +
			"of the documents. Titles, and why codes were retired, are in that language too or, between folders, in that of --lang.\n\n" +
			"Exit status 0, whatever changed; with --exit-code 1 if anything did.",
		Example: "  errbook build && errbook diff /srv/errbook/public public\n" +
			"  curl -so old.json https://intranet.example/errors/api/codes.json && errbook diff old.json public --format markdown --lang en",
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return a.diff(f, args[0], args[1]) },
	}
	c.Flags().StringVar(&f.format, "format", "text", "text, markdown or json")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of titles and reasons (default: that of the documents)")
	c.Flags().BoolVar(&f.exitCode, "exit-code", false, "exit status 1 if anything changed")
	return c
}

func (a *app) diff(f diffFlags, oldName, newName string) error {
	if f.format != "text" && f.format != "markdown" && f.format != formatJSON {
		return usageError{fmt.Errorf("--format %s: want text, markdown or json", printable(f.format))}
	}
	old, err := a.readBuild(oldName)
	if err != nil {
		return err
	}
	new, err := a.readBuild(newName)
	if err != nil {
		return err
	}
	words, err := wordsIn(f.lang, new, old)
	if err != nil {
		return err
	}
	c := codediff.Compare(old.doc, new.doc, words)
	w := codediff.Writer{Several: severalCatalogs(old.doc, new.doc), Link: new.link}
	switch f.format {
	case formatJSON:
		err = a.printJSON(c)
	case "markdown":
		_, err = io.WriteString(a.env.Stdout, w.Markdown(c))
	default:
		_, err = io.WriteString(a.env.Stdout, w.Text(c))
	}
	if err == nil && f.exitCode && c.Any() {
		return errFindings
	}
	return err
}

func severalCatalogs(docs ...codediff.Document) bool {
	ids := map[string]bool{}
	for _, d := range docs {
		for _, c := range d.Catalogs {
			ids[c.ID] = true
		}
	}
	return len(ids) > 1
}

// built is a build of a site: what it has of codes, and the folder that it is in, "" for a file that is alone.
type built struct {
	doc   codediff.Document
	out   string
	slugs *page.Slugs
	has   map[[2]string]bool // by catalogue and code
}

// codesFile is where a built site has its codes.
const codesFile = "api/codes.json"

// maxCodes bounds the size of a file of codes, in bytes: some five million codes.
const maxCodes = 1 << 30

// readBuild reads a folder of a built site, that of a site whose output is in public/ of it, or a file.
func (a *app) readBuild(name string) (built, error) {
	info, err := os.Stat(name)
	if err != nil {
		return built{}, usageError{fmt.Errorf("%s: %w; give the folder of a built site, or its api/codes.json", printable(name), errors.Unwrap(err))}
	}
	file, out := name, ""
	if info.IsDir() {
		if out = name; !isFile(filepath.Join(out, codesFile)) && isFile(filepath.Join(out, "public", codesFile)) {
			out = filepath.Join(out, "public")
		}
		if file = filepath.Join(out, codesFile); !isFile(file) {
			return built{}, usageError{fmt.Errorf("%s holds no built site: there is no %s in it; errbook build makes one", printable(name), codesFile)}
		}
	}
	data, err := readAtMost(file, maxCodes)
	if err != nil {
		return built{}, err
	}
	doc, err := codediff.Read(filepath.ToSlash(file), data)
	if err != nil {
		list, _ := diag.From(err)
		a.term.diagnostics(list)
		return built{}, errUnusable
	}
	return newBuilt(doc, out), nil
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

func readAtMost(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d MiB", printable(name), limit>>20)
	}
	return data, err
}

// newBuilt gives codes the parts of addresses that the site gave them.
func newBuilt(doc codediff.Document, out string) built {
	b := built{doc: doc, out: out, has: map[[2]string]bool{}}
	var codes []string
	for _, c := range doc.Catalogs {
		for _, e := range c.Entries {
			codes = append(codes, e.Code)
			b.has[[2]string{c.ID, e.Code}] = true
		}
	}
	b.slugs = page.NewSlugs(codes)
	return b
}

// link is the permanent address of a code of the build, which names its catalogue; "" for none.
func (b built) link(catalog, code string) string {
	base := b.doc.Base()
	if base == "" || !b.has[[2]string{catalog, code}] {
		return ""
	}
	return base + b.slugs.ShortCatalogPath(catalog, code)
}

// wordsIn returns what gives the words of a code in a language, from the first of the builds that has them; nil without a
// language.
func wordsIn(lang string, builds ...built) (codediff.Words, error) {
	if lang == "" {
		return nil, nil
	}
	l, err := locale.ParseLanguage(lang)
	if err != nil {
		return nil, usageError{err}
	}
	known := false
	for _, b := range builds {
		known = known || b.out != "" && isFile(filepath.Join(b.out, l.Tag, "index.html"))
	}
	if !known {
		return nil, usageError{fmt.Errorf("--lang %s: neither build has that language; a file of codes alone has only that of the documents, so give folders", printable(lang))}
	}
	return func(catalog, code string) (title, reason string) {
		for _, b := range builds {
			if title, reason = b.words(l.Tag, catalog, code); title != "" {
				return title, reason
			}
		}
		return "", ""
	}, nil
}

// words reads a code's title and the reason of its retirement in a language from the code's own file; "" where that is not
// there or says something else.
func (b built) words(lang, catalog, code string) (title, reason string) {
	if b.out == "" {
		return "", ""
	}
	data, err := readAtMost(filepath.Join(b.out, filepath.FromSlash(b.slugs.JSONPath(catalog, code))), maxCodes)
	if err != nil {
		return "", ""
	}
	var c struct {
		Languages map[string]struct {
			Title   string              `json:"title"`
			Retired codediff.Retirement `json:"retired"`
		} `json:"languages"`
	}
	if json.Unmarshal(data, &c) != nil {
		return "", ""
	}
	return c.Languages[lang].Title, c.Languages[lang].Retired.Reason
}
