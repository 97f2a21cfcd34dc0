package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseLanguage(t *testing.T) {
	tests := []struct {
		tag  string
		want Language
		err  string
	}{
		{"ja", Language{"ja", "ltr", "日本語"}, ""},
		{"en", Language{"en", "ltr", "English"}, ""},
		{"fr", Language{"fr", "ltr", "Français"}, ""},
		{"zh-Hans", Language{"zh-Hans", "ltr", "简体中文"}, ""},
		{"pt-BR", Language{"pt-BR", "ltr", "Português"}, ""},
		{"ar", Language{"ar", "rtl", "العربية"}, ""},
		{"he", Language{"he", "rtl", "עברית"}, ""},
		{"az-Arab", Language{"az-Arab", "rtl", "az-Arab"}, ""},
		{"az", Language{"az", "ltr", "Azərbaycan"}, ""},
		{"en-XA", Language{"en-XA", "ltr", "English (en-XA)"}, ""},
		{"ar-XB", Language{"ar-XB", "rtl", "العربية (ar-XB)"}, ""},
		{"pa-PK", Language{"pa-PK", "rtl", "پنجابی"}, ""},
		{"zh_Hans", Language{}, `the language tag "zh_Hans" is written "zh-Hans"`},
		{"zh-hans", Language{}, `the language tag "zh-hans" is written "zh-Hans"`},
		{"EN", Language{}, `the language tag "EN" is written "en"`},
		{"iw", Language{}, `the language tag "iw" is written "he"`},
		{"xx", Language{}, `"xx" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"x-private", Language{}, `"x-private" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"und", Language{}, `"und" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"und-Latn", Language{}, `"und-Latn" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"", Language{}, `"" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"english", Language{}, `"english" is no language tag (did you mean en?); a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"Deutsch", Language{}, `"Deutsch" is no language tag (did you mean de?); a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"Koraen", Language{}, `"Koraen" is no language tag (did you mean ko?); a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
		{"../en", Language{}, `"../en" is no language tag; a tag is written like en, pt-BR or zh-Hans (BCP 47)`},
	}
	for _, tt := range tests {
		got, err := ParseLanguage(tt.tag)
		if diff := cmp.Diff(tt.want, got); diff != "" || message(err) != tt.err {
			t.Errorf("ParseLanguage(%q): %v, want %q (-want +got):\n%s", tt.tag, err, tt.err, diff)
		}
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestFileNames(t *testing.T) {
	tests := []struct {
		name, stem, tag string
		ok              bool
	}{
		{"i18n/im.zh-Hans.toml", "im", "zh-Hans", true},
		{"im.v2.en.toml", "im.v2", "en", true},
		{"ui.ja.toml", "ui", "ja", true},
		{"im.zh_Hans.toml", "", "", false},
		{"im.english.toml", "", "", false},
		{"im.toml", "", "", false},
		{".en.toml", "", "", false},
		{"en.toml", "", "", false},
		{"im.en.toml.bak", "", "", false},
		{"im.en", "", "", false},
	}
	for _, tt := range tests {
		stem, tag, ok := SplitFileName(tt.name)
		if stem != tt.stem || tag != tt.tag || ok != tt.ok {
			t.Errorf("SplitFileName(%q) = %q, %q, %t", tt.name, stem, tag, ok)
		}
	}
	if stem, tag, ok := SplitFileName(FileName("im.v2", "pt-BR")); stem != "im.v2" || tag != "pt-BR" || !ok {
		t.Errorf("FileName and SplitFileName do not agree: %q, %q, %t", stem, tag, ok)
	}
}

func TestNameIn(t *testing.T) {
	for reader, want := range map[string]string{"en": "Japanese", "zh-Hans": "日语", "ko": "일본어", "ja": "日本語", "x": "日本語"} {
		l, err := ParseLanguage("ja")
		if err != nil {
			t.Fatal(err)
		}
		if got := l.NameIn(reader); got != want {
			t.Errorf("ja in %s is %q, want %q", reader, got, want)
		}
	}
}
