//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package publish

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock takes a lock on a file, and writes the number of the process into it for people. The system gives the lock up when
// the process ends in whatever way, so a lock file without a lock on it means nothing; the number alone could be that of
// another process by then. On a file system that has no locks there is none.
func lock(name string) (unlock func(), err error) {
	for {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644)
		if err != nil {
			return nil, err
		}
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if errors.Is(err, syscall.EWOULDBLOCK) {
			_ = f.Close()
			return nil, lockedBy(name)
		}
		if isSame(f, name) {
			_ = f.Truncate(0)
			fmt.Fprintln(f, os.Getpid())
			return func() { _ = os.Remove(name); _ = f.Close() }, nil
		}
		_ = f.Close() // its holder removed it while it was being opened
	}
}

// isSame tells whether an open file is still the one of that name.
func isSame(f *os.File, name string) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(name)
	return err == nil && os.SameFile(open, named)
}
