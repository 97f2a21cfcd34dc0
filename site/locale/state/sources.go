package state

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"

	"errbook/site/diag"
)

// Sources keeps the source texts that translations were made from, by their hashes: what a translator is shown as the old
// text when the document has a new one. A catalogue has one file of them for all languages. A line is a hash and a text
// between quotes, so that this file, too, can be merged by keeping the lines of both sides.
type Sources map[Hash]string

// ParseSources reads such a file. A line that is none is left out with a warning; a text that does not have its hash, too.
func ParseSources(file string, data []byte) (Sources, diag.List) {
	sources := Sources{}
	var list diag.List
	n := 0
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\uFEFF"))) {
		n++
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" || strings.HasPrefix(text, "# ") {
			continue
		}
		hash, quoted, _ := strings.Cut(text, "\t")
		source, err := strconv.Unquote(quoted)
		if err != nil || HashOf(source) != Hash(hash) {
			list = append(list, diag.Warnf(diag.At(file, n, 1), RuleState,
				"the line is no source text with its hash; delete it and run errbook i18n sync"))
			continue
		}
		sources[Hash(hash)] = source
	}
	return sources, list
}

const sourcesHeader = "# The source texts that translations were made from. errbook i18n sync keeps this file; after a merge, keep the lines of both sides.\n"

// Format writes the file.
func (s Sources) Format() []byte {
	var b bytes.Buffer
	b.WriteString(sourcesHeader)
	for _, hash := range slices.Sorted(maps.Keys(s)) {
		b.WriteString(string(hash) + "\t" + quoteText(s[hash]) + "\n")
	}
	return b.Bytes()
}

// quoteText writes a text on one line; what can be printed stays readable.
func quoteText(text string) string { return strconv.Quote(strings.ToValidUTF8(text, "\uFFFD")) }

// Use marks the sources that the records speak of.
func (r Records) Use(used map[Hash]bool) {
	for _, records := range r {
		for _, x := range records {
			used[x.Source] = true
		}
	}
}
