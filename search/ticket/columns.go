package ticket

import (
	"slices"
	"strings"
	"unicode"

	"errbook/search/codes"
)

// column says what stands in a column of a table.
type column int

const (
	noColumn    column = iota // no table, or one whose head names no code
	codeColumn                // a cue is its head
	otherColumn               // another column of a table that has one of those
)

const (
	maxHead    = 1000 // bytes of a line that may be the head of a table
	maxLabel   = 40   // bytes of a column's head
	minColumns = 3    // of lines of separated values; fewer are as likely prose
)

// columns knows the head of the table that the text is in, if any.
type columns struct {
	separator byte
	codes     []bool // of each column
	held      []bool // of a Markdown table whose second line is still to come
	cues      map[string]bool
}

// maxCues is how many labels are remembered.
const maxCues = 1000

// row is a line of a table: where its columns end.
type row struct {
	ends  []int
	codes []bool
}

// at returns the column at a byte of the line.
func (r row) at(i int) column {
	for n, end := range r.ends {
		if i >= end {
			continue
		}
		if r.codes[n] {
			return codeColumn
		}
		return otherColumn
	}
	return noColumn
}

// next takes the next line and returns its columns. A line with another number of columns ends a table.
func (c *columns) next(set *codes.Set, line string) row {
	line = strings.TrimRight(line, "\r\n")
	border := isBorder(line)
	if c.codes != nil {
		ends := cut(line, c.separator)
		switch {
		case border && c.separator == '|':
			return row{}
		case len(ends) == len(c.codes):
			return row{ends, c.codes}
		}
		c.codes = nil
	}
	if c.held != nil {
		return c.second(line, border)
	}
	c.head(set, line)
	return row{}
}

// second takes the line behind the head of a table with bars: a rule, or in a table without one the first row.
func (c *columns) second(line string, border bool) (r row) {
	if ends := cut(line, '|'); border || len(ends) == len(c.held) {
		c.codes, c.separator = c.held, '|'
		if !border && !isRule(line) {
			r = row{ends, c.codes}
		}
	}
	c.held = nil
	return r
}

// head looks whether a line is the head of a table in which a column is named by a cue.
func (c *columns) head(set *codes.Set, line string) {
	if len(line) > maxHead || strings.ContainsAny(line, "0123456789{}=:<>") {
		return
	}
	for _, separator := range [...]byte{'|', '\t', ',', ';'} {
		ends := cut(line, separator)
		if len(ends) < minColumns {
			continue
		}
		named := make([]bool, len(ends))
		from := 0
		for n, end := range ends {
			named[n] = c.isCue(set, closed(strings.Trim(line[from:end], " \t\"'|,;*`")))
			from = end
		}
		if !slices.Contains(named, true) {
			return
		}
		if separator == '|' {
			c.held = named
		} else {
			c.codes, c.separator = named, separator
		}
		return
	}
}

// isCue reports whether a number beside a column's head would have a cue.
func (c *columns) isCue(set *codes.Set, label string) bool {
	if label == "" || len(label) > maxLabel {
		return false
	}
	cue, known := c.cues[label]
	if known {
		return cue
	}
	f := set.Find(label + ": 987654321")
	cue = len(f.Unknown) > 0 && f.Unknown[0].Cued || len(f.Found) > 0 && f.Found[0].Cued
	if c.cues == nil || len(c.cues) == maxCues {
		c.cues = map[string]bool{}
	}
	c.cues[strings.Clone(label)] = cue
	return cue
}

// cut returns where the columns of a line end. Separators between quotes part nothing, nor does one at the edge of a row of a
// Markdown table.
func cut(line string, separator byte) (ends []int) {
	quoted, from := false, 0
	if separator == '|' {
		from = len(line) - len(strings.TrimLeft(line, " \t|"))
	}
	for i := from; i < len(line); i++ {
		switch {
		case line[i] == '"' && separator != '|':
			quoted = !quoted
		case line[i] == separator && !quoted:
			ends = append(ends, i)
		}
	}
	if separator == '|' && len(ends) > 0 && strings.TrimSpace(line[ends[len(ends)-1]+1:]) == "" {
		return ends
	}
	return append(ends, len(line))
}

// isRule reports whether a line is the second one of a Markdown table: | --- | :-: |.
func isRule(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, "|-: \t") == ""
}

// isBorder reports whether a line is one that tools draw around a table: +------+-----+.
func isBorder(line string) bool {
	return strings.Contains(line, "+-") && strings.Trim(line, "+-=| \t") == ""
}

// closed is a label without the spaces that stand between its letters where a script has none: "コ ー ド".
func closed(label string) string {
	if strings.IndexByte(label, ' ') < 0 && !strings.Contains(label, "\u3000") {
		return label
	}
	for _, r := range label {
		if !unicode.IsSpace(r) && !codes.IsDense(r) {
			return label
		}
	}
	return strings.Join(strings.Fields(label), "")
}
