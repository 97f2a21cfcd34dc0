// Package diag is how errbook speaks of problems in what people wrote: a position, a severity, a rule with a stable name,
// and a message that says what was found, what was expected and how to mend it.
//
// Readers never stop at the first problem. They collect diagnostics, and the command shows all of them together, sorted
// by position, one a line:
//
//	content/im.md:42:7: message [rule]
//	content/im.md:43:1: warning: message [rule]
//
// An error keeps the site from being built. A warning tells of something that was guessed, merged or passed over. A note
// only informs. A problem of a file as a whole stands at line 1, column 1.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Severity says what a diagnostic does to the build.
type Severity string

// The severities, from the gravest.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Position is a place in a file that somebody wrote. Line and Col count from 1; Col counts characters (code points), not
// bytes.
type Position struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
}

// At returns the position of a line and column of a file.
func At(file string, line, col int) Position { return Position{file, line, col} }

func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// Compare orders positions by file, line and column.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Diagnostic is one problem. It is an error too, so that it can travel as one.
type Diagnostic struct {
	Position
	Severity Severity `json:"severity"`
	Rule     string   `json:"rule"`
	Message  string   `json:"message"`
}

// Error writes the diagnostic as the command shows it.
func (d Diagnostic) Error() string {
	prefix := ""
	if d.Severity != Error {
		prefix = string(d.Severity) + ": "
	}
	return OneLine(fmt.Sprintf("%s: %s%s [%s]", d.Position, prefix, d.Message, d.Rule))
}

// OneLine keeps a message on its line whatever text of a document and whatever file name it quotes, and out of a terminal
// the characters that control it or turn the order of others around.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}

// Errorf makes an error.
func Errorf(pos Position, rule, format string, args ...any) Diagnostic {
	return Diagnostic{pos, Error, rule, fmt.Sprintf(format, args...)}
}

// Warnf makes a warning.
func Warnf(pos Position, rule, format string, args ...any) Diagnostic {
	return Diagnostic{pos, Warning, rule, fmt.Sprintf(format, args...)}
}

// Notef makes a note.
func Notef(pos Position, rule, format string, args ...any) Diagnostic {
	return Diagnostic{pos, Note, rule, fmt.Sprintf(format, args...)}
}

// List is a number of diagnostics.
type List []Diagnostic

// HasErrors tells whether any of them is an error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count counts those of a severity.
func (l List) Count(s Severity) (n int) {
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sort orders the list by position, then rule and message.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(a.Position.Compare(b.Position), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// Unique returns the list without those that say the same of the same place, in the order in which they first stand.
func Unique(l List) List {
	seen := make(map[Diagnostic]bool, len(l))
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool {
		was := seen[d]
		seen[d] = true
		return was
	})
}

// From returns the diagnostics that err carries, or nil and false where it carries none.
func From(err error) (List, bool) {
	var d Diagnostic
	if errors.As(err, &d) {
		return List{d}, true
	}
	return nil, false
}
