package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"errbook/site"
	"errbook/site/diag"
)

// terminal is where the command speaks: results go to standard output, everything else to standard error. Colour and
// progress are for people: there are none in a pipe, and no colour where NO_COLOR is set (no-color.org).
type terminal struct {
	out, err  io.Writer
	outColour bool
	errColour bool
	live      bool // standard error is a terminal: progress may be shown
	quiet     bool
	last      time.Time
	progress  bool // a line of progress stands there
}

func newTerminal(env Env) *terminal {
	colour := env.Getenv("NO_COLOR") == "" && env.Getenv("TERM") != "dumb"
	outTerm, errTerm := isTerminal(env.Stdout), isTerminal(env.Stderr)
	return &terminal{out: env.Stdout, err: env.Stderr, outColour: colour && outTerm, errColour: colour && errTerm, live: errTerm}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// The colours, as SGR parameters (ECMA-48 section 8.3.117).
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	yellow = "33"
	cyan   = "36"
)

func paint(on bool, sgr, s string) string {
	if !on || s == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[0m"
}

// diagnostics shows problems, one a line; notes and warnings not when the command is to be quiet, and notes only where
// asked for by check.
func (t *terminal) diagnostics(list diag.List) {
	t.clear()
	for _, d := range list {
		if d.Severity == diag.Note || t.quiet && d.Severity != diag.Error {
			continue
		}
		fmt.Fprintln(t.err, t.diagnostic(d, t.errColour))
	}
}

func (t *terminal) diagnostic(d diag.Diagnostic, colour bool) string {
	if !colour {
		return d.Error()
	}
	sgr := severityColour(d.Severity)
	line := d.Error()
	position := d.Position.String() + ":"
	return paint(true, bold, position) + paint(true, sgr, line[len(position):])
}

func severityColour(s diag.Severity) string {
	return map[diag.Severity]string{diag.Error: red, diag.Warning: yellow, diag.Note: faint}[s]
}

// info says what was done, unless the command is to be quiet.
func (t *terminal) info(format string, args ...any) {
	t.clear()
	if !t.quiet {
		fmt.Fprintf(t.err, format+"\n", args...)
	}
}

func (t *terminal) error(message string) {
	t.clear()
	fmt.Fprintln(t.err, paint(t.errColour, red, "errbook: "+message))
}

func (t *terminal) hint(message string) {
	fmt.Fprintln(t.err, paint(t.errColour, faint, message))
}

// print writes a result.
func (t *terminal) print(format string, args ...any) {
	t.clear()
	fmt.Fprintf(t.out, format+"\n", args...)
}

// step shows how far a build is, a few times a second and only to people.
func (t *terminal) step(s site.Step) {
	if !t.live || t.quiet || time.Since(t.last) < 100*time.Millisecond {
		return
	}
	t.last, t.progress = time.Now(), true
	if s.Total > 0 {
		fmt.Fprintf(t.err, "\r\x1b[K%s %d/%d", s.Name, s.Done, s.Total)
	} else {
		fmt.Fprintf(t.err, "\r\x1b[K%s", s.Name)
	}
}

// clear takes away the line of progress.
func (t *terminal) clear() {
	if t.progress {
		fmt.Fprint(t.err, "\r\x1b[K")
		t.progress = false
	}
}
