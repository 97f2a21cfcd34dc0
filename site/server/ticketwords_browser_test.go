package server

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTicketWords has the words of ticket-words.js be those of words.go.
func TestTicketWords(t *testing.T) {
	ctx := ticketReadPage(t)
	got := eval[map[string][]string](t, ctx, `Object.fromEntries(Object.entries(errbookTicketParts.words)
		.map(([name, list]) => [name, list.map(errbookCodesParts.text.fromBytes)]))`)
	file, err := parser.ParseFile(token.NewFileSet(), "../../search/ticket/words.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		switch v := spec.Values[0].(type) {
		case *ast.CallExpr: // strings.Fields
			want[spec.Names[0].Name] = strings.Fields(stringIn(t, v.Args[0]))
		case *ast.CompositeLit:
			for _, e := range v.Elts {
				want[spec.Names[0].Name] = append(want[spec.Names[0].Name], stringIn(t, e))
			}
		}
		return false
	})
	if len(want) < 10 {
		t.Fatalf("%d lists in words.go", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-Go +JavaScript:\n%s", diff)
	}
}

// stringIn is the value of a string, or of several joined by plus.
func stringIn(t *testing.T, e ast.Expr) string {
	t.Helper()
	switch v := e.(type) {
	case *ast.BinaryExpr:
		return stringIn(t, v.X) + stringIn(t, v.Y)
	case *ast.BasicLit:
		s, err := strconv.Unquote(v.Value)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Fatalf("%T in words.go", e)
	return ""
}
