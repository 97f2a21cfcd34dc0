// Package tomlfile reads TOML files that people edit, so that every complaint about one names its line and column.
package tomlfile

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	burntsushi "github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2"

	"errbook/site/diag"
)

// The rules of this package's diagnostics.
const (
	RuleSyntax     = "toml-syntax" // the file is not TOML, or a value is of the wrong type
	RuleUnknownKey = "unknown-key" // a key that means nothing
	RuleEdit       = "toml-edit"   // errbook does not dare to change the file
)

// Decode decodes a file into v, a pointer to a struct. A key that v has no field for is an error; so is a value of another
// type than the field's. A byte order mark is no part of the file.
func Decode(file string, data []byte, v any) diag.List {
	data = WithoutBOM(data)
	if i := firstInvalid(data); i < len(data) {
		return diag.List{diag.Errorf(position(file, data, i), RuleSyntax, "the file is not UTF-8 from here on; save it as UTF-8")}
	}
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(v)
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) {
		return unknownKeys(file, data, strict, reflect.TypeOf(v))
	}
	if err != nil {
		return diag.List{Problem(file, data, err)}
	}
	return nil
}

// WithoutBOM returns a file's text without the byte order mark that some editors put before it.
func WithoutBOM(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

// Problem makes a diagnostic of an error of go-toml or of BurntSushi's decoder in a file.
func Problem(file string, data []byte, err error) diag.Diagnostic {
	at := diag.At(file, 1, 1)
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		line, col := decode.Position()
		at = characters(file, data, line, col)
		err = decode
	}
	var parse burntsushi.ParseError
	if errors.As(err, &parse) {
		start := min(max(parse.Position.Start, 0), len(data)) // the decoder gives -1 for a fault at the first byte
		return diag.Errorf(position(file, data, start), RuleSyntax, "%s", plainMessage(parse.Message))
	}
	return diag.Errorf(at, RuleSyntax, "%s", plainMessage(strings.TrimPrefix(err.Error(), "toml: ")))
}

// characters is the position of a column that counts bytes, as those of go-toml do; one beyond the end of its line is there.
func characters(file string, data []byte, line, col int) diag.Position {
	start := 0
	for range line - 1 {
		start += bytes.IndexByte(data[start:], '\n') + 1
	}
	length := bytes.IndexByte(data[start:], '\n')
	if length < 0 {
		length = len(data) - start
	}
	return position(file, data, start+min(max(col, 1)-1, length))
}

// position is the position of the character that a byte belongs to.
func position(file string, data []byte, offset int) diag.Position {
	for offset > 0 && offset < len(data) && !utf8.RuneStart(data[offset]) {
		offset--
	}
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	return diag.At(file, 1+bytes.Count(data[:start], []byte("\n")), utf8.RuneCount(data[start:offset])+1)
}

// strangeByte is how go-toml speaks of a byte of a character beyond ASCII, as if it were a character.
var strangeByte = regexp.MustCompile(`U\+00[89A-F][0-9A-F]`)

var wrongType = regexp.MustCompile(`(?s)^cannot (?:decode|store) (?:TOML )?(?:an? )?(\w+(?: \w+)?) (?:in|into|to) (?:.* of type )?(?:a )?(\S+)$`)

// typeNames are what people call the types of fields.
var typeNames = map[string]string{"string": "a text between quotes", "bool": "true or false", "int": "a whole number",
	"[]string": "a list of texts", "map[string]string": "a table of texts", "map[string][]string": "a table of lists of texts"}

// plainMessage says in words what go-toml says with the names of Go's types and bytes.
func plainMessage(message string) string {
	if m := wrongType.FindStringSubmatch(message); m != nil {
		want, ok := typeNames[m[2]]
		if !ok {
			want = "something else"
		}
		return "the value is to be " + want + ", not of the type " + m[1]
	}
	switch {
	case strangeByte.MatchString(message) && strings.Contains(message, "start of value"), strings.HasPrefix(message, "expected value but found"):
		return "a text is to stand between quotes"
	case strings.HasPrefix(message, "invalid character at start of key"):
		return "a key is to be of A-Z, a-z, 0-9, - and _, or to stand between quotes"
	}
	return message
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

func unknownKeys(file string, data []byte, strict *toml.StrictMissingError, t reflect.Type) (list diag.List) {
	paths := map[diag.Position][]string{}
	for key, at := range Positions(file, data) {
		paths[at] = strings.Split(key, KeySeparator)
	}
	for _, e := range strict.Errors {
		line, col := e.Position()
		at := characters(file, data, line, col)
		path, ok := paths[at]
		if !ok {
			path = e.Key()
		}
		key, known := firstUnknown(t, path)
		hint := ""
		if len(known) > 0 {
			hint = "; known here: " + strings.Join(known, ", ")
		}
		list = append(list, diag.Errorf(at, RuleUnknownKey, "unknown key %q%s%s", key, diag.DidYouMean(key, known), hint))
	}
	return list
}

// firstUnknown returns the first key of a path below t that is no field, and the names that are.
func firstUnknown(t reflect.Type, path []string) (key string, known []string) {
	for i, key := range path {
		s := structAt(t, path[:i])
		if s == nil {
			continue
		}
		known := fieldNames(s)
		if !slices.ContainsFunc(known, func(name string) bool { return strings.EqualFold(name, key) }) {
			return key, known
		}
	}
	return path[len(path)-1], nil
}

// fieldNames lists the TOML names of the fields of a struct, sorted.
func fieldNames(t reflect.Type) (names []string) {
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

// structAt follows a path of keys through structs, pointers, slices and maps; nil where it leads to no struct. The number of
// a table in an array may be in the path.
func structAt(t reflect.Type, path []string) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		if t.Kind() == reflect.Slice && len(path) > 0 && isNumber(path[0]) {
			path = path[1:]
		} else if t.Kind() == reflect.Slice && len(path) == 0 {
			return nil
		}
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
		if strings.EqualFold(fieldName(t.Field(i)), path[0]) {
			return structAt(t.Field(i).Type, path[1:])
		}
	}
	return nil
}

func isNumber(key string) bool {
	_, err := strconv.Atoi(key)
	return err == nil
}
