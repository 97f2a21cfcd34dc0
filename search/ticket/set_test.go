package ticket_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"errbook/search/codes"
	"errbook/site"
)

// documentSet is the set of the real document's codes.
func documentSet(tb testing.TB) *codes.Set {
	tb.Helper()
	set, err := loadDocument()
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

var loadDocument = sync.OnceValues(func() (*codes.Set, error) {
	root := filepath.Join("..", "..")
	s, list := site.Load(os.DirFS(root), os.DirFS(root), site.Overrides{})
	if list.HasErrors() {
		return nil, fmt.Errorf("the site has errors: %v", list)
	}
	set, _ := s.CodeSet()
	return set, nil
})
