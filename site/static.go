package site

import (
	"context"
	"strings"

	"errbook/search"
)

// staticSearch publishes what the search in the browser reads where no endpoint answers.
func (b *build) staticSearch(context.Context) error {
	slugs := b.site.Book.Slugs
	return search.Static(search.StaticOptions{
		Options: search.Options{Build: b.site.build, Languages: b.site.searchLanguages(), Same: b.site.Same},
		Page: func(catalog, code string) string {
			return strings.TrimPrefix(slugs.CodePath("x", catalog, code), "x/")
		},
		Data: slugs.JSONPath,
		Put: func(path string, data []byte) error {
			return b.out.Put(path, string(data), func() ([]byte, error) { return data, nil })
		},
		Docs: b.documents(),
	})
}
