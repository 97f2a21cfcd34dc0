package workbench

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"errbook/site/diag"
	"errbook/site/locale/exchange"
	"errbook/site/locale/state"
)

// translated is a site whose messages are translated: 1 from another source than the present one, 2 from the present one;
// 3 is missing, 4 is an identifier, 5 has the source of 3, and 6 that of 2, whose translation was taken over.
func translated(t *testing.T) (*Bench, fstest.MapFS) {
	t.Helper()
	files := fstest.MapFS{}
	then := bench(files, "1.text", "一", "2.text", "二", "3.text", "三", "4.text", "`ERR_FOUR`")
	synced(t, then, files)
	typeIn(files, "1.text", "", "one", "2.text", "", "two")
	synced(t, then, files)
	now := bench(files, "1.text", "壱", "2.text", "二", "3.text", "三", "4.text", "`ERR_FOUR`", "5.text", "三", "6.text", "二")
	synced(t, now, files)
	return now, files
}

// typeIn puts texts into the file as a person does: id, former text and new text in turn.
func typeIn(files fstest.MapFS, texts ...string) {
	file := files["i18n/im.en.toml"]
	for i := 0; i < len(texts); i += 3 {
		file.Data = []byte(strings.Replace(string(file.Data), `"`+texts[i]+`" = "`+texts[i+1]+`"`, `"`+texts[i]+`" = "`+texts[i+2]+`"`, 1))
	}
}

// carry writes the edits of a plan.
func carry(plan *Plan, files fstest.MapFS) {
	for _, e := range plan.Edits {
		if e.After != nil {
			files[e.Name] = &fstest.MapFile{Data: e.After}
		}
	}
}

func poFile(units ...exchange.Unit) []*exchange.File {
	return []*exchange.File{{Format: exchange.PO, Name: "f.po", Catalog: "im", Lang: "en", Units: units}}
}

var twoHash, oneHash = state.HashOf("two"), state.HashOf("one")

