package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"errbook/site/diag"
	"errbook/site/locale"
	"errbook/site/page"
	"errbook/site/publish"
)

// RuleOutput: the output folder cannot be written.
const RuleOutput = "output"

// Options say how to build.
type Options struct {
	Out      string          // output folder
	Force    bool            // make every file anew
	Progress func(step Step) // called now and then, from one goroutine at a time; may be nil
}

// Step says how far a build is.
type Step struct {
	Name        string // "pages ja", "programs", "index"
	Done, Total int
}

// Build publishes the whole site: pages, files for programs, assets and search index. Nothing of the output changes where
// it fails. An error that a person can mend is a diag.Diagnostic.
func (s *Site) Build(ctx context.Context, opt Options) (publish.Stats, error) {
	p, err := publish.Open(opt.Out, opt.Force)
	if err != nil {
		return publish.Stats{}, outputError(opt.Out, err)
	}
	defer p.Abort()
	b := &build{site: s, out: p, progress: opt.Progress, records: newRecords(s.Book)}
	b.kit, b.hasKit = b.site.integrations()
	if b.progress == nil {
		b.progress = func(Step) {}
	}
	for _, part := range []func(context.Context) error{b.editions, b.neutral, b.programs, b.staticSearch, b.assets, b.index} {
		if err := part(ctx); err != nil {
			return publish.Stats{}, outputError(opt.Out, err)
		}
	}
	stats, err := p.Commit()
	return stats, outputError(opt.Out, err)
}

// outputError makes a diagnostic of a failure to write.
func outputError(out string, err error) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, new(diag.Diagnostic)):
		return err
	case errors.As(err, &pathErr):
		return diag.Errorf(diag.At(filepath.ToSlash(pathErr.Path), 1, 1), RuleOutput,
			"cannot %s: %v; give a folder that can be written with --out", pathErr.Op, pathErr.Err)
	case errors.As(err, &linkErr):
		return diag.Errorf(diag.At(filepath.ToSlash(linkErr.New), 1, 1), RuleOutput, "cannot %s: %v", linkErr.Op, linkErr.Err)
	case errors.Is(err, publish.ErrLocked):
		return diag.Errorf(diag.At(filepath.ToSlash(out), 1, 1), RuleOutput, "%v", err)
	}
	return err
}

// build is one run of Build.
type build struct {
	site     *Site
	out      *publish.Publisher
	progress func(Step)
	records  records
	source   *page.Edition // kept for the pages of no language
	survey   []page.Progress
	kit      kit
	hasKit   bool // there are codes to integrate
}

// editions publishes the pages of every language, one language after the other.
func (b *build) editions(ctx context.Context) error {
	if b.site.Book.TranslationsPage {
		b.progress(Step{Name: "translations"})
		b.survey = b.site.Survey(nil, nil)
	}
	for _, l := range b.site.Languages {
		e := b.site.Edition(l)
		if l.Tag == b.site.Config.Source {
			b.source = e
		}
		if err := b.edition(ctx, l, e); err != nil {
			return err
		}
	}
	return nil
}

func (b *build) edition(ctx context.Context, l locale.Language, e *page.Edition) error {
	r, err := b.site.Renderer(l.Tag)
	if err != nil {
		return err
	}
	if err := b.put(r, e.Home(), e.Search(nil), e.Ticket(nil), e.NotFound(nil)); err != nil {
		return err
	}
	if b.hasKit {
		if err := b.put(r, e.Integrations(b.kit.in(l.Tag), b.kit.volume, b.kit.page)); err != nil {
			return err
		}
	}
	if b.site.Book.TranslationsPage {
		if err := b.put(r, e.Translations(b.survey)); err != nil {
			return err
		}
	}
	if err := b.feed(l, e); err != nil {
		return err
	}
	engine, err := e.OpenSearch()
	if err != nil {
		return err
	}
	if err := b.putText(page.OpenSearchPath(l.Tag), string(engine)); err != nil {
		return err
	}
	for n, v := range b.site.Book.Volumes {
		if err := b.put(r, e.CatalogPage(n)); err != nil {
			return err
		}
		err := b.each(ctx, "pages "+l.Tag, len(v.Pages), func(i int) error {
			b.records.add(e, n, i)
			return b.code(r, e, n, i)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// code publishes the page of a code, and the same as Markdown.
func (b *build) code(r *page.Renderer, e *page.Edition, n, i int) error {
	p := e.CodePage(n, i)
	if err := b.put(r, p); err != nil {
		return err
	}
	return b.putText(p.Path+p.View.Code.Markdown, e.CodeMarkdown(p.View))
}

// put publishes pages, rendering those whose inputs changed.
func (b *build) put(r *page.Renderer, pages ...page.Page) error {
	for _, p := range pages {
		inputs, err := r.Inputs(p.View)
		if err != nil {
			return err
		}
		err = b.out.Put(page.FileOf(p.Path), inputs, func() ([]byte, error) { return r.Render(p.View) })
		if err != nil {
			return err
		}
	}
	return nil
}

// chunk is how many pages a goroutine takes at a time.
const chunk = 32

// each calls do for 0 to n-1, in parallel, and stops at the first error or when ctx ends.
func (b *build) each(ctx context.Context, name string, n int, do func(i int) error) error {
	g, running := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < n && running.Err() == nil; from += chunk {
		b.progress(Step{name, from, n})
		g.Go(func() error {
			for i := from; i < min(from+chunk, n); i++ {
				if err := running.Err(); err != nil {
					return err
				}
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// neutral publishes the pages of no language: the chooser, the 404 page of a plain web server, and short links.
func (b *build) neutral(ctx context.Context) error {
	r, err := b.site.Renderer("")
	if err != nil {
		return err
	}
	missing := b.source.NotFound(nil)
	missing.Path = "404.html"
	if err := b.put(r, b.source.Chooser(), missing); err != nil {
		return err
	}
	links := b.records.shortLinks(b.site.Book)
	links = append(links, b.aliasLinks(links)...)
	return b.each(ctx, "short links", len(links), func(i int) error {
		l := links[i]
		if l.alias != "" {
			return b.put(r, b.source.ShortAlias(l.path, l.alias, l.code, l.targets))
		}
		return b.put(r, b.source.Short(l.path, l.code, l.targets))
	})
}

// assets publishes the theme's other files as they are.
func (b *build) assets(context.Context) error {
	err := fs.WalkDir(b.site.theme, assetsDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(b.site.theme, name)
		if err != nil {
			return err
		}
		return b.out.Put(name, string(data), func() ([]byte, error) { return data, nil })
	})
	if err != nil && errors.Is(err, fs.ErrNotExist) {
		return nil // a theme without assets
	}
	if err != nil {
		return fmt.Errorf("assets of the theme: %w", err)
	}
	return nil
}
