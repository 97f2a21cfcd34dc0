package site

import (
	"context"
	"fmt"
	"strings"

	"errbook/search"
	"errbook/site/page"
)

// staticSearch publishes what the search in the browser reads where no endpoint answers.
func (b *build) staticSearch(context.Context) error {
	slugs := b.site.Book.Slugs
	return b.out.PutFolder("search", fmt.Sprintf("%s %d", b.site.build, search.StaticFormat), func() error { return b.putStatic(slugs) })
}

func (b *build) putStatic(slugs *page.Slugs) error {
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
