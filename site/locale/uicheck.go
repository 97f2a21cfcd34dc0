package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"errbook/site/diag"
)

// uiPlaceholders gives for each string the names that its English form uses. Strings that only a site's own theme has are
// not in it.
func uiPlaceholders(builtin fs.FS, dir string) map[string][]string {
	names := map[string][]string{}
	file := path.Join(dir, FileName(UIStem, "en"))
	data, err := fs.ReadFile(builtin, file)
	if err != nil {
		return names
	}
	messages, _ := parseFile(file, data) // what is wrong in it is said where the language is loaded
	for _, m := range messages {
		for _, form := range forms(m) {
			found, err := placeholders(form)
			if err == nil {
				names[m.ID] = union(names[m.ID], found)
			}
		}
	}
	return names
}

// checkUI reports strings that do more than name a placeholder, and tells which those are. A template is a program, and the
// files come from outside: of a template's language only {{.Name}} is taken.
func checkUI(file string, data []byte, messages []*i18n.Message, reference map[string][]string) (list diag.List, faulty map[string]bool) {
	pos := positionsByID(file, data)
	faulty = map[string]bool{}
	for _, m := range messages {
		at, ok := pos[m.ID]
		if !ok {
			at = diag.At(file, 1, 1)
		}
		for _, fault := range uiFaults(m, reference) {
			list = append(list, diag.Errorf(at, RuleUITemplate, "UI string %q%s", m.ID, fault))
			faulty[m.ID] = true
		}
	}
	return list, faulty
}

// uiFaults says what is wrong with a string, each as the rest of a sentence.
func uiFaults(m *i18n.Message, reference map[string][]string) (faults []string) {
	if m.LeftDelim != "" || m.RightDelim != "" {
		faults = append(faults, " has delimiters of its own; only {{.Name}} may stand in it")
	}
	if strings.TrimSpace(m.Other) == "" && strings.TrimSpace(strings.Join(forms(m), "")) != "" {
		faults = append(faults, ` lacks the form "other", which every language needs`)
	}
	known, listed := reference[m.ID]
	for _, form := range forms(m) {
		for _, which := range []func(rune) bool{forbiddenControl, bidiControl} {
			if r, bad := find(form, which); bad {
				faults = append(faults, fmt.Sprintf(" has the control character U+%04X; delete it", r))
			}
		}
		found, err := placeholders(form)
		if err != nil {
			faults = append(faults, fmt.Sprintf(": %v; only {{.Name}} may stand between braces", err))
			continue
		}
		for _, name := range found {
			if listed && !slices.Contains(known, name) {
				faults = append(faults, fmt.Sprintf(" uses {{.%s}}%s; it may use %s", name, diag.DidYouMean(name, known), orNone(known)))
			}
		}
	}
	return faults
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "no placeholder"
	}
	return "{{." + strings.Join(names, "}}, {{.") + "}}"
}

func forms(m *i18n.Message) (out []string) {
	for _, f := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

// placeholders lists the names in a UI string.
func placeholders(text string) (names []string, err error) {
	tree := parse.New("ui")
	tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		return nil, errors.New(templatePosition.ReplaceAllString(err.Error(), ""))
	}
	for _, other := range trees {
		if other != tree {
			return nil, errors.New("it defines a template")
		}
	}
	for _, n := range tree.Root.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
		case *parse.ActionNode:
			name, ok := simpleField(n)
			if !ok {
				return nil, fmt.Errorf("%s is more than a placeholder", n)
			}
			names = union(names, []string{name})
		default:
			return nil, fmt.Errorf("%s is more than a placeholder", n)
		}
	}
	return names, nil
}

// templatePosition is what the parser puts before its messages.
var templatePosition = regexp.MustCompile(`^template: ui:\d+:(\d+:)? `)

func simpleField(n *parse.ActionNode) (string, bool) {
	p := n.Pipe
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return "", false
	}
	f, ok := p.Cmds[0].Args[0].(*parse.FieldNode)
	if !ok || len(f.Ident) != 1 {
		return "", false
	}
	return f.Ident[0], true
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
