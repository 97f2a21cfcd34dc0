package exchange

import (
	"bytes"
	"crypto/sha1"
	"encoding/json"
	"fmt"
	"strings"
)

// writeJSON writes a message file of go-i18n v2, in the document's order. Of a message it can say but the text ("other"), a
// description and a hash, so that all else stands in the description, a line each:
//
//	source: the text to translate
//	was: the source that a stale translation was made from
//	base: the hash of the translation
//
// A backslash and the characters that end a line are written \\, \n and \r there. The hash is that of goi18n: "sha1-" and the SHA-1 of the
// description and the source.
func writeJSON(f *File) []byte {
	var b bytes.Buffer
	b.WriteString("{")
	for i, u := range f.Units {
		if i > 0 {
			b.WriteString(",")
		}
		description := jsonDescription(f, u)
		fmt.Fprintf(&b, "\n  %s: {\n    \"description\": %s,\n    \"hash\": \"%s\",\n    \"other\": %s\n  }",
			jsonString(u.ID), jsonString(description), jsonHash(description, clean(u.Source)), jsonString(u.Text))
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}

// These keep a text on its line, and give it back.
var (
	escapeLine   = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`)
	unescapeLine = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r")
)

// jsonHash is what goi18n writes as the hash of a message.
func jsonHash(description, source string) string {
	return fmt.Sprintf("sha1-%x", sha1.Sum([]byte(description+source)))
}

func jsonDescription(f *File, u Unit) string {
	var lines []string
	add := func(name, value string) {
		if value != "" {
			lines = append(lines, name+": "+escapeLine.Replace(clean(value)))
		}
	}
	add("source", u.Source)
	add("was", u.Was)
	add("section", strings.Join(u.Section, " > "))
	for _, note := range u.Notes {
		add("note", note)
	}
	if u.From.File != "" {
		add("at", fmt.Sprintf("%s:%d", u.From.File, u.From.Line))
	}
	add("status", string(u.Status))
	add("base", string(u.Base))
	add("from", f.SourceLang)
	add("catalog", f.Catalog)
	add("lang", f.Lang)
	return strings.Join(lines, "\n")
}

// jsonString writes a string, with < > and & as they are.
func jsonString(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(clean(s)); err != nil {
		panic(err) // no string fails
	}
	return strings.TrimSuffix(b.String(), "\n")
}
