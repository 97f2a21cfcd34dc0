package cli

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"errbook/site"
	"errbook/site/diag"
)

// The parts of SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0) that check --sarif writes.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool                 `json:"tool"`
		ColumnKind string                    `json:"columnKind"`
		Bases      map[string]sarifReference `json:"originalUriBaseIds"`
		Results    []sarifResult             `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Short   sarifText    `json:"shortDescription"`
		Full    sarifText    `json:"fullDescription"`
		Help    sarifText    `json:"help"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level diag.Severity `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"` // in the driver's rules; -1 for none (section 3.27.6)
		Level     diag.Severity   `json:"level"`     // SARIF has the same three words
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifReference struct {
		Description sarifText `json:"description"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
)

// sarifBase is what relative addresses are relative to: the folder in which errbook ran, mostly the root of a repository.
const sarifBase = "%SRCROOT%"

// newSarif makes a SARIF log of diagnostics. Files stand in it relative to dir, those outside of it as file: addresses. What
// is no file, such as a flag, has no location.
func newSarif(list diag.List, dir string) sarifLog {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Tool: sarifTool{sarifDriver{Name: "errbook"}},
		Bases: map[string]sarifReference{sarifBase: {sarifText{Text: "The folder in which errbook ran."}}}}
	index := map[string]int{}
	for i, r := range site.Rules() {
		index[r.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSarifRule(r))
	}
	for _, d := range list {
		result := sarifResult{RuleID: d.Rule, RuleIndex: -1, Level: d.Severity, Message: sarifText{Text: d.Message}}
		if i, ok := index[d.Rule]; ok {
			result.RuleIndex = i
		}
		result.Locations = sarifLocations(d.Position, dir)
		run.Results = append(run.Results, result)
	}
	return sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run}}
}

func newSarifRule(r diag.Rule) sarifRule {
	short, _, _ := strings.Cut(r.Summary, ". ")
	return sarifRule{
		ID: r.ID, Short: sarifText{Text: strings.TrimSuffix(short, ".") + "."}, Full: sarifText{Text: r.Summary},
		Help: sarifText{
			Text:     r.Summary + "\n\nExample:\n\n" + r.Example + "\n\nMend it: " + r.Mend,
			Markdown: r.Summary + "\n\nExample:\n\n````\n" + r.Example + "\n````\n\nMend it: " + r.Mend,
		},
		Default: sarifDefault{r.Severity},
	}
}

func sarifLocations(p diag.Position, dir string) []sarifLocation {
	if strings.HasPrefix(p.File, "--") {
		return []sarifLocation{}
	}
	return []sarifLocation{{sarifPhysical{sarifAddress(p.File, dir), sarifRegion{max(p.Line, 1), max(p.Col, 1)}}}}
}

// sarifAddress is the URI of a file (RFC 3986): percent-encoded, with slashes, and without ".." (SARIF section 3.4.3).
func sarifAddress(file, dir string) sarifArtifact {
	name := filepath.FromSlash(file)
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
		return sarifArtifact{URI: (&url.URL{Path: filepath.ToSlash(rel)}).String(), Base: sarifBase}
	}
	slashed := "/" + strings.TrimPrefix(filepath.ToSlash(name), "/") // a drive of Windows follows a slash
	return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: slashed}).String()}
}

// workingDir is where the command runs, or "" where that cannot be told.
func workingDir() string {
	dir, _ := os.Getwd()
	return dir
}
