package link

import (
	"regexp"
	"strings"
)

// markdownGuard keeps what is open at the beginning of a line.
type markdownGuard struct {
	fence byte // of the block of code, or 0
	runs  int  // how many of it opened the block
	tag   string
}

var (
	fenceLine  = regexp.MustCompile("^(?:[ \t>]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])*(`{3,}|~{3,})([^\n]*)")
	definition = regexp.MustCompile(`^[ >]*\[(?:[^\[\]\\]|\\.)+\]:[ \t]*\S`)
	autolink   = regexp.MustCompile(`<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>`)
	tagForm    = regexp.MustCompile(`</?([A-Za-z][A-Za-z0-9-]*)(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>` + "`" + `]+))?)*\s*/?>|<!--.*?-->`)
)

func (g *markdownGuard) read(line string, starts bool) ([]span, []hidden) {
	return g.kept(line, starts), entities(line)
}

func (g *markdownGuard) kept(line string, starts bool) []span {
	whole := []span{{0, len(line)}}
	if m := fenceLine.FindStringSubmatch(line); starts && m != nil && g.fenced(m[1], m[2]) {
		return whole
	}
	switch {
	case g.fence != 0:
		return whole
	case starts && strings.TrimSpace(line) == "":
		if g.tag == "a" || g.tag == "code" {
			g.tag = "" // an inline element ends with its paragraph
		}
		return nil
	case starts && definition.MatchString(line):
		return whole
	}
	list := append(all(line, autolink, address, entity), g.elements(line)...)
	codes := codeSpans(line, 0, len(line))
	return append(append(list, codes...), links(line, codes)...)
}

// fenced opens or closes a block of code, and reports whether the line is one of its fences (section 4.5).
func (g *markdownGuard) fenced(fence, info string) bool {
	if g.fence != 0 {
		if fence[0] == g.fence && len(fence) >= g.runs && strings.TrimSpace(info) == "" {
			g.fence = 0
			return true
		}
		return false
	}
	if g.tag != "" || fence[0] == '`' && strings.Contains(info, "`") {
		return false
	}
	g.fence, g.runs = fence[0], len(fence)
	return true
}

// elements returns the tags and comments of a line (section 6.6), and the elements in which nothing is linked.
func (g *markdownGuard) elements(line string) (list []span) {
	from := 0 // of the open element
	for _, m := range tagForm.FindAllStringSubmatchIndex(line, -1) {
		list = append(list, span{m[0], m[1]})
		if m[2] < 0 {
			continue
		}
		name := strings.ToLower(line[m[2]:m[3]])
		switch closing := line[m[0]+1] == '/'; {
		case closing && g.tag == name:
			list = append(list, span{from, m[1]})
			g.tag = ""
		case !closing && g.tag == "" && markdownSkips[name] && line[m[1]-2] != '/':
			g.tag, from = name, m[0]
		}
	}
	if g.tag != "" {
		list = append(list, span{from, len(line)})
	}
	return list
}

var markdownSkips = map[string]bool{"a": true, "code": true, "pre": true, "script": true, "style": true, "kbd": true, "textarea": true}

// links returns the links and images of a line: [text](…), [text][label] and [label][] (section 6.3). Brackets in code are
// none.
func links(line string, codes []span) (list []span) {
	var open []int
	for i := 0; i < len(line); i++ {
		if len(codes) > 0 && i >= codes[0].from {
			i, codes = codes[0].to-1, codes[1:]
			continue
		}
		switch line[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if end := targetEnd(line, i+1); end > 0 {
				if from > 0 && line[from-1] == '!' {
					from--
				}
				list = append(list, span{from, end})
				i = end - 1
			}
		}
	}
	return list
}

// maxTarget is how long the target of a link may be.
const maxTarget = 2048

// targetEnd returns where the target of a link ends that begins at i, or 0.
func targetEnd(line string, i int) int {
	if i == len(line) || line[i] != '(' && line[i] != '[' {
		return 0
	}
	closes := byte(')')
	if line[i] == '[' {
		closes = ']'
	}
	depth := 0
	for at := i; at < len(line) && at-i < maxTarget; at++ {
		switch line[at] {
		case '\\':
			at++
		case line[i]:
			depth++
		case closes:
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return 0
}
