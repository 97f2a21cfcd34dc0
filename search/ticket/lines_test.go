package ticket_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"errbook/search/ticket"
)

// TestLines reads texts in pieces of several sizes, and wants the lines of a whole text.
func TestLines(t *testing.T) {
	long := strings.Repeat("x", ticket.MaxLine-3)
	for _, text := range []string{
		"", "\n", "a", "a\n", "a\r\nb\n\nc", "日本語\n６０１７", "\xff\xfe\n\x80", long + "\n" + long, long + " yy zz\n", long + "日本語日本語\nb",
		strings.Repeat("word ", ticket.MaxLine), strings.Repeat("x", 3*ticket.MaxLine) + "\nend",
	} {
		var want []string
		for rest := text; rest != ""; {
			n := ticket.LineEnd(rest)
			want, rest = append(want, rest[:n]), rest[n:]
		}
		for name, r := range map[string]io.Reader{
			"whole": strings.NewReader(text), "half": iotest.HalfReader(strings.NewReader(text)),
			"bytes": iotest.OneByteReader(strings.NewReader(text)), "with the end": iotest.DataErrReader(strings.NewReader(text)),
		} {
			if name == "bytes" && len(text) > 70_000 {
				continue // LineEnd is asked at each byte of a long line
			}
			var got []string
			err := ticket.Lines(r, func() error { return nil }, func(l string) error { got = append(got, l); return nil })
			if err != nil || strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%.20q, %s: %d lines, want %d, error %v", text, name, len(got), len(want), err)
			}
		}
	}
}

// TestLinesAsTheyCome wants each line before the next is read, and what was read before an error.
func TestLinesAsTheyCome(t *testing.T) {
	r, w := io.Pipe()
	got := make(chan string)
	done := make(chan error, 1)
	go func() {
		done <- ticket.Lines(r, func() error { return nil }, func(l string) error { got <- l; return nil })
	}()
	for _, line := range []string{"first 6017\n", "second\n"} {
		if _, err := io.WriteString(w, line); err != nil {
			t.Fatal(err)
		}
		if l := <-got; l != line {
			t.Fatalf("got %q before the next line came, want %q", l, line)
		}
	}
	broken := errors.New("broken")
	w.CloseWithError(broken)
	if err := <-done; !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	stop := errors.New("stop")
	if err := ticket.Lines(strings.NewReader("a\nb\n"), func() error { return nil }, func(string) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	if err := ticket.Lines(strings.NewReader("a\nb\n"), func() error { return stop }, func(string) error { return nil }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
}
