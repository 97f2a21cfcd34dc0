package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"errbook/site"
	"errbook/site/locale/workbench"
)

// buildAndLock builds the site as it is with all its codes published, and writes the list of them after that: what a failed
// build did not publish is in no list.
func (a *app) buildAndLock(ctx context.Context, force bool) error {
	s, err := a.loadOrFail()
	if err != nil {
		return err
	}
	day, err := a.today()
	if err != nil {
		return usageError{err}
	}
	locked := s.Lock(day)
	if locked.IsNew() {
		a.lock = locked.After
		if s, err = a.loadOrFailQuietly(); err != nil {
			return err
		}
	}
	if err := a.build(ctx, s, force); err != nil {
		return err
	}
	edits, err := a.lockEdits(locked)
	if err != nil {
		return err
	}
	if err := workbench.Apply(a.dir, edits); err != nil {
		return fmt.Errorf("write %s: %w", site.LockFile, err)
	}
	if locked.IsNew() {
		a.term.info("%s: %s added, %d changed; commit it", filepath.ToSlash(filepath.Join(a.dir, site.LockFile)), plural(locked.Added, "code"), locked.Changed)
	}
	return nil
}

const (
	attributesFile = "content/.gitattributes"
	attributesText = "# Both branches of a merge may have published codes; errbook makes one line of two for the same code.\ncodes.lock merge=union\n"
)

// lockEdits are the edits of codes.lock and, where that is not there yet, of the rule by which git merges it.
func (a *app) lockEdits(l site.Locked) ([]workbench.Edit, error) {
	edits := []workbench.Edit{{Name: site.LockFile, Before: l.Before, After: l.After}}
	_, err := os.Stat(filepath.Join(a.dir, filepath.FromSlash(attributesFile)))
	if errors.Is(err, fs.ErrNotExist) {
		return append(edits, workbench.Edit{Name: attributesFile, After: []byte(attributesText)}), nil
	}
	return edits, err
}

// today is the day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), seconds since 1970, or where
// that is not set the day it is, in UTC.
func (a *app) today() (string, error) {
	epoch := a.env.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return site.Day(time.Now()), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > maxEpoch {
		return "", fmt.Errorf("SOURCE_DATE_EPOCH is to be a number of seconds since 1970, such as 1767225600, not %q", epoch)
	}
	return site.Day(time.Unix(seconds, 0)), nil
}

const maxEpoch = 253402300799 // the end of the year 9999