func TestImport(t *testing.T) {
	unit := func(id, source, text string, base state.Hash) exchange.Unit {
		return exchange.Unit{ID: id, Source: source, Text: text, Base: base}
	}
	marked := func(u exchange.Unit, s state.Status) exchange.Unit {
		u.Status = s
		return u
	}
	for _, tt := range []struct {
		name    string
		unit    exchange.Unit
		outcome Outcome
		rule    string       // "" for none
		status  state.Status // afterwards
		text    string       // afterwards
		forced  Outcome      // with force
	}{
		{"new", unit("3.text", "三", "three", state.None), Added, "", state.Fresh, "three", Added},
		{"new, with line ends around it", unit("3.text", "三", "\nthree\r\n", state.None), Added, "", state.Fresh, "three", Added},
		{"updated", unit("2.text", "二", "deux", twoHash), Updated, "", state.Fresh, "deux", Updated},
		{"stale, translated again", unit("1.text", "壱", "uno", oneHash), Updated, "", state.Fresh, "uno", Updated},
		{"stale, confirmed", marked(unit("1.text", "壱", "one", oneHash), state.Fresh), Confirmed, "", state.Fresh, "one", Confirmed},
		{"stale, as it was", marked(unit("1.text", "壱", "one", oneHash), state.Stale), Unchanged, "", state.Stale, "one", Unchanged},
		{"stale, confirmed for the former source", marked(unit("1.text", "一", "one", oneHash), state.Fresh), Unchanged, "", state.Stale, "one", Unchanged},
		{"unchanged", unit("2.text", "二", "two", twoHash), Unchanged, "", state.Fresh, "two", Unchanged},
		{"unchanged but for blanks", unit("2.text", "二", " two\n", ""), Unchanged, "", state.Fresh, "two", Unchanged},
		{"empty", unit("2.text", "二", " \n", twoHash), Empty, "", state.Fresh, "two", Empty},
		{"unknown", unit("2.txt", "二", "deux", twoHash), Refused, RuleImportUnknown, state.Fresh, "", Refused},
		{"source-filled", unit("3.text", "三", "三", state.None), Refused, RuleImportSource, state.Missing, "", Refused},
		{"filled with the former source", unit("1.text", "一", "一", oneHash), Refused, RuleImportSource, state.Stale, "one", Refused},
		{"source-filled, an identifier", unit("4.text", "`ERR_FOUR`", "`ERR_FOUR`", state.None), Added, "", state.Fresh, "`ERR_FOUR`", Added},
		{"a control character", unit("3.text", "三", "th\x07ree", state.None), Refused, RuleImportUnusable, state.Missing, "", Refused},
		{"not UTF-8", unit("3.text", "三", "th\xffree", state.None), Refused, RuleImportUnusable, state.Missing, "", Refused},
		{"HTML", unit("3.text", "三", "<script>three</script>", state.None), Refused, RuleImportUnusable, state.Missing, "", Refused},
		{"a template", unit("2.text", "二", "{{two}}", twoHash), Refused, RuleImportUnusable, state.Fresh, "two", Refused},
		{"fuzzy", marked(unit("3.text", "三", "three?", state.None), state.Stale), Refused, RuleImportUnfinished, state.Missing, "", Added},
		{"of a former source, missing", unit("3.text", "参", "three", state.None), Added, "", state.Stale, "three", Added},
		{"of a former source, stale", unit("1.text", "一", "uno", oneHash), Updated, "", state.Stale, "uno", Updated},
		{"of a former source, fresh", unit("2.text", "弐", "deux", twoHash), Conflict, RuleImportOutdated, state.Fresh, "two", Updated},
		{"changed on both sides", unit("2.text", "二", "deux", state.HashOf("zwei")), Conflict, RuleImportConflict, state.Fresh, "two", Updated},
		{"translated since", unit("2.text", "二", "deux", state.None), Conflict, RuleImportConflict, state.Fresh, "two", Updated},
		{"changed here only", unit("2.text", "二", "deux", state.HashOf("deux")), Kept, "", state.Fresh, "two", Kept},
		{"no base", unit("2.text", "二", "deux", ""), Conflict, RuleImportConflict, state.Fresh, "two", Updated},
		{"taken over since", unit("6.text", "二", "deux", state.None), Updated, "", state.Fresh, "deux", Updated},
		{"taken over since, of a former source", unit("6.text", "弐", "deux", state.None), Conflict, RuleImportOutdated, state.ReusedText, "two", Updated},
		{"no base, missing", unit("3.text", "三", "three", ""), Added, "", state.Fresh, "three", Added},
		{"no source, missing", unit("3.text", "", "three", ""), Refused, RuleImportNoSource, state.Missing, "", Added},
		{"no source", unit("2.text", "", "deux", twoHash), Refused, RuleImportNoSource, state.Fresh, "two", Updated},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, files := translated(t)
			tt.unit.At = diag.At("f.po", 7, 1)
			plan, got, list := b.Import(poFile(tt.unit), ImportOptions{})
			if list != nil || len(got) != 1 || got[0].Outcome != tt.outcome || got[0].Problem.Rule != tt.rule {
				t.Fatalf("%+v, %v", got, list)
			}
			if got[0].Stale != (tt.status == state.Stale && (tt.outcome == Added || tt.outcome == Updated)) {
				t.Errorf("stale: %t", got[0].Stale)
			}
			if tt.rule != "" && got[0].Problem.Position != tt.unit.At {
				t.Errorf("told at %s", got[0].Problem.Position)
			}
			if tt.outcome == Conflict && !strings.Contains(got[0].Problem.Message, "i18n/im.en.toml:") {
				t.Errorf("%s does not say where the other is", got[0].Problem.Message)
			}
			if taken := tt.outcome == Added || tt.outcome == Updated || tt.outcome == Confirmed; plan.Changed() != taken {
				t.Errorf("files change: %t", plan.Changed())
			}
			carry(plan, files)
			if tt.rule != RuleImportUnknown {
				d, _ := b.Desk(b.Catalogs[0], "en")
				if d.Status(tt.unit.ID) != tt.status || d.text(tt.unit.ID) != tt.text {
					t.Errorf("then it is %s, %q", d.Status(tt.unit.ID), d.text(tt.unit.ID))
				}
			}
			if again, _, _ := b.Import(poFile(tt.unit), ImportOptions{}); again.Changed() {
				t.Error("a second import changes something")
			}
			if plan, _ := b.Sync(b.Catalogs, b.Targets()); plan.Changed() {
				t.Error("a sync changes something")
			}
			force(t, tt.unit, tt.forced)
		})
	}
}

