package catalog

import (
	"bytes"

	"errbook/site/diag"
)

// maxNesting is how many blockquotes and list items may stand within each other at the start of a line. Parsing takes time
// in proportion to the depth for every line, so without a bound one line of 64 KB of ">" would hold up a build.
const maxNesting = 60

// withoutDeepLines blanks out lines that are nested deeper than maxNesting, and reports each.
func (d *document) withoutDeepLines(content []byte) []byte {
	cloned := false
	for at := 0; at < len(content); {
		stop := lineEnd(content, at)
		if line := content[at:stop]; nesting(line) > maxNesting {
			d.report(diag.Errorf(d.src.pos(at), RuleTooDeep, "more than %d blockquotes and list items stand within each other here; the line is not read", maxNesting))
			if !cloned {
				content, cloned = bytes.Clone(content), true
			}
			for i := range bytes.TrimRight(line, "\r\n") {
				content[at+i] = ' '
			}
		}
		at = stop
	}
	return content
}

// nesting counts the marks of blockquotes and list items at the start of a line, up to one more than maxNesting.
func nesting(line []byte) (n int) {
	for n <= maxNesting {
		line = bytes.TrimLeft(line, " \t")
		switch mark := len(itemMark.Find(line)); {
		case len(line) > 0 && line[0] == '>':
			line = line[1:]
		case mark > 0:
			line = line[mark:]
		default:
			return n
		}
		n++
	}
	return n
}
