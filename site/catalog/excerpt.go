package catalog

import (
	"strings"

	"github.com/yuin/goldmark/text"

	"errbook/site/diag"
	"errbook/site/prose"
)

// excerpt is a text taken out of the document, with the way from each of its bytes back to where it stands there: a cell
// is shorter by its escaped pipes than what was written, and a note lacks the marks of its blockquote.
type excerpt struct {
	text   strings.Builder
	pieces []piece
}

// piece is a stretch of the document within an excerpt; what follows it, up to the next, is of the reader's making.
type piece struct{ at, offset, length int }

func (x *excerpt) take(source []byte, start, stop int) {
	x.pieces = append(x.pieces, piece{x.text.Len(), start, stop - start})
	x.text.Write(source[start:stop])
}

// paragraph takes the lines of a paragraph, below a blank line if it is not the first.
func (x *excerpt) paragraph(source []byte, lines *text.Segments, prefix string) {
	between := "\n\n" + prefix
	for i := range lines.Len() {
		seg := trim(lines.At(i), source)
		if seg.IsEmpty() {
			continue
		}
		if x.text.Len() > 0 {
			x.text.WriteString(between)
		} else {
			x.text.WriteString(prefix)
		}
		stop := seg.Stop
		if strings.HasSuffix(string(source[seg.Stop:lines.At(i).Stop]), "  \n") {
			stop += len("  ") // a hard line break
		}
		x.take(source, seg.Start, stop)
		between = "\n"
	}
}

// offset is where a byte of the excerpt stands in the document.
func (x *excerpt) offset(i int) int {
	found := 0
	for _, p := range x.pieces {
		if p.at > i {
			break
		}
		found = p.offset + min(i-p.at, p.length)
	}
	return found
}

// cellExcerpt is the Markdown of a cell: as written, but for the backslash that keeps a pipe from splitting it.
func cellExcerpt(cell text.Segment, source []byte) *excerpt {
	x := &excerpt{}
	for start := cell.Start; start < cell.Stop; {
		stop := cell.Stop
		if i := strings.Index(string(source[start:stop]), `\|`); i >= 0 {
			stop = start + i
			x.take(source, start, stop)
			start = stop + 1
			stop = start + 1
		}
		x.take(source, start, stop)
		start = stop
	}
	return x
}

// problems reports what of a text is refused or shown otherwise than written. It tells whether raw HTML is among it.
func (d *document) problems(x *excerpt) (html bool) {
	for _, p := range prose.Problems(x.text.String()) {
		d.report(diag.Warnf(d.src.pos(x.offset(p.Offset)), p.Rule, "%s", p.Message))
		html = html || p.Rule == prose.RuleRawHTML
	}
	return html
}
