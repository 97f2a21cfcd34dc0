package catalog

import (
	"bytes"
	"regexp"
)

// regionTag is a tag that begins or ends a region.
type regionTag struct {
	kind    htmlKind
	closing bool
}

// htmlTagAt reads the tag at a "<".
func htmlTagAt(source []byte, at int) (regionTag, bool) {
	rest := source[at+1:]
	if bytes.HasPrefix(rest, []byte("!--")) {
		return regionTag{kind: htmlComment}, true
	}
	closing := bytes.HasPrefix(rest, []byte("/"))
	if closing {
		rest = rest[1:]
	}
	switch {
	case isTagName(rest, "table"):
		return regionTag{htmlTable, closing}, true
	case isTagName(rest, "dl"):
		return regionTag{htmlList, closing}, true
	}
	return regionTag{}, false
}

func isTagName(b []byte, name string) bool {
	return len(b) > len(name) && bytes.EqualFold(b[:len(name)], []byte(name)) && bytes.IndexByte([]byte(" \t\r\n\f/>"), b[len(name)]) >= 0
}

// htmlEnds pairs the tags of a document wherever they stand, and tells for the beginning of each table, list and comment
// that is closed where it ends. It is nil for a document without any. A tag that is only spoken of does no harm: an
// opening one stays without a partner, as does a closing one.
func htmlEnds(source []byte) map[int]int {
	var ends map[int]int
	open := map[htmlKind][]int{}
	for i := nextTag(source, 0); i < len(source); i = nextTag(source, i) {
		tag, ok := htmlTagAt(source, i)
		at := i
		i++
		if !ok {
			continue
		}
		if ends == nil {
			ends = map[int]int{}
		}
		stack := open[tag.kind]
		switch {
		case tag.kind == htmlComment:
			i = closeComment(source, at, ends)
		case !tag.closing:
			open[tag.kind] = append(stack, at)
		case len(stack) > 0:
			ends[stack[len(stack)-1]] = tagEnd(source, at)
			open[tag.kind] = stack[:len(stack)-1]
		}
	}
	return ends
}

func nextTag(source []byte, from int) int {
	if i := bytes.IndexByte(source[from:], '<'); i >= 0 {
		return from + i
	}
	return len(source)
}

// closeComment notes where a comment ends, and goes past it; of one that is not closed, or is only spoken of in a code span,
// just past its beginning.
func closeComment(source []byte, at int, ends map[int]int) int {
	after := at + len("<!--")
	if len(ends) > 0 && ends[noComment] != 0 {
		return after
	}
	i := bytes.Index(source[at+len("<!"):], []byte("-->"))
	if i < 0 {
		ends[noComment] = 1
		return after
	}
	ends[at] = at + len("<!") + i + len("-->")
	if at > 0 && source[at-1] == '`' {
		return after
	}
	return ends[at]
}

// noComment stands among the ends once no comment is closed any more, so that it is not looked for again.
const noComment = -1

// maxTag is how far a tag is followed, and what comes after it.
const maxTag = 8 << 10

// tagEnd is where a tag ends, past its ">"; one in quotes does not count. A tag that is too long ends after its name.
func tagEnd(source []byte, at int) int {
	quote := byte(0)
	for i := at; i < min(len(source), at+maxTag); i++ {
		switch b := source[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i + 1
		}
	}
	return at + 1
}

// What may come after the tag of a table or a list, beside comments.
var (
	inTable = regexp.MustCompile(`(?i)^<(?:(?:caption|colgroup|col|thead|tbody|tfoot|tr|td|th)[\s/>]|/table)`)
	inList  = regexp.MustCompile(`(?i)^<(?:(?:dt|dd|div)[\s/>]|/dl)`)
	inSpace = regexp.MustCompile(`^(?:[\s>]+|<!--(?s:.*?)-->|\{/\*(?s:.*?)\*/\})+`)
)

// opensHTML tells whether a tag is followed by what a table or a list is made of.
func opensHTML(source []byte, at int, kind htmlKind) bool {
	end := tagEnd(source, at)
	if source[end-1] != '>' || source[end-2] == '/' {
		return false
	}
	rest := source[end:min(len(source), end+maxTag)]
	rest = rest[len(inSpace.Find(rest)):]
	if kind == htmlTable {
		return inTable.Match(rest)
	}
	return inList.Match(rest)
}

// afterUnclosed is a blank line and the beginning of a line with which something new starts.
var afterUnclosed = regexp.MustCompile(`\n[ \t>]*\r?(\n[ \t>]*)(?:#{1,6}[ \t]|(?i:<(?:table|dl)[\s>]))`)

// unclosedEnd is where a region ends that has no closing tag: at the line that starts something new.
func unclosedEnd(source []byte, at int) int {
	if m := afterUnclosed.FindSubmatchIndex(source[at:]); m != nil {
		return at + m[2] + 1
	}
	return len(source)
}
