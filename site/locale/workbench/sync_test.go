package workbench

import (
	"strings"
	"testing"
	"testing/fstest"

	"errbook/site/locale"
	"errbook/site/locale/state"
)

// bench is a site of one catalogue, with sources by id and text in turn.
func bench(files fstest.MapFS, sources ...string) *Bench {
	var list []locale.Source
	for i := 0; i < len(sources); i += 2 {
		list = append(list, locale.Source{ID: sources[i], Text: sources[i+1]})
	}
	return &Bench{FS: files, Dir: "i18n", Source: "ja", Languages: []string{"ja", "en"}, Catalogs: []Catalog{{ID: "im", Sources: locale.NewSources(list)}}}
}

// synced carries a sync out in memory.
func synced(t *testing.T, b *Bench, files fstest.MapFS) *Plan {
	t.Helper()
	plan, list := b.Sync(b.Catalogs, b.Targets())
	if list != nil {
		t.Fatal(list)
	}
	for _, e := range plan.Edits {
		if e.After != nil {
			files[e.Name] = &fstest.MapFile{Data: e.After}
		}
	}
	return plan
}

func TestSync(t *testing.T) {
	files := fstest.MapFS{}
	synced(t, bench(files, "1.text", "一", "2.text", "同", "3.text", "同"), files)
	file := files["i18n/im.en.toml"]
	file.Data = []byte(strings.NewReplacer(`"1.text" = ""`, `"1.text" = "one" # mine`, `"2.text" = ""`, `"2.text" = "same"`).Replace(string(file.Data)))
	synced(t, bench(files, "1.text", "一", "2.text", "同", "3.text", "同"), files)
	changed := bench(files, "1.text", "壱", "3.text", "同", "4.text", "四")
	synced(t, changed, files)
	got := string(files["i18n/im.en.toml"].Data)
	for _, want := range []string{"# was: 一\n# now: 壱\n\"1.text\" = \"one\" # mine\n", "# 同\n\"3.text\" = \"same\"\n", "# 四\n\"4.text\" = \"\"\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("the file lacks %q:\n%s", want, got)
		}
	}
	if attic := string(files["i18n/attic/im.en.toml"].Data); !strings.Contains(attic, `"2.text" = "same"`) {
		t.Errorf("the attic:\n%s", attic)
	}
	if plan := synced(t, changed, files); plan.Changed() {
		t.Error("a second sync changes something")
	}
	d, _ := changed.Desk(changed.Catalogs[0], "en")
	for id, want := range map[string]state.Status{"1.text": state.Stale, "3.text": state.ReusedText, "4.text": state.Missing} {
		if got := d.Status(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}
