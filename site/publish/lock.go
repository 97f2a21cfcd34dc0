package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// ErrLocked: another build is writing to the same output folder.
var ErrLocked = errors.New("another build is writing to this output folder")

// lock takes a lock file that holds the number of the process. The lock of a process that is gone is taken over.
func lock(name string) (unlock func(), err error) {
	for range 2 {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			fmt.Fprintln(f, os.Getpid())
			return func() { _ = os.Remove(name) }, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if pid, alive := holder(name); alive {
			return nil, fmt.Errorf("%w (process %d); wait for it, or remove %s", ErrLocked, pid, name)
		}
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w; remove %s", ErrLocked, name)
}

// holder tells which process holds a lock, and whether it still runs.
func holder(name string) (pid int, alive bool) {
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, false
	}
	pid, err = strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil || pid <= 0 {
		return 0, false
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return pid, false
	}
	err = process.Signal(syscall.Signal(0))
	return pid, err == nil || errors.Is(err, fs.ErrPermission)
}
