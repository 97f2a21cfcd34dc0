package site_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"errbook/site/codediff"
)

// schemas compiles the schemas that a built site publishes. In strict form they allow no member that they do not describe.
func schemas(t *testing.T, out string, strict bool) func(name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	ids := map[string]string{}
	for _, name := range []string{"codes.schema.json", "code.schema.json", "diff.schema.json"} {
		doc := readJSON(t, filepath.Join(out, "api", name))
		if strict {
			closeObjects(doc)
		}
		ids[name] = doc.(map[string]any)["$id"].(string)
		if err := c.AddResource(ids[name], doc); err != nil {
			t.Fatal(err)
		}
	}
	return func(name string) *jsonschema.Schema {
		s, err := c.Compile(ids[name])
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func readJSON(t *testing.T, name string) any {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

// closeObjects forbids members that are not described, in every object of a schema that describes some.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, described := v["properties"].(map[string]any); described && v["additionalProperties"] == nil {
			v["additionalProperties"] = false
		}
		for _, child := range v {
			closeObjects(child)
		}
	case []any:
		for _, child := range v {
			closeObjects(child)
		}
	}
}

// TestFilesForProgramsKeepTheirSchemas validates all JSON of codes, of a site with all kinds of codes and of the real one.
func TestFilesForProgramsKeepTheirSchemas(t *testing.T) {
	small := t.TempDir()
	build(t, load(t, smallFiles(t)), small)
	for _, out := range []string{small, builtSite(t)} {
		for _, strict := range []bool{true, false} {
			schema := schemas(t, out, strict)
			if err := schema("codes.schema.json").Validate(readJSON(t, filepath.Join(out, "api", "codes.json"))); err != nil {
				t.Error(err)
			}
			names, err := filepath.Glob(filepath.Join(out, "c", "*", "*.json"))
			if err != nil || len(names) < 5 {
				t.Fatal(names, err)
			}
			code := schema("code.schema.json")
			for _, name := range names {
				if err := code.Validate(readJSON(t, name)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

// TestDiffKeepsItsSchema validates the differences of codes of all kinds.
func TestDiffKeepsItsSchema(t *testing.T) {
	names, err := filepath.Glob("codediff/testdata/*.txtar")
	if err != nil || len(names) < 5 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var docs []codediff.Document
		for _, f := range a.Files[:2] {
			d, err := codediff.Read(f.Name, f.Data)
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, d)
		}
		docs[1].Schema = "https://e.example/api/codes.schema.json"
		data, err := json.Marshal(codediff.Compare(docs[0], docs[1], nil))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, strict := range []bool{true, false} {
			if err := schemas(t, builtSite(t), strict)("diff.schema.json").Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestSchemasRefuseOtherThings(t *testing.T) {
	schema := schemas(t, builtSite(t), false)
	for name, text := range map[string]string{
		"codes.schema.json": `{"build":"x","catalogs":[{"id":"im","title":"","source":"ja","sections":[],"entries":[{"code":6017,"kind":"single","section":"","line":1,"fields":{}}]}]}`,
		"diff.schema.json":  `{"old":"","new":"","added":[],"changed":[{"catalog":"im","code":"1","title":"","fields":[]}],"retired":[],"restored":[],"removed":[],"moved":[]}`,
		"code.schema.json":  `{"catalog":"im","code":"1","kind":"single","permalink":"https://e.example/c/1","source":"ja","languages":{}}`,
	} {
		var doc any
		if err := json.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		if schema(name).Validate(doc) == nil {
			t.Errorf("%s takes %s", name, text)
		}
	}
}

func TestAPIDocHasTheBaseURL(t *testing.T) {
	out := t.TempDir()
	s := load(t, smallFiles(t))
	build(t, s, out)
	for _, name := range []string{"codes.schema.json", "code.schema.json", "diff.schema.json", "openapi.json"} {
		data, err := os.ReadFile(filepath.Join(out, "api", name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), `"`+s.Book.BaseURL) || strings.Contains(string(data), "errbook.invalid") {
			t.Errorf("%s does not name %s", name, s.Book.BaseURL)
		}
	}
}
