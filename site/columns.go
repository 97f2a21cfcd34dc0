package site

import (
	"cmp"
	"slices"

	"errbook/site/catalog"
)

// Column is a column of a code table and what it was taken for.
type Column struct {
	Header string `json:"header"`
	Role   string `json:"role"`
}

// TableColumns says for each table of a catalogue what its columns were taken for, as far as the entries tell: the column
// of the codes themselves and one in which no cell holds anything are not among them. A table that was passed over has none.
func TableColumns(c *catalog.Catalog) [][]Column {
	columns := make([][]Column, len(c.Tables))
	seen := map[tableColumn]bool{}
	for _, e := range c.Entries {
		i := tableOf(c, e)
		if i < 0 {
			continue
		}
		for _, f := range e.Fields {
			column := Column{f.Header, string(f.Role)}
			if at := (tableColumn{i, column}); !seen[at] {
				seen[at] = true
				columns[i] = append(columns[i], column)
			}
		}
	}
	return columns
}

// tableColumn is a column of the table with a number.
type tableColumn struct {
	table  int
	column Column
}

// tableOf is the number of the last table that starts above an entry, or at its line; -1 where there is none.
func tableOf(c *catalog.Catalog, e *catalog.Entry) int {
	i, found := slices.BinarySearchFunc(c.Tables, e.Pos.Line, func(t catalog.Table, line int) int {
		return cmp.Compare(t.Pos.Line, line)
	})
	if found {
		return i
	}
	return i - 1
}
