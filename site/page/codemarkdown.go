package page

import (
	"strings"

	"errbook/site/prose"
)

// CodeMarkdown is a code's page as a file of CommonMark (with GFM's tables), made of the view of the page: the same texts in the
// same order, so that it says what the page says. What belongs to other codes is left out but for links, so that the file of a
// code changes with that code alone.
func (e *Edition) CodeMarkdown(v *View) string {
	c := v.Code
	w := &markdownFileWriter{e: e}
	w.add("# " + prose.EscapeMarkdown(prose.Line(c.Code+" "+c.Title.Plain)))
	w.add(w.place(c))
	if c.Fallback != nil {
		w.add(prose.Quoted(prose.EscapeMarkdown(e.fallbackNotice(c.Fallback))))
	}
	w.retired(c.Retired)
	w.facts(c)
	for _, m := range c.Meanings {
		w.meaning(m, len(c.Meanings) > 1)
	}
	w.reported(c.Reported)
	if c.Longer != nil {
		w.add("## " + prose.EscapeMarkdown(e.say("longer_title", nil)))
		w.text(*c.Longer)
	}
	for _, n := range c.Notes {
		w.add(prose.Quoted("**" + prose.EscapeMarkdown(e.toneName(n.Tone)) + "**\n\n" + w.with(n.Text)))
	}
	w.links(v)
	return strings.Join(w.blocks, "\n\n") + "\n"
}

// markdownFileWriter collects the blocks of a file.
type markdownFileWriter struct {
	e      *Edition
	blocks []string
}

func (w *markdownFileWriter) add(block string) {
	if block != "" {
		w.blocks = append(w.blocks, block)
	}
}

// text adds a text, and where it is stale its original as it is now.
func (w *markdownFileWriter) text(t Text) { w.add(w.with(t)) }

func (w *markdownFileWriter) with(t Text) string {
	md := t.markdown()
	if t.Stale != nil {
		md += "\n\n" + prose.Quoted(prose.EscapeMarkdown(w.e.say("stale_notice", nil))+"\n\n"+t.Stale.markdown())
	}
	return md
}

// place is the trail to the code: of a code with several meanings, the catalogue alone.
func (w *markdownFileWriter) place(c *Code) string {
	if len(c.Meanings) == 1 {
		return trail(c.Meanings[0].Breadcrumbs)
	}
	return trail([]Link{c.Catalog})
}

func trail(links []Link) string {
	var list []string
	for _, l := range links {
		list = append(list, prose.Link(l.Title.Plain, l.URL))
	}
	return strings.Join(list, " › ")
}

func (w *markdownFileWriter) facts(c *Code) {
	if c.Kind != "single" {
		w.add(prose.EscapeMarkdown(w.e.say("range_notice", map[string]any{"Lo": c.Lo, "Hi": c.Hi})))
	}
	if len(c.Aliases) > 0 {
		line := prose.EscapeMarkdown(w.e.say("aliases_label", nil))
		for _, a := range c.Aliases {
			line += " " + prose.CodeSpan(a)
		}
		w.add(line)
	}
	if len(c.Meanings) > 1 {
		w.add(prose.EscapeMarkdown(w.e.say("meanings_notice", nil)))
	}
}

func (w *markdownFileWriter) meaning(m Meaning, many bool) {
	if many {
		crumbs := m.Breadcrumbs
		if len(crumbs) > 1 {
			crumbs = crumbs[1:]
		}
		w.add("## " + trail(crumbs))
	}
	for _, key := range []string{"text", "details"} {
		for _, f := range m.Fields {
			if f.Key == key {
				w.text(f.Text)
			}
		}
	}
	var items []string
	for _, f := range m.Fields {
		if f.Key != "text" && f.Key != "details" {
			items = append(items, w.item(f))
		}
	}
	w.add(strings.Join(items, "\n"))
	if m.Source != "" {
		w.add(prose.Link(w.e.say("source_line", nil), m.Source))
	}
}

// item is a further field. One that is not one line stands below its name.
func (w *markdownFileWriter) item(f Field) string {
	name := "- **" + prose.EscapeMarkdown(w.e.fieldLabel(f)) + "**:"
	if f.Key == "symbol" {
		return name + " " + prose.CodeSpan(f.Text.Plain)
	}
	md := w.with(f.Text)
	if !f.Text.block && !strings.Contains(md, "\n") {
		return name + " " + md
	}
	return prose.Indented(name+"\n\n"+md, 2)
}

func (w *markdownFileWriter) reported(phrases []Text) {
	if len(phrases) == 0 {
		return
	}
	w.add("## " + prose.EscapeMarkdown(w.e.say("symptoms_title", nil)))
	var items []string
	for _, p := range phrases {
		items = append(items, "- "+p.markdown())
	}
	w.add(strings.Join(items, "\n"))
}

// links are those of the page's side: what lasts, other forms of the page, and codes not to be taken for this one.
func (w *markdownFileWriter) links(v *View) {
	c := v.Code
	items := []string{
		"- " + prose.EscapeMarkdown(w.e.say("permalink_title", nil)) + ": <" + c.Permalink.URL + ">",
		"- " + prose.Link(w.e.say("all_languages", nil), v.Root+c.Permalink.Path+"/?stay"),
		"- " + prose.Link(w.e.say("json_link", nil), c.JSON),
	}
	if c.Opposite != nil {
		items = append(items, "- "+prose.EscapeMarkdown(w.e.say("opposite_title", nil))+": "+prose.Link(c.Opposite.Code, c.Opposite.URL))
	}
	if len(c.SameText) > 0 {
		var same []string
		for _, l := range c.SameText {
			same = append(same, prose.Link(l.Code, l.URL))
		}
		items = append(items, "- "+prose.EscapeMarkdown(w.e.say("same_text_title", nil))+": "+strings.Join(same, ", "))
	}
	w.add("___")
	w.add(strings.Join(items, "\n"))
}

// toneName is what a note of a tone is called.
func (e *Edition) toneName(tone string) string {
	switch tone {
	case "tip":
		return e.say("tone_tip", nil)
	case "important":
		return e.say("tone_important", nil)
	case "warning":
		return e.say("tone_warning", nil)
	case "caution":
		return e.say("tone_caution", nil)
	}
	return e.say("tone_note", nil)
}