// force imports a unit by force into a site of its own: what it replaces is in the attic, and stays there.
func force(t *testing.T, u exchange.Unit, want Outcome) {
	t.Helper()
	b, files := translated(t)
	plan, got, _ := b.Import(poFile(u), ImportOptions{Force: true})
	carry(plan, files)
	if got[0].Outcome != want {
		t.Errorf("by force: %+v", got)
	}
	if got[0].Problem.Rule == "" || want != Updated {
		if files["i18n/attic/im.en.toml"] != nil {
			t.Errorf("by force there is an attic:\n%s", files["i18n/attic/im.en.toml"].Data)
		}
		return
	}
	attic := files["i18n/attic/im.en.toml"]
	if attic == nil || !strings.Contains(string(attic.Data), "# replaced by an import of f.po\n\""+u.ID+"~replaced\" = \""+got[0].Former+"\"") {
		t.Fatalf("by force the former text is lost: %v", attic)
	}
	again, _, _ := b.Import(poFile(u), ImportOptions{Force: true})
	after, _ := b.Sync(b.Catalogs, b.Targets())
	if again.Changed() || after.Changed() {
		t.Errorf("by force a second time, or a sync, changes something")
	}
}

// TestImportIsTyping compares an import with a person who types the same and syncs.
func TestImportIsTyping(t *testing.T) {
	typed, imported := fstest.MapFS{}, fstest.MapFS{}
	b, files := translated(t)
	for name, f := range files {
		typed[name], imported[name] = &fstest.MapFile{Data: f.Data}, &fstest.MapFile{Data: f.Data}
	}
	b.FS = typed
	typeIn(typed, "1.text", "one", "uno", "2.text", "two", "due", "3.text", "", "tre")
	synced(t, b, typed)
	b.FS = imported
	plan, _, list := b.Import(poFile(exchange.Unit{ID: "1.text", Source: "壱", Text: "uno", Base: oneHash},
		exchange.Unit{ID: "2.text", Source: "二", Text: "due", Base: twoHash}, exchange.Unit{ID: "3.text", Source: "三", Text: "tre", Base: state.None}), ImportOptions{})
	if list != nil {
		t.Fatal(list)
	}
	carry(plan, imported)
	if diff := cmp.Diff(typed, imported); diff != "" {
		t.Errorf("(-typed +imported):\n%s", diff)
	}
	if !strings.Contains(string(imported["i18n/im.en.toml"].Data), "# reused from 3.text\n\"5.text\" = \"tre\"") {
		t.Errorf("the text is not taken over for the same source:\n%s", imported["i18n/im.en.toml"].Data)
	}
}

func TestImportTwoTexts(t *testing.T) {
	b, _ := translated(t)
	_, got, _ := b.Import(poFile(exchange.Unit{ID: "3.text", Source: "三", Text: "three"}, exchange.Unit{ID: "3.text", Source: "三", Text: "three "},
		exchange.Unit{ID: "3.text", Source: "三", Text: "drei"}, exchange.Unit{ID: "3.txt", Text: "x"}), ImportOptions{})
	if got[0].Outcome != Added || got[1].Outcome != Unchanged || got[2].Problem.Rule != RuleImportTwice || !strings.Contains(got[3].Problem.Message, "did you mean 3.text?") {
		t.Errorf("%+v", got)
	}
}

