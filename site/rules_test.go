package site_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"errbook/site"
	"errbook/site/catalog"
	"errbook/site/diag"
)

// TestEveryRuleIsExplained compares the explanations with the constants of the source whose names start with Rule.
func TestEveryRuleIsExplained(t *testing.T) {
	declared := declaredRules(t)
	if len(declared) < 30 {
		t.Fatalf("only %d rules found in the source", len(declared))
	}
	explained := map[string]bool{}
	for _, r := range site.Rules() {
		if explained[r.ID] {
			t.Errorf("rule %s is explained twice", r.ID)
		}
		explained[r.ID] = true
		if declared[r.ID] == "" {
			t.Errorf("rule %s is explained, but no package has it", r.ID)
		}
		checkRule(t, r)
	}
	for id, where := range declared {
		if !explained[id] {
			t.Errorf("%s: rule %s is not explained in the rulesdoc.go of its package", where, id)
		}
	}
}

func checkRule(t *testing.T, r diag.Rule) {
	t.Helper()
	if !slices.Contains([]diag.Severity{diag.Error, diag.Warning, diag.Note}, r.Severity) {
		t.Errorf("rule %s has the severity %q", r.ID, r.Severity)
	}
	if strings.TrimSpace(r.Example) == "" {
		t.Errorf("rule %s has no example", r.ID)
	}
	for _, text := range []string{r.Summary, r.Mend} {
		if strings.TrimSpace(text) == "" || strings.Contains(text, "\n") {
			t.Errorf("rule %s: %q is to be sentences on one line", r.ID, text)
		}
	}
}

// declaredRules gives for the id of every rule where its constant stands.
func declaredRules(t *testing.T) map[string]string {
	t.Helper()
	declared, files := map[string]string{}, token.NewFileSet()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if decl, ok := n.(*ast.GenDecl); ok && decl.Tok == token.CONST {
				for _, spec := range decl.Specs {
					noteRules(declared, files, spec.(*ast.ValueSpec))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return declared
}

func noteRules(declared map[string]string, files *token.FileSet, spec *ast.ValueSpec) {
	for i, name := range spec.Names {
		if !strings.HasPrefix(name.Name, "Rule") || i >= len(spec.Values) {
			continue
		}
		if lit, ok := spec.Values[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
			id, _ := strconv.Unquote(lit.Value)
			declared[id] = files.Position(lit.Pos()).String()
		}
	}
}

// TestExamplesTriggerTheirRules reads the examples that are documents.
func TestExamplesTriggerTheirRules(t *testing.T) {
	noDocument := []string{catalog.RuleNotUTF8, catalog.RuleUnknownColumn, catalog.RuleUnknownTable}
	for _, r := range catalog.Rules() {
		if slices.Contains(noDocument, r.ID) {
			continue
		}
		_, list := catalog.Read("example.md", []byte(r.Example+"\n"), catalog.Options{ID: "example"})
		i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Rule == r.ID })
		if i < 0 {
			t.Errorf("the example of %s does not trigger it, but: %s", r.ID, fmt.Sprint(list))
		} else if list[i].Severity != r.Severity {
			t.Errorf("the example of %s is of severity %s, its explanation says %s", r.ID, list[i].Severity, r.Severity)
		}
	}
}
