// Package worddiff tells what changed between two texts, by words: those of Unicode (UAX #29), where a character of Han or
// Hiragana is one of its own, and a run of Katakana or of letters is one.
package worddiff

import (
	"unicode/utf8"

	"github.com/blevesearch/segment"
)

// Op is what happened to a part of a text.
type Op string

// The operations.
const (
	Same   Op = "same"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Part is a run of words with one fate.
type Part struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// maxCells bounds the table of the comparison. Beyond it what lies between the common start and end is told as replaced.
const maxCells = 4_000_000

// Diff returns the parts that make one text of the other: without the inserted ones it is the old text, without the deleted
// ones the new. Where both happen, the deleted part comes first.
func Diff(old, new string) []Part {
	a, b := words(old), words(new)
	var head, tail int
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d diff
	d.add(Same, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return d.parts
}

// words splits a text. One that is not UTF-8 is a word as a whole: the segmenter would lose some of it.
func words(text string) (out []string) {
	if !utf8.ValidString(text) {
		return []string{text}
	}
	s := segment.NewWordSegmenterDirect([]byte(text))
	for s.Segment() {
		out = append(out, string(s.Bytes()))
	}
	if s.Err() != nil {
		return []string{text}
	}
	return out
}

type diff struct{ parts []Part }

func (d *diff) add(op Op, words ...string) {
	for _, w := range words {
		if n := len(d.parts); n > 0 && d.parts[n-1].Op == op {
			d.parts[n-1].Text += w
		} else {
			d.parts = append(d.parts, Part{op, w})
		}
	}
}

// middle compares by the longest common subsequence.
func (d *diff) middle(a, b []string) {
	if len(a)*len(b) > maxCells {
		d.add(Delete, a...)
		d.add(Insert, b...)
		return
	}
	lengths := table(a, b)
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			d.add(Same, a[i])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && lengths[i+1][j] >= lengths[i][j+1]:
			d.add(Delete, a[i])
			i++
		default:
			d.add(Insert, b[j])
			j++
		}
	}
}

// table gives for each pair of places how many words the rests behind them have in common.
func table(a, b []string) [][]int32 {
	lengths := make([][]int32, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				lengths[i][j] = lengths[i+1][j+1] + 1
			} else {
				lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			}
		}
	}
	return lengths
}
