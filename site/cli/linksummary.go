package cli

import (
	"fmt"
	"html"
	"io"
	"strings"

	"errbook/search/link"
	"errbook/search/ticket"
	"errbook/site/prose"
)

// writeSummary writes a list of a text's codes: how often each stands there, and what it means. Of none it writes nothing.
func writeSummary(out io.Writer, format link.Format, pages *codePages, r ticket.Reading) error {
	var b strings.Builder
	for _, c := range r.Codes {
		title, url := pages.titled(c.Index)
		b.WriteString(summaryLine(format, pages.set.At(c.Index).Text, url, title, c.Count))
	}
	text := b.String()
	if format == link.HTML && text != "" {
		text = "<ul>\n" + text + "</ul>\n"
	}
	_, err := io.WriteString(out, text)
	return err
}

func summaryLine(format link.Format, code, url, title string, count int) string {
	times := ""
	if count > 1 {
		times = fmt.Sprintf(" ×%d", count)
	}
	title = strings.Join(strings.Fields(printable(title)), " ")
	switch format {
	case link.HTML:
		return "<li>" + link.Link(format, html.EscapeString(code), url) + times + ": " + html.EscapeString(title) + "</li>\n"
	case link.Slack:
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
		return "• " + link.Link(format, escape(code), url) + times + ": " + escape(title) + "\n"
	case link.Text:
		return link.Link(format, code, url) + times + ": " + title + "\n"
	}
	return "- " + link.Link(format, prose.EscapeMarkdown(code), url) + times + ": " + prose.EscapeMarkdown(title) + "\n"
}
