package site_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	cssComment     = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssDeclaration = regexp.MustCompile(`([-a-z]+)\s*:\s*([^;{}]+)\s*[;}]`)
	cssSide        = regexp.MustCompile(`(^|[^a-z])(left|right)($|[^a-z])`)
	cssAround      = regexp.MustCompile(`^(margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$`)
)

// physical lists the declarations of a stylesheet that speak of left and right, by name or by the order of their values, so
// that they stay where they are in a page that runs from right to left.
func physical(css string) (found []string) {
	for _, m := range cssDeclaration.FindAllStringSubmatch(cssComment.ReplaceAllString(css, ""), -1) {
		property, value := m[1], strings.TrimSpace(m[2])
		v := cssValues(value)
		switch {
		case cssSide.MatchString(property), cssSide.MatchString(value),
			cssAround.MatchString(property) && len(v) == 4 && v[1] != v[3],
			property == "border-radius" && !evenCorners(v):
			found = append(found, fmt.Sprintf("%s: %s", property, value))
		}
	}
	return found
}

// cssValues splits a value at its blanks, but for those within parentheses.
func cssValues(value string) (list []string) {
	depth := 0
	for _, word := range strings.Fields(value) {
		if depth > 0 {
			list[len(list)-1] += " " + word
		} else {
			list = append(list, word)
		}
		depth += strings.Count(word, "(") - strings.Count(word, ")")
	}
	return list
}

// evenCorners tells whether the corners of the left are those of the right.
func evenCorners(v []string) bool {
	switch len(v) {
	case 2, 3:
		return v[0] == v[1] && (len(v) == 2 || v[2] == v[1])
	case 4:
		return v[0] == v[1] && v[2] == v[3]
	}
	return true
}

func TestPhysical(t *testing.T) {
	css := "/* left: 0 */ a{left:0;color:red} b { text-align: right; margin: 0 1px 0 2px; padding: 1px 2px 3px 2px }\n" +
		"c { border-radius: 0 1px 1px 0; float: left; transform-origin: top left; margin-left: calc(1px + 2px) } d:hover { border-radius: 1px 1px 0 0; content: \"bright\"; inset: 0 calc(1px + 1px) 0 1px; }"
	want := []string{"left: 0", "text-align: right", "margin: 0 1px 0 2px", "border-radius: 0 1px 1px 0", "float: left",
		"transform-origin: top left", "margin-left: calc(1px + 2px)", "inset: 0 calc(1px + 1px) 0 1px"}
	if diff := cmp.Diff(want, physical(css)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestStylesHaveNoLeftAndRight keeps the theme's stylesheets to starts and ends, which a page from right to left turns
// around.
func TestStylesHaveNoLeftAndRight(t *testing.T) {
	allowed := []string{} // declarations that speak of left and right on purpose, with the reason beside them
	theme := os.DirFS("../themes/default")
	files, err := fs.Glob(theme, "assets/*.css")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range physical(string(data)) {
			if !slices.Contains(allowed, d) {
				t.Errorf("%s has %q; say it with inline-start and inline-end", name, d)
			}
		}
	}
}
