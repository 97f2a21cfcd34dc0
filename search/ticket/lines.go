package ticket

import (
	"bytes"
	"errors"
	"io"
)

// Lines reads a text as it comes, in pieces of any size, and hands over its lines as LineEnd cuts them, each as soon as its
// end has come. Before every read, which may have to wait for more, it calls idle. It ends with the first error of any of
// them; the end of the text is none. No more than a line is in memory.
func Lines(r io.Reader, idle func() error, line func(string) error) error {
	var rest []byte
	piece := make([]byte, 32<<10)
	for {
		if err := idle(); err != nil {
			return err
		}
		n, err := r.Read(piece)
		rest = append(rest, piece[:n]...)
		done, failed := whole(rest, errors.Is(err, io.EOF), line)
		rest = append(rest[:0], rest[done:]...)
		switch {
		case failed != nil:
			return failed
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// whole hands over the lines that have ended, all of them where the text has, and returns how many bytes they are.
func whole(text []byte, ended bool, line func(string) error) (done int, err error) {
	for done < len(text) {
		left := text[done:min(len(text), done+MaxLine+1)]
		n := bytes.IndexByte(left, '\n') + 1
		if n == 0 && !ended && len(left) <= MaxLine {
			break
		}
		if n == 0 || n > MaxLine {
			n = LineEnd(string(left))
		}
		if err := line(string(left[:n])); err != nil {
			return done, err
		}
		done += n
	}
	return done, nil
}
