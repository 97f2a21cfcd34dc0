package site_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed lists for each package what of errbook it may import. The picture is in doc.go.
var allowed = map[string][]string{
	"errbook":                   {"errbook/site/cli"},
	"errbook/search/codes":      {},
	"errbook/search/judge":      {},
	"errbook/search/pattern":    {"errbook/search/codes"},
	"errbook/search/ticket":     {"errbook/search/codes"},
	"errbook/search/link":       {"errbook/search/codes", "errbook/search/ticket"},
	"errbook/search/searchtest": {"errbook/search", "errbook/search/codes"},
	"errbook/search":            {"errbook/search/codes"},
	"errbook/site/diag":         {},
	"errbook/site/prose":        {"errbook/site/diag"},
	"errbook/site/publish":      {},
	"errbook/site/published":    {"errbook/site/diag"},
	"errbook/site/tomlfile":     {"errbook/site/diag"},
	"errbook/site/catalog":      {"errbook/site/diag", "errbook/site/prose"},
	"errbook/site/locale": {"errbook/site/diag", "errbook/site/locale/messagefile", "errbook/site/locale/state", "errbook/site/prose",
		"errbook/site/tomlfile"},
	"errbook/site/codediff":           {"errbook/site/diag", "errbook/site/locale/worddiff", "errbook/site/prose"},
	"errbook/site/locale/glossary":    {"errbook/site/diag", "errbook/site/tomlfile"},
	"errbook/site/locale/lint":        {"errbook/site/diag", "errbook/site/locale/glossary", "errbook/site/prose"},
	"errbook/site/locale/exchange":    {"errbook/site/diag", "errbook/site/locale/state"},
	"errbook/site/locale/messagefile": {"errbook/site/diag"},
	"errbook/site/locale/pseudo":      {"errbook/site/prose"},
	"errbook/site/locale/state":       {"errbook/site/diag"},
	"errbook/site/locale/worddiff":    {},
	"errbook/site/locale/workbench": {"errbook/site/diag", "errbook/site/locale", "errbook/site/locale/exchange", "errbook/site/locale/glossary",
		"errbook/site/locale/lint", "errbook/site/locale/messagefile", "errbook/site/locale/state", "errbook/site/prose", "errbook/site/tomlfile"},
	"errbook/site/page": {"errbook/site/catalog", "errbook/site/diag", "errbook/site/locale", "errbook/site/prose"},
	"errbook/site": {"errbook/search", "errbook/search/codes", "errbook/search/pattern", "errbook/site/catalog", "errbook/site/codediff", "errbook/site/diag",
		"errbook/site/locale", "errbook/site/locale/exchange", "errbook/site/locale/glossary", "errbook/site/locale/lint",
		"errbook/site/locale/messagefile", "errbook/site/locale/pseudo", "errbook/site/locale/state", "errbook/site/locale/workbench", "errbook/site/locale/worddiff", "errbook/site/page", "errbook/site/prose", "errbook/site/publish", "errbook/site/published", "errbook/site/tomlfile"},
	"errbook/site/server": {"errbook/search", "errbook/search/codes", "errbook/search/ticket", "errbook/site", "errbook/site/locale", "errbook/site/page"},
	"errbook/site/cli": {"errbook/search/codes", "errbook/search/link", "errbook/search/ticket", "errbook/site", "errbook/site/catalog", "errbook/site/codediff", "errbook/site/diag",
		"errbook/site/locale", "errbook/site/locale/exchange", "errbook/site/locale/glossary", "errbook/site/locale/messagefile",
		"errbook/site/locale/pseudo", "errbook/site/locale/state", "errbook/site/locale/workbench", "errbook/site/locale/worddiff", "errbook/site/page", "errbook/site/prose",
		"errbook/site/server", "errbook/site/tomlfile"},
}

func TestImportsRunOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "errbook/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		may, known := allowed[p.ImportPath]
		if !known {
			t.Errorf("%s has no place in the picture of doc.go", p.ImportPath)
		}
		seen++
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "errbook") && !slices.Contains(may, imported) {
				t.Errorf("%s may not import %s", p.ImportPath, imported)
			}
		}
	}
	if seen != len(allowed) {
		t.Errorf("%d packages, the picture has %d", seen, len(allowed))
	}
}
