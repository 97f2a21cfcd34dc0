package catalog

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"errbook/site/diag"
	"errbook/site/prose"
)

// htmlPart is a stretch of a region's text that belongs together, such as a cell with its tag.
type htmlPart struct {
	name        string // of its tag
	tag         int    // where its tag begins, in the document
	start, stop int    // its content, in the region
	cols, rows  int    // how many columns and rows a cell spans; rows is 0 for all that are left
}

// htmlToken is a tag of a region, or a text.
type htmlToken struct {
	name        string // empty for a text
	closing     bool
	start, stop int // in the region
	cols, rows  int
}

// tokens calls f with the tags and texts of a region's own text, and warns of content that is not published.
func (d *document) tokens(r htmlRegion, text []byte, f func(htmlToken)) {
	z := html.NewTokenizer(bytes.NewReader(text))
	cursor := d.cursor()
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		t := htmlToken{start: at, stop: at + len(z.Raw()), cols: 1, rows: 1}
		at = t.stop
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			t.readName(z)
			if isDropped(t.name) {
				d.report(diag.Warnf(cursor.pos(r.start+t.start), prose.RuleRawHTML, "<%s> is left out with all that stands in it", t.name))
			}
		case html.EndTagToken:
			t.readName(z)
			t.closing = true
		case html.TextToken:
		default:
			continue
		}
		f(t)
	}
}

func (t *htmlToken) readName(z *html.Tokenizer) {
	name, more := z.TagName()
	t.name = string(name)
	for more && (t.name == "td" || t.name == "th") {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "colspan":
			t.cols = max(1, spanOf(string(value), 1, maxColspan))
		case "rowspan":
			t.rows = spanOf(string(value), 1, maxRowspan)
		}
	}
}

// The HTML Standard's bounds of spans (section 4.9.11).
const (
	maxColspan = 1000
	maxRowspan = 65534
)

// spanOf reads a number as the HTML Standard does (section 2.3.4.2): digits up to the first character that is none. Braces
// around it, as in a component, are no part of it.
func spanOf(value string, missing, most int) int {
	value = strings.TrimLeft(value, " \t\r\n\f+{\"'")
	n, found := 0, false
	for ; value != "" && value[0] >= '0' && value[0] <= '9'; value = value[1:] {
		n, found = min(most, n*10+int(value[0]-'0')), true
	}
	if !found {
		return missing
	}
	return n
}

// cursor finds the positions of offsets that mostly go up, in a time that does not depend on how long the lines are.
type cursor struct {
	source *source
	at     int
	last   diag.Position
}

func (d *document) cursor() *cursor { return &cursor{source: d.src, last: d.src.pos(0)} }

func (c *cursor) pos(offset int) diag.Position {
	if offset < c.at || offset > len(c.source.bytes) || bytes.IndexByte(c.source.bytes[c.at:offset], '\n') >= 0 {
		c.at, c.last = offset, c.source.pos(offset)
		return c.last
	}
	c.last.Col += utf8.RuneCount(c.source.bytes[c.at:offset])
	c.at = offset
	return c.last
}
