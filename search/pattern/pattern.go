// Package pattern makes regular expressions that find a site's codes, for tools that link them: a chat, a log viewer, a
// tracker, a bookmarklet.
//
// Tools read regular expressions in many dialects. Every expression that [Pattern] gives, but that of [Pattern.Anywhere],
// keeps to what RE2, PCRE, Java, Python, .NET and JavaScript without flags have in common, and has one capture group: the
// code. What stands around it is matched, not looked at, because RE2 cannot look around.
//
// A code that is a mere number, or a short word, counts only behind a word that says that a code follows, such as
// "error code" or "エラーコード" (a cue): logs are full of numbers. One that has letters and digits or separators, such as
// ORA-00942, speaks for itself. Neither is found within a date, a time, an address, a version or a longer number.
//
// Codes are found as they are published; package codes reads other spellings too.
package pattern

import (
	"strings"
	"unicode"

	"errbook/search/codes"
)

// maxLength bounds what a list of codes may take in bytes before their shapes stand for it.
const maxLength = 6000

// Pattern holds what the codes of a site look like.
type Pattern struct {
	Numbers string // an expression for the codes that need a cue, without groups; "" where there are none
	Names   string // the same for those that speak for themselves
	Shape   bool   // Numbers stands for all that is shaped like one of the codes, because there are too many to list
}

// Of makes the pattern of the codes. The order of the list and what stands in it twice do not matter. Where the codes would
// take more than 6,000 bytes, digits stand for any digit, then letters for any letter; and where that is still too
// much, a word of letters, digits and separators stands for any code. All of these want a cue.
func Of(list []codes.Code) Pattern {
	numbers, names := newTrie(), newTrie()
	for _, c := range list {
		if !c.Range && speaks(c.Text) {
			names.add(c.Text)
		} else {
			numbers.addCode(c)
		}
	}
	p := Pattern{Numbers: numbers.render(), Names: names.render()}
	for form := anyDigit; len(p.Numbers)+len(p.Names) > maxLength; form++ {
		p = Pattern{Numbers: shapes(list, form), Shape: true}
	}
	return p
}

// speaks tells whether a text is hardly anything but a code: four characters and more, letters among them, and digits or
// underscores.
func speaks(text string) bool {
	return len(text) >= 4 && strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsAny(text, "0123456789_")
}

// Cued finds a code behind a cue; "" where no code needs one.
func (p Pattern) Cued() string {
	if p.Numbers == "" {
		return ""
	}
	return cue + gap + "(" + p.Numbers + ")" + `(?:$|[^\w.,:/-]|[.,:/-](?:$|\D))`
}

// Named finds a code that speaks for itself; "" where there is none.
func (p Pattern) Named() string {
	if p.Names == "" {
		return ""
	}
	return `(?:^|[^\w./-])(` + p.Names + `)(?:$|[^\w./-]|[./-](?:$|\W))`
}

// CuedIn finds the same as Cued where the tool itself wants white space before a match, and no letter or digit behind it, as
// Zulip does; its group has the name "code".
func (p Pattern) CuedIn() string {
	if p.Numbers == "" {
		return ""
	}
	return `\w*?` + cue + gap + "(?P<code>" + p.Numbers + ")"
}

// NamedIn is Named for such a tool.
func (p Pattern) NamedIn() string {
	if p.Names == "" {
		return ""
	}
	return "(?P<code>" + p.Names + ")"
}

// The bounds of a code that only dialects with lookbehind know.
const (
	numberTail = `(?!\w|[.,:/-]\d|%)`
	nameHead   = `(?<![\w./-])`
	nameTail   = `(?!\w|[./-]\w)`
)

// Strict finds all codes, in JavaScript and other dialects with lookbehind: numbers behind a cue, in the first group, and
// those that speak for themselves, in the second. A match ends with its code.
func (p Pattern) Strict() string { return p.around(cue + gap) }

// Anywhere is Strict for texts in which a number that is a code is nothing else: a number needs no cue, but stands for
// itself. Where shapes stand for the codes, it is Strict.
func (p Pattern) Anywhere() string {
	if p.Shape {
		return p.Strict()
	}
	return p.around("(?:" + cue + gap + `|(?<![\w.,:/@#-]))`)
}

func (p Pattern) around(head string) string {
	var list []string
	if p.Numbers != "" {
		list = append(list, head+"("+p.Numbers+")"+numberTail)
	}
	if p.Names != "" {
		group := nameHead + "(" + p.Names + ")" + nameTail
		if p.Numbers == "" {
			group += "()" // so that the groups have the same numbers
		}
		list = append(list, group)
	}
	return strings.Join(list, "|")
}
