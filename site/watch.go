package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long nothing must change before a change counts as done: editors write a file in several steps.
const settle = 150 * time.Millisecond

// Watch calls changed after each change below content/, i18n/ or themes/ of the site in dir, one call at a time, until ctx
// ends. Stop ends it too and waits for a call under way.
func Watch(ctx context.Context, dir string, changed func()) (stop func(), err error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	for _, sub := range []string{contentDir, i18nDir, themesDir} {
		if err := watchFolders(w, filepath.Join(dir, sub)); err != nil {
			return nil, errors.Join(fmt.Errorf("watch %s: %w", dir, err), w.Close())
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		watchLoop(ctx, w, changed)
	}()
	return func() {
		cancel()
		<-done
		_ = w.Close() // nothing is read from it any more
	}, nil
}

// watchFolders watches a folder and all below it; one that is not there is passed over.
func watchFolders(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !d.IsDir() {
			return err
		}
		return w.Add(name)
	})
}

func watchLoop(ctx context.Context, w *fsnotify.Watcher, changed func()) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-w.Events:
			if !matters(e) {
				continue
			}
			if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
				_ = watchFolders(w, e.Name) // a folder that is gone again needs no watching
			}
			timer.Reset(settle)
		case <-w.Errors:
			timer.Reset(settle) // events may have been lost, so look again
		case <-timer.C:
			changed()
		}
	}
}

// matters leaves out changes of attributes and the files that editors keep beside the one they write.
func matters(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	return e.Op != fsnotify.Chmod && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~")
}
