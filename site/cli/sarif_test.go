package cli

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site"
	"errbook/site/diag"
)

// TestSarif looks at the JSON as a reader of SARIF 2.1.0 would, not at the types that made it.
func TestSarif(t *testing.T) {
	list := diag.List{
		diag.Errorf(diag.At("content/エラー 1.md", 42, 7), "duplicate-code", "code %q stands twice", "1"),
		diag.Warnf(diag.At("/repo/docs/content/a.md", 0, 0), "no-text", "none"),
		diag.Notef(diag.At("/elsewhere/b c.md", 3, 1), "not-codes", "passed over"),
		diag.Warnf(diag.At("../up.md", 1, 1), "made-up", "unknown rule"),
		diag.Errorf(diag.At("--base-url", 1, 1), "config", "no file"),
		diag.Errorf(diag.At("a:b.md", 1, 1), "read", "colon"),
	}
	data, err := json.Marshal(newSarif(list, "/repo"))
	if err != nil {
		t.Fatal(err)
	}
	var log map[string]any
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	run := log["runs"].([]any)[0].(map[string]any)
	if log["version"] != "2.1.0" || run["columnKind"] != "unicodeCodePoints" {
		t.Errorf("version %v, columnKind %v", log["version"], run["columnKind"])
	}
	rules := checkDriver(t, run)
	var got []string
	for _, r := range run["results"].([]any) {
		got = append(got, checkResult(t, r.(map[string]any), rules))
	}
	want := []string{
		"error content/%E3%82%A8%E3%83%A9%E3%83%BC%201.md %SRCROOT% 42:7", "warning docs/content/a.md %SRCROOT% 1:1",
		"note file:///elsewhere/b%20c.md  3:1", "warning file:///up.md  1:1", "error nowhere", "error ./a:b.md %SRCROOT% 1:1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// checkDriver wants every rule to be told in full, and returns their ids in order.
func checkDriver(t *testing.T, run map[string]any) (ids []string) {
	t.Helper()
	driver := run["tool"].(map[string]any)["driver"].(map[string]any)
	if driver["name"] != "errbook" {
		t.Errorf("the tool is called %v", driver["name"])
	}
	for _, r := range driver["rules"].([]any) {
		rule := r.(map[string]any)
		for _, key := range []string{"shortDescription", "fullDescription", "help"} {
			if text, _ := rule[key].(map[string]any)["text"].(string); text == "" {
				t.Errorf("rule %v has no %s", rule["id"], key)
			}
		}
		ids = append(ids, rule["id"].(string))
	}
	if len(ids) != len(site.Rules()) {
		t.Errorf("%d rules, want %d", len(ids), len(site.Rules()))
	}
	return ids
}

// checkResult wants a result to be of its rule, and returns the rest of it as a line.
func checkResult(t *testing.T, r map[string]any, rules []string) string {
	t.Helper()
	if want := float64(slices.Index(rules, r["ruleId"].(string))); r["ruleIndex"] != want {
		t.Errorf("%v has the index %v, want %v", r["ruleId"], r["ruleIndex"], want)
	}
	if text, _ := r["message"].(map[string]any)["text"].(string); text == "" {
		t.Errorf("%v has no message", r["ruleId"])
	}
	locations := r["locations"].([]any)
	if len(locations) == 0 {
		return r["level"].(string) + " nowhere"
	}
	var at sarifPhysical
	data, _ := json.Marshal(locations[0].(map[string]any)["physicalLocation"])
	if err := json.Unmarshal(data, &at); err != nil {
		t.Fatal(err)
	}
	pos := diag.At("", at.Region.StartLine, at.Region.StartColumn)
	return r["level"].(string) + " " + at.Artifact.URI + " " + at.Artifact.Base + " " + pos.String()[1:]
}
