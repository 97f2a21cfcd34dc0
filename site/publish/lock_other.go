//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd)

package publish

import (
	"fmt"
	"os"
)

// lock takes a lock by making a file and holding it open: Windows does not let another process remove it then, so one that
// can be removed was left by a process that is gone.
func lock(name string) (unlock func(), err error) {
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		return nil, lockedBy(name)
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if os.IsExist(err) {
		return nil, lockedBy(name)
	}
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(f, os.Getpid())
	return func() { _ = f.Close(); _ = os.Remove(name) }, nil
}
