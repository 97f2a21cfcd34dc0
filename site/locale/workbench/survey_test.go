package workbench

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestSurveyAgrees compares the survey with what Progress and Todo say.
func TestSurveyAgrees(t *testing.T) {
	files := fstest.MapFS{}
	synced(t, bench(files, "1.text", "一", "2.text", "二"), files)
	file := files["i18n/im.en.toml"]
	file.Data = []byte(strings.NewReplacer(`"1.text" = ""`, `"1.text" = "one"`, `"2.text" = ""`, `"2.text" = "two"`).Replace(string(file.Data)))
	synced(t, bench(files, "1.text", "一", "2.text", "二"), files)
	b := bench(files, "0.text", "零", "3.text", "同", "4.text", "同", "1.text", "一", "2.text", "弐")
	p, tasks, list := b.Survey("en", b.Catalogs, 3)
	want, found := b.Progress("en", b.Catalogs)
	if diff := cmp.Diff(want, p) + cmp.Diff(found, list); diff != "" {
		t.Errorf("counts (-Progress +Survey):\n%s", diff)
	}
	all, total, _ := b.Todo("en", b.Catalogs, 0)
	if total != 4 || len(tasks) != 3 {
		t.Fatalf("%d of %d tasks, want 3 of 4", len(tasks), total)
	}
	for i := range tasks {
		if diff := cmp.Diff(all[i].Unit, tasks[i].Unit); diff != "" || all[i].Weight != tasks[i].Weight {
			t.Errorf("task %d (-Todo +Survey):\n%s", i, diff)
		}
	}
	if tasks[0].ID != "2.text" || tasks[0].Was != "二" || tasks[0].Text != "two" {
		t.Errorf("the first task is %+v", tasks[0])
	}
}
