package catalog

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"errbook/site/diag"
	"errbook/site/prose"
)

// heading is a heading of the document, with or without codes below it.
type heading struct {
	level  int
	title  string
	parent *heading
	notes  []Callout
	pos    diag.Position
	codes  bool // codes stand below it
	entry  bool // it is a code itself, and no section
	index  int  // among all headings
	md     string
	end    int // of its line, in bytes
}

// outline keeps track of where in the tree of headings the reader stands.
type outline struct {
	all     []*heading
	current *heading
}

// enter goes below a new heading. Its parent is the nearest heading before it of a higher rank.
func (o *outline) enter(level int, title string, pos diag.Position) *heading {
	parent := o.current
	for parent != nil && parent.level >= level {
		parent = parent.parent
	}
	o.current = &heading{level: level, title: title, parent: parent, pos: pos, index: len(o.all)}
	o.all = append(o.all, o.current)
	return o.current
}

// enterBelow goes below a new heading of the lowest rank, within the current one. A following one takes its place.
func (o *outline) enterBelow(title string, pos diag.Position) *heading {
	return o.enter(lowest, title, pos)
}

// lowest is the level of headings that Markdown has no hashes for.
const lowest = 7

// path lists the titles of the heading and its parents, from the outermost in.
func (h *heading) path() []string {
	if h == nil {
		return nil
	}
	return append(h.parent.path(), h.title)
}

// pathBelow leaves out the document's title, as the paths of sections do.
func (h *heading) pathBelow(title *heading) []string {
	path := h.path()
	if title != nil && len(path) > 0 {
		return path[1:]
	}
	return path
}

// atHeading reads a heading of CommonMark.
func (d *document) atHeading(h *ast.Heading) {
	lines := h.Lines()
	if lines.Len() == 0 {
		return
	}
	md := string(lines.Value(d.src.bytes))
	made := d.outline.enter(h.Level, headingTitle(md), d.src.pos(lines.At(0).Start))
	made.md, made.end = strings.TrimSpace(md), endOfLine(d.src.bytes, lines.At(lines.Len()-1).Stop)
}

// endOfLine is where the line of a byte ends, its newline included.
func endOfLine(source []byte, offset int) int {
	if offset > 0 && source[offset-1] == '\n' {
		return offset
	}
	if i := bytes.IndexByte(source[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(source)
}

// emptyAnchor is a target for links, as documents have them before a title or a code: nothing that a reader sees.
var emptyAnchor = regexp.MustCompile(`(?i)<a\s[^<>]*(?:/>|>\s*</a>)`)

func headingTitle(md string) string {
	return prose.Line(prose.Plain(emptyAnchor.ReplaceAllString(md, "")))
}

// lostHeading is a line that its author meant as a heading: two to six hashes with no space after them, or one to six with
// an ideographic or no-break space, which CommonMark (section 4.2) does not take for one.
var lostHeading = regexp.MustCompile(`^\s{0,3}(?:(#{2,6})([^#\s].*)|(#{1,6})([\x{3000}\x{00a0}].*))$`)

// atLostHeading reads a paragraph's line as a heading where it was meant as one, and says so.
func (d *document) atLostHeading(line string, offset int) bool {
	m := lostHeading.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
	if m == nil {
		return false
	}
	hashes, rest := m[1]+m[3], m[2]+m[4]
	title := headingTitle(strings.TrimRight(strings.TrimSpace(rest), " #"))
	if title == "" {
		return false
	}
	pos := d.src.pos(offset)
	d.report(diag.Warnf(pos, RuleLostHeading,
		"%q is read as a heading, though CommonMark would not: put an ordinary space after %s", hashes+rest, hashes))
	d.outline.enter(len(hashes), title, pos)
	return true
}

func (d *document) hasLostHeading(n ast.Node) bool {
	for i := range n.Lines().Len() {
		if line := n.Lines().At(i); isLostHeading(line.Value(d.src.bytes)) {
			return true
		}
	}
	return false
}

func isLostHeading(line []byte) bool { return lostHeading.Match(bytes.TrimRight(line, "\r\n")) }
