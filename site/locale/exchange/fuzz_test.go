package exchange

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"errbook/site/locale/state"
)

// reads asks that whatever is read is read in its format without a panic, and is the same when it is written and read again.
func reads(f *testing.F, format Format, seeds ...string) {
	few := sample(format)
	few.Units = few.Units[:4]
	f.Add(Write(few))
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in, list := decode("f", data)
		if list != nil {
			return
		}
		files, list := in.read(format)
		if list.HasErrors() {
			return
		}
		for _, file := range files {
			file.Format = format
			again, list := Read("f"+format.Ending(), Write(file))
			if list != nil {
				t.Fatalf("%v\n%s", list, Write(file))
			}
			if len(file.Units) == 0 {
				continue
			}
			if diff := cmp.Diff(bare(file), bare(again[0])); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	})
}

// bare are a file's units with what every format keeps.
func bare(f *File) (out []Unit) {
	for _, u := range said(f).Units {
		out = append(out, Unit{ID: u.ID, Source: u.Source, Was: u.Was, Text: u.Text})
	}
	return out
}

func FuzzXLIFF(f *testing.F) {
	reads(f, XLIFF, cat, "<!DOCTYPE x [<!ENTITY a \"&b;\">]><xliff version='1.2'/>", "<xliff version='1.2'><file><body><trans-unit id='\"a\\x00\"'><source><x equiv-text='y'/></source></trans-unit></body></file></xliff>")
}

func FuzzPO(f *testing.F) {
	reads(f, PO, poedit, "msgctxt \"a\"\nmsgid \"\\x41\\101\"\nmsgstr \"\"\n")
}

func FuzzCSV(f *testing.F) {
	reads(f, CSV, "sep=;\nid;translation\n'=a;\"b\nc\"\n", "\xff\xfei\x00d\x00")
}

func FuzzJSON(f *testing.F) {
	reads(f, JSON, `{"a":{"b":{"other":"x","one":"y"}},"c":"d","e":[1]}`, `[{"id":"a","translation":"b"}]`)
}

// FuzzUnit asks that any message comes back through every format as it was.
func FuzzUnit(f *testing.F) {
	for _, text := range texts {
		f.Add("1.text", text, text, text)
		f.Add(text+".text", "x", "", "")
	}
	f.Fuzz(func(t *testing.T, id, source, was, text string) {
		u := Unit{ID: clean(id), Source: clean(source), Was: clean(was), Text: clean(text), Base: state.HashOf(text)}
		u.Status = status(u.Text, true)
		if u.ID == "" {
			return
		}
		for _, format := range Formats() {
			file := &File{Format: format, Catalog: "im", SourceLang: "ja", Lang: "ko", Units: []Unit{u}}
			got, list := Read("x", Write(file))
			if list != nil || len(got) != 1 {
				t.Fatalf("%s: %v\n%s", format, list, Write(file))
			}
			if diff := cmp.Diff(said(file), said(got[0])); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", format, diff)
			}
		}
	})
}
