package exchange

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// separators that spreadsheets put between cells, by the country and the kind of file.
var separators = []rune{',', ';', '\t'}

// separator finds what parts the cells of a table, 0 where the text is no table of ours: its first line is to name the
// columns id and translation.
func separator(s string) rune {
	_, s = csvHint(s)
	line, _, _ := strings.Cut(s, "\n")
	for _, sep := range separators {
		if at := csvHeader(strings.Split(line, string(sep))); at["id"] > 0 && at["translation"] > 0 {
			return sep
		}
	}
	return 0
}

// csvHint takes off a first line that names the separator, which some spreadsheets write: sep=;
func csvHint(s string) (hint, rest string) {
	line, rest, found := strings.Cut(s, "\n")
	if text := strings.Trim(line, "\"\r "); found && len(text) == 5 && strings.EqualFold(text[:4], "sep=") {
		return s[:len(line)+1], rest
	}
	return "", s
}

// csvHeader gives for each column that is known its place, from 1.
func csvHeader(cells []string) map[string]int {
	at := map[string]int{}
	for i, cell := range cells {
		name := strings.ToLower(strings.Trim(cell, "\"\r\n "))
		if slices.Contains(csvColumns, name) && at[name] == 0 {
			at[name] = i + 1
		}
	}
	return at
}

// readCSV reads a table, with its columns in any order and any others among them. Rows of several catalogues and languages
// make several files.
func readCSV(in *input) ([]*File, diag.List) {
	sep := separator(in.s)
	if sep == 0 {
		return nil, diag.List{diag.Errorf(in.at(0), RuleSyntax,
			"the first line is to name the columns, among them id and translation, with commas, semicolons or tabs between them")}
	}
	hint, body := csvHint(in.s)
	whole := strings.HasSuffix(body, "\n")
	r := csv.NewReader(strings.NewReader(body))
	r.Comma, r.FieldsPerRecord = sep, -1
	t := &csvTable{in: in, skipped: len(hint), reader: r}
	width, last := 0, 0
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			if last < width && !whole {
				t.list = append(t.list, diag.Errorf(in.at(len(in.s)), RuleSyntax, "the last row is shorter than the others, and its line has no end: the file seems to be cut off here"))
			}
			return t.split.files, t.list
		}
		if err != nil {
			return nil, diag.List{t.fault(err)}
		}
		if t.columns == nil {
			t.columns, width, last = csvHeader(row), len(row), len(row)
			continue
		}
		last = len(row)
		t.row(row)
	}
}

type csvTable struct {
	in      *input
	skipped int // bytes before what the reader reads
	reader  *csv.Reader
	columns map[string]int
	split   split
	list    diag.List
}

// position is where a line and column of the reader are, which counts columns in bytes.
func (t *csvTable) position(line, col int) diag.Position {
	if t.skipped > 0 {
		line++
	}
	return t.in.at(t.in.lines[min(line, len(t.in.lines))-1] + col - 1)
}

func (t *csvTable) fault(err error) diag.Diagnostic {
	var bad *csv.ParseError
	if !errors.As(err, &bad) {
		return diag.Errorf(t.in.at(0), RuleSyntax, "the table cannot be read: %v", err)
	}
	return diag.Errorf(t.position(bad.Line, bad.Column), RuleSyntax,
		"the row that starts on line %d: %v; a cell with a quote, a separator or an end of line in it stands between quotes, and a quote in it is written twice", t.position(bad.StartLine, 1).Line, bad.Err)
}

func (t *csvTable) row(row []string) {
	cell := func(name string) string {
		if n := t.columns[name]; n > 0 && n <= len(row) {
			return csvUnguard(row[n-1])
		}
		return ""
	}
	if strings.TrimSpace(strings.Join(row, "")) == "" {
		return
	}
	at := t.position(t.reader.FieldPos(0))
	u := Unit{ID: cell("id"), Source: cell("source"), Was: cell("was"), Text: cell("translation"), Base: csvBase(cell("base")), At: at}
	if u.ID == "" {
		t.list = append(t.list, diag.Warnf(at, RuleUnit, "a row without an id belongs to no message; it is passed over"))
		return
	}
	u.Status = told(cell("status"), u.Text)
	f := t.split.file(cell("catalog"), cell("lang"))
	f.Units = append(f.Units, u)
}

func csvBase(cell string) state.Hash {
	if cell = strings.TrimSpace(cell); cell == noBase {
		return state.None
	}
	return hash(strings.TrimPrefix(cell, "h"))
}
