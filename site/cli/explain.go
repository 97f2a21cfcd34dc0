package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"errbook/search/codes"
	"errbook/site"
	"errbook/site/locale"
	"errbook/site/page"
)

func (a *app) explainCommand() *cobra.Command {
	var lang string
	var asJSON bool
	c := &cobra.Command{
		Use:   "explain CODE",
		Short: "Print what a code means",
		Long: "Explain prints a code's title, description, section and link. The code may be in any spelling that the site's\n" +
			"search takes: 6017, ６０１７, -302, 125000 for the range that holds it; or in a line of text. Where that is not\n" +
			"the code itself, it says how it was read.\n" +
			"Exit status 1 if there is no such code.",
		Example: "  errbook explain 6017\n  errbook explain -302 --lang en",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.explain(strings.Join(args, " "), lang, asJSON)
		},
	}
	c.Flags().StringVar(&lang, "lang", "", "language of the answer (default: by LC_ALL or LANG, else the source language)")
	c.Flags().BoolVar(&asJSON, "json", false, "print the answer as JSON")
	return c
}

// answer is what explain says of one code in one catalogue.
type answer struct {
	Catalog     string            `json:"catalog"`
	Code        string            `json:"code"`
	Match       codes.Match       `json:"match"`
	Reason      *codes.Reason     `json:"reason,omitempty"` // why what was written is this code, where that is not the code itself
	Lang        string            `json:"lang"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Sections    []string          `json:"sections"`
	Fields      []answerField     `json:"fields,omitempty"`
	Retired     *site.RetiredJSON `json:"retired,omitempty"`
	URL         string            `json:"url"`
	Permalink   string            `json:"permalink"`
	because     string            // the reason in words
	retired     string            // how it was retired, in words
}

type answerField struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func (a *app) explain(code, lang string, asJSON bool) error {
	s, err := a.loadOrFailQuietly()
	if err != nil {
		return err
	}
	l, err := a.answerLanguage(s, lang)
	if err != nil {
		return usageError{err}
	}
	set, where := s.CodeSet()
	found := set.Resolve(code)
	if len(found) == 0 {
		found = slices.DeleteFunc(set.Find(code).Found, func(f codes.Found) bool { return f.Match == codes.Prefix })
	}
	if len(found) == 0 {
		return a.unknownCode(set, code, asJSON)
	}
	edition := s.Edition(l)
	var answers []answer
	for _, f := range found {
		x := newAnswer(edition, where[f.Index][0], where[f.Index][1], f.Match)
		if x.Reason = set.Reason(f); x.Reason != nil {
			r := *x.Reason
			x.because = edition.Reason(x.Code, page.Reason{Kind: string(r.Kind), Written: r.Written, Number: r.Number, Lo: r.Lo, Hi: r.Hi})
		}
		answers = append(answers, x)
	}
	if asJSON {
		return a.printJSON(answers)
	}
	for i, x := range answers {
		if i > 0 {
			a.term.print("")
		}
		a.showAnswer(x)
	}
	return nil
}

// loadOrFailQuietly is loadOrFail for a verb whose reader did not ask about the site's files: warnings are not shown.
func (a *app) loadOrFailQuietly() (*site.Site, error) {
	was := a.term.quiet
	a.term.quiet = true
	defer func() { a.term.quiet = was }()
	return a.loadOrFail()
}

func newAnswer(e *page.Edition, volume, i int, match codes.Match) answer {
	body := e.CodePage(volume, i).View.Code
	x := answer{
		Catalog: e.Volumes[volume].Model.ID, Code: body.Code, Match: match, Lang: e.Lang.Tag, Title: body.Title.Plain,
		URL:       e.BaseURL + e.Slugs.CodePath(e.Lang.Tag, e.Volumes[volume].Model.ID, body.Code),
		Permalink: body.Permalink.URL, Sections: []string{},
	}
	if r := e.Volumes[volume].Pages[i].Retired(); r != nil {
		x.Retired, x.retired = &site.RetiredJSON{Since: r.Since, ReplacedBy: r.ReplacedBy}, e.RetiredLine(body.Retired)
		if body.Retired.Reason != nil {
			x.Retired.Reason = body.Retired.Reason.Plain
		}
	}
	for _, m := range body.Meanings {
		x.Sections = append(x.Sections, trail(m.Breadcrumbs))
		for _, f := range m.Fields {
			switch {
			case f.Key == "text" && x.Description == "":
				x.Description = f.Text.Plain
			case f.Key != "":
				x.Fields = append(x.Fields, answerField{f.Key, f.Text.Plain})
			default:
				x.Fields = append(x.Fields, answerField{f.Label, f.Text.Plain})
			}
		}
	}
	return x
}

func trail(links []page.Link) string {
	var titles []string
	for _, l := range links {
		titles = append(titles, l.Title.Plain)
	}
	return strings.Join(titles, " > ")
}

func (a *app) showAnswer(x answer) {
	on := a.term.outColour
	a.term.print("%s  %s", paint(on, cyan+";"+bold, x.Code), paint(on, bold, printable(x.Title)))
	if x.because != "" {
		a.term.print("%s", paint(on, faint, printable(x.because)))
	}
	if x.retired != "" {
		a.term.print("%s", paint(on, yellow, printable(x.retired)))
	}
	if x.Description != x.Title {
		a.term.print("%s", printable(x.Description))
	}
	for _, f := range x.Fields {
		a.term.print("%s: %s", printable(f.Name), printable(f.Text))
	}
	for _, section := range x.Sections {
		a.term.print("%s", paint(on, faint, printable(section)))
	}
	a.term.print("%s", x.URL)
}

// printable keeps control characters of a document from acting on a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

func (a *app) printJSON(v any) error {
	encoder := json.NewEncoder(a.env.Stdout)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// maxOffered is how many codes are offered in place of one that is not there.
const maxOffered = 5

func (a *app) unknownCode(set *codes.Set, code string, asJSON bool) error {
	var near []string
	for _, i := range set.Nearest(code, maxOffered) {
		near = append(near, set.At(i).Text)
	}
	if asJSON {
		if err := a.printJSON([]answer{}); err != nil {
			return err
		}
	}
	message := fmt.Sprintf("there is no code %s", printable(code))
	if len(near) > 0 {
		message += "; the nearest are " + strings.Join(near, ", ")
	}
	a.term.error(message)
	return errFindings
}

// answerLanguage is the language asked for, or that of the environment where the site has it, or the source language.
func (a *app) answerLanguage(s *site.Site, lang string) (locale.Language, error) {
	if lang != "" {
		return s.Language(lang)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value, _, _ := strings.Cut(a.env.Getenv(name), ".")
		if value == "" || value == "C" || value == "POSIX" {
			continue
		}
		if l, ok := match(s, value); ok {
			return l, nil
		}
		break
	}
	return s.Language(s.Config.Source)
}

// match finds the site's language for a locale's name such as zh_CN.
func match(s *site.Site, name string) (locale.Language, bool) {
	wanted, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	if err != nil {
		return locale.Language{}, false
	}
	var tags []language.Tag
	for _, l := range s.Languages {
		tags = append(tags, language.MustParse(l.Tag))
	}
	_, i, confidence := language.NewMatcher(tags).Match(wanted)
	return s.Languages[i], confidence >= language.High
}
