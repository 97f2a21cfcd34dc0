// Package state remembers what each translation was made from, so that nobody has to say when it has become stale.
//
// For every message of a language it keeps two hashes: of the source then (Source), and of the translation then (Text).
// What has changed since says what happened:
//
//	source same                       the translation is fresh, edited or not
//	source changed, translation same  it is stale
//	both changed                      somebody translated it again: it is fresh, and listed as such
//
// Editors, formatters, tools and shallow clones do not matter, for nothing but the texts counts.
//
// A state file is lines of four fields, parted by tabs and sorted by id:
//
//	<id> <hash of the source> <hash of the translation, or "-" for none> <how it came about, or "-">
//
// So git can merge two branches by keeping the lines of both (merge=union). Where that leaves several lines for one
// message, the one is taken that fits the present texts.
package state

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"errbook/site/diag"
)

// Hash stands for a text: the first 64 bits of its SHA-256, in hexadecimal. "" and None stand for no text.
type Hash string

// None is the hash of a text that is missing.
const None Hash = "-"

// HashOf returns the hash of a text. Blanks around it and the kind of line ends do not count; a blank text has None.
func HashOf(text string) Hash {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if text == "" {
		return None
	}
	sum := sha256.Sum256([]byte(text))
	return Hash(hex.EncodeToString(sum[:8]))
}

// How tells how a translation came about.
type How string

// The ways.
const (
	Written  How = "-"        // by a person
	Reused   How = "reused"   // taken over from a message with the same source
	Accepted How = "accepted" // the source changed, and a person said that the translation still holds
)

// Record is what is known of one translation.
type Record struct {
	ID           string
	Source, Text Hash
	How          How
}

// Records are those of one language, by id. A message may have several after a merge.
type Records map[string][]Record

// RuleState: a line of a state file cannot be read.
const RuleState = "translation-state"

// Parse reads a state file. A line that is none, such as a merge conflict's marker, is left out with a warning: what it
// said is then unknown, and sync writes it anew.
func Parse(file string, data []byte) (Records, diag.List) {
	records := Records{}
	var list diag.List
	scan := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	scan.Buffer(nil, len(data)+1)
	for line := 1; scan.Scan(); line++ {
		text := strings.TrimRight(scan.Text(), "\r")
		if text == "" || strings.HasPrefix(text, "# ") {
			continue
		}
		r, ok := parseLine(text)
		if !ok {
			list = append(list, diag.Warnf(diag.At(file, line, 1), RuleState,
				"the line is no record of a translation; delete it and run errbook i18n sync"))
			continue
		}
		if !slices.Contains(records[r.ID], r) {
			records[r.ID] = append(records[r.ID], r)
		}
	}
	return records, list
}

func parseLine(text string) (Record, bool) {
	fields := strings.Split(text, "\t")
	if len(fields) != 4 || fields[0] == "" {
		return Record{}, false
	}
	r := Record{unquoteID(fields[0]), Hash(fields[1]), Hash(fields[2]), How(fields[3])}
	known := r.How == Written || r.How == Reused || r.How == Accepted
	return r, known && r.Source.valid() && (r.Text == None || r.Text.valid())
}

func (h Hash) valid() bool {
	return len(h) == 16 && strings.Trim(string(h), "0123456789abcdef") == ""
}

const header = "# What each translation was made from. errbook i18n sync keeps this file; after a merge, keep the lines of both sides.\n"

// Format writes a state file.
func (r Records) Format() []byte {
	var all []Record
	for _, records := range r {
		all = append(all, records...)
	}
	slices.SortFunc(all, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Text, b.Text), cmp.Compare(a.How, b.How))
	})
	var b bytes.Buffer
	b.WriteString(header)
	for _, x := range all {
		b.WriteString(quoteID(x.ID) + "\t" + string(x.Source) + "\t" + string(x.Text) + "\t" + string(x.How) + "\n")
	}
	return b.Bytes()
}

// Set makes a record the only one of its message.
func (r Records) Set(x Record) { r[x.ID] = []Record{x} }

// quoteID writes an id of strange characters between quotes, so that it stays one field of one line.
func quoteID(id string) string {
	if strings.HasPrefix(id, "# ") || strings.HasPrefix(id, `"`) || strings.ContainsFunc(id, func(c rune) bool { return !strconv.IsPrint(c) }) {
		return strconv.Quote(id)
	}
	return id
}

func unquoteID(field string) string {
	if id, err := strconv.Unquote(field); err == nil && strings.HasPrefix(field, `"`) {
		return id
	}
	return field
}
