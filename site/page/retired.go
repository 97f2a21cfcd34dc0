package page

import (
	"errbook/site/catalog"
	"errbook/site/prose"
)

// retirement is how a page's code was retired; nil where it was not.
func (e *Edition) retirement(n int, p CodePage, root string) *RetiredNotice {
	r := p.Retired()
	if r == nil {
		return nil
	}
	view := &RetiredNotice{Since: r.Since}
	if r.Reason != "" {
		reason := e.honest(n, catalog.RetiredID(p.Code), r.Reason, e.inline)
		view.Reason = &reason
	}
	if r.To != nil {
		if v, i, ok := e.find(*r.To); ok {
			link := e.codeLink(v, i, root)
			if v != n {
				link.Catalog = e.volumeTitle(v).Plain
			}
			view.ReplacedBy = &link
		}
	}
	return view
}

// find returns the numbers of a code's catalogue and page.
func (b *Book) find(t catalog.Target) (volume, page int, ok bool) {
	for n, v := range b.Volumes {
		if v.Model.ID == t.Catalog {
			i, ok := v.Page(t.Code)
			return n, i, ok
		}
	}
	return 0, 0, false
}

// retiredRows are links to the codes that have left a catalogue's document.
func (e *Edition) retiredRows(n int, root string) []Link {
	var pages []int
	for i := e.Volumes[n].Live(); i < len(e.Volumes[n].Pages); i++ {
		pages = append(pages, i)
	}
	return e.rows(n, pages, root)
}

// retiredSince says since when a code is retired.
func (e *Edition) retiredSince(r *RetiredNotice) string {
	return e.say("retired_since", map[string]any{"Date": r.Since})
}

// replacement is how a code is named that replaces another: with its catalogue where that is another one.
func (l Link) replacement() string { return prose.Line(l.Catalog + " " + l.Code) }

// RetiredLine says on a line all there is to say of a code that was retired; "" of one that was not.
func (e *Edition) RetiredLine(r *RetiredNotice) string {
	if r == nil {
		return ""
	}
	line := e.retiredSince(r)
	if r.Reason != nil {
		line += " " + r.Reason.Plain
	}
	if r.ReplacedBy != nil {
		line += " " + e.say("retired_replaced", map[string]any{"Code": r.ReplacedBy.replacement()})
	}
	return prose.Line(line)
}

// retired is the notice of a code that was retired.
func (w *markdownFileWriter) retired(r *RetiredNotice) {
	if r == nil {
		return
	}
	notice := "**" + prose.EscapeMarkdown(w.e.retiredSince(r)) + "**"
	if r.Reason != nil {
		notice += "\n\n" + w.with(*r.Reason)
	}
	if r.ReplacedBy != nil {
		notice += "\n\n" + prose.EscapeMarkdown(w.e.say("retired_by", nil)) + ": " + prose.Link(r.ReplacedBy.replacement(), r.ReplacedBy.URL)
	}
	w.add(prose.Quoted(notice))
}
