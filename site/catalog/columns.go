package catalog

import "strconv"

// columns says what the cells of a table's rows are.
type columns struct {
	fields   []Field // one for each column, without text
	code     int
	twoLevel bool // slashes join the parts of one code
}

// newColumns names the columns: one of a role by the role's name, a second one of the same role and any other by its
// header, or by its number where that is empty. No two have the same name, and none is called "notes", which a code's
// longer notes are.
func newColumns(headers []string, roles []Role, code int) columns {
	c := columns{code: code}
	taken := map[string]bool{"notes": true}
	for i := range headers {
		if name := string(roles[i]); roles[i] != RoleOther && !taken[name] {
			taken[name] = true
		} else {
			roles[i] = RoleOther
		}
	}
	for i, h := range headers {
		f := Field{Role: roles[i], Header: h, Name: string(roles[i])}
		if f.Role == RoleOther {
			f.Name = freeName(h, i, taken)
		}
		c.fields = append(c.fields, f)
	}
	return c
}

func freeName(header string, column int, taken map[string]bool) string {
	if header == "" {
		header = "column " + strconv.Itoa(column+1)
	}
	name := header
	for n := 2; taken[name]; n++ {
		name = header + " " + strconv.Itoa(n)
	}
	taken[name] = true
	return name
}

func column(rows [][]string, i int) []string {
	cells := make([]string, 0, len(rows))
	for _, r := range rows {
		if i < len(r) {
			cells = append(cells, r[i])
		}
	}
	return cells
}
