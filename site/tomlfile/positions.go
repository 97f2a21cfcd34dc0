package tomlfile

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"errbook/site/diag"
)

// Positions tells where each key of a file stands. A key is its path, joined by KeySeparator; a table of an array has its
// number in the array, from 0, in the path after the array's name; that path is where its header stands. A file that does not parse gives the keys before the
// fault.
func Positions(file string, data []byte) map[string]diag.Position {
	data = WithoutBOM(data)
	w := positionWalk{file: file, data: data, found: map[string]diag.Position{}, arrays: map[string]int{}}
	var p unstable.Parser
	p.Reset(data)
	for p.NextExpression() {
		w.expression(p.Expression())
	}
	return w.found
}

// KeySeparator stands between the parts of a key's path in Positions: a character that no key that people write has.
const KeySeparator = "\x1f"

type positionWalk struct {
	file   string
	data   []byte
	found  map[string]diag.Position
	arrays map[string]int
	table  []string
	line   int // of the last position; keys come in order, so that counting goes on from there
	offset int
}

func (w *positionWalk) expression(e *unstable.Node) {
	switch parts, offset := keyParts(e); e.Kind {
	case unstable.Table:
		w.table = w.resolve(parts)
		w.note(w.table, offset)
	case unstable.ArrayTable:
		path := w.resolve(parts)
		w.note(path, offset)
		name := strings.Join(path, KeySeparator)
		w.table = append(path, strconv.Itoa(w.arrays[name]))
		w.note(w.table, offset)
		w.arrays[name]++
	case unstable.KeyValue:
		w.keyValue(e, w.table)
	}
}

func (w *positionWalk) keyValue(e *unstable.Node, table []string) {
	parts, offset := keyParts(e)
	path := append(slices.Clone(table), parts...)
	w.note(path, offset)
	w.value(e.Value(), path)
}

// value goes into inline tables, and into those of an array.
func (w *positionWalk) value(v *unstable.Node, path []string) {
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			w.keyValue(it.Node(), path)
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			w.value(it.Node(), append(slices.Clone(path), strconv.Itoa(i)))
		}
	}
}

// keyParts returns the parts of a key and where it starts.
func keyParts(e *unstable.Node) (parts []string, offset int) {
	for it := e.Key(); it.Next(); {
		n := it.Node()
		if parts == nil {
			offset = int(n.Raw.Offset)
		}
		parts = append(parts, string(n.Data))
	}
	return parts, offset
}

// note keeps where a path first stands.
func (w *positionWalk) note(path []string, offset int) {
	name := strings.Join(path, KeySeparator)
	if _, ok := w.found[name]; !ok {
		w.found[name] = w.pos(offset)
	}
}

// resolve puts the number of the last table of each array on the path into it.
func (w *positionWalk) resolve(path []string) (out []string) {
	for i, part := range path {
		out = append(out, part)
		if n, ok := w.arrays[strings.Join(out, KeySeparator)]; ok && i < len(path)-1 {
			out = append(out, strconv.Itoa(n-1))
		}
	}
	return out
}

func (w *positionWalk) pos(offset int) diag.Position {
	if offset < w.offset {
		w.offset, w.line = 0, 0
	}
	w.line += bytes.Count(w.data[w.offset:offset], []byte("\n"))
	w.offset = offset
	start := bytes.LastIndexByte(w.data[:offset], '\n') + 1
	return diag.At(w.file, w.line+1, utf8.RuneCount(w.data[start:offset])+1)
}
