package codediff

import (
	"fmt"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/worddiff"
	"errbook/site/prose"
)

// Writer writes changes for people. Link gives the address of a code, "" for none; it is used in Markdown.
type Writer struct {
	Several bool // codes are named with their catalogue
	Link    func(catalog, code string) string
}

// nothing is what there is to say of two documents without a difference.
const nothing = "No code was added, changed, retired, removed or moved."

// group is what changed in one way: its heading, and for each code a line and what stands below it.
type group struct {
	heading string
	items   []item
}

type item struct {
	catalog, code, title string
	more                 string  // behind the title
	fields               []Field // below it
}

func (c Changes) groups() []group {
	return []group{
		{"Added", items(c.Added)}, {"Changed", changed(c.Changed)}, {"Retired", items(c.Retired)}, {"In use again", items(c.Restored)},
		{"Removed without being retired", items(c.Removed)}, {"Moved", moved(c.Moved)},
	}
}

func items(list []Code) (out []item) {
	for _, c := range list {
		out = append(out, item{catalog: c.Catalog, code: c.Code, title: c.Title, more: c.Retirement.words()})
	}
	return out
}

// words says how a code was retired.
func (r *Retirement) words() string {
	if r == nil {
		return ""
	}
	var list []string
	if r.Since != "" {
		list = append(list, "since "+r.Since)
	}
	if r.ReplacedBy != "" {
		list = append(list, "replaced by "+r.ReplacedBy)
	}
	out := ""
	if len(list) > 0 {
		out = " (" + strings.Join(list, ", ") + ")"
	}
	if r.Reason != "" {
		out += ": " + r.Reason
	}
	return out
}

func changed(list []Change) (out []item) {
	for _, c := range list {
		out = append(out, item{catalog: c.Catalog, code: c.Code, title: c.Title, fields: c.Fields})
	}
	return out
}

func moved(list []Move) (out []item) {
	for _, m := range list {
		out = append(out, item{catalog: m.Catalog, code: m.Code, title: m.Title, more: " (from " + sectionName(m.From, m.FromName) + " to " + sectionName(m.To, m.ToName) + ")"})
	}
	return out
}

func sectionName(id, title string) string {
	switch {
	case id == "":
		return "no section"
	case title == "":
		return id
	}
	return "“" + title + "”"
}

func (w Writer) name(i item) string {
	if w.Several {
		return i.catalog + "/" + i.code
	}
	return i.code
}

// Text writes changes for a terminal: nothing of a document acts on it. Of a text that changed, what is gone stands as [-…-]
// and what is new as {+…+}.
func (w Writer) Text(c Changes) string {
	var b strings.Builder
	for _, g := range c.groups() {
		if len(g.items) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s (%d)\n", g.heading, len(g.items))
		for _, i := range g.items {
			fmt.Fprintf(&b, "  %s\n", diag.OneLine(strings.TrimRight(w.name(i)+"  "+i.title, " ")+i.more))
			for _, f := range i.fields {
				fmt.Fprintf(&b, "    %s\n", diag.OneLine(f.Name+": "+marked(f.Diff, "[-", "-]", "{+", "+}", func(s string) string { return s })))
			}
		}
	}
	if b.Len() == 0 {
		return nothing + "\n"
	}
	return b.String()
}

// Markdown writes changes as a release note. What is gone of a text stands in <del>, and what is new in <ins>: asterisks beside
// characters of Chinese or Japanese often are no emphasis.
func (w Writer) Markdown(c Changes) string {
	var b strings.Builder
	for _, g := range c.groups() {
		if len(g.items) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "## %s\n\n", g.heading)
		for _, i := range g.items {
			name := prose.EscapeMarkdown(prose.Line(w.name(i)))
			if w.Link != nil {
				if url := w.Link(i.catalog, i.code); url != "" {
					name = prose.Link(w.name(i), url)
				}
			}
			fmt.Fprintf(&b, "- %s %s\n", name, prose.EscapeMarkdown(prose.Line(strings.TrimSpace(i.title+i.more))))
			for _, f := range i.fields {
				fmt.Fprintf(&b, "  - %s: %s\n", prose.EscapeMarkdown(prose.Line(f.Name)), marked(f.Diff, "<del>", "</del>", "<ins>", "</ins>", escapePart))
			}
		}
	}
	if b.Len() == 0 {
		return nothing + "\n"
	}
	return b.String()
}

// marked writes a comparison of words with marks around what is gone and what is new.
func marked(parts []worddiff.Part, delete, deleted, insert, inserted string, escape func(string) string) string {
	var b strings.Builder
	for _, p := range parts {
		switch p.Op {
		case worddiff.Delete:
			b.WriteString(delete + escape(p.Text) + deleted)
		case worddiff.Insert:
			b.WriteString(insert + escape(p.Text) + inserted)
		default:
			b.WriteString(escape(p.Text))
		}
	}
	return b.String()
}

// escapePart escapes a part of a line for Markdown, and keeps a space at its edges.
func escapePart(s string) string {
	inner := strings.TrimSpace(s)
	if inner == "" {
		return " "
	}
	lead, tail, _ := strings.Cut(s, inner)
	space := func(s string) string { return strings.Repeat(" ", min(1, len(s))) }
	return space(lead) + prose.EscapeMarkdown(prose.Line(inner)) + space(tail)
}
