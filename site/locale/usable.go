package locale

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"errbook/site/diag"
	"errbook/site/prose"
)

// The rules by which a translation is not shown, whatever it says: its message falls back, and no other.
const (
	RuleHTML     = "html-added"           // HTML that the source does not have
	RuleTemplate = "template-added"       // {{…}} that the source does not have
	RuleControl  = "control-character"    // a character that nobody sees and that does something
	RuleBidi     = "bidi-control"         // a character that turns the order of others around
	RuleTooLong  = "translation-too-long" // more than a text may have
)

// Unusable tells whether a translation of a source cannot be shown, and why: the rule, and a message that says what was
// found and how to mend it. A translation comes from outside: it may hold anything.
func Unusable(source Source, text string) (rule, message string, bad bool) {
	if limit := prose.MaxBytes(source.Block); len(text) > limit {
		return RuleTooLong, fmt.Sprintf("the translation has %d bytes; at most %d are shown", len(text), limit), true
	}
	if r, ok := find(text, forbiddenControl); ok {
		return RuleControl, fmt.Sprintf("the translation has the control character U+%04X; delete it", r), true
	}
	if r, ok := find(text, bidiControl); ok {
		return RuleBidi, fmt.Sprintf("the translation has U+%04X, which turns the order of characters around; delete it: the page sets the direction by the language", r), true
	}
	if added := moreTemplates(source.Text, text); added {
		return RuleTemplate, "the translation has {{ or }} that its source does not have; texts of a document are no templates: write what the reader is to see", true
	}
	if added := addedHTML(source, text); added != "" {
		return RuleHTML, fmt.Sprintf("the translation has the HTML %q that its source does not have; write Markdown, or put code between backticks", diag.OneLine(added)), true
	}
	return "", "", false
}

// forbiddenControl are the control characters but for tab and the ends of lines (Unicode category Cc), what is not UTF-8,
// and the two separators that some programs take for line ends.
func forbiddenControl(r rune) bool {
	return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' || r == utf8.RuneError || r == '\u2028' || r == '\u2029'
}

// bidiControl are embeddings, overrides and isolates (UAX #9, section 2). Marks such as U+200F are not among them: they do
// nothing beyond their place.
func bidiControl(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

func find(text string, which func(rune) bool) (rune, bool) {
	i := strings.IndexFunc(text, which)
	if i < 0 {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r, true
}

func moreTemplates(source, text string) bool {
	return strings.Count(text, "{{") > strings.Count(source, "{{") || strings.Count(text, "}}") > strings.Count(source, "}}")
}

// addedHTML returns the first piece of HTML that a source does not have. Most texts have none, and are not parsed.
func addedHTML(source Source, text string) string {
	if !strings.Contains(text, "<") {
		return ""
	}
	found := prose.PartsOf(text, source.Block).HTML
	if len(found) == 0 {
		return ""
	}
	known := prose.PartsOf(source.Text, source.Block).HTML
	for _, piece := range found {
		if !slices.Contains(known, piece) {
			return piece
		}
	}
	return ""
}

// dropUnusable takes out the messages that no page shows, with a warning for each: those without a source, and those that
// cannot be shown.
func (m *Messages) dropUnusable(sources *Sources) (list diag.List) {
	var ids []string
	for _, id := range m.IDs() {
		source, known := sources.Get(id)
		if !known {
			if ids == nil {
				ids = sources.IDs()
			}
			list = append(list, diag.Warnf(m.Position(id), RuleUnknownID,
				"message %q belongs to no text of the document%s; it is not used", id, diag.DidYouMean(id, near(id, ids))))
			delete(m.texts, id)
			continue
		}
		if rule, message, bad := Unusable(source, m.texts[id]); bad {
			list = append(list, diag.Warnf(m.Position(id), rule, "%s; until then the text of %s falls back", message, id))
			delete(m.texts, id)
		}
	}
	return list
}

// near narrows the candidates for a mistyped id to those with its field, so that a suggestion costs little.
func near(id string, ids []string) (out []string) {
	field := id[strings.LastIndexByte(id, '.')+1:]
	for _, c := range ids {
		if strings.HasSuffix(c, field) && len(c) <= len(id)+2 && len(c) >= len(id)-2 {
			out = append(out, c)
		}
	}
	return out
}
