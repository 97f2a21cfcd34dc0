package page

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"strconv"
)

// digest sums up the inputs of a page; strings are length-prefixed, so that no two lists of them run together.
type digest struct{ h hash.Hash }

func newHash() digest { return digest{sha256.New()} }

func (d digest) add(parts ...string) {
	for _, p := range parts {
		io.WriteString(d.h, strconv.Itoa(len(p))+":")
		io.WriteString(d.h, p)
	}
}

// String returns the first 128 bits in hexadecimal.
func (d digest) String() string { return hex.EncodeToString(d.h.Sum(nil)[:16]) }
