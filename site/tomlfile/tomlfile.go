// Package tomlfile reads TOML files that people edit, so that every complaint about one names its line and column.
package tomlfile

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"errbook/site/diag"
)

// The rules of this package's diagnostics.
const (
	RuleSyntax     = "toml-syntax" // the file is not TOML, or a value is of the wrong type
	RuleUnknownKey = "unknown-key" // a key that means nothing
)

// Decode decodes a file into v, a pointer to a struct. A key that v has no field for is an error; so is a value of another
// type than the field's.
func Decode(file string, data []byte, v any) diag.List {
	if d, ok := checkUTF8(file, data); !ok {
		return diag.List{d}
	}
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(v)
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) {
		return unknownKeys(file, strict, reflect.TypeOf(v))
	}
	if err != nil {
		return diag.List{Problem(file, err)}
	}
	return nil
}

// Problem makes a diagnostic of an error of go-toml.
func Problem(file string, err error) diag.Diagnostic {
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		line, col := decode.Position()
		return diag.Errorf(diag.At(file, line, col), RuleSyntax, "%s", strings.TrimPrefix(decode.Error(), "toml: "))
	}
	return diag.Errorf(diag.At(file, 1, 1), RuleSyntax, "%s", strings.TrimPrefix(err.Error(), "toml: "))
}

func checkUTF8(file string, data []byte) (diag.Diagnostic, bool) {
	if utf8.Valid(data) {
		return diag.Diagnostic{}, true
	}
	line := 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))
	return diag.Errorf(diag.At(file, line, 1), RuleSyntax, "the file is not UTF-8 from here on; save it as UTF-8"), false
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

func unknownKeys(file string, strict *toml.StrictMissingError, t reflect.Type) (list diag.List) {
	for _, e := range strict.Errors {
		line, col := e.Position()
		key := e.Key()
		known := fieldNames(t, key[:len(key)-1])
		last := key[len(key)-1]
		list = append(list, diag.Errorf(diag.At(file, line, col), RuleUnknownKey, "unknown key %q%s; known here: %s",
			last, diag.DidYouMean(last, known), strings.Join(known, ", ")))
	}
	return list
}

// fieldNames lists the TOML names of the fields of the struct at a path below t, sorted.
func fieldNames(t reflect.Type, path []string) (names []string) {
	t = structAt(t, path)
	if t == nil {
		return nil
	}
	for i := range t.NumField() {
		if name := fieldName(t.Field(i)); name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// structAt follows a path of keys through structs, pointers, slices and maps; nil where it leads to no struct.
func structAt(t reflect.Type, path []string) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch {
	case t.Kind() == reflect.Map && len(path) > 0:
		return structAt(t.Elem(), path[1:])
	case t.Kind() != reflect.Struct:
		return nil
	case len(path) == 0:
		return t
	}
	for i := range t.NumField() {
		if fieldName(t.Field(i)) == path[0] {
			return structAt(t.Field(i).Type, path[1:])
		}
	}
	return nil
}

// Positions tells where each key of a file stands. A key is its path, joined by KeySeparator; a table of an array has its
// number in the array, from 0, in the path after the array's name. A file that does not parse gives the keys before the
// fault.
func Positions(file string, data []byte) map[string]diag.Position {
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
	switch e.Kind {
	case unstable.Table:
		w.table = w.resolve(w.key(e, nil))
	case unstable.ArrayTable:
		path := w.resolve(w.key(e, nil))
		name := strings.Join(path, KeySeparator)
		w.table = append(path, strconv.Itoa(w.arrays[name]))
		w.arrays[name]++
	case unstable.KeyValue:
		w.keyValue(e, w.table)
	}
}

func (w *positionWalk) keyValue(e *unstable.Node, table []string) {
	path := w.key(e, table)
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			w.keyValue(it.Node(), path)
		}
	}
}

// key notes where a key stands, below the table in which it does, and returns its whole path.
func (w *positionWalk) key(e *unstable.Node, table []string) []string {
	path := slices.Clone(table)
	first := -1
	for it := e.Key(); it.Next(); {
		n := it.Node()
		if first < 0 {
			first = int(n.Raw.Offset)
		}
		path = append(path, string(n.Data))
	}
	name := strings.Join(path, KeySeparator)
	if _, ok := w.found[name]; !ok {
		w.found[name] = w.pos(first)
	}
	return path
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
