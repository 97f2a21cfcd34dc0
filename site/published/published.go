// Package published reads and writes the list of every code that a site ever published, content/codes.lock: by it a build
// knows that a code has disappeared, when each came, and what its page said last.
//
// The file has one line for each code, sorted, of six parts with a tab between them:
//
//	<catalogue>	<code>	<date added>	<date of the last change>	<sum of its texts>	"<description>"
//
// A date is YYYY-MM-DD, the sum twelve hexadecimal digits, the description Markdown between quotes (as Go writes them). A
// catalogue or code that starts with a quote or # or has control characters stands between quotes too. Lines that
// start with "# " and empty ones say nothing.
//
// No line speaks of another one, so that two branches are merged by keeping the lines of both (git: merge=union). Of the lines
// of one code the earliest date added holds, and all else of the one that changed last; the next [Format] leaves one.
package published

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"errbook/site/diag"
)

// RuleLock: a line of the list cannot be read, or stands twice.
const RuleLock = "codes-lock"

// DateLayout is how a date is written, as package time wants it.
const DateLayout = "2006-01-02"

// maxText bounds a description, in bytes: what is longer is cut.
const maxText = 4000

// Code is one published code.
type Code struct {
	Catalog, Text  string
	Added, Changed string // YYYY-MM-DD; never Changed before Added
	Sum            string // of all its texts in the source language, see Sum
	Description    string // Markdown in the source language; may be ""

	Pos diag.Position // of its line
}

// Key names a code among all catalogues, as site.toml does.
func (c Code) Key() string { return c.Catalog + "/" + c.Text }

// Sum stands for texts: equal texts have the same one.
func Sum(texts ...string) string {
	sum := sha256.New()
	for _, t := range texts {
		sum.Write([]byte(strconv.Itoa(len(t)) + ":" + t))
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// ValidDate tells whether a text is a date as this file and site.toml write one.
func ValidDate(s string) bool {
	t, err := time.Parse(DateLayout, s)
	return err == nil && t.Format(DateLayout) == s && t.Year() > 0
}

// Format writes the file. The codes may be in any order, and each is to be there once.
func Format(list []Code) []byte {
	list = slices.Clone(list)
	slices.SortFunc(list, compare)
	var b bytes.Buffer
	b.WriteString(header)
	for _, c := range list {
		parts := []string{bare(c.Catalog), bare(c.Text), c.Added, c.Changed, c.Sum, quote(clip(c.Description))}
		b.WriteString(strings.Join(parts, "\t") + "\n")
	}
	return b.Bytes()
}

const header = "# Every code that was ever published. errbook build --lock keeps this file; after a merge, keep the lines of both sides.\n"

func compare(a, b Code) int {
	return cmp.Or(cmp.Compare(a.Catalog, b.Catalog), cmp.Compare(a.Text, b.Text))
}

// bare is a name as it stands in a line: between quotes where it could be taken for something else.
func bare(s string) string {
	if s == "" || strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "#") || strings.TrimSpace(s) != s || !utf8.ValidString(s) ||
		strings.ContainsFunc(s, unicode.IsControl) || isMarker(s) {
		return quote(s)
	}
	return s
}

// quote writes a text on one line; what can be printed stays readable.
func quote(s string) string { return strconv.Quote(strings.ToValidUTF8(s, "\uFFFD")) }

func clip(s string) string {
	if len(s) <= maxText {
		return s
	}
	return strings.ToValidUTF8(s[:maxText], "")
}
