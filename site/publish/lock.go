package publish

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// ErrLocked: another build is writing to the same output folder.
var ErrLocked = errors.New("another build is writing to this output folder")

// lockedBy names the process that holds a lock, where the lock file says which.
func lockedBy(name string) error {
	data, _ := os.ReadFile(name)
	if pid, err := strconv.Atoi(strings.TrimSpace(string(data))); err == nil {
		return fmt.Errorf("%w (process %d); wait for it to end", ErrLocked, pid)
	}
	return fmt.Errorf("%w; wait for it to end", ErrLocked)
}
