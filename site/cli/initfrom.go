package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"errbook/site"
	"errbook/site/catalog"
	"errbook/site/diag"
)

// foundDocument is a document that a site is to be made from.
type foundDocument struct {
	path string // as it was given
	site.Source
	renamed bool // its catalogue is not called as the file is
	inPlace bool // it lies in the site's content/ already
}

// target is the document's path in the site.
func (d foundDocument) target() string { return "content/" + d.ID + ".md" }

// initFrom makes a site from documents. Nothing is written if one of them cannot be read, is not UTF-8 or has no codes. With
// other errors in them the site is made, because it is there that they are to be mended, and the exit status is 1.
func (a *app) initFrom(dir string, f initFlags) error {
	docs, err := a.readDocuments(dir, f.from)
	if err != nil {
		return err
	}
	var sources []site.Source
	for _, d := range docs {
		sources = append(sources, d.Source)
	}
	proposal, list := site.Propose(sources, site.ProposalOptions{Source: f.source, Languages: f.langs})
	if proposal == nil {
		a.term.diagnostics(errorsOf(list))
		a.term.error("nothing was written")
		return errFindings
	}
	var files []newFile
	for _, d := range docs {
		if !d.inPlace {
			files = append(files, newFile{d.target(), d.Content})
		}
	}
	if err := writeNew(dir, append(files, newFile{site.ConfigFile, proposal.TOML})); err != nil {
		return err
	}
	a.showSome(inSite(list, dir, docs))
	a.sayProposal(dir, docs, proposal)
	return a.sayNext(dir, list)
}

// readDocuments reads the documents and gives each the id of its catalogue. All that cannot be read are told.
func (a *app) readDocuments(dir string, paths []string) (docs []foundDocument, err error) {
	var list diag.List
	byID := map[string]string{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			list = append(list, unreadable(p, err))
			continue
		}
		id, kept := site.CatalogID(filepath.ToSlash(p))
		if other, ok := byID[strings.ToLower(id)]; ok {
			return nil, usageError{fmt.Errorf("%s and %s would both be content/%s.md; rename one of them. Nothing was written", other, p, id)}
		}
		byID[strings.ToLower(id)] = p
		d := foundDocument{path: p, Source: site.Source{ID: id, File: filepath.ToSlash(p), Content: data}, renamed: !kept}
		d.inPlace = sameFile(p, filepath.Join(dir, filepath.FromSlash(d.target())))
		docs = append(docs, d)
	}
	if len(list) > 0 {
		a.term.diagnostics(list)
		a.term.error("nothing was written")
		return nil, errUnusable
	}
	return docs, nil
}

func unreadable(file string, err error) diag.Diagnostic {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return diag.Errorf(diag.At(filepath.ToSlash(file), 1, 1), site.RuleRead, "cannot read it: %v", err)
}

func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

func errorsOf(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// inSite names in diagnostics the copies of the documents, where they are to be mended.
func inSite(list diag.List, dir string, docs []foundDocument) diag.List {
	out := slices.Clone(list)
	for i := range out {
		for _, d := range docs {
			if out[i].File == d.File {
				out[i].File = path.Join(filepath.ToSlash(dir), d.target())
				break
			}
		}
	}
	return out
}

// maxShown is how many diagnostics init shows; check shows all.
const maxShown = 10

// showSome shows the first diagnostics, errors before warnings, and how many more there are.
func (a *app) showSome(list diag.List) {
	list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Note })
	slices.SortStableFunc(list, func(x, y diag.Diagnostic) int { return rank(x) - rank(y) })
	a.term.diagnostics(list[:min(len(list), maxShown)])
	if more := len(list) - maxShown; more > 0 {
		a.term.info("and %d more", more)
	}
}

func rank(d diag.Diagnostic) int {
	return slices.Index([]diag.Severity{diag.Error, diag.Warning, diag.Note}, d.Severity)
}

// sayProposal says what was made, a line each, and at the end what is to be looked at.
func (a *app) sayProposal(dir string, docs []foundDocument, p *site.Proposal) {
	for i, d := range docs {
		c := p.Catalogs[i]
		how := "copied from " + d.path
		if d.inPlace {
			how = "left as it is"
		}
		a.term.info("%s", diag.OneLine(fmt.Sprintf("%s: %s from %s, %s", filepath.Join(dir, filepath.FromSlash(d.target())),
			plural(len(c.Entries), "code"), plural(readTables(c), "table"), how)))
	}
	a.term.info("%s: proposed", filepath.Join(dir, filepath.FromSlash(site.ConfigFile)))
	for _, line := range p.Said {
		a.term.info("%s", line)
	}
	for _, d := range docs {
		if d.renamed {
			a.term.info("%s", diag.OneLine(fmt.Sprintf("unsure: the catalogue of %s is called %s, because its id is part of addresses; rename the document for another", d.path, d.ID)))
		}
	}
	for _, line := range p.Unsure {
		a.term.info("unsure: %s", line)
	}
}

// readTables counts the tables that gave codes.
func readTables(c *catalog.Catalog) (n int) {
	for _, t := range c.Tables {
		if t.Reason == "" {
			n++
		}
	}
	return n
}

// sayNext says how to go on, and gives the verb's result.
func (a *app) sayNext(dir string, list diag.List) error {
	if list.HasErrors() {
		a.term.error(fmt.Sprintf("the site is made, but is not built until %s mended; see them with: errbook check -C %s",
			areMended(list.Count(diag.Error)), dir))
		return errFindings
	}
	a.term.info("see it with: errbook serve -C %s --watch", dir)
	return nil
}

func areMended(n int) string {
	if n == 1 {
		return "1 error is"
	}
	return plural(n, "error") + " are"
}
