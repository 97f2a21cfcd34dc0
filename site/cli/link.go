package cli

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"errbook/search/codes"
	"errbook/search/link"
	"errbook/search/ticket"
	"errbook/site/page"
)

// formatJSON is the format of link that is no text.
const formatJSON = "json"

func (a *app) linkCommand() *cobra.Command {
	var lang, format string
	var summary bool
	c := &cobra.Command{
		Use:   "link [FILE...]",
		Short: "Link the error codes in a ticket or log",
		Long: "Link reads a ticket or log from files, one behind the other, or from standard input without any, and prints it again with\n" +
			"its error codes linked. All else stays as it is, byte for byte, and so does a text that was linked before. It writes each line as\n" +
			"soon as it is decided, so a log may grow without end.\n\n" +
			"Links are the permanent ones, which open in the reader's language. With --lang they lead to the pages in that one,\n" +
			"but for codes that several catalogues have: those lead to a page that lists them.\n\n" +
			"The formats:\n" +
			"  markdown  [6017](https://…); code blocks, code spans, links, addresses and HTML are left alone; a log that\n" +
			"            is no Markdown is read as Markdown too, where indented lines behind a blank one are code: use text\n" +
			"  html      <a href=\"https://…\">6017</a>; the text is HTML, and only running text is linked\n" +
			"  slack     <https://…|6017>, in Slack's mrkdwn\n" +
			"  text      6017 (https://…)\n" +
			"  json      {\"codes\":[{\"catalog\",\"code\",\"count\",\"title\",\"url\",\"spans\":[[byte from, byte to]]}],\"unknown\":[…]},\n" +
			"            as POST /api/ticket answers; addresses are absolute",
		Example: "  errbook link < ticket.md\n  tail -f app.log | errbook link --format text\n" +
			"  errbook link --summary --lang en --format slack app.log",
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != formatJSON && !slices.Contains(link.Formats(), link.Format(format)) {
				return usageError{fmt.Errorf("--format %s: want markdown, html, slack, text or json", printable(format))}
			}
			return a.link(cmd.Context(), args, lang, format, summary)
		},
	}
	c.Flags().StringVar(&lang, "lang", "", "link to the pages in this language (default: permanent links)")
	c.Flags().StringVar(&format, "format", string(link.Markdown), "markdown, html, slack, text or json")
	c.Flags().BoolVar(&summary, "summary", false, "print a list of the codes instead of the text")
	return c
}

// link runs until the text ends or the command is to stop; a read that waits for more text is left waiting.
func (a *app) link(ctx context.Context, args []string, lang, format string, summary bool) error {
	pages, err := a.codePages(lang)
	if err != nil {
		return err
	}
	in, err := a.input(args)
	if err != nil {
		return usageError{err}
	}
	done := make(chan error, 1)
	go func() { done <- a.linkText(in, pages, format, summary) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		return errUnusable
	}
	return err
}

// input is the files that are named, as one text, or standard input. All are opened before anything is read.
func (a *app) input(names []string) (io.Reader, error) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	var all []io.Reader
	for _, name := range names {
		if name == "-" {
			all = append(all, a.env.Stdin)
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		if info, err := file.Stat(); err == nil && info.IsDir() {
			return nil, errors.Join(file.Close(), fmt.Errorf("%s is a folder; name a file", name))
		}
		all = append(all, file) // open until the command ends
	}
	return io.MultiReader(all...), nil
}

func (a *app) linkText(in io.Reader, pages *codePages, format string, summary bool) error {
	if format == formatJSON {
		reader := ticket.NewReader(pages.set)
		err := ticket.Lines(in, func() error { return nil }, func(line string) error { reader.Line(line); return nil })
		if err != nil {
			return err
		}
		out := json.NewEncoder(a.env.Stdout)
		out.SetEscapeHTML(false)
		return out.Encode(reader.Reading().Answer(pages.set, pages.titled))
	}
	l, err := link.New(pages.set, link.Format(format), pages.base, pages.url)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.env.Stdout)
	err = ticket.Lines(in, out.Flush, func(line string) error {
		line = l.Line(line)
		if summary {
			return nil
		}
		_, err := out.WriteString(line)
		return err
	})
	rest := l.End() // what was read before an error is written too
	switch {
	case !summary:
		_, failed := out.WriteString(rest)
		err = cmp.Or(err, failed)
	case err == nil:
		err = writeSummary(out, link.Format(format), pages, l.Reading())
	}
	return cmp.Or(err, out.Flush())
}

// codePages tells titles and addresses of the site's codes. Each page is made once, when it is first asked for.
type codePages struct {
	set       *codes.Set
	where     [][2]int
	edition   *page.Edition
	base      string
	permanent bool
	known     map[int]answer
}

func (a *app) codePages(lang string) (*codePages, error) {
	s, err := a.loadOrFailQuietly()
	if err != nil {
		return nil, err
	}
	l, err := a.answerLanguage(s, lang)
	if err != nil {
		return nil, usageError{err}
	}
	set, where := s.CodeSet()
	edition := s.Edition(l)
	return &codePages{set, where, edition, edition.BaseURL, lang == "", map[int]answer{}}, nil
}

func (p *codePages) page(i int) answer {
	x, ok := p.known[i]
	if !ok {
		x = newAnswer(p.edition, p.where[i][0], p.where[i][1], codes.Exact)
		p.known[i] = x
	}
	return x
}

// url is where a place of a code leads: to the page in the language asked for, or the permanent link. Where several catalogues
// have the code it is always the permanent link, whose page lists them all.
func (p *codePages) url(i int) string {
	if p.permanent || p.isShared(i) {
		return p.page(i).Permalink
	}
	return p.page(i).URL
}

// titled is a code's title and its own address, which names the catalogue where others have the code too.
func (p *codePages) titled(i int) (title, url string) {
	switch {
	case !p.permanent:
		return p.page(i).Title, p.page(i).URL
	case p.isShared(i):
		c := p.set.At(i)
		return p.page(i).Title, p.base + p.edition.Slugs.ShortCatalogPath(c.Catalog, c.Text)
	}
	return p.page(i).Title, p.page(i).Permalink
}

// isShared reports whether another catalogue has a code with the same text.
func (p *codePages) isShared(i int) bool {
	c := p.set.At(i)
	for _, catalog := range p.set.Catalogs() {
		if _, ok := p.set.Lookup(catalog, c.Text); ok && catalog != c.Catalog {
			return true
		}
	}
	return false
}
