package link

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

var (
	address = regexp.MustCompile(`[A-Za-z][A-Za-z0-9+.-]*://[^\s<>]+`)
	entity  = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
)

// all returns where an expression matches; no match is without needle, which is quicker to look for.
func all(line, needle string, re *regexp.Regexp) (found []span) {
	if !strings.Contains(line, needle) {
		return nil
	}
	for _, m := range re.FindAllStringIndex(line, -1) {
		found = append(found, span{m[0], m[1]})
	}
	return found
}

func addresses(line string) []span { return all(line, "://", address) }

// entities are left alone, and read as the characters that they stand for.
func entities(line string) (kept []span, hides []hidden) {
	kept = all(line, "&", entity)
	for _, s := range kept {
		hides = append(hides, hidden{s, html.UnescapeString(line[s.from:s.to])})
	}
	return kept, hides
}

// textGuard leaves addresses alone.
type textGuard struct{ immediate }

func (textGuard) read(line string, _ bool) ([]span, []hidden) { return addresses(line), nil }

// slackGuard keeps whether a block of code is open.
type slackGuard struct {
	immediate
	open bool
}

// token is a link, a mention or a command.
var token = regexp.MustCompile(`<(?:[@#!]|[A-Za-z][A-Za-z0-9+.-]*:)[^<>]*>`)

const slackBlock = "```"

func (g *slackGuard) read(line string, _ bool) ([]span, []hidden) {
	kept, hides := entities(line)
	kept = slices.Concat(kept, all(line, "<", token), addresses(line), g.code(line))
	return kept, hides
}

// code returns what stands between grave accents.
func (g *slackGuard) code(line string) (list []span) {
	from, at := 0, 0
	for {
		i := strings.Index(line[at:], slackBlock)
		if i < 0 {
			break
		}
		end := at + i + len(slackBlock)
		if g.open {
			list = append(list, span{from, end})
		} else {
			list = append(list, codeSpans(line, at, at+i)...)
			from = at + i
		}
		g.open, at = !g.open, end
	}
	if g.open {
		return append(list, span{from, len(line)})
	}
	return append(list, codeSpans(line, at, len(line))...)
}

// codeSpans returns the code spans that begin and end in line[from:to]: a run of grave accents, and the next as long
// (CommonMark 0.31.2, section 6.1).
func codeSpans(line string, from, to int) (list []span) {
	type run struct{ at, length int }
	var runs []run
	for i := from; i < to; {
		if line[i] != '`' {
			i++
			continue
		}
		n := i
		for n < to && line[n] == '`' {
			n++
		}
		if i == from || line[i-1] != '\\' {
			runs = append(runs, run{i, n - i})
		}
		i = n
	}
	next := map[int][]int{} // where runs of a length stand
	for i, r := range runs {
		next[r.length] = append(next[r.length], i)
	}
	for i := 0; i < len(runs); i++ {
		same := next[runs[i].length]
		j, _ := slices.BinarySearch(same, i+1)
		if j == len(same) {
			continue
		}
		end := runs[same[j]]
		list = append(list, span{runs[i].at, end.at + end.length})
		i = same[j]
	}
	return list
}
