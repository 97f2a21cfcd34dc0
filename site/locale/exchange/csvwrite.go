package exchange

import (
	"regexp"
	"strings"

	"errbook/site/locale/state"
)

// columns of a CSV file, in the order in which they are written. lang is the last, because nobody has to look at it.
var csvColumns = []string{"catalog", "id", "status", "source", "was", "translation", "section", "notes", "base", "lang"}

// noBase stands for a translation that was missing at export; a minus sign alone would look like a formula.
const noBase = "none"

// writeCSV writes a table as spreadsheets open it: UTF-8 with a byte order mark, commas, lines that end with CR LF. The
// language of the documents is not in it, and reading turns a CR LF within a cell into a LF.
//
// A spreadsheet runs a cell that starts with = + - or @, and reads 007, 1E5 and 1/2 as numbers and dates. Such a cell is
// written with an apostrophe before it, which a spreadsheet shows and saves; reading takes it away. Where a text starts with
// apostrophes and goes on like this by itself it gets one more, so that each text is read as it was.
func writeCSV(f *File) []byte {
	var b strings.Builder
	b.WriteString("\uFEFF")
	csvRow(&b, csvColumns)
	for _, u := range f.Units {
		base := "h" + string(u.Base) // or else a hash of digits alone would be a number
		switch u.Base {
		case "":
			base = ""
		case state.None:
			base = noBase
		}
		row := []string{f.Catalog, u.ID, string(u.Status), u.Source, u.Was, u.Text, strings.Join(u.Section, " > "), strings.Join(u.Notes, "\n"), base, f.Lang}
		for i, cell := range row {
			row[i] = csvGuard(clean(cell))
		}
		csvRow(&b, row)
	}
	return []byte(b.String())
}

func csvRow(b *strings.Builder, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.ContainsAny(cell, "\",;\t\r\n") || strings.TrimSpace(cell) != cell {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(cell)
	}
	b.WriteString("\r\n")
}

// active is what a spreadsheet would take for a formula, a number or a date, with the apostrophes before it. Before a
// formula it passes over blanks, and takes the wide signs of East Asian keyboards too.
var active = regexp.MustCompile(`^'*(?:[\t\r\n ]*[=+\-@＝＋－＠]|[\t\r]|[0-9][0-9.,:/ \-]*(?:[eE][0-9+\-]*)?$)`)

func csvGuard(cell string) string {
	if active.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

func csvUnguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && active.MatchString(rest) {
		return rest
	}
	return cell
}
