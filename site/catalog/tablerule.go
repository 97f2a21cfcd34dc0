package catalog

import (
	"maps"
	"slices"
	"strings"
)

// tableRule is a TableRule with what it says of headers in the form in which they are compared.
type tableRule struct {
	TableRule
	columns *givenRoles
	used    bool
}

// ruled is what site.toml says of one table.
type ruled struct {
	columns  *givenRoles
	notCodes bool
}

func newTableRules(opt Options) (rules []*tableRule) {
	for _, r := range opt.Tables {
		columns := maps.Clone(r.Columns)
		if columns == nil {
			columns = map[string]Role{}
		}
		for word, role := range opt.Columns {
			if _, ok := columns[word]; !ok {
				columns[word] = role
			}
		}
		rules = append(rules, &tableRule{TableRule: r, columns: newGivenRoles(columns)})
	}
	return rules
}

// tableRule finds what site.toml says of a table by its section and headers: the first rule that fits, else the catalogue's
// own words.
func (d *document) tableRule(headers []string) ruled {
	for _, h := range headers {
		d.columns.role(h)
	}
	for _, r := range d.rules {
		if r.fits(d.outline.current.path(), headers) {
			r.used = true
			return ruled{r.columns, r.NotCodes}
		}
	}
	return ruled{columns: d.columns}
}

// fits tells whether a rule speaks of a table. The document's title may be left out of the path.
func (r *tableRule) fits(path, headers []string) bool {
	whole := strings.Join(path, PathSeparator)
	if r.Section != "" && r.Section != whole && !strings.HasSuffix(whole, PathSeparator+r.Section) {
		return false
	}
	for _, h := range r.Headers {
		if !slices.ContainsFunc(headers, func(have string) bool { return headerKey(have) == headerKey(h) }) {
			return false
		}
	}
	return true
}
