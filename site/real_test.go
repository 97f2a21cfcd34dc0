package site_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sourceRow is a row of the real document as read here, by nothing but splitting strings.
type sourceRow struct {
	code, text string
	headings   [2]string
	line       int
}

// splitSource reads content/im.md without the project's reader.
func splitSource(t *testing.T) (rows []sourceRow) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "content", "im.md"))
	if err != nil {
		t.Fatal(err)
	}
	var headings [2]string
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(strings.TrimPrefix(line, ">"))
		switch {
		case strings.HasPrefix(line, "###"):
			headings[1] = strings.TrimSpace(strings.TrimPrefix(line, "###"))
		case strings.HasPrefix(line, "##"):
			headings = [2]string{strings.TrimSpace(strings.TrimPrefix(line, "##")), ""}
		case strings.HasPrefix(line, "|"):
			cells := strings.Split(line, "|")
			code := strings.TrimSpace(cells[1])
			if code == "エラーコード" || strings.HasPrefix(code, "---") {
				continue
			}
			if len(cells) != 4 {
				t.Fatalf("line %d has %d cells", i+1, len(cells))
			}
			code = strings.ReplaceAll(code, " - ", "-")
			rows = append(rows, sourceRow{code, plainCell(cells[2]), headings, i + 1})
		}
	}
	return rows
}

var link = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)

// plainCell takes away the Markdown that the document has: links, line breaks and one escape.
func plainCell(cell string) string {
	cell = link.ReplaceAllString(cell, "$1")
	cell = strings.ReplaceAll(cell, "<br>", " ")
	cell = strings.ReplaceAll(cell, `\_`, "_")
	return strings.Join(strings.Fields(cell), " ")
}

// splitTranslations reads a file of messages without the project's reader: the plain text of each message of one line by
// that of its source, which the comment above it is.
func splitTranslations(t *testing.T, lang string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	if lang == "ja" {
		return texts
	}
	data, err := os.ReadFile(filepath.Join(root, "i18n", "im."+lang+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	source := ""
	for _, line := range strings.Split(string(data), "\n") {
		if comment, ok := strings.CutPrefix(line, "# "); ok && !strings.HasPrefix(comment, "reused from ") {
			source = plainCell(comment)
			continue
		}
		if _, value, ok := strings.Cut(line, " = "); ok && len(value) > 1 {
			text := value[1 : len(value)-1]
			if value[0] == '"' {
				text = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(text)
			}
			texts[source] = plainCell(text)
		}
	}
	return texts
}

var languages = []string{"ja", "en", "zh-Hans", "ko"}

func TestEveryCodeOfTheRealDocument(t *testing.T) {
	out := builtSite(t)
	rows := splitSource(t)
	if len(rows) != 421 {
		t.Fatalf("%d rows in the source, want 421", len(rows))
	}
	codes := map[string]bool{}
	translated := map[string]map[string]string{}
	for _, lang := range languages {
		translated[lang] = splitTranslations(t, lang)
	}
	for _, r := range rows {
		codes[r.code] = true
		for _, lang := range languages {
			text := visible(t, filepath.Join(out, lang, "im", r.code, "index.html"))
			for _, source := range []string{r.code, r.text, r.headings[0], r.headings[1]} {
				want := source
				if lang != "ja" && source != r.code && source != "" {
					want = translated[lang][source]
				}
				if want == "" && source != "" {
					t.Errorf("line %d: %q has no translation into %s", r.line, source, lang)
				}
				if !strings.Contains(text, want) {
					t.Errorf("line %d: the page of %s in %s lacks %q", r.line, r.code, lang, want)
				}
			}
		}
	}
	if len(codes) != 420 {
		t.Errorf("%d codes, want 420", len(codes))
	}
	for _, lang := range languages {
		dirs, err := filepath.Glob(filepath.Join(out, lang, "im", "*", "index.html"))
		if err != nil || len(dirs) != 420 {
			t.Errorf("%d pages of codes in %s (%v), want 420", len(dirs), lang, err)
		}
	}
}

// allCodes is what this test reads of /api/codes.json, spelled out apart from the code that writes it.
type allCodes struct {
	Build    string
	Catalogs []struct {
		ID, Title, Source string
		Sections          []struct{ ID, Title, Parent string }
		Entries           []struct {
			Code, Kind, Lo, Hi, Section string
			Line                        int
			Fields                      map[string]string
		}
	}
}

func TestCodesJSONOfTheRealDocument(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(builtSite(t), "api", "codes.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all allCodes
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Catalogs) != 1 || all.Catalogs[0].ID != "im" || all.Catalogs[0].Source != "ja" || all.Build == "" {
		t.Fatalf("catalogs: %+v", all.Catalogs)
	}
	catalog := all.Catalogs[0]
	title, parent := map[string]string{}, map[string]string{}
	for _, s := range catalog.Sections {
		title[s.ID], parent[s.ID] = s.Title, s.Parent
	}
	got := map[string]string{}
	for _, e := range catalog.Entries {
		path := title[e.Section]
		if p := parent[e.Section]; p != "" {
			path = title[p] + "/" + path
		}
		got[e.Code] = fmt.Sprintf("%d %s %s", e.Line, path, strings.Join(strings.Fields(e.Fields["text"]), " "))
		if e.Code == "120001-130000" && (e.Kind != "range" || e.Lo != "120001" || e.Hi != "130000") {
			t.Errorf("the range is %+v", e)
		}
	}
	if len(got) != 420 || len(catalog.Entries) != 420 {
		t.Errorf("%d codes in %d entries, want 420 in 420", len(got), len(catalog.Entries))
	}
	seen := map[string]bool{}
	for _, r := range splitSource(t) {
		if seen[r.code] {
			continue // 10062 stands twice
		}
		seen[r.code] = true
		path := strings.TrimSuffix(r.headings[0]+"/"+r.headings[1], "/")
		if want := fmt.Sprintf("%d %s %s", r.line, path, r.text); got[r.code] != want {
			t.Errorf("code %s:\n got %s\nwant %s", r.code, got[r.code], want)
		}
	}
}

func TestOfflinePushStandsUnderItsOwnHeading(t *testing.T) {
	for _, r := range splitSource(t) {
		if strings.HasPrefix(r.code, "-19") || strings.HasPrefix(r.code, "-20") && len(r.code) == 4 {
			text := visible(t, filepath.Join(builtSite(t), "ja", "im", r.code, "index.html"))
			if !strings.Contains(text, "オフラインプッシュエラーコード") || strings.Contains(text, "グループのエラーコード") {
				t.Errorf("%s does not stand under offline push alone", r.code)
			}
		}
	}
}
