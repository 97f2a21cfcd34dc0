package site_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"errbook/site"
)

func TestSearchConfig(t *testing.T) {
	tests := []struct {
		toml string
		want []string
	}{
		{``, nil},
		{"[search]\ncors = []\nlog_zero = false", nil},
		{`search.cors = ["https://tickets.example", "http://127.0.0.1:8080", "http://[::1]:3000"]`, nil},
		{`search.cors = ["*"]`, nil},
		{`search.cors = ["*", "https://a.example"]`, []string{`content/site.toml:2:1: "*" in cors lets every origin in; leave the others out, or leave it out [config]`}},
		{`search.cors = ["https://a.example", "https://a.example"]`, []string{`content/site.toml:2:1: cors lists "https://a.example" twice [config]`}},
		{`search.cors = ["https://A.example/"]`,
			[]string{`content/site.toml:2:1: cors is to list origins as browsers send them: "https://a.example" instead of "https://A.example/" [config]`}},
		{`search.cors = ["https://a.example:443"]`,
			[]string{`content/site.toml:2:1: cors is to list origins as browsers send them: "https://a.example" instead of "https://a.example:443" [config]`}},
		{`search.cors = ["https://a.example/path?x#y"]`,
			[]string{`content/site.toml:2:1: cors is to list origins as browsers send them: "https://a.example" instead of "https://a.example/path?x#y" [config]`}},
		{`search.cors = true`, []string{`content/site.toml:2:15: the value is to be a list of texts`}},
		{`search.log_zero = "no"`, []string{`content/site.toml:2:19: the value is to be true or false`}},
		{`search.corss = []`, []string{`content/site.toml:2:1: unknown key "corss" (did you mean cors?)`}},
	}
	for _, bad := range []string{"tickets.example", "null", "", "ftp://a.example", "https://", "https://u@a.example", "https://*.example", "https://例.example", "//a", ":"} {
		tests = append(tests, struct {
			toml string
			want []string
		}{fmt.Sprintf("search.cors = [%q]", bad), []string{"content/site.toml:2:1: cors is to list origins as browsers send them, such as "}})
	}
	for _, test := range tests {
		files := fstest.MapFS{
			"content/site.toml": {Data: []byte("source_language = \"en\"\n" + test.toml + "\n")},
			"content/shop.md":   {Data: []byte("| Code | Description |\n| --- | --- |\n| 1 | One. |\n")},
		}
		_, list := site.Load(files, os.DirFS(root), site.Overrides{})
		var got []string
		for i, d := range list {
			got = append(got, d.Error())
			if i < len(test.want) && strings.HasPrefix(got[i], test.want[i]) {
				got[i] = test.want[i] // the beginning is enough
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.toml, diff)
		}
	}
}
