package catalog

import (
	"sort"
	"unicode/utf8"

	"errbook/site/diag"
)

// source is a document's bytes, with the way from a byte to a position.
type source struct {
	file  string
	bytes []byte
	lines []int // offset of each line's first byte
}

func newSource(file string, content []byte) *source {
	s := &source{file: file, bytes: content, lines: []int{0}}
	for i, b := range content {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// pos is the position of a byte; Col counts characters.
func (s *source) pos(offset int) diag.Position {
	offset = min(max(offset, 0), len(s.bytes))
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
	return diag.At(s.file, line+1, utf8.RuneCount(s.bytes[s.lines[line]:offset])+1)
}

// lineStart is the offset of a line's first byte.
func (s *source) lineStart(line int) int { return s.lines[line-1] }
