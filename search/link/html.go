package link

import "strings"

// htmlGuard reads HTML as a tokenizer does (HTML Living Standard, section 13.2.5), as far as is needed to tell running text
// from all else. It keeps where it is from line to line.
type htmlGuard struct {
	immediate
	state htmlState
	name  string // of the tag that is read
	close bool   // it is an end tag
	quote byte   // of the value that is read, or 0
	skip  string // the element in which nothing is linked
	depth int    // how many of it are open
}

type htmlState int

const (
	htmlText htmlState = iota
	htmlName
	htmlTag
	htmlComment
	htmlDeclaration
)

// htmlSkips are the elements in which nothing is linked; what stands in a raw one is no markup.
var htmlSkips = map[string]bool{
	"a": false, "code": false, "pre": false, "kbd": false, "samp": false, "button": false, "select": false, "svg": false, "head": false,
	"script": true, "style": true, "textarea": true, "title": true, "template": false, "iframe": true, "noscript": false,
}

func (g *htmlGuard) read(line string, _ bool) (kept []span, hides []hidden) {
	kept, hides = entities(line)
	kept = append(kept, addresses(line)...)
	alone, markup := -1, -1 // where what is left alone, and what is not shown, began
	for i := 0; i < len(line); {
		if g.leaves() && alone < 0 {
			alone = i
		}
		if g.unseen() && markup < 0 {
			markup = i
		}
		from := i
		i = g.step(line, i)
		alone, markup = begun(alone, g.leaves(), from), begun(markup, g.unseen(), from)
		if alone >= 0 && !g.leaves() {
			kept, alone = append(kept, span{alone, i}), -1
		}
		if markup >= 0 && !g.unseen() {
			hides, markup = append(hides, hidden{span{markup, i}, g.gap()}), -1
		}
	}
	if alone >= 0 {
		kept = append(kept, span{alone, len(line)})
	}
	if markup >= 0 {
		hides = append(hides, hidden{span{markup, len(line)}, g.gap()})
	}
	return kept, hides
}

// begun is where something began that goes on: before, or at i.
func begun(at int, on bool, i int) int {
	if at < 0 && on {
		return i
	}
	return at
}

func (g *htmlGuard) leaves() bool { return g.state != htmlText || g.skip != "" }

func (g *htmlGuard) unseen() bool { return g.state != htmlText || htmlSkips[g.skip] }

// gap is what is read for a tag: nothing for one within a word or between words, else a space.
func (g *htmlGuard) gap() string {
	if inline[g.name] {
		return ""
	}
	return " "
}

// inline are the elements that do not part words.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "em": true, "font": true, "i": true, "kbd": true,
	"mark": true, "s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "var": true, "wbr": true,
}

// step reads what begins at i and returns where to go on.
func (g *htmlGuard) step(line string, i int) int {
	switch g.state {
	case htmlText:
		return g.text(line, i)
	case htmlName:
		return g.tagName(line, i)
	case htmlTag:
		return g.tag(line, i)
	case htmlComment:
		return g.until(line, i, "-->")
	}
	return g.until(line, i, ">")
}

func (g *htmlGuard) until(line string, i int, end string) int {
	at := strings.Index(line[i:], end)
	if at < 0 {
		return len(line)
	}
	g.state = htmlText
	return i + at + len(end)
}

func (g *htmlGuard) text(line string, i int) int {
	at := strings.IndexByte(line[i:], '<')
	if at < 0 {
		return len(line)
	}
	if at > 0 {
		return i + at
	}
	rest := line[i+1:]
	if htmlSkips[g.skip] && !(len(rest) > len(g.skip) && rest[0] == '/' && strings.EqualFold(rest[1:1+len(g.skip)], g.skip)) {
		return i + 1
	}
	switch {
	case strings.HasPrefix(rest, "!--"):
		g.state = htmlComment
		return i + 4
	case strings.HasPrefix(rest, "!"), strings.HasPrefix(rest, "?"):
		g.state = htmlDeclaration
		return i + 2
	case rest != "" && isLetter(rest[0]):
		g.state, g.close, g.name = htmlName, false, ""
	case len(rest) > 1 && rest[0] == '/' && isLetter(rest[1]):
		g.state, g.close, g.name = htmlName, true, ""
		return i + 2
	case strings.HasPrefix(rest, "/"):
		g.state = htmlDeclaration // what ends no element counts as a comment
		return i + 2
	}
	return i + 1
}

// tagName reads on to where the name ends.
func (g *htmlGuard) tagName(line string, i int) int {
	end := i
	for end < len(line) && line[end] > ' ' && line[end] != '>' && line[end] != '/' {
		end++
	}
	if len(g.name) < 32 {
		g.name += strings.ToLower(line[i:end])
	}
	if end < len(line) {
		g.state, g.quote = htmlTag, 0
	}
	return end
}

// tag reads on to the end of a value or of the tag.
func (g *htmlGuard) tag(line string, i int) int {
	if g.quote != 0 {
		at := strings.IndexByte(line[i:], g.quote)
		if at < 0 {
			return len(line)
		}
		g.quote = 0
		return i + at + 1
	}
	at := strings.IndexAny(line[i:], `"'>`)
	if at < 0 {
		return len(line)
	}
	if c := line[i+at]; c != '>' {
		g.quote = c
		return i + at + 1
	}
	g.state = htmlText
	g.element(line[:i+at])
	return i + at + 1
}

// element opens or closes the element in which nothing is linked.
func (g *htmlGuard) element(before string) {
	_, skips := htmlSkips[g.name]
	switch {
	case g.skip == "" && skips && !g.close && !strings.HasSuffix(before, "/"):
		g.skip, g.depth = g.name, 1
	case g.skip == "" || g.name != g.skip:
	case g.close:
		if g.depth--; g.depth == 0 {
			g.skip = ""
		}
	case g.name != "a": // of links there is one at a time
		g.depth++
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
