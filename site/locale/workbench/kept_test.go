package workbench

import (
	"strings"
	"testing"
	"testing/fstest"

	"errbook/site/locale/state"
)

// fileAfter syncs a site whose English file is text, and returns what becomes of the file and of its attic.
func fileAfter(t *testing.T, files fstest.MapFS, text string, sources ...string) (file, attic string) {
	t.Helper()
	if text != "" {
		files["i18n/im.en.toml"] = &fstest.MapFile{Data: []byte(text)}
	}
	synced(t, bench(files, sources...), files)
	if f, ok := files["i18n/attic/im.en.toml"]; ok {
		attic = string(f.Data)
	}
	return string(files["i18n/im.en.toml"].Data), attic
}

// TestStubFollowsItsSource: above an empty entry stands the present source, and nothing of former ones.
func TestStubFollowsItsSource(t *testing.T) {
	files := fstest.MapFS{}
	for _, source := range []string{"三十日", "三十一日", "三十二日"} {
		file, _ := fileAfter(t, files, "", "1.text", source)
		if !strings.Contains(file, "\n# "+source+"\n\"1.text\" = \"\"") || strings.Count(file, "日") != 1 {
			t.Errorf("with %s:\n%s", source, file)
		}
	}
	if file, attic := fileAfter(t, files, "", "2.text", "二"); strings.Contains(file, "1.text") || attic != "" {
		t.Errorf("the stub without a source is kept:\n%s\n%s", file, attic)
	}
}

// TestPeoplesCommentsStay: what looks like a comment of sync and is none.
func TestPeoplesCommentsStay(t *testing.T) {
	mine := "# now: ask Kim\n# was: nicer once\n# reused from the old manual\n"
	file, _ := fileAfter(t, fstest.MapFS{}, mine+"\"1.text\" = \"one\" # sure\n", "1.text", "一")
	for _, c := range strings.Split(strings.TrimSpace(mine), "\n") {
		if !strings.Contains(file, c+"\n") {
			t.Errorf("%q is gone:\n%s", c, file)
		}
	}
	file, _ = fileAfter(t, fstest.MapFS{}, "[1] # Kim: check\ntext = \"one\" # tail\n", "1.text", "一")
	if !strings.Contains(file, "# Kim: check\n") || !strings.Contains(file, "# tail\n") {
		t.Errorf("comments of a table:\n%s", file)
	}
}

// TestTranslatedBeforeItsSourceChangedAgain: who translated what stood under "# now:" did not see the source of today.
func TestTranslatedBeforeItsSourceChangedAgain(t *testing.T) {
	files := fstest.MapFS{}
	fileAfter(t, files, "\"1.text\" = \"thirty\"\n", "1.text", "三十")
	file, _ := fileAfter(t, files, "", "1.text", "六十")
	file, _ = fileAfter(t, files, strings.Replace(file, "thirty", "sixty", 1), "1.text", "九十")
	if !strings.Contains(file, "# was: 六十\n# now: 九十\n\"1.text\" = \"sixty\"") {
		t.Errorf("the file:\n%s", file)
	}
	again, _ := fileAfter(t, files, "", "1.text", "九十")
	if again != file {
		t.Errorf("a second sync:\n%s", again)
	}
	fileAfter(t, files, strings.Replace(file, "sixty", "ninety", 1), "1.text", "九十")
	b := bench(files, "1.text", "九十")
	if d, _ := b.Desk(b.Catalogs[0], "en"); d.Status("1.text") != state.Fresh || len(d.Records["1.text"]) != 1 {
		t.Errorf("translated again: %s, %v", d.Status("1.text"), d.Records)
	}
}

// TestAtticKeepsComments: of an entry that goes to the attic, whatever is there already.
func TestAtticKeepsComments(t *testing.T) {
	files := fstest.MapFS{}
	fileAfter(t, files, "\"1.text\" = \"one\"\n\"2.text\" = \"\" # Kim works on it\n", "3.text", "三")
	_, attic := fileAfter(t, files, "# Kim: approved\n\"1.text\" = \"one\"\n", "3.text", "三")
	for _, want := range []string{"# Kim: approved\n", "\"2.text\" = \"\" # Kim works on it\n"} {
		if !strings.Contains(attic, want) {
			t.Errorf("the attic lacks %q:\n%s", want, attic)
		}
	}
}

// TestFaultInTheSourcesOwnFile: what cannot be read there has not left the document.
func TestFaultInTheSourcesOwnFile(t *testing.T) {
	files := fstest.MapFS{"i18n/im.ja.toml": {Data: []byte("<<<<<<< HEAD\n\"1.symptoms\" = \"一\"\n=======\n\"1.symptoms\" = \"壱\"\n>>>>>>> b\n")}}
	b := bench(files, "1.text", "一")
	plan, list := b.Sync(b.Catalogs, b.Targets())
	if plan != nil || !list.HasErrors() || list[0].File != "i18n/im.ja.toml" || list[0].Line != 1 {
		t.Errorf("%v", list)
	}
}

// TestAcceptWhatIsThere: a language without a translation does not keep another's from being accepted.
func TestAcceptWhatIsThere(t *testing.T) {
	files := fstest.MapFS{}
	b := bench(files, "1.text", "一")
	b.Languages = append(b.Languages, "de")
	files["i18n/im.en.toml"] = &fstest.MapFile{Data: []byte("\"1.text\" = \"one\"\n")}
	synced(t, b, files)
	changed := bench(files, "1.text", "壱")
	changed.Languages = b.Languages
	all := func(string, string) bool { return true }
	if plan, accepted, list := changed.Accept(changed.Catalogs, changed.Targets(), all); plan == nil || len(accepted) != 1 || list.HasErrors() || len(list) != 1 {
		t.Errorf("%v, %v", accepted, list)
	}
	if plan, _, list := changed.Accept(changed.Catalogs, []string{"de"}, all); plan != nil || !list.HasErrors() {
		t.Errorf("nothing to accept: %v", list)
	}
}
