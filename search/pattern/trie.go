package pattern

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"errbook/search/codes"
)

// Keys of a trie that stand for more than one character, beyond all characters there are.
const (
	digitKey rune = utf8.MaxRune + 1 + iota
	letterKey
)

// trie holds texts by their beginnings. Texts that go on alike share one expression when it is rendered.
type trie struct {
	end  bool
	kids map[rune]*trie
}

func newTrie() *trie { return &trie{kids: map[rune]*trie{}} }

func (t *trie) add(text string) { t.addKeys([]rune(text)) }

func (t *trie) addKeys(keys []rune) {
	for _, k := range keys {
		if t.kids[k] == nil {
			t.kids[k] = newTrie()
		}
		t = t.kids[k]
	}
	t.end = true
}

func (t *trie) addCode(c codes.Code) {
	if !c.Range {
		t.add(c.Text)
		return
	}
	for _, block := range blocks(c.Lo, c.Hi) {
		t.addKeys(block)
	}
}

// render writes the texts below t as an expression: one atom, or a group where there are several.
func (t *trie) render() string {
	alike := map[string][]rune{} // characters by what follows them
	for k, kid := range t.kids {
		rest := kid.render()
		alike[rest] = append(alike[rest], k)
	}
	type branch struct {
		first rune
		expr  string
	}
	var branches []branch
	for rest, keys := range alike {
		slices.Sort(keys)
		branches = append(branches, branch{keys[0], join(class(keys), rest)})
	}
	slices.SortFunc(branches, func(a, b branch) int { return int(a.first - b.first) })
	var list []string
	for _, b := range branches {
		list = append(list, b.expr)
	}
	switch {
	case len(list) == 0:
		return ""
	case len(list) == 1 && !t.end:
		return list[0]
	case len(list) == 1 && len(t.kids) == len(alike[""]): // one character at most
		return list[0] + "?"
	}
	all := "(?:" + strings.Join(list, "|") + ")"
	if t.end {
		all += "?"
	}
	return all
}

// join puts a class before what follows it, counting equal ones: [0-9]{3}.
func join(class, rest string) string {
	after, same := strings.CutPrefix(rest, class)
	if !same || len(class) < 4 || strings.HasPrefix(after, "?") {
		return class + rest
	}
	count := 1
	if number, tail, counted := strings.Cut(strings.TrimPrefix(after, "{"), "}"); counted && strings.HasPrefix(after, "{") {
		count, _ = strconv.Atoi(number)
		after = tail
	}
	return class + "{" + strconv.Itoa(count+1) + "}" + after
}

// class matches one of some sorted characters.
func class(keys []rune) string {
	if len(keys) == 1 {
		return one(keys[0])
	}
	var b strings.Builder
	for i := 0; i < len(keys); {
		last := i
		for last+1 < len(keys) && keys[last+1] == keys[last]+1 && keys[last+1] < digitKey {
			last++
		}
		switch {
		case keys[i] >= digitKey:
			b.WriteString(strings.Trim(one(keys[i]), "[]"))
		case last > i+1:
			b.WriteString(inClass(keys[i]) + "-" + inClass(keys[last]))
		default:
			for _, k := range keys[i : last+1] {
				b.WriteString(inClass(k))
			}
		}
		i = last + 1
	}
	return "[" + b.String() + "]"
}

func one(k rune) string {
	switch {
	case k == digitKey:
		return "[0-9]"
	case k == letterKey:
		return "[A-Za-z]"
	case strings.ContainsRune(`\.+*?()|[]{}^$/`, k):
		return `\` + string(k)
	}
	return string(k)
}

func inClass(k rune) string {
	if strings.ContainsRune(`\]^-[/`, k) {
		return `\` + string(k)
	}
	return string(k)
}

// shape is how much of a code is left out of an expression.
type shape int

const (
	anyDigit  shape = iota // any digit for a digit
	anyLetter              // and any letter for a letter
	anyWord                // and any separators
)

// shapes writes what codes of the same shapes as those of the list look like.
func shapes(list []codes.Code, form shape) string {
	if form >= anyWord {
		return `-?\w(?:[\w.-]*\w)?`
	}
	t := newTrie()
	for _, c := range list {
		if !c.Range {
			t.addKeys(shaped([]rune(c.Text), form))
			continue
		}
		for _, block := range blocks(c.Lo, c.Hi) {
			t.addKeys(shaped(block, form))
		}
	}
	return t.render()
}

func shaped(keys []rune, form shape) []rune {
	out := slices.Clone(keys)
	for i, k := range out {
		switch {
		case k >= '0' && k <= '9':
			out[i] = digitKey
		case form == anyLetter && (k >= 'a' && k <= 'z' || k >= 'A' && k <= 'Z'):
			out[i] = letterKey
		}
	}
	return out
}
