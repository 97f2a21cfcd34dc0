package workbench

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestCheck(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"right", "\"1.text\" = \"At most 100.\"\n\"2.text\" = \"Invalid.\"\n", nil},
		{"a finding", "# 最大100\n\n# mine\n\"1.text\" = \"At most 10.\"\n", []string{
			"i18n/im.en.toml:4:1: 1.text: the translation lacks the number 100 of its source [number-changed]",
			"i18n/im.en.toml:4:1: 1.text: the translation has the number 10, which its source does not have [number-changed]"}},
		{"one that is right", "# i18n-ignore: number-changed as a percentage of the quota\n\"1.text\" = \"At most 10 percent.\"\n", nil},
		{"without a reason", "# i18n-ignore: number-changed\n\"1.text\" = \"At most 100.\"\n",
			[]string{"i18n/im.en.toml:1:1: say why: # i18n-ignore: number-changed REASON [suppression]"}},
		{"unknown rule", "# a\n# i18n-ignore: numbers-changed why\n# b\n\"1.text\" = \"At most 100.\"\n", []string{"i18n/im.en.toml:2:1: no rule \"numbers-changed\" can be ignored (did you mean number-changed?); " +
			"there are code-changed, link-changed, number-changed, hidden-character, identifier-changed, same-as-source, foreign-script, script-variant, final-punctuation, length, two-ways, glossary-term, not-nfc [suppression]"}},
		{"unused", "# i18n-ignore: number-changed it was so once\n\"1.text\" = \"At most 100.\"\n",
			[]string{"i18n/im.en.toml:1:1: warning: there is nothing to ignore by the rule number-changed at 1.text; delete the comment [unused-suppression]"}},
		{"only its own rule", "# i18n-ignore: number-changed as a percentage\n\"1.text\" = \"At most 10 percent\"\n",
			[]string{"i18n/im.en.toml:2:1: warning: 1.text: the source ends its sentence with '。'; the translation does not end it [final-punctuation]"}},
		{"a term", "\"2.text\" = \"Bad input.\"\n", []string{
			"i18n/im.en.toml:1:1: warning: 2.text: the glossary calls “無効” “invalid”: not wrong [glossary-term]"}},
		{"what cannot be shown is told elsewhere", "\"1.text\" = \"<b>10</b>\"\n", nil},
	}
	for _, tt := range tests {
		b := bench(fstest.MapFS{"i18n/im.en.toml": {Data: []byte(tt.file)}, "i18n/glossary.toml": {Data: []byte("[[term]]\nsource = '無効'\nen = 'invalid'\nwhy = 'not wrong'\n")}},
			"1.text", "最大100です。", "2.text", "無効です。")
		list := b.Check(b.Catalogs, b.Targets())
		var got []string
		for _, d := range list {
			got = append(got, d.Error())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestStaleIsComparedWithItsOwnSource: a translation that is not yet made anew is not to be told of for what changed since.
func TestStaleIsComparedWithItsOwnSource(t *testing.T) {
	files := fstest.MapFS{"i18n/im.en.toml": {Data: []byte("\"1.text\" = \"At most 100.\"\n")}}
	synced(t, bench(files, "1.text", "最大100です。"), files)
	changed := bench(files, "1.text", "最大200です。")
	if list := changed.Check(changed.Catalogs, changed.Targets()); list != nil {
		t.Error(list)
	}
}

// TestUnusable: what cannot be shown is to do, is never taken over or written over, and is fresh once it is mended.
func TestUnusable(t *testing.T) {
	files := fstest.MapFS{"i18n/im.en.toml": {Data: []byte("\"1.text\" = \"<b>one</b>\"\n\"2.text\" = \"one\"\n")}}
	b := bench(files, "1.text", "一", "2.text", "一", "3.text", "一")
	synced(t, b, files)
	d, _ := b.Desk(b.Catalogs[0], "en")
	for id, want := range map[string]string{"1.text": "<b>one</b>", "2.text": "one", "3.text": "one"} {
		if got := d.text(id); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	tasks, total, _ := b.Todo("en", b.Catalogs, 0)
	if total != 1 || tasks[0].ID != "1.text" || tasks[0].Status != "unusable" || tasks[0].Fault == "" {
		t.Errorf("to do: %+v", tasks)
	}
	if p, _ := b.Progress("en", b.Catalogs); p.All.Missing != 1 || p.All.Percent() != 66 {
		t.Errorf("progress: %+v", p.All)
	}
	if plan, _, list := b.Accept(b.Catalogs, b.Targets(), func(_, id string) bool { return id == "1.text" }); plan != nil || len(list) != 1 {
		t.Errorf("accepted: %v", list)
	}
	e, _ := d.File.Entry("1.text")
	e.Set("won")
	files["i18n/im.en.toml"] = &fstest.MapFile{Data: d.File.Bytes()}
	d, _ = b.Desk(b.Catalogs[0], "en")
	if got := d.Status("1.text"); got != "fresh" {
		t.Errorf("mended it is %s", got)
	}
}