// TestImportAfterARefusedText: what was refused does not keep a good text of the same message out.
func TestImportAfterARefusedText(t *testing.T) {
	b, _ := translated(t)
	_, got, _ := b.Import(poFile(exchange.Unit{ID: "3.text", Source: "三", Text: "三"}, exchange.Unit{ID: "3.text", Source: "三", Text: "three"}), ImportOptions{})
	if got[0].Problem.Rule != RuleImportSource || got[1].Outcome != Added {
		t.Errorf("%+v", got)
	}
}

func TestImportIntoDamage(t *testing.T) {
	b, files := translated(t)
	files["i18n/im.en.toml"].Data = append(files["i18n/im.en.toml"].Data, "\"9.text\" = \"open\n"...)
	plan, _, list := b.Import(poFile(exchange.Unit{ID: "3.text", Source: "三", Text: "three"}), ImportOptions{})
	if plan != nil || !list.HasErrors() {
		t.Errorf("%v, %v", plan, list)
	}
	if f, list := b.Export(b.Catalogs[0], "en", false); f != nil || !list.HasErrors() {
		t.Errorf("%v, %v", f, list)
	}
}

func TestExport(t *testing.T) {
	b, files := translated(t)
	b.Catalogs[0].Sections = []Section{{ID: "net", Title: "Net"}, {ID: "tcp", Title: "TCP", Parent: "net"}}
	b.Catalogs[0].Sources.List[0].Section = "tcp"
	files["i18n/im.en.toml"].Data = []byte(strings.Replace(string(files["i18n/im.en.toml"].Data), `"1.text"`, "# keep it short\n\"1.text\"", 1))
	f, list := b.Export(b.Catalogs[0], "en", true)
	want := []exchange.Unit{
		{ID: "1.text", Source: "壱", Was: "一", Text: "one", Status: state.Stale, Base: oneHash, Section: []string{"Net", "TCP"}, Notes: []string{"keep it short"}},
		{ID: "3.text", Source: "三", Status: state.Missing, Base: state.None},
		{ID: "4.text", Source: "`ERR_FOUR`", Status: state.Missing, Base: state.None},
		{ID: "5.text", Source: "三", Status: state.Missing, Base: state.None},
	}
	if diff := cmp.Diff(want, f.Units); diff != "" || list != nil || f.Catalog != "im" || f.SourceLang != "ja" || f.Lang != "en" {
		t.Errorf("%+v, %v (-want +got):\n%s", f, list, diff)
	}
	if f, _ := b.Export(b.Catalogs[0], "en", false); len(f.Units) != 6 || f.Units[1].Status != state.Fresh {
		t.Errorf("%+v", f.Units)
	}
}

// TestExportOfUnusable: a text that cannot be shown is to do, and its fault is told to the translator.
func TestExportOfUnusable(t *testing.T) {
	b, files := translated(t)
	typeIn(files, "2.text", "two", "{{two}}")
	f, _ := b.Export(b.Catalogs[0], "en", true)
	u := f.Units[1]
	if u.ID != "2.text" || u.Status != state.Stale || u.Text != "{{two}}" || len(u.Notes) != 1 || !strings.Contains(u.Notes[0], "{{ or }}") {
		t.Errorf("%+v", u)
	}
}

// TestThereAndBack exports, writes, reads and imports in every format: nothing changes.
func TestThereAndBack(t *testing.T) {
	for _, format := range exchange.Formats() {
		b, files := translated(t)
		typeIn(files, "3.text", "", `= a \"quoted\"\ttext\n\nof {{.Three}} lines\n`)
		synced(t, b, files)
		f, _ := b.Export(b.Catalogs[0], "en", false)
		f.Format = format
		read, list := exchange.Read("f", exchange.Write(f))
		if list != nil {
			t.Fatal(list)
		}
		plan, got, list := b.Import(read, ImportOptions{})
		if list != nil || plan.Changed() || len(got) != 6 {
			t.Errorf("%s: %+v, %v", format, got, list)
		}
		for _, u := range got {
			if u.Outcome != Unchanged && u.Outcome != Empty {
				t.Errorf("%s: %+v", format, u)
			}
		}
	}
}
