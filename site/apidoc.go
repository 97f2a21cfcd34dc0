package site

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

// apidocFiles describe what programs get: JSON Schemas (draft 2020-12) of the files, and an OpenAPI 3.1 document of the
// endpoint. Addresses in them start with apidocBase, in whose place the site's base URL is put.
//
//go:embed apidoc/*.json
var apidocFiles embed.FS

const apidocBase = "https://errbook.invalid/"

// apidocNames are the files, in api/ of the output.
var apidocNames = []string{"codes.schema.json", "code.schema.json", "diff.schema.json", "openapi.json"}

// APIDoc is one of codes.schema.json, code.schema.json, diff.schema.json and openapi.json, for a site with this base URL.
func APIDoc(name, baseURL string) (string, error) {
	data, err := apidocFiles.ReadFile("apidoc/" + name)
	if err != nil {
		return "", fmt.Errorf("describe the endpoint: %w", err)
	}
	quoted, _ := json.Marshal(baseURL) // a string always can be
	return strings.ReplaceAll(string(data), apidocBase, strings.Trim(string(quoted), `"`)), nil
}

// apidoc publishes them.
func (b *build) apidoc() error {
	for _, name := range apidocNames {
		text, err := APIDoc(name, b.site.Book.BaseURL)
		if err != nil {
			return err
		}
		if err := b.putText("api/"+name, text); err != nil {
			return err
		}
	}
	return nil
}
