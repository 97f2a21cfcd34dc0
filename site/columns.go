package site

import "errbook/site/catalog"

// Column is a column of a code table and what it was taken for.
type Column struct {
	Header string `json:"header"`
	Role   string `json:"role"`
}

// TableColumns says what the columns of a table were taken for; nothing of a table that was passed over.
func TableColumns(t catalog.Table) (columns []Column) {
	if t.Reason != "" {
		return nil
	}
	for i, role := range t.Roles {
		column := Column{Role: string(role)}
		if i < len(t.Headers) {
			column.Header = t.Headers[i]
		}
		columns = append(columns, column)
	}
	return columns
}
