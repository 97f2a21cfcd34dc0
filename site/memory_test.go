package site

import (
	"testing"
	"testing/fstest"
)

func TestMemory(t *testing.T) {
	m := memory{"a.toml": []byte("x = 1"), "dir/b": nil, "dir/sub/c": []byte("c")}
	if err := fstest.TestFS(m, "a.toml", "dir/b", "dir/sub/c"); err != nil {
		t.Error(err)
	}
}
