package catalog

import (
	"slices"
	"strings"

	"errbook/site/diag"
)

// onlyStatuses tells whether all codes of a column are HTTP statuses (RFC 9110 section 15): numbers from 100 to 599, or
// patterns such as 5xx.
func onlyStatuses(cells []string) bool {
	seen := false
	for _, c := range cells {
		code, _, _ := strings.Cut(strings.TrimSpace(c), " ")
		if code == "" {
			continue
		}
		seen = true
		if len(code) != 3 || code[0] < '1' || code[0] > '5' || strings.Trim(code[1:], "0123456789xX") != "" {
			return false
		}
	}
	return seen
}

// passOverStatuses takes back what was read from tables of HTTP statuses in a document whose own codes stand beside theirs:
// there such a table explains the protocol, and no codes of the document.
func (d *document) passOverStatuses() {
	if !d.withStatus {
		return
	}
	for i := range d.catalog.Tables {
		t := &d.catalog.Tables[i]
		if !t.statuses {
			continue
		}
		t.Codes, t.Roles = 0, nil
		t.Reason = "it lists HTTP statuses, and the document's own codes stand beside theirs in another table"
		d.report(diag.Notef(t.Pos, RuleNotCodes, "the table %q is passed over: %s", clip(strings.Join(t.Headers, " | ")), t.Reason))
	}
	d.pending = slices.DeleteFunc(d.pending, func(p pendingEntry) bool {
		return p.table >= 0 && d.catalog.Tables[p.table].statuses
	})
}
